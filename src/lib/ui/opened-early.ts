/**
 * Whether people opened a `<details>` of the page that the server sent before its component came
 * alive, which would close it again. False on the server and for one that was not there before.
 * @param id of the element, unique on the page
 */
export function openedEarly(id: string): boolean {
	if (typeof document === 'undefined') return false;
	const element = document.getElementById(id);
	return element instanceof HTMLDetailsElement && element.open;
}
