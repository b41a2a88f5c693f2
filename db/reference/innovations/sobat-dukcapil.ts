import { DISDUKCAPIL_KOTA_TANGERANG } from '../agencies.ts';
import { bantenDaily, foundingText, vivaBanten } from './sources.ts';
import { notYetKnown, stated, stillToAsk, type WriteUp } from './write-up.ts';

/** The services the source names; of certificates it says only "other important ones". */
const NAMED_SERVICES = ['KIA', 'KTP', 'PDG', 'KK'];

const VERSION_2_MONTH = '2025-10';

const designQuestions = stillToAsk([
	{
		id: 'Bagaimana alur satu permohonan daring, dan pada langkah mana petugas masih bekerja manual?',
		en: 'How does an online request run, and at which steps does staff still work by hand?'
	},
	{
		id: 'Bagaimana identitas pemohon dipastikan dan data pribadinya dilindungi?',
		en: "How is the applicant's identity checked and personal data protected?"
	},
	{
		id: 'Bagaimana sistem ini terhubung dengan SIAK dan tanda tangan elektronik?',
		en: 'How is the system connected to SIAK and to electronic signatures?'
	},
	{
		id: 'Bagaimana dokumen sampai kepada warga: diunduh, dikirim, atau diambil?',
		en: 'How does the document reach people: downloaded, delivered or collected?'
	}
]);

const stepQuestions = stillToAsk([
	{
		id: 'Kapan versi pertama diluncurkan, dan layanan apa yang dibuka lebih dulu?',
		en: 'When was the first version launched, and which services came first?'
	}
]);

const resultQuestions = stillToAsk([
	{
		id: 'Berapa bagian permohonan yang masuk lewat Sobat Dukcapil setiap bulan, per layanan?',
		en: 'What share of requests comes in through Sobat Dukcapil each month, by service?'
	},
	{
		id: 'Berapa lama penyelesaian permohonan daring dibandingkan dengan permohonan di loket?',
		en: 'How long do online requests take compared with those at the counter?'
	}
]);

const replicationQuestions = stillToAsk([
	{
		id: 'Apakah aplikasinya dapat dibagikan, dengan lisensi apa, dan siapa pengembangnya?',
		en: 'Can the software be shared, under which licence, and who built it?'
	},
	{
		id: 'Berapa biaya awal dan biaya tahunannya?',
		en: 'What are the initial and yearly costs?'
	},
	{
		id: 'Izin dan perjanjian apa yang diperlukan sebelum layanan dibuka?',
		en: 'Which permits and agreements are needed before opening?'
	}
]);

const evidence = stillToAsk([
	{
		id: 'Dasar hukum layanan daring, petunjuk teknis, dan laporan evaluasi.',
		en: 'The legal basis of the online service, its manual and evaluation reports.'
	}
]);

