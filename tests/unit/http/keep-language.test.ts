import { expect, test } from 'vitest';
import { keepLanguage } from '#lib/http/keep-language.ts';

const from = (search: string) => new URL(`https://situs.test/entry${search}`);

test('a redirect keeps the language that was asked for', () => {
	expect(keepLanguage('/entry/2026-10?region=36.71', from('?lang=en'))).toBe(
		'/entry/2026-10?region=36.71&lang=en'
	);
	expect(keepLanguage('/entry/2026-10#KTP', from('?month=2026-10&lang=en'))).toBe(
		'/entry/2026-10?lang=en#KTP'
	);
});

test('a redirect of an address without a language stays as it is', () => {
	expect(keepLanguage('/entry/2026-10?q=a%20b', from(''))).toBe('/entry/2026-10?q=a%20b');
});

test('another language, and another site, stay as they are', () => {
	expect(keepLanguage('/kpis?lang=id', from('?lang=en'))).toBe('/kpis?lang=id');
	expect(keepLanguage('https://other.test/', from('?lang=en'))).toBe('https://other.test/');
});
