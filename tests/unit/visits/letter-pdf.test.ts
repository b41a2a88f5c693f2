import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { typesetPdf } from '#lib/documents/server/typeset.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { writeLetter, letterKinds, type LetterFacts } from '#lib/visits/letter.ts';

const facts: LetterFacts = {
	ref: 'V-CNTH22',
	hostName: 'Kota Tangerang',
	visitorName: 'Kabupaten Tangerang',
	innovation: null,
	purpose: 'Mempelajari layanan #eval("1") *di* kecamatan.',
	people: 10,
	mode: 'onsite',
	session: { day: '2026-12-08', startsAt: '09:00', endsAt: '11:30', timezone: 'Asia/Makassar' },
	place: 'Balai Kota',
	questions: ['Bagaimana pegawai ditempatkan?'],
	delegates: [
		{
			name: 'Siti #sys.version',
			jobPosition: 'Kepala Bidang',
			organisation: 'Disdukcapil',
			nip: null,
			role: 'leader'
		}
	]
};
const input = {
	agency: 'Sekretariat Daerah',
	address: 'Jl. Daan Mogot 1',
	number: '400.12/127/Setda/2026',
	place: 'Tigaraksa',
	date: '2026-11-25',
	attachment: '',
	addressee: 'Wali Kota Tangerang',
	body: '',
	signer_position: 'Sekretaris Daerah',
	signer_name: 'Herman, S.Kom., M.T.',
	signer_rank: '',
	signer_nip: null,
	copies: 'Bupati Tangerang'
};

test.each(letterKinds)(
	'the letter %s becomes a tagged PDF in which text stays text',
	async (kind) => {
		const t = translateIn('id');
		const data = {
			...writeLetter(kind, facts, input, t),
			documentTitle: kind,
			copiesLabel: t('letter.copies')
		};
		const pdf = typesetPdf({ template: 'src/lib/visits/server/letter.typ', data });
		expect(Buffer.from(pdf).includes('/MarkInfo')).toBe(true);
		const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
		expect(text).toContain('400.12/127/Setda/2026');
		if (kind === 'request') expect(text).toContain('#eval("1") *di*');
		if (kind === 'request') expect(text).toContain('09.00–11.30 WITA');
		if (kind === 'delegation') expect(text).toContain('Siti #sys.version');
	}
);
