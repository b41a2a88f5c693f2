import { expect, test } from 'vitest';
import { timelineOf } from '#lib/visits/timeline.ts';

test('events, messages and documents stand in one line, and an event before what came with it', () => {
	const items = timelineOf(
		[
			{ number: 1, happenedAt: '2026-11-24T03:00:00.000Z' },
			{ number: 2, happenedAt: '2026-11-26T03:00:00.000Z' }
		],
		[
			{ id: 'm', createdAt: '2026-11-25T03:00:00.000Z' },
			{ id: 'n', createdAt: '2026-11-26T03:00:00.000Z' }
		],
		[{ id: 'd', createdAt: '2026-11-24T09:00:00.000Z' }]
	);
	expect(items.map(({ key }) => key)).toEqual([
		'event 1',
		'document d',
		'message m',
		'event 2',
		'message n'
	]);
});