/** The web service of Kota Tangerang for civil registration documents. */
export const sobatDukcapil: WriteUp = {
	slug: 'sobat-dukcapil',
	regionCode: '36.71',
	agencyId: DISDUKCAPIL_KOTA_TANGERANG,
	title: {
		id: 'Sobat Dukcapil: layanan adminduk daring',
		en: 'Sobat Dukcapil: civil registration online'
	},
	summary: {
		id: 'Layanan berbasis web Kota Tangerang untuk mengurus dokumen kependudukan secara daring, mulai dari KIA, KTP-el, pindah datang, dan KK hingga akta.',
		en: "Kota Tangerang's web service for arranging civil registration documents online, from child cards, e-KTP, changes of residence and family cards to certificates."
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
		shortName: 'Sobat Dukcapil',
		affair: 'civil_registration',
		targetGroups: ['general'],
		steps: [
			{
				stage: 'development',
				on: '2025-10-10',
				textId: 'Versi 2 diluncurkan, mencakup penduduk nonpermanen (sumber 2)',
				textEn: 'Version 2 launched, covering non-permanent residents (source 2)'
			}
		],
		results: [
			{
				kpi: null,
				labelId: 'Rumah sakit mitra dengan perjanjian kerja sama',
				labelEn: 'Partner hospitals under cooperation agreements',
				before: 11,
				beforePeriod: null,
				after: 35,
				afterPeriod: '2025-05',
				source: 3
			},
			{
				kpi: null,
				labelId: 'Rumah ibadah mitra dengan perjanjian kerja sama',
				labelEn: 'Partner places of worship under cooperation agreements',
				before: null,
				beforePeriod: null,
				after: 9,
				afterPeriod: '2025-05',
				source: 3
			}
		]
	},
	services: NAMED_SERVICES,
	kpis: ['ADM-DIG', ...NAMED_SERVICES.map((code) => `ADM-SLA-${code}`)].map((code) => ({
		code,
		launchedMonth: VERSION_2_MONTH
	})),
	sources: [foundingText, vivaBanten, bantenDaily],
	sections: {
		summary: stated(
			[
				'Pemerintah Kota Tangerang mengembangkan layanan digital berbasis web di [sobatdukcapil.tangerangkota.go.id](https://sobatdukcapil.tangerangkota.go.id).[^1] Masyarakat dapat mengurus berbagai dokumen kependudukan secara daring, mulai dari KIA, KTP-el, pindah datang, dan KK hingga akta-akta penting lainnya.[^1]',
				'Versi 2 diluncurkan pada 10 Oktober 2025 dan mencakup penduduk nonpermanen.[^2] Situsnya juga memuat fitur Tanya Sobat AI,[^1] yang ditulis dalam profil tersendiri.',
				'Profil ini disusun dari berita; situs layanannya tidak kami kunjungi. Isinya belum dikonfirmasi Pemerintah Kota Tangerang, dan hal yang tidak disebut sumber ditandai belum diketahui.'
			],
			[
				'The city government of Kota Tangerang has built a web service at [sobatdukcapil.tangerangkota.go.id](https://sobatdukcapil.tangerangkota.go.id).[^1] People can arrange civil registration documents online, from child identity cards, e-KTP, changes of residence and family cards to other important certificates.[^1]',
				'Version 2 was launched on 10 October 2025 and covers non-permanent residents.[^2] The site also has a feature called Tanya Sobat AI,[^1] which has a write-up of its own.',
				"This write-up is compiled from the press; we did not visit the service's site. It has not been confirmed by the city government, and what the sources do not state is marked as not yet known."
			]
		),
		background: notYetKnown([
			{
				id: 'Masalah apa yang hendak dipecahkan: antrean, jarak, percaloan, atau hal lain?',
				en: 'Which problem was it to solve: queues, distance, brokers, or something else?'
			},
			{
				id: 'Bagaimana layanan daring sebelum Sobat Dukcapil?',
				en: 'What online service was there before Sobat Dukcapil?'
			}
		]),
		objectives: stated(
			[
				'Layanan ini memungkinkan masyarakat mengurus dokumen kependudukan secara daring.[^1] Versi 2 mencakup penduduk nonpermanen.[^2] Sumber tidak menyebut sasaran yang terukur.'
			],
			[
				'The service lets people arrange civil registration documents online.[^1] Version 2 covers non-permanent residents.[^2] The sources name no measurable aim.'
			]
		),
		novelty: notYetKnown([
			{
				id: 'Apa bedanya dengan layanan daring daerah lain dan layanan daring Ditjen Dukcapil?',
				en: "How does it differ from other regions' online services and from the national one?"
			},
			{
				id: 'Apa yang baru pada versi 2 dibandingkan dengan versi sebelumnya?',
				en: 'What is new in version 2 compared with the one before?'
			}
		]),
		design: stated(
			[
				'- **Bentuk:** layanan berbasis web di sobatdukcapil.tangerangkota.go.id.[^1]\n- **Layanan yang disebut sumber:** KIA, KTP-el, pindah datang, KK, dan "akta-akta penting lainnya", yang tidak dirinci.[^1]\n- **Pengguna:** masyarakat;[^1] sejak versi 2 juga penduduk nonpermanen.[^2]\n- **Bantuan:** fitur Tanya Sobat AI untuk informasi dan bantuan pengurusan dokumen.[^1]\n- **Jejaring mitra:** 35 rumah sakit (sebelumnya 11) dan 9 rumah ibadah dengan perjanjian kerja sama.[^3] Dari sumber yang ada belum jelas mitra mana yang memakai Sobat Dukcapil.',
				designQuestions.id
			],
			[
				'- **Form:** a web service at sobatdukcapil.tangerangkota.go.id.[^1]\n- **Services the source names:** child identity cards, e-KTP, changes of residence, family cards and "other important certificates", not listed further.[^1]\n- **Users:** the public;[^1] since version 2 non-permanent residents too.[^2]\n- **Help:** the Tanya Sobat AI feature, for information and help with documents.[^1]\n- **Partners:** 35 hospitals (11 before) and 9 places of worship under cooperation agreements.[^3] The sources do not make clear which of them use Sobat Dukcapil.',
				designQuestions.en
			]
		),
		steps: stated(
			[
				'Versi 2 diluncurkan pada 10 Oktober 2025.[^2] Waktu peluncuran versi pertama tidak disebut.',
				stepQuestions.id
			],
			[
				'Version 2 was launched on 10 October 2025.[^2] When the first version was launched is not named.',
				stepQuestions.en
			]
		),
		resources: notYetKnown([
			{
				id: 'Siapa yang membangun dan merawat sistem ini: Disdukcapil, Diskominfo, atau penyedia?',
				en: 'Who builds and maintains the system: the agency, the IT agency or a supplier?'
			},
			{
				id: 'Berapa petugas yang memeriksa permohonan daring setiap hari?',
				en: 'How many staff check online requests each day?'
			},
			{
				id: 'Berapa anggaran awal dan tahunannya, dan di mana datanya disimpan?',
				en: 'What are the initial and yearly budgets, and where are the data kept?'
			}
		]),
		results: stated(
			[
				'Jejaring mitra diberitakan bertambah dari 11 menjadi 35 rumah sakit, dan ada 9 rumah ibadah mitra dengan perjanjian kerja sama (Mei 2025).[^3] Sumber tidak memberi angka pemakaian atau waktu penyelesaian.',
				'Indikator yang ditautkan (porsi permohonan daring dan ketepatan 24 jam) dipilih penyusun sebagai indikator yang relevan, bukan klaim dampak. Grafiknya di situs ini masih berupa data contoh.',
				resultQuestions.id
			],
			[
				'Partners were reported to have grown from 11 to 35 hospitals, with 9 places of worship under cooperation agreements (May 2025).[^3] The sources give no figures on use or turnaround.',
				'The linked indicators (share filed online, finished within 24 hours) were chosen by the compiler as relevant; they are no claim of effect. Their charts on this site still hold sample data.',
				resultQuestions.en
			]
		),
		lessons: notYetKnown([
			{
				id: 'Siapa yang belum terjangkau layanan daring, dan bagaimana mereka dibantu?',
				en: 'Who is not reached by the online service, and how are they helped?'
			},
			{
				id: 'Apa penyebab tersering permohonan daring dikembalikan?',
				en: 'Why are online requests most often returned?'
			},
			{
				id: 'Gangguan apa yang pernah terjadi, dan apa pelajarannya?',
				en: 'Which failures happened, and what was learned?'
			}
		]),
		replication: stated(
			[
				'Kota Tangerang menyatakan sangat terbuka terhadap kunjungan studi tiru dari pemerintah daerah lain.[^1] Kabupaten Tangerang menyatakan akan terus berkomunikasi dengan tim Kota Tangerang untuk mengadopsi berbagai inovasinya.[^1]',
				replicationQuestions.id
			],
			[
				"Kota Tangerang says that it is very open to study visits from other local governments.[^1] Kabupaten Tangerang says that it will keep talking with the city's team in order to adopt its innovations.[^1]",
				replicationQuestions.en
			]
		),
		sustainability: notYetKnown([
			{
				id: 'Apa yang menjamin layanan tetap berjalan: peraturan, anggaran tahunan, atau tim tetap?',
				en: 'What keeps the service going: a regulation, a yearly budget, a permanent team?'
			},
			{
				id: 'Apa rencana setelah versi 2?',
				en: 'What is planned after version 2?'
			}
		]),
		evidence: stated(
			['Bukti yang tersedia adalah berita dalam daftar sumber.[^1][^2][^3]', evidence.id],
			['The evidence at hand is the news in the list of sources.[^1][^2][^3]', evidence.en]
		)
	}
};
