/** The same data with the key names of the API, at every depth. */
export function withSnakeCaseKeys(data: unknown): unknown {
	if (Array.isArray(data)) return data.map(withSnakeCaseKeys);
	if (typeof data !== 'object' || data === null) return data;
	return Object.fromEntries(
		Object.entries(data).map(([key, value]) => [
			key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
			withSnakeCaseKeys(value)
		])
	);
}
