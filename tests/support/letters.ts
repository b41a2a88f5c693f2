import type { LetterFacts } from '#lib/visits/letter.ts';
import type { LetterInput } from '#lib/visits/letter-schema.ts';

/** A dated visit as letters tell it, with words that a typesetter could take for orders. */
export const letterFacts: LetterFacts = {
	ref: 'V-CNTH22',
	hostName: 'Kota Tangerang',
	visitorName: 'Kabupaten Tangerang',
	innovation: null,
	purpose: 'Mempelajari layanan #eval("1") *di* kecamatan.',
	people: 10,
	mode: 'onsite',
	state: 'scheduled',
	session: { day: '2026-12-08', startsAt: '09:00', endsAt: '11:30', timezone: 'Asia/Makassar' },
	proposed: [
		{ day: '2026-12-08', startsAt: '09:00', endsAt: '11:30', timezone: 'Asia/Makassar' },
		{ day: '2026-12-10', startsAt: '13:00', endsAt: '15:30', timezone: 'Asia/Makassar' }
	],
	offered: [],
	decision: null,
	requestLetter: null,
	place: 'Balai Kota',
	isSample: false,
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

/** What an office fills in. */
export const letterInput: LetterInput = {
	agency: 'Sekretariat Daerah',
	address: 'Jl. Daan Mogot 1',
	number: '400.12/127/Setda/2026',
	place: 'Tigaraksa',
	date: '2026-11-25',
	attachment: '',
	addressee: '',
	body: '',
	signer_position: 'Sekretaris Daerah',
	signer_name: 'Herman, S.Kom., M.T.',
	signer_rank: 'Pembina Utama Muda (IV/c)',
	signer_nip: null,
	copies: 'Bupati Tangerang'
};
