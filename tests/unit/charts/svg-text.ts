/** A tag of an SVG with its attributes, as far as tests need to read what was drawn. */
export interface Tag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** The text directly inside, unescaped. */
	readonly text: string;
}

const TAG = /<(\w+)((?:\s[\w:-]+="[^"]*")*)\s*\/?>([^<]*)/g;

export function tags(svg: string, name?: string): Tag[] {
	return [...svg.matchAll(TAG)]
		.map(([, tag = '', attributes = '', text = '']) => ({
			name: tag,
			attributes: Object.fromEntries(
				[...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
					key,
					unescape(value)
				])
			),
			text: unescape(text)
		}))
		.filter((tag) => name === undefined || tag.name === name);
}

/** The part of an SVG that draws one series or region. */
export function groupOf(svg: string, attribute: 'data-series' | 'data-region', id: string): string {
	const start = svg.indexOf(`${attribute}="${id}"`);
	if (start < 0) return '';
	let depth = 0;
	for (const match of svg.slice(svg.lastIndexOf('<g', start)).matchAll(/<(\/?)g\b/g)) {
		depth += match[1] ? -1 : 1;
		if (depth === 0) return svg.slice(start, svg.lastIndexOf('<g', start) + match.index);
	}
	return '';
}

/** The points of path data made of absolute M and L, one list for each part that M begins. */
export function subpaths(d: string): [number, number][][] {
	return d
		.split('M')
		.filter((part) => part !== '')
		.map((part) =>
			part
				.replace('Z', '')
				.split('L')
				.map((point): [number, number] => {
					const [x = NaN, y = NaN] = point.trim().split(' ').map(Number);
					return [x, y];
				})
		);
}

function unescape(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}
