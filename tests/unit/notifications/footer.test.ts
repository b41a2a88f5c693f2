import { expect, test } from 'vitest';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { notificationKinds } from '#lib/notifications/kinds.ts';

test('a mail about a write-up or a month does not say that it is about a visit', () => {
	for (const [locale, visit] of [
		['id', 'kunjungan'],
		['en', 'visit']
	] as const) {
		const about = notificationKinds.filter((kind) =>
			translateIn(locale)(`mail.why.${kind}`).includes(visit)
		);
		expect(about).toEqual(['decision', 'message', 'commitment']);
	}
});
