import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ReportFormInput } from '#lib/visits/report-schema.ts';
import { DeclineInput, VisitRequestInput } from '#lib/visits/schema.ts';

const good = {
	host_region: '36.71',
	mode: 'online',
	people: '12',
	purpose: 'Mempelajari layanan adminduk di kecamatan.',
	questions: ['Bagaimana pegawai ditempatkan?', 'Berapa biayanya setahun?', 'Apa kendalanya?'],
	preferred_sessions: ['tue-am@2026-12-08'],
	submit_key: 'kunci-yang-sama'
};

function problems(changes: Record<string, unknown>): Record<string, string> {
	const { issues = [] } = v.safeParse(VisitRequestInput, { ...good, ...changes });
	return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]));
}

describe('a visit request', () => {
	test('a form and the API give the same input', () => {
		const fromForm = v.parse(VisitRequestInput, good);
		expect(v.parse(VisitRequestInput, { ...good, people: 12 })).toEqual(fromForm);
		expect(fromForm).toMatchObject({ people: 12, onsite_reason: '', needs: '' });
	});

	test('empty question fields are left out before they are counted', () => {
		expect(problems({ questions: [...good.questions, '', '  '] })).toEqual({});
		expect(problems({ questions: [good.questions[0], '', ''] })).toEqual({
			questions: 'visit.questions.few'
		});
	});

	test('coming in person needs a reason', () => {
		expect(problems({ mode: 'onsite' })).toEqual({ onsite_reason: 'visit.onsiteReason.needed' });
		expect(problems({ mode: 'onsite', onsite_reason: 'Melihat langsung alur di loket.' })).toEqual(
			{}
		);
	});

	test.each([
		[{ people: '0' }, 'people'],
		[{ people: '1e3' }, 'people'],
		[{ people: -4 }, 'people'],
		[{ people: 2.5 }, 'people'],
		[{ mode: 'teleport' }, 'mode'],
		[{ host_region: '3671' }, 'host_region'],
		[{ preferred_sessions: [] }, 'preferred_sessions'],
		[{ preferred_sessions: ['a@2026-12-08', 'a@2026-12-08'] }, 'preferred_sessions'],
		[{ preferred_sessions: Array(4).fill('a@2026-12-08') }, 'preferred_sessions'],
		[{ preferred_sessions: ["'; drop table visit; --"] }, 'preferred_sessions.0'],
		[{ submit_key: 'x' }, 'submit_key'],
		[{ purpose: 'x'.repeat(2001) }, 'purpose'],
		[{ purpose: 'Mempelajari layanan\u0000 di kecamatan.' }, 'purpose'],
		[{ needs: 'Parkir\u0007' }, 'needs'],
		[{ questions: [...good.questions, 'Apa\u0000 kendalanya?'] }, 'questions.3'],
		[{ innovation: '../rahasia' }, 'innovation'],
		[{ preferred_sessions: ['tue-am@2026-02-31'] }, 'preferred_sessions.0']
	])('%j is refused beside its field', (changes, field) => {
		expect(Object.keys(problems(changes))).toContain(field);
	});

	test('a text may have several lines', () => {
		const purpose = 'Mempelajari layanan\r\n\tdi kecamatan.';
		expect(problems({ purpose })).toEqual({});
	});

	test('a number like a NIK is refused however it is spaced', () => {
		for (const nik of [
			'3671012301678901',
			'3671 0123 0167 8901',
			'3671-0123-0167-8901',
			'367101/230167/8901',
			'367101 – 230167 – 8901',
			'3671\u00a00123\u00a00167\u00a08901',
			'36710123\u200b01678901',
			'３６７１０１２３０１６７８９０１'
		]) {
			expect(problems({ purpose: `Data milik warga ${nik} sebagai contoh.` })).toEqual({
				purpose: 'field.nik'
			});
		}
		expect(problems({ purpose: 'Anggaran sebesar 1.957.349 rupiah untuk setahun.' })).toEqual({});
		expect(problems({ purpose: 'Januari 3671, Februari 0123, Maret 0167, April 8901.' })).toEqual(
			{}
		);
	});
});

test('declining without another way is refused', () => {
	const { issues = [] } = v.safeParse(DeclineInput, {
		version: 1,
		reason_code: 'timing',
		reason: 'Pada bulan itu kami menyusun anggaran tahun berikutnya.'
	});
	expect(issues.map((issue) => v.getDotPath(issue))).toEqual(['alternative']);
});

describe('a report from a form', () => {
	const form = {
		version: '7',
		learned: 'Petugas bertugas di kecamatan dengan jadwal tetap.',
		applicable: 'Jadwal bergilir di kecamatan yang jauh.',
		answers: ['Bergiliran.', ''],
		commitment_text: ['', 'Uji coba di empat kecamatan.'],
		commitment_owner: ['', 'Kepala Disdukcapil'],
		commitment_due: ['', '2027-06-30'],
		commitment_kpi: ['', 'ADM-TAT'],
		commitment_baseline: ['', '3,5'],
		commitment_target: ['', '2']
	};

	test('leaves empty rows out and reads numbers as people write them', () => {
		const { commitments, answers } = v.parse(ReportFormInput, form);
		expect(answers).toEqual(['Bergiliran.', '']);
		expect(commitments).toEqual([
			{
				text: 'Uji coba di empat kecamatan.',
				owner_position: 'Kepala Disdukcapil',
				due_date: '2027-06-30',
				kpi: 'ADM-TAT',
				baseline: 3.5,
				target: 2
			}
		]);
	});

	test.each([
		[{ commitment_target: ['', 'dua'] }, 'commitments.0.target', 'field.number'],
		[{ answers: ['3671012345678901'] }, 'answers.0', 'field.nik'],
		[{ answers: Array(11).fill('ya') }, 'answers', 'visit.report.manyAnswers'],
		[{ commitment_due: ['', 'besok'] }, 'commitments.0.due_date', 'field.day']
	])('%j is refused beside its field', (changes, field, message) => {
		const { issues = [] } = v.safeParse(ReportFormInput, { ...form, ...changes });
		expect(issues.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([[field, message]]);
	});
});
