import { DISDUKCAPIL_KOTA_TANGERANG } from '../agencies.ts';
import { foundingText } from './sources.ts';
import { notYetKnown, stated, stillToAsk, type WriteUp } from './write-up.ts';

const designQuestions = stillToAsk([
	{
		id: 'Dari mana jawabannya: daftar tanya jawab yang disusun petugas, model bahasa, atau keduanya?',
		en: 'Where do the answers come from: questions and answers written by staff, a language model, or both?'
	},
	{
		id: 'Siapa yang memeriksa kebenaran jawaban, dan seberapa sering?',
		en: 'Who checks that the answers are right, and how often?'
	},
	{
		id: 'Kapan percakapan diteruskan kepada petugas?',
		en: 'When is a conversation handed to a member of staff?'
	},
	{
		id: 'Apakah fitur ini dapat membaca data kependudukan warga, dan di mana percakapan disimpan?',
		en: "Can the feature read residents' data, and where are conversations kept?"
	}
]);

const stepQuestions = stillToAsk([
	{
		id: 'Kapan fitur ini diluncurkan, dan adakah uji coba sebelumnya?',
		en: 'When was the feature launched, and was there a pilot before?'
	}
]);

const results = notYetKnown([
	{
		id: 'Berapa pertanyaan yang dijawab setiap bulan, dan berapa yang terjawab tanpa petugas?',
		en: 'How many questions are answered each month, and how many without staff?'
	},
	{
		id: 'Apakah berkas yang dikembalikan karena tidak lengkap berkurang?',
		en: 'Are fewer files returned as incomplete?'
	}
]);

const replicationQuestions = stillToAsk([
	{
		id: 'Apakah fitur ini dapat dipakai daerah lain, dan apa yang harus disiapkan lebih dulu?',
		en: 'Can other regions use the feature, and what must be prepared first?'
	},
	{
		id: 'Berapa biaya pemakaian model atau layanan yang mendasarinya?',
		en: 'What does the underlying model or service cost?'
	}
]);

const evidence = stillToAsk([
	{
		id: 'Kebijakan pemakaian kecerdasan artifisial, pelindungan data pribadi, dan hasil pengujian jawaban.',
		en: 'The policy on artificial intelligence, data protection, and results of testing the answers.'
	}
]);

