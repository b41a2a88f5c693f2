import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { writtenSections as loadedSections } from '#db/reference/innovations/write-up.ts';
import { freshnessOf } from '#lib/innovations/freshness.ts';
import { listSearch } from '#lib/innovations/list-address.ts';
import { missingSections, type SectionText, shortSections } from '#lib/innovations/publishable.ts';
import { InnovationSearch } from '#lib/innovations/query-schema.ts';
import { InnovationForm } from '#lib/innovations/schema.ts';
import { sections, writtenSections } from '#lib/innovations/sections.ts';
import { parseStarted, startedInput, startedText } from '#lib/innovations/started.ts';
import { atomFeed } from '#lib/innovations/atom.ts';
import en from '#lib/i18n/messages/en.json';

describe('the sections', () => {
	test('are thirteen, six of them required, the last one made by the site', () => {
		expect(sections.map(({ number }) => number)).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
		]);
		expect(sections.filter(({ isRequired }) => isRequired).map(({ number }) => number)).toEqual([
			1, 2, 5, 8, 10, 12
		]);
		expect(sections.filter(({ isWritten }) => !isWritten).map(({ key }) => key)).toEqual([
			'adoptions'
		]);
	});

	test('are those of the write-ups that are loaded', () => {
		expect(writtenSections).toEqual(loadedSections);
	});

	test('have a name, and a hint where people write them', () => {
		const keys = new Set(Object.keys(en));
		const wanted = sections.flatMap(({ key, isWritten }) => [
			`innovation.section.${key}`,
			...(isWritten ? [`innovation.hint.${key}`] : [])
		]);
		expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
	});
});

describe('publication', () => {
	const complete: SectionText[] = writtenSections.map((section) => ({
		section,
		knowledge: 'stated',
		markdownId: 'kata '.repeat(300)
	}));
	const but = (section: string, change: Partial<SectionText>) =>
		complete.map((text) => (text.section === section ? { ...text, ...change } : text));

	test('asks for the required sections and no others', () => {
		const only = complete.filter(({ section }) => section === 'lessons');

		expect(missingSections(complete)).toEqual([]);
		expect(missingSections(only).map(({ path }) => path)).toEqual([
			'summary_id',
			'background_id',
			'design_id',
			'results_id',
			'replication_id',
			'evidence_id'
		]);
		expect(missingSections(but('design', { markdownId: '| --- |' }))).toHaveLength(1);
	});

	test('asks for the least number of words', () => {
		expect(shortSections(complete)).toEqual([]);
		expect(shortSections(but('design', { markdownId: 'kata '.repeat(299) }))).toEqual([
			{
				path: 'design_id',
				code: 'innovation.sectionTooShort',
				values: { words: 299, min: 300 }
			}
		]);
	});

	test('lets a section be short that is marked as not yet known', () => {
		const short = but('results', { markdownId: 'Belum diukur.', knowledge: 'not_yet_known' });

		expect([...missingSections(short), ...shortSections(short)]).toEqual([]);
	});
});

describe('a beginning', () => {
	test.each([
		['2017', '2017-01-01', 'year', '2017'],
		['2025-10', '2025-10-01', 'month', 'Oktober 2025'],
		['2025-10-10', '2025-10-10', 'day', '10 Oktober 2025']
	] as const)('%s is known no better than it is typed', (text, startedOn, precision, shown) => {
		const started = parseStarted(text);

		expect(started).toEqual({ startedOn, startedPrecision: precision });
		expect(startedText('id', started ?? { startedOn: null, startedPrecision: null })).toBe(shown);
		expect(startedInput({ startedOn, startedPrecision: precision })).toBe(text);
	});

	test.each(['', '17', '1800', '2017-13', '2017-02-30', '2017-1', 'kemarin', '2017-01-01T00'])(
		'%j is none',
		(text) => {
			expect(parseStarted(text)).toBeNull();
		}
	);
});

test.each([
	[null, 'unconfirmed', 'never_confirmed'],
	['2025-11-24', 'active', 'confirmed'],
	['2025-11-23', 'active', 'stale'],
	[null, 'stopped', 'stopped']
])('confirmed on %s and %s, it is %s', (confirmedOn, sustainability, expected) => {
	expect(freshnessOf({ confirmedOn, sustainability }, '2026-11-24')).toBe(expected);
});

