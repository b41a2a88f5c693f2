import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { sourceRoot } from '#lib/core/server/source-root.ts';
import { printable } from '../printable.ts';

/** A paper to be set: the template is ours, the data anybody's. */
export interface Paper {
	/** A Typst file of the repository, from the folder of package.json. */
	readonly template: string;
	/** Reaches the template as `json(bytes(sys.inputs.data))`: text stays text, whatever it says. */
	readonly data: unknown;
}

const FONTS = 'node_modules/@expo-google-fonts/plus-jakarta-sans';
const WEIGHTS = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

let compiler: NodeCompiler | undefined;

/**
 * Sets a paper as a tagged PDF that fulfils PDF/UA-1. The first of a process takes about 50 ms,
 * each further one a few; long papers belong in a worker thread (`core/server/run-in-worker.ts`).
 * Throws when the template is wrong, never because of the data's words.
 */
export function typesetPdf({ template, data }: Paper): Uint8Array {
	compiler ??= NodeCompiler.create({
		workspace: sourceRoot(),
		fontArgs: [{ fontPaths: WEIGHTS.map((weight) => path.join(sourceRoot(), FONTS, weight)) }]
	});
	let pdf;
	try {
		pdf = set(compiler, template, printable(data));
	} catch {
		// A sign that the font lacks; a template that is wrong fails again.
		pdf = set(compiler, template, printable(data, true));
	}
	compiler.evictCache(10);
	return new Uint8Array(pdf);
}

function set(compiler: NodeCompiler, template: string, data: unknown): Uint8Array {
	return compiler.pdf(
		{
			mainFilePath: path.join(sourceRoot(), template),
			inputs: { data: JSON.stringify(data) }
		},
		{ pdfStandard: 'ua-1' }
	);
}