/** The assistant on the Sobat Dukcapil site that answers people's questions. */
export const tanyaSobatAi: WriteUp = {
	slug: 'tanya-sobat-ai',
	regionCode: '36.71',
	agencyId: DISDUKCAPIL_KOTA_TANGERANG,
	title: {
		id: 'Tanya Sobat AI: asisten pengurusan dokumen',
		en: 'Tanya Sobat AI: an assistant for document requests'
	},
	summary: {
		id: 'Fitur pada situs Sobat Dukcapil yang membantu masyarakat mendapatkan informasi dan bantuan dalam mengurus dokumen kependudukan secara daring.',
		en: 'A feature of the Sobat Dukcapil site that helps people find information and help when they arrange civil registration documents online.'
	},
	kind: 'digital',
	form: 'public_service',
	stage: 'implementation',
	startedOn: null,
	startedPrecision: null,
	website: 'https://sobatdukcapil.tangerangkota.go.id',
	needsDelegation: null,
	sdgs: [16],
	facts: {
		shortName: 'Tanya Sobat AI',
		affair: 'civil_registration',
		targetGroups: ['general']
	},
	services: ['KIA', 'KTP', 'PDG', 'KK'],
	kpis: ['ADM-DIG', 'ADM-REJ'].map((code) => ({ code, launchedMonth: null })),
	sources: [foundingText],
	sections: {
		summary: stated(
			[
				'Disdukcapil Kota Tangerang meluncurkan fitur Tanya Sobat AI pada situs [sobatdukcapil.tangerangkota.go.id](https://sobatdukcapil.tangerangkota.go.id).[^1] Menurut Kepala Disdukcapil, fitur ini dirancang untuk memudahkan masyarakat mendapatkan informasi dan bantuan terkait pengurusan dokumen kependudukan secara daring.[^1]',
				'Hanya itu yang dinyatakan sumber. Profil ini disusun dari berita; situsnya tidak kami kunjungi, dan isinya belum dikonfirmasi Pemerintah Kota Tangerang. Hal yang tidak disebut sumber ditandai belum diketahui, dengan pertanyaan yang dapat dibawa saat kunjungan.'
			],
			[
				'The Disdukcapil of Kota Tangerang has launched a feature called Tanya Sobat AI ("ask Sobat AI") on the site [sobatdukcapil.tangerangkota.go.id](https://sobatdukcapil.tangerangkota.go.id).[^1] According to the head of the agency, it is designed to make it easier for people to get information and help with civil registration documents online.[^1]',
				'That is all the source states. This write-up is compiled from the press; we did not visit the site, and the city government has not confirmed the text. What the source does not state is marked as not yet known, with questions to bring to a visit.'
			]
		),
		background: notYetKnown([
			{
				id: 'Pertanyaan apa yang paling sering diajukan warga sebelum fitur ini ada, dan lewat kanal mana?',
				en: 'What did people ask most before the feature existed, and through which channel?'
			},
			{
				id: 'Berapa banyak waktu petugas yang dipakai untuk menjawabnya?',
				en: 'How much staff time went into answering?'
			}
		]),
		objectives: stated(
			[
				'Memudahkan masyarakat mendapatkan informasi dan bantuan terkait pengurusan dokumen kependudukan secara daring.[^1] Sumber tidak menyebut sasaran yang terukur.'
			],
			[
				'To make it easier for people to get information and help with civil registration documents online.[^1] The source names no measurable aim.'
			]
		),
		novelty: notYetKnown([
			{
				id: 'Apa yang dapat dijawab fitur ini yang sebelumnya hanya dapat dijawab petugas?',
				en: 'What can the feature answer that only staff could answer before?'
			}
		]),
		design: stated(
			[
				'- **Tempat:** situs Sobat Dukcapil, sobatdukcapil.tangerangkota.go.id.[^1]\n- **Kegunaan:** informasi dan bantuan terkait pengurusan dokumen kependudukan secara daring.[^1]\n- **Pengguna:** masyarakat.[^1]',
				designQuestions.id
			],
			[
				'- **Where:** the Sobat Dukcapil site, sobatdukcapil.tangerangkota.go.id.[^1]\n- **Use:** information and help with civil registration documents online.[^1]\n- **Users:** the public.[^1]',
				designQuestions.en
			]
		),
		steps: stated(
			['Fitur ini telah diluncurkan; waktunya tidak disebut.[^1]', stepQuestions.id],
			['The feature has been launched; the time is not named.[^1]', stepQuestions.en]
		),
		resources: notYetKnown([
			{
				id: 'Siapa penyedia teknologinya, dan berapa biayanya per bulan?',
				en: 'Who supplies the technology, and what does it cost a month?'
			},
			{
				id: 'Berapa petugas yang menyusun dan memperbarui bahan jawabannya?',
				en: 'How many staff write and update the material behind the answers?'
			}
		]),
		results: {
			...results,
			id: `${results.id}\n\nIndikator yang ditautkan (porsi permohonan daring dan porsi permohonan dikembalikan) dipilih penyusun sebagai indikator yang relevan, bukan klaim dampak. Grafiknya di situs ini masih berupa data contoh.`,
			en: `${results.en}\n\nThe linked indicators (share filed online, share returned) were chosen by the compiler as relevant; they are no claim of effect. Their charts on this site still hold sample data.`
		},
		lessons: notYetKnown([
			{
				id: 'Jawaban keliru apa yang pernah diberikan, dan bagaimana ditangani?',
				en: 'Which wrong answers were given, and how were they dealt with?'
			},
			{
				id: 'Apa yang tidak sebaiknya dijawab oleh asisten otomatis?',
				en: 'What should an automatic assistant not answer?'
			}
		]),
		replication: stated(
			[
				'Kota Tangerang menyatakan sangat terbuka terhadap kunjungan studi tiru dari pemerintah daerah lain.[^1]',
				replicationQuestions.id
			],
			[
				'Kota Tangerang says that it is very open to study visits from other local governments.[^1]',
				replicationQuestions.en
			]
		),
		sustainability: notYetKnown([
			{
				id: 'Siapa yang bertanggung jawab atas fitur ini setelah diluncurkan?',
				en: 'Who is responsible for the feature after its launch?'
			},
			{
				id: 'Apa yang terjadi bila penyedia teknologinya berganti?',
				en: 'What happens when the supplier of the technology changes?'
			}
		]),
		evidence: stated(
			['Bukti yang tersedia adalah berita dalam daftar sumber.[^1]', evidence.id],
			['The evidence at hand is the news in the list of sources.[^1]', evidence.en]
		)
	}
};
