type Attribute = string | number | null | undefined;

/** Characters that no XML document may hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Makes a text safe between tags and inside quoted attributes of SVG and HTML. */
export function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replace(FORBIDDEN, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

/**
 * An SVG element as text. Attributes are escaped and left out when null; numbers are rounded to a
 * tenth of a pixel. The children must be elements or escaped text already.
 */
export function element(
	name: string,
	attributes: Readonly<Record<string, Attribute>>,
	children: readonly string[] = []
): string {
	const written = Object.entries(attributes).flatMap(([key, value]) => {
		if (value === null || value === undefined || value === '') return [];
		return [` ${key}="${typeof value === 'number' ? px(value) : escapeXml(value)}"`];
	});
	const open = `<${name}${written.join('')}`;
	return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

/** A text element; the text is escaped here. */
export function textElement(attributes: Readonly<Record<string, Attribute>>, text: string): string {
	return element('text', attributes, [escapeXml(text)]);
}

/** A length in tenths of a pixel: `12.3`, `12`. */
export function px(value: number): string {
	return String(Math.round(value * 10) / 10);
}
