/**
 * What stands in a textarea of the page that the server sent, when its component comes alive:
 * perhaps more than the server wrote, because people on a slow link type before that.
 * An input keeps such text through `defaultValue`, which Svelte does not write for a textarea.
 * Undefined on the server and for a component that was not in the page before.
 * @param id unique to the component, from `$props.id()`
 */
export function typedEarly(id: string): string | undefined {
	if (typeof document === 'undefined') return undefined;
	const element = document.getElementById(id);
	return element instanceof HTMLTextAreaElement ? element.value : undefined;
}
