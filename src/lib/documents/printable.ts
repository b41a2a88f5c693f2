/** Signs without a shape, and the ones that turn the direction of a text. */
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** What the font of our papers surely has: Latin with its accents, and common punctuation. */
const UNSURE = /[^\n\x20-\x7E\u00A0-\u017F‘’“”–—…•€]/gu;
const STAND_IN = '?';

/**
 * The same data with every text made fit for paper: signs without a shape are gone. PDF/UA refuses
 * a paper in which a sign cannot be drawn, so `strict` puts a question mark for all that the font
 * may lack, such as an emoji.
 */
export function printable(data: unknown, strict = false): unknown {
	if (typeof data === 'string') {
		const shaped = data.normalize('NFC').replace(SHAPELESS, (sign) => (sign === '\n' ? sign : ''));
		return strict ? shaped.replace(UNSURE, STAND_IN) : shaped;
	}
	if (Array.isArray(data)) return data.map((each: unknown) => printable(each, strict));
	if (typeof data !== 'object' || data === null) return data;
	return Object.fromEntries(
		Object.entries(data).map(([key, value]) => [key, printable(value, strict)])
	);
}
