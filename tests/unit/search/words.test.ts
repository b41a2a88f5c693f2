import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regencies } from './register-words.ts';
import { deletions, isOneSlipApart } from '#lib/search/edit-distance.ts';
import { regionWords } from '#lib/search/exceptions.ts';
import { chooseAndCount, facetBook, type FacetChoice, type Faceted } from '#lib/search/facets.ts';
import { best, hitsInGroups, hitsOf } from '#lib/search/hits.ts';
import { markExpression, withoutSpellings } from '#lib/search/query-tree.ts';
import {
	toFts5Query,
	toSignedTsVector,
	toTsQuery,
	toTsVector
} from '#lib/search/server/full-text.ts';
import { conceptsIn, normalise } from '#lib/search/server/normalise.ts';
import { stemOf } from '#lib/search/server/stem.ts';

const surfaces = (text: string) => normalise(text, 'id').map(({ surface }) => surface);
const stems = (text: string) => normalise(text, 'id').map(({ stem }) => stem);

describe('a word', () => {
	test('is compared without case, marks and compatible forms', () => {
		expect(surfaces('Café ＫＴＰ ﬁsik')).toEqual(['cafe', 'ktp', 'fisik']);
	});

	test.each([
		'tempat menempatkan ditempatkan penempatan',
		'pindah memindahkan dipindahkan pemindahan perpindahan',
		'nilai menilai dinilai penilaian penilai',
		'tambah menambah ditambah penambahan',
		'tanggung menanggung ditanggung penanggung',
		'tolak menolak ditolak penolakan',
		'putus memutuskan diputuskan pemutusan',
		'kerja mengerjakan dikerjakan pengerjaan',
		'sampai menyampaikan disampaikan penyampaian',
		'salur menyalurkan disalurkan penyaluran'
	])('has one stem in all its forms: %s', (forms) => {
		expect(new Set(stems(forms))).toEqual(new Set([forms.split(' ')[0]]));
	});

	test('of a reduplication counts once, in the old writing too', () => {
		expect(stems('anak-anak anak2 berbelit-belit')).toEqual(['anak', 'anak', 'belit']);
	});

	test('with a hyphen is its parts', () => {
		expect(surfaces('KTP-el e-KTP')).toEqual(['ktp', 'el', 'e', 'ktp']);
	});

	test('that is part of a region name is not stemmed', () => {
		expect(stems('bekasi pemalang kediri')).toEqual(['bekasi', 'pemalang', 'kediri']);
		const unstemmed = ['kepulauan', 'pegunungan'];
		const cut = regencies.filter((word) => stemOf(word, 'id') !== word);
		expect(cut.filter((word) => !unstemmed.includes(word))).toEqual([]);
		expect(regionWords.size).toBeGreaterThan(20);
	});

	test('in English is found in singular and plural', () => {
		expect(
			['certificates', 'cities', 'births', 'process', 'status'].map((word) => stemOf(word, 'en'))
		).toEqual(['certificate', 'city', 'birth', 'process', 'status']);
	});

	test('of any text is letters and digits only, and never longer than the index takes', () => {
		fc.assert(
			fc.property(fc.uint16Array({ maxLength: 60 }), (units) => {
				const text = String.fromCharCode(...units);
				expect(surfaces(text).every((word) => /^[\p{L}\p{N}]{1,40}$/u.test(word))).toBe(true);
			})
		);
	});
});

test('a thing is found by each way to write it', () => {
	const keys = (text: string) => conceptsIn(normalise(text, 'id')).map(({ key }) => key);
	expect(keys('mengurus kartu keluarga')).toEqual(['kk']);
	expect(keys('KTP elektronik')).toEqual(['ktpel']);
	expect(keys('Dinas Kependudukan dan Pencatatan Sipil')).toContain('dukcapil');
	expect(keys('keluarga kartu')).toEqual([]);
});

describe('a slip of typing', () => {
	test.each([
		['pelayanna', 'pelayanan', true],
		['pelayana', 'pelayanan', true],
		['pelayyanan', 'pelayanan', true],
		['pelayonan', 'pelayanan', true],
		['pelayanan', 'pelayanan', false],
		['palayanna', 'pelayanan', false]
	])('%s and %s: %s', (one, other, expected) => {
		expect(isOneSlipApart(one, other)).toBe(expected);
		expect(isOneSlipApart(other, one)).toBe(expected);
	});

	test('leaves a word that shares a shortened form with the right one', () => {
		const letters = fc.array(fc.constantFrom<string>('a', 'b', 'c'), {
			minLength: 5,
			maxLength: 8
		});
		fc.assert(
			fc.property(letters, fc.nat(4), fc.constantFrom(0, 1, 2, 3), (word, at, slip) => {
				const one = word.join('');
				const pieces = [[], ['x'], ['x', word[at] ?? ''], [word[at + 1] ?? '', word[at] ?? '']];
				const taken = slip === 3 ? 2 : 1;
				const other = word.toSpliced(at, taken, ...(pieces[slip] ?? [])).join('');
				fc.pre(one !== other);

				expect(isOneSlipApart(one, other)).toBe(true);
				const shared = new Set(deletions(one));
				expect(deletions(other).some((variant) => shared.has(variant))).toBe(true);
			})
		);
	});
});

