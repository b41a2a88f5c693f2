/** A command line that cannot be run: the text says which part and what to write instead. */
export class UsageError extends Error {
	override name = 'UsageError';
}
