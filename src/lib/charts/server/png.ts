import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { DomainError } from '#lib/core/errors.ts';

const { resolve } = createRequire(import.meta.url);

/** Without a font of its own in the process every text of a picture would vanish. */
const FONTS = [
	'400Regular/PlusJakartaSans_400Regular.ttf',
	'700Bold/PlusJakartaSans_700Bold.ttf'
].map((file) => resolve(`@expo-google-fonts/plus-jakarta-sans/${file}`));

/** Pictures that are kept; each takes about 60 kB. */
const MAX_KEPT = 200;
/** Painting takes a core for about a tenth of a second: never more at once than two cores do. */
const MAX_AT_ONCE = 2;
const MAX_WAITING = 40;

const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
let running = 0;
const waiting: (() => void)[] = [];

/** The key of a picture: its drawing, which changes with the data, the language and the reader. */
export function pictureKey(svg: string): string {
	return createHash('sha256').update(svg).digest('base64url').slice(0, 22);
}

/**
 * Paints an SVG as PNG, in a thread of its own and once for the same drawing: what is kept is found
 * by the drawing itself, so that nothing stale is ever shown. When too many wait, `unavailable`.
 */
export function renderPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	const key = pictureKey(svg);
	const known = kept.get(key);
	const picture = known ?? paint(svg);
	// What was used last goes to the end, and the oldest leaves first.
	kept.delete(key);
	kept.set(key, picture);
	const [oldest] = kept.keys();
	if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
	if (!known) {
		picture.catch(() => {
			kept.delete(key);
		});
	}
	return picture;
}

async function paint(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	if (waiting.length >= MAX_WAITING) throw new DomainError('unavailable');
	if (running >= MAX_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
	running += 1;
	try {
		const image = await renderAsync(svg, {
			font: {
				loadSystemFonts: false,
				fontFiles: FONTS,
				defaultFontFamily: 'Plus Jakarta Sans',
				sansSerifFamily: 'Plus Jakarta Sans'
			}
		});
		return new Uint8Array(image.asPng());
	} finally {
		running -= 1;
		waiting.shift()?.();
	}
}