describe('the question to the index', () => {
	const clauses = [
		[['layan'], ['=layanan']],
		[['#kk'], ['kartu', 'keluarga']]
	];

	test('is written as each database wants it', () => {
		expect(toFts5Query(clauses)).toBe(
			'(("layan") OR ("=layanan")) AND (("#kk") OR ("kartu" AND "keluarga"))'
		);
		expect(toTsQuery(clauses)).toBe(
			"(('layan') | ('=layanan')) & (('#kk') | ('kartu' & 'keluarga'))"
		);
	});

	test('asks PostgreSQL by signs where a word stands, as its index was made', () => {
		expect(toTsQuery([[['layan'], ['=layanan']]], 'title')).toBe("(('~layan') | ('~=layanan'))");
		expect(toTsQuery([[['layan']]], 'head')).toBe("(('^layan'))");
		expect(toSignedTsVector('title', ['layan', '=layanan', 'layan'])).toBe("'~layan' '~=layanan'");
		expect(toSignedTsVector('head', ["l'"])).toBe("'^l'''");
	});

	test('counts how often a token stands in a text', () => {
		expect(
			toTsVector([
				[['a', 'b', 'a'], 'A'],
				[['b'], 'D']
			])
		).toBe("'a':1A,3A 'b':2A,4D");
	});
});

test('only letters and digits reach the expression that marks words', () => {
	expect(markExpression([[['.*'], ['(a+)+$']]])).toBeNull();
	expect(markExpression([])).toBeNull();
});

describe('the best of what was found', () => {
	test('are in order, and those alike stay as they stood', () => {
		const items = Array.from({ length: 1000 }, (_, i) => ({ i, score: (i * 7919) % 101 }));
		const scoreOf = ({ score }: { score: number }) => score;
		const sorted = items.toSorted((a, b) => b.score - a.score);
		for (const count of [1, 20, 200, 201, 5000]) {
			expect(best(items, scoreOf, count)).toEqual(sorted.slice(0, count));
		}
	});

	test('of groups are those of the first, and what is in none is not found', () => {
		const hits = hitsInGroups([[3], [3, 1], [1, 2, 3, 4]]);
		expect(best(hits.ids, hits.scoreOf, 4)).toEqual([3, 1, 2, 4]);
		expect([hits.scoreOf(0), hits.scoreOf(9)]).toEqual([0, 0]);
		expect(hitsOf([{ id: 2, score: 0 }]).scoreOf(2)).toBeGreaterThan(0);
	});
});

describe('the facets', () => {
	const book = facetBook();
	const choose = (choice: FacetChoice) => chooseAndCount(all, choice, book);
	const entry = (region: string, kind: string, service: string[], kpi: string[]): Faceted => ({
		facets: book.enter({
			region: [region],
			kind: [kind],
			stage: ['pilot'],
			validation: ['region_approved'],
			service,
			kpi
		})
	});
	const all = [
		entry('36.71', 'digital', ['KTP', 'KK'], ['A']),
		entry('36.71', 'mixed', ['KTP'], []),
		entry('36.03', 'digital', [], ['A'])
	];

	test('keep to all that is chosen', () => {
		expect(choose({ region: '36.71', service: 'KTP' }).chosen).toHaveLength(2);
		expect(choose({ region: '36.71', kpi: 'A' }).chosen).toHaveLength(1);
		expect(choose({}).chosen).toHaveLength(3);
	});

	test('count what each value would leave, whatever is chosen in the same facet', () => {
		expect(choose({ region: '36.03', kind: 'digital' }).counts.region).toEqual([
			{ value: '36.03', count: 1 },
			{ value: '36.71', count: 1 }
		]);
		expect(choose({ region: '36.04' }).counts.region).toContainEqual({
			value: '36.04',
			count: 0
		});
		expect(choose({}).counts.service).toEqual([
			{ value: 'KTP', count: 2 },
			{ value: 'KK', count: 1 }
		]);
	});
});

describe('a clause without the spellings of its words', () => {
	test.each([
		[[['layan'], ['=layanan']], [['layan']]],
		[
			[['layan'], ['=layanan'], ['layanan-en'], ['#x']],
			[['layan'], ['layanan-en'], ['#x']]
		],
		[
			[['kota', 'tangerang'], ['=kota', '=tangerang'], ['@3671']],
			[['kota', 'tangerang'], ['@3671']]
		],
		// The one word may stand in an Indonesian text and the other in an English one.
		[
			[
				['a', 'b'],
				['=a', '=b'],
				['c', 'd']
			],
			[
				['a', 'b'],
				['=a', '=b'],
				['c', 'd']
			]
		],
		[[['=a']], [['=a']]]
	])('%j holds where %j does', (clause, expected) => {
		expect(withoutSpellings(clause)).toEqual(expected);
	});
});
