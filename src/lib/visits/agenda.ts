/** One item of a visit's agenda, on the host's clock. */
export interface AgendaItem {
	/** `09:00`. */
	readonly startsAt: string;
	readonly title: string;
	readonly speaker: string;
}

const LINE = /^([01]?\d|2[0-3])[.:]([0-5]\d)\s+(.+)$/;

/**
 * Reads an agenda as people write it: a line for each item, `09.00 Sambutan - Sekretaris Daerah`.
 * Returns the number of the first line that begins with no time instead, counted from 1.
 */
export function parseAgenda(text: string): AgendaItem[] | { readonly badLine: number } {
	const items: AgendaItem[] = [];
	for (const [i, line] of text.split('\n').entries()) {
		if (line.trim() === '') continue;
		const [, hour, minute, rest] = LINE.exec(line.trim()) ?? [];
		if (hour === undefined || minute === undefined || rest === undefined) return { badLine: i + 1 };
		const [title = '', ...speaker] = rest.split(/\s+[-–—]\s+/);
		items.push({
			startsAt: `${hour.padStart(2, '0')}:${minute}`,
			title: title.trim(),
			speaker: speaker.join(' - ').trim()
		});
	}
	return items;
}

/** The inverse of {@link parseAgenda}. */
export function agendaText(items: readonly AgendaItem[]): string {
	return items
		.map(({ startsAt, title, speaker }) => {
			const clock = startsAt.replace(':', '.');
			return speaker === '' ? `${clock} ${title}` : `${clock} ${title} - ${speaker}`;
		})
		.join('\n');
}
