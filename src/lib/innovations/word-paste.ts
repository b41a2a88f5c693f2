/** Word writes lists as paragraphs whose style says so; the sign stands before the text. */
const LIST_TAG = /^<p\b[^>]{0,2000}(?:MsoListParagraph|mso-list:)/i;
const LEADING_SIGN = /^\s*(?:[·•§o-]|\d{1,3}[.)]|[a-z][.)])\s+/i;
const LEADING_NUMBER = /^\s*(?:\d{1,3}|[a-z])[.)]/i;
const MAX_LENGTH = 2_000_000;

/** What is cut out with all that stands in it. */
const CUT: readonly (readonly [string, string])[] = [
	['<head', '</head>'],
	['<style', '</style>'],
	['<script', '</script>'],
	['<xml', '</xml>'],
	['<!--', '-->']
];

/**
 * HTML from Word's clipboard without what belongs to Word: comments, namespaces, styles and empty
 * paragraphs go, its list paragraphs become lists. What an editor does not know it drops itself.
 */
export function cleanPastedHtml(html: string): string {
	if (html.length > MAX_LENGTH) return '';
	const cut = CUT.reduce((rest, [open, close]) => without(rest, open, close), html);
	return cut
		.split(/(?=<p\b)/i)
		.map((part) => (LIST_TAG.test(part) ? listItem(part) : part))
		.join('')
		.replace(/<\/?(?:[ovwm]:[a-z]+|span|font|html|body)\b[^<>]{0,2000}>/gi, '')
		.replace(
			/ (?:class|style|lang|align|width|height)=(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^\s<>]{1,200})/gi,
			''
		)
		.replace(/<p>(?:\s|&nbsp;){0,50}<\/p>/gi, '')
		.replace(/<\/ul>\s{0,20}<ul>|<\/ol>\s{0,20}<ol>/g, '');
}

/** Cuts out all from each `open` to the next `close`, or to the end where none follows. */
function without(html: string, open: string, close: string): string {
	const [first = '', ...rest] = html.split(open);
	return (
		first +
		rest
			.map((part) => {
				const end = part.indexOf(close);
				return end < 0 ? '' : part.slice(end + close.length);
			})
			.join('')
	);
}

/** A list paragraph as a list of one; neighbours are joined afterwards. */
function listItem(part: string): string {
	const start = part.indexOf('>') + 1;
	const end = part.indexOf('</p>');
	const content = part
		.slice(start, end < 0 ? undefined : end)
		.replace(/<\/?(?:span|o:p)\b[^<>]{0,2000}>/gi, '')
		.replaceAll('&nbsp;', ' ');
	const kind = LEADING_NUMBER.test(content) ? 'ol' : 'ul';
	const rest = end < 0 ? '' : part.slice(end + '</p>'.length);
	return `<${kind}><li>${content.replace(LEADING_SIGN, '').trim()}</li></${kind}>${rest}`;
}
