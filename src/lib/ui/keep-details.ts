/**
 * Remembers which `<details>` of the page the server sent people have opened or closed before its
 * components came alive, which writes `open` anew and would undo it. Call it while the root layout
 * is made, before anything else is.
 * @returns puts it back; for when all is mounted
 */
export function keepDetails(): () => void {
	if (typeof document === 'undefined') return () => undefined;
	const kept = [...document.querySelectorAll('details')].map((one) => [one, one.open] as const);
	return () => {
		for (const [one, isOpen] of kept) one.open = isOpen;
	};
}
