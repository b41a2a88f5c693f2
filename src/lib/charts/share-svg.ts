import type { ChartModel } from './model.ts';
import { standaloneStyle } from './standalone-style.ts';
import { element, escapeXml, px, textElement } from './svg-element.ts';
import { eventTexts, measures } from './svg-frame.ts';
import { draw } from './svg.ts';
import { fitText, wrapText } from './text-width.ts';

/** The size that sites which preview links expect. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const MARGIN = 48;
const INNER = SHARE_WIDTH - 2 * MARGIN;
const TITLE_SIZE = 36;
const TEXT_SIZE = 22;
const FOOT_SIZE = 18;
/** A drawing is never blown up beyond this, so that a short one does not shout. */
const MAX_SCALE = 1.6;

/** What stands around a drawing in a picture to share. */
export interface ShareFrame {
	readonly title: string;
	readonly subtitle: string;
	/** `Data contoh`, or empty. */
	readonly sampleMark: string;
	/** The site's name, at the foot. */
	readonly site: string;
	/** Source, licence and day of retrieval. */
	readonly source: string;
}

/**
 * A chart as a picture of 1200 by 630 with its heading, the mark of sample data and its source in
 * it: for link previews and downloads as PNG. The drawing takes what room is left.
 */
export function shareSvg(
	model: ChartModel,
	{ site, source }: Pick<ShareFrame, 'site' | 'source'>
): string {
	const { title, subtitle, sampleMark } = model;
	return framedSvg({ title, subtitle, sampleMark, site, source }, (whole) => {
		const events = eventTexts(model).join(' · ');
		const room = whole - (events === '' ? 0 : FOOT_SIZE + 10);
		// First as wide as it can be drawn large, then as wide as its height allows.
		const first = draw(model, measures(INNER / MAX_SCALE));
		const scale = Math.min(MAX_SCALE, room / first.height);
		const width = INNER / scale;
		const { content, height } = draw(model, measures(width));
		const fits = Math.min(scale, room / height);
		const scaled = {
			transform: `scale(${fits.toFixed(3)})`,
			'font-size': measures(width).fontSize
		};
		const below = { class: 'chart-muted', x: 0, y: whole, 'font-size': FOOT_SIZE };
		return (
			element('g', scaled, [content]) +
			(events === '' ? '' : textElement(below, fitText(events, INNER, FOOT_SIZE)))
		);
	});
}

/**
 * A picture to share with a heading and a foot around whatever is drawn between them.
 * @param body draws into the given height, 1104 wide, and returns SVG
 */
export function framedSvg(frame: ShareFrame, body: (room: number) => string): string {
	const titles = wrapText(frame.title, INNER, TITLE_SIZE, true).slice(0, 2);
	const subtitle = wrapText(frame.subtitle, INNER, TEXT_SIZE).slice(0, 2);
	const lines = [
		...titles.map((text) => ({ text, class: 'chart-title', size: TITLE_SIZE })),
		...subtitle.map((text) => ({ text, class: 'chart-muted', size: TEXT_SIZE })),
		...(frame.sampleMark === ''
			? []
			: [{ text: frame.sampleMark.toUpperCase(), class: 'chart-sample', size: TEXT_SIZE }])
	];
	let y = MARGIN - 8;
	const head = lines.map(({ text, class: look, size }) => {
		y += size * 1.25;
		return textElement(
			{ class: look, x: MARGIN, y: y - size * 0.2, 'font-size': size },
			fitText(text, INNER, size, look === 'chart-title')
		);
	});
	const top = y + 14;
	const foot = SHARE_HEIGHT - 26;
	const room = foot - FOOT_SIZE - 16 - top;
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: 'chart-svg',
			viewBox: `0 0 ${String(SHARE_WIDTH)} ${String(SHARE_HEIGHT)}`,
			width: SHARE_WIDTH,
			height: SHARE_HEIGHT,
			role: 'img'
		},
		[
			element('title', {}, [escapeXml(`${frame.title}. ${frame.subtitle}`)]),
			element('style', {}, [standaloneStyle]),
			element('rect', { class: 'chart-page', width: SHARE_WIDTH, height: SHARE_HEIGHT }),
			...head,
			element('g', { transform: `translate(${px(MARGIN)} ${px(top)})` }, [body(room)]),
			textElement(
				{ class: 'chart-own-text', x: MARGIN, y: foot, 'font-size': FOOT_SIZE + 2 },
				frame.site
			),
			textElement(
				{
					class: 'chart-muted',
					x: SHARE_WIDTH - MARGIN,
					y: foot,
					'text-anchor': 'end',
					'font-size': FOOT_SIZE
				},
				fitText(frame.source, INNER - 220, FOOT_SIZE)
			)
		]
	);
}