test('an address of the list holds its state and nothing else', () => {
	expect(listSearch({})).toBe('');
	expect(listSearch({ q: 'akta & kia', service: 'KTP', page: 1, sort: 'title' })).toBe(
		'?q=akta+%26+kia&service=KTP&sort=title'
	);
});

test('what cannot be read in the address of the list is no choice', () => {
	expect(
		v.parse(InnovationSearch, {
			q: 'x'.repeat(101),
			service: '!',
			region: '3671',
			kind: 'a',
			page: '0'
		})
	).toEqual({ q: '', page: 1 });
});

describe('the form', () => {
	const least = {
		titleId: 'Judul',
		summaryId: 'Ringkasan',
		kind: 'digital',
		form: 'other',
		stage: 'pilot',
		sustainability: 'active'
	};
	const problems = (more: Record<string, unknown>) =>
		(v.safeParse(InnovationForm, { ...least, ...more }).issues ?? []).map(
			(issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`
		);

	test('needs a title, a summary and the choices', () => {
		expect(problems({})).toEqual([]);
		expect(problems({ titleId: ' ' })).toEqual(['titleId field.required']);
		expect(problems({ kind: undefined, stage: 'x' })).toEqual([
			'kind field.required',
			'stage field.required'
		]);
	});

	test.each([
		[{ titleId: 'x'.repeat(101) }, 'titleId field.tooLong'],
		[{ summaryId: 'NIK 3671012508900001' }, 'summaryId innovation.personalNumber'],
		[{ design_id: 'NIK 3671012508900001' }, 'design_id innovation.personalNumber'],
		[{ design_en: '- '.repeat(50) }, 'design_en innovation.textTooDeep'],
		[{ design_id: 'x'.repeat(12_001) }, 'design_id innovation.textTooLong'],
		[{ website: 'javascript:alert(1)' }, 'website innovation.badWebsite'],
		[{ website: 'https://a:b@evil.example' }, 'website innovation.badWebsite'],
		[{ started: '2017-13' }, 'started innovation.badStarted'],
		[{ staffCount: '1.000' }, 'staffCount innovation.wholeNumber'],
		[{ staffCount: '10000001' }, 'staffCount innovation.numberTooLarge'],
		[{ services: ['../'] }, 'services.0 field.serviceCode'],
		[{ sourceDay: ['', '2026-02-30'] }, 'sourceDay.1 field.day']
	])('says what is wrong with %j', (input, problem) => {
		expect(problems(input)).toEqual([problem]);
	});

	test('reads numbers, the beginning and line ends', () => {
		expect(
			v.parse(InnovationForm, {
				...least,
				staffCount: '12',
				annualBudgetRupiah: '',
				started: '2017',
				needsDelegation: '0',
				design_id: 'a\r\nb'
			})
		).toMatchObject({
			staffCount: 12,
			annualBudgetRupiah: null,
			started: { startedOn: '2017-01-01', startedPrecision: 'year' },
			needsDelegation: 0,
			design_id: 'a\nb'
		});
	});
});

test('a feed is XML whatever the texts hold', () => {
	const feed = atomFeed({
		title: 'A & B',
		subtitle: '<x>',
		language: 'id',
		selfUrl: 'https://a.example/feed?x="1"',
		pageUrl: 'https://a.example/',
		updatedAt: '2026-11-24T03:00:00.000Z',
		entries: [
			{
				url: 'https://a.example/i',
				title: ']]><script>\u0000\u0008\ud800',
				summary: 'satu & dua',
				author: "Kota 'X'",
				publishedAt: '2026-11-24T03:00:00.000Z',
				updatedAt: '2026-11-24T03:00:00.000Z'
			}
		]
	});

	expect(feed).toContain('<title>A &amp; B</title>');
	expect(feed).toContain('href="https://a.example/feed?x=&quot;1&quot;"');
	expect(feed).toContain('<title>]]&gt;&lt;script&gt;\ufffd</title>');
});
