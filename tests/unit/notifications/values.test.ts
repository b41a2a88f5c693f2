import { describe, expect, test } from 'vitest';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { valuesFor } from '#lib/notifications/values.ts';
import { writeUpData } from '#lib/notifications/write-up-data.ts';

const about = { slug: 'sobat-dukcapil', titleId: 'Layanan daring', titleEn: 'Online services' };

describe('a message about a write-up', () => {
	test('names it by its title in the language of the reader', () => {
		const data = writeUpData(about, 'Kota Tangerang');
		const told = (locale: 'id' | 'en') =>
			translateIn(locale)('notification.innovation_updated', valuesFor(locale, { ...data }));
		expect(told('id')).toBe('Kota Tangerang memperbarui “Layanan daring”.');
		expect(told('en')).toBe('Kota Tangerang updated “Online services”.');
	});

	test('has the Indonesian title where there is no other, and the address where there is none', () => {
		const untranslated = writeUpData({ ...about, titleEn: null }, 'Kota Tangerang');
		expect(valuesFor('en', { ...untranslated }).title).toBe('Layanan daring');
		expect(valuesFor('id', { ref: 'sobat-dukcapil', region: '' }).title).toBe('sobat-dukcapil');
	});
});
