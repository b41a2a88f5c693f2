import { describe, expect, test } from 'vitest';
import { agencies } from '#db/reference/agencies.ts';
import { writtenSections } from '#db/reference/innovations/write-up.ts';
import { writeUps } from '#db/reference/innovations/write-ups.ts';
import { kpiCatalogue } from '#db/reference/kpis.ts';
import { services } from '#db/reference/services.ts';

const kpiCodes = new Set(kpiCatalogue.map(({ code }) => code));
const serviceCodes = new Set(services.map(({ code }) => code));

test('the founding example has three write-ups', () => {
	expect(writeUps.map(({ slug }) => slug)).toEqual([
		'enam-layanan-adminduk-di-13-kecamatan',
		'sobat-dukcapil',
		'tanya-sobat-ai'
	]);
});

describe.each(writeUps.map((writeUp) => [writeUp.slug, writeUp] as const))(
	'%s',
	(_slug, writeUp) => {
		const texts = writtenSections.flatMap((key) => {
			const { id, en } = writeUp.sections[key];
			return [id, en];
		});

		test('has each section in both languages', () => {
			expect(texts.filter((text) => text.trim() === '')).toEqual([]);
		});

		test('cites the same sources in both languages, and only those it lists', () => {
			for (const key of writtenSections) {
				const { id, en } = writeUp.sections[key];
				expect(cited(id), key).toEqual(cited(en));
			}
			const all = new Set(texts.flatMap(cited));
			expect([...all].toSorted()).toEqual(writeUp.sources.map((_, i) => i + 1));
		});

		test('states nothing without a source, and asks where the sources are silent', () => {
			for (const key of writtenSections) {
				const { knowledge, id } = writeUp.sections[key];
				if (knowledge === 'not_yet_known') {
					expect(cited(id), key).toEqual([]);
					expect(id).toContain('Belum diketahui dari sumber yang tersedia');
					expect(id).toMatch(/\n- .+\?/);
				}
			}
		});

		test('names a source in every statement of a section, in both languages', () => {
			for (const key of writtenSections) {
				const { knowledge, id, en } = writeUp.sections[key];
				if (knowledge !== 'stated') continue;
				for (const statements of [statementsOf(id), statementsOf(en)]) {
					expect(statements, key).not.toEqual([]);
					expect(statements.filter((statement) => cited(statement).length === 0)).toEqual([]);
				}
			}
		});

		test('names the source of each figure and dated step among its facts', () => {
			const { results = [], steps = [] } = writeUp.facts;
			expect(results.filter(({ source }) => !writeUp.sources[(source ?? 0) - 1])).toEqual([]);
			expect(steps.filter(({ textId }) => !/\(sumber \d\)$/.test(textId))).toEqual([]);
		});

		test('points at KPIs, services and an agency that exist', () => {
			expect(writeUp.kpis.filter(({ code }) => !kpiCodes.has(code))).toEqual([]);
			expect(writeUp.services.filter((code) => !serviceCodes.has(code))).toEqual([]);
			expect(agencies.map(({ id }) => id)).toContain(writeUp.agencyId);
		});

		test('has a title of at most 100 characters', () => {
			expect(writeUp.title.id.length).toBeLessThanOrEqual(100);
			expect(writeUp.title.en.length).toBeLessThanOrEqual(100);
		});
	}
);

/** What the compilers say of this site and of what they read; it needs no source. */
const OWN_WORDS =
	/^(?:Profil ini disusun|This write-up is compiled|Hanya itu yang dinyatakan sumber|That is all the source states|Indikator yang ditautkan|The linked indicators|Selebihnya belum diketahui|The rest is not yet known|Angka ini tercatat dalam register|The figure stands in the register|Pemerintah Kota Tangerang belum mengonfirmasi kepada situs ini|The city government has not yet confirmed to this site)/;
/** What the sources leave open, and what is concluded from them. */
const GAP =
	/^(?:Sumber tidak|The sources? (?:names? no|gives? no|do not|does not)|They do not name|Dari sumber yang ada belum jelas|Artinya, menurut pembacaan penyusun|As the compiler reads it)|tidak disebut\.$|is not named\.$/;
const SENTENCE_END = /(?<=[.!?](?:\[\^\d+\])*)\s+(?=[A-Z“"*])/;

/** The sentences of a text, without the questions that a visitor may ask. */
function statementsOf(markdown: string): string[] {
	const [stated = ''] = markdown.split(/\*\*(?:Yang dapat ditanyakan|What a visitor may ask)/);
	return stated
		.split(/\n+/)
		.map((line) => line.trim())
		.filter((line) => line !== '' && !OWN_WORDS.test(line))
		.flatMap((line) => line.split(SENTENCE_END))
		.filter((sentence) => !OWN_WORDS.test(sentence) && !GAP.test(sentence));
}

function cited(text: string): number[] {
	return [...new Set([...text.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1])))];
}
