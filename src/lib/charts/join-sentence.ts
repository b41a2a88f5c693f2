/** Joins the parts that have something to say into one sentence with a capital and a full stop. */
export function joinSentence(parts: readonly string[]): string {
	const said = parts.filter((part) => part !== '').join('; ');
	return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
