import { FULL_PACKAGE } from '../services.ts';
import { DISDUKCAPIL_KOTA_TANGERANG } from '../agencies.ts';
import { exposeBanten, foundingText, tribunBanten } from './sources.ts';
import { notYetKnown, stated, stillToAsk, type WriteUp } from './write-up.ts';

const beforeQuestions = stillToAsk([
	{
		id: 'Bagaimana keadaan sebelum 2017: berapa lama warga menunggu dan sejauh apa mereka harus pergi?',
		en: 'What was it like before 2017: how long did people wait and how far did they have to go?'
	},
	{
		id: 'Data apa yang mendorong keputusan membuka layanan di kecamatan?',
		en: 'Which figures led to the decision to open services in the districts?'
	}
]);

const designQuestions = stillToAsk([
	{
		id: 'Bagaimana alur satu permohonan, dari loket kecamatan sampai dokumen terbit, dan siapa yang menandatangani?',
		en: 'How does a request travel from the district counter to the issued document, and who signs it?'
	},
	{
		id: 'Apa isi surat penugasan BKO: masa tugas, atasan langsung, penilaian kinerja, dan tunjangan?',
		en: 'What does the secondment order say about its term, the direct superior, appraisal and allowances?'
	},
	{
		id: 'Hari dan jam layanan tiap kecamatan, dan apa yang terjadi bila petugas berhalangan?',
		en: 'What are the service days and hours in each district, and what happens when staff are absent?'
	},
	{
		id: 'Alat perekaman, pencetak kartu, blangko, dan jaringan apa yang tersedia di tiap kecamatan?',
		en: 'Which enrolment devices, card printers, blank cards and network does each district have?'
	}
]);

const stepQuestions = stillToAsk([
	{
		id: 'Kapan gagasan muncul, adakah uji coba, dan kecamatan mana yang pertama?',
		en: 'When did the idea come up, was there a pilot, and which district came first?'
	},
	{
		id: 'Apakah keenam layanan dimulai bersamaan pada 2017?',
		en: 'Did all six services start together in 2017?'
	}
]);

const resultQuestions = stillToAsk([
	{
		id: 'Berapa persen permohonan selesai dalam 24 jam di kecamatan dan di kantor dinas?',
		en: 'What share of requests is finished within 24 hours in the districts and at the agency?'
	},
	{
		id: 'Siapa yang mengevaluasi layanan ini dan apa temuannya?',
		en: 'Who has evaluated the service and what did they find?'
	}
]);

const replicationQuestions = stillToAsk([
	{
		id: 'Berapa petugas yang paling sedikit diperlukan agar satu kecamatan dapat melayani?',
		en: 'How many staff does one district need at the least?'
	},
	{
		id: 'Apa yang harus diubah bagi daerah dengan kecamatan lebih banyak atau lebih jauh?',
		en: 'What has to change in a region with more, or more distant, districts?'
	},
	{
		id: 'Berapa lama persiapannya, dan apa yang sebaiknya didahulukan?',
		en: 'How long does the preparation take, and what should come first?'
	}
]);

const lasting = stillToAsk([
	{
		id: 'Apa yang menjamin penugasan terus berjalan ketika pegawai mutasi atau pensiun?',
		en: 'What keeps the secondment going when staff move or retire?'
	}
]);

const evidence = stillToAsk([
	{
		id: 'Salinan keputusan atau surat penugasan BKO dan SOP layanan di kecamatan.',
		en: 'A copy of the secondment decision or order, and the procedures for services in the districts.'
	}
]);

/** Six civil registration services in all 13 districts of Kota Tangerang, by seconded staff. */
export const districtServices: WriteUp = {
	slug: 'enam-layanan-adminduk-di-13-kecamatan',
	regionCode: '36.71',
	agencyId: DISDUKCAPIL_KOTA_TANGERANG,
	title: {
		id: 'Enam layanan adminduk di 13 kecamatan oleh pegawai BKO',
		en: 'Six civil registration services in all 13 districts by seconded staff'
	},
	summary: {
		id: 'Sejak 2017 Kota Tangerang memberikan enam layanan administrasi kependudukan di seluruh 13 kecamatan dengan menempatkan pegawai Disdukcapil di kecamatan (BKO), tanpa pelimpahan kewenangan.',
		en: 'Since 2017 Kota Tangerang has given six civil registration services in all 13 of its districts by seconding staff of its agency to them, without delegating authority.'
	},
	kind: 'non_digital',
	form: 'public_service',
	stage: 'implementation',
	startedOn: '2017-01-01',
	startedPrecision: 'year',
	website: null,
	needsDelegation: false,
	sdgs: [16],
	facts: {
		affair: 'civil_registration',
		targetGroups: ['general'],
		steps: [
			{
				stage: 'implementation',
				on: '2017',
				textId: 'Layanan adminduk dilaksanakan di seluruh kecamatan (sumber 1)',
				textEn: 'Civil registration services given in all districts (source 1)'
			}
		],
		results: [
			{
				kpi: 'ADM-COV-ALL',
				labelId: 'Kecamatan dengan keenam layanan: 13 dari 13',
				labelEn: 'Districts with all six services: 13 of 13',
				before: null,
				beforePeriod: null,
				after: 100,
				afterPeriod: '2017',
				source: 1
			}
		],
		requirements: [
			{
				kind: 'authority',
				textId: 'Pelimpahan kewenangan kepada kecamatan tidak diperlukan',
				textEn: 'No authority has to be delegated to the districts',
				isAdaptable: null
			},
			{
				kind: 'staff',
				textId: 'Pegawai Disdukcapil yang dapat di-BKO-kan ke kecamatan',
				textEn: 'Staff of the agency who can be seconded (BKO) to the districts',
				isAdaptable: null
			}
		]
	},
	services: FULL_PACKAGE,
	kpis: [
		'ADM-COV-ALL',
		...FULL_PACKAGE.flatMap((code) => [`ADM-COV-${code}`, `ADM-SLA-${code}`])
	].map((code) => ({ code, launchedMonth: null })),
	sources: [foundingText, exposeBanten, tribunBanten],
	sections: {
		summary: stated(
			[
				'Sejak 2017 Pemerintah Kota Tangerang melaksanakan layanan administrasi kependudukan (adminduk) di seluruh kecamatan.[^1] Ada enam layanan: perekaman KTP-el pemula, pembaruan Kartu Keluarga (KK), pencetakan KTP-el, penerbitan akta kelahiran, penerbitan akta kematian, dan pencetakan Kartu Identitas Anak (KIA).[^1] Kota Tangerang terdiri atas 13 kecamatan,[^1] jadi cakupannya 13 dari 13.',
				'Kewenangan tidak dilimpahkan kepada kecamatan.[^1] Yang dilakukan adalah menempatkan pegawai Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil) di kecamatan dengan status bawah kendali operasi (BKO).[^1]',
				'Profil ini disusun dari berita dan belum dikonfirmasi Pemerintah Kota Tangerang. Hal yang tidak disebut sumber ditandai belum diketahui.'
			],
			[
				'Since 2017 the city government of Kota Tangerang has given civil registration services in every district.[^1] There are six: first-time e-KTP enrolment, family card (KK) updates, e-KTP printing, birth certificates, death certificates, and printing of child identity cards (KIA).[^1] Kota Tangerang has 13 districts,[^1] so its coverage is 13 of 13.',
				'No authority is delegated to the districts.[^1] Instead, staff of the population and civil registry agency (Disdukcapil) are placed in the districts under operational control (BKO), a form of secondment.[^1]',
				'This write-up is compiled from the press and has not been confirmed by the city government. What the sources do not state is marked as not yet known.'
			]
		),
		background: stated(
			[
				'Kota Tangerang adalah pemekaran dari Kabupaten Tangerang dan ditetapkan sebagai kotamadya pada 27 Februari 1993; sebutan "kotamadya" diganti "kota" pada 2001.[^1] Kini daerah induknya menyatakan tertarik mengadopsi inovasi adminduk Kota Tangerang dan mengapresiasi wawasan tentang percepatan pelayanan adminduk.[^1]',
				beforeQuestions.id
			],
			[
				'Kota Tangerang split from Kabupaten Tangerang and became a municipality on 27 February 1993; "kotamadya" became "kota" in 2001.[^1] Its parent region now says that it wishes to adopt the city\'s innovations in civil registration and values what it has learned about faster service.[^1]',
				beforeQuestions.en
			]
		),
		objectives: stated(
			[
				'Menurut Sekretaris Daerah Kota Tangerang, inovasi ini menjawab bagaimana pelayanan adminduk dapat dilaksanakan di kecamatan.[^1] Sumber tidak menyebut sasaran yang terukur atau jumlah penerima manfaat.'
			],
			[
				"According to the city's regional secretary, the innovation answers how civil registration can be carried out in the districts.[^1] The sources name no measurable aim and no number of beneficiaries."
			]
		),
		novelty: stated(
			[
				'Layanan didekatkan ke kecamatan tanpa pelimpahan kewenangan: pegawai Disdukcapil sendiri yang bertugas di kecamatan dengan status BKO.[^1]',
				'Sebagai pembanding, Kota Cilegon diberitakan menempatkan satu petugas Disdukcapil di tiap kelurahan, seluruhnya 43 kelurahan.[^3]'
			],
			[
				"Services are brought to the districts without delegating authority: the agency's own staff work there under operational control.[^1]",
				'For comparison, Kota Cilegon was reported to have placed one officer of its agency in each of its 43 urban wards.[^3]'
			]
		),
		design: stated(
			[
				'- **Tempat:** seluruh 13 kecamatan.[^1]\n- **Layanan:** perekaman KTP-el pemula, pembaruan KK, pencetakan KTP-el, akta kelahiran, akta kematian, dan pencetakan KIA.[^1]\n- **Petugas:** pegawai Disdukcapil yang di-BKO-kan ke kecamatan.[^1]\n- **Kewenangan:** tidak dilimpahkan ke kecamatan.[^1] Artinya, menurut pembacaan penyusun, kewenangan tetap pada Disdukcapil; yang berpindah adalah petugasnya.',
				designQuestions.id
			],
			[
				'- **Where:** all 13 districts.[^1]\n- **Services:** first-time e-KTP enrolment, family card updates, e-KTP printing, birth certificates, death certificates, child identity cards.[^1]\n- **Staff:** officers of the agency, seconded to the districts.[^1]\n- **Authority:** not delegated to the districts.[^1] As the compiler reads it, authority stays with the agency and only the staff move.',
				designQuestions.en
			]
		),
		steps: stated(
			[
				'Layanan adminduk dilaksanakan di seluruh kecamatan sejak 2017; bulannya tidak disebut.[^1]',
				stepQuestions.id
			],
			[
				'Civil registration services have been given in all districts since 2017; the month is not named.[^1]',
				stepQuestions.en
			]
		),
		resources: notYetKnown([
			{
				id: 'Berapa pegawai yang di-BKO-kan, dengan jabatan apa, dan bagaimana kekurangan di kantor dinas ditutup?',
				en: 'How many staff are seconded, in which positions, and how does the agency make up for them?'
			},
			{
				id: 'Berapa anggaran awal dan tahunannya, dan dari mana sumbernya?',
				en: 'What are the initial and yearly budgets, and where do they come from?'
			},
			{
				id: 'Peralatan apa yang dibeli untuk tiap kecamatan, dan siapa yang merawatnya?',
				en: 'Which equipment was bought for each district, and who maintains it?'
			}
		]),
		results: stated(
			[
				'Enam layanan tersedia di 13 dari 13 kecamatan sejak 2017.[^1] Angka ini tercatat dalam register cakupan kecamatan (ADM-COV-REK, ADM-COV-KTP, ADM-COV-KK, ADM-COV-AKL, ADM-COV-AKM, ADM-COV-KIA, dan ADM-COV-ALL).',
				'Indikator yang ditautkan dipilih penyusun sebagai indikator yang relevan, bukan klaim dampak. Grafik waktu penyelesaian di situs ini masih berupa data contoh.',
				'Sebagai pembanding, pencetakan KTP-el dan KIA di Kabupaten Tangerang diberitakan meluas dari 7 menjadi seluruh 29 kecamatan.[^2] Sumber tidak mengaitkan perluasan itu dengan Kota Tangerang.',
				resultQuestions.id
			],
			[
				'Six services have been available in 13 of 13 districts since 2017.[^1] The figure stands in the register of district coverage (ADM-COV-REK, ADM-COV-KTP, ADM-COV-KK, ADM-COV-AKL, ADM-COV-AKM, ADM-COV-KIA and ADM-COV-ALL).',
				'The linked indicators were chosen by the compiler as relevant; they are no claim of effect. Turnaround charts on this site still hold sample data.',
				'For comparison, e-KTP and KIA printing in Kabupaten Tangerang was reported to have grown from 7 to all 29 districts.[^2] The sources do not link that growth to Kota Tangerang.',
				resultQuestions.en
			]
		),
		lessons: notYetKnown([
			{
				id: 'Apa yang paling sulit pada tahun pertama, dan apa yang akan dilakukan berbeda?',
				en: 'What was hardest in the first year, and what would you do differently?'
			},
			{
				id: 'Kecamatan mana yang paling lambat berjalan, dan mengapa?',
				en: 'Which districts were slowest to get going, and why?'
			},
			{
				id: 'Bagaimana mengatasi gangguan jaringan dan kekosongan blangko?',
				en: 'How are network failures and shortages of blank cards dealt with?'
			}
		]),
		replication: stated(
			[
				'- **Pelimpahan kewenangan:** tidak diperlukan menurut pernyataan Sekretaris Daerah.[^1]\n- **Pegawai:** pegawai dinas sendiri yang ditugaskan ke kecamatan.[^1]\n- **Belajar dari asalnya:** Kota Tangerang menyatakan sangat terbuka terhadap kunjungan studi tiru dari pemerintah daerah lain.[^1]',
				replicationQuestions.id
			],
			[
				"- **Delegation of authority:** not needed, by the regional secretary's statement.[^1]\n- **Staff:** the agency's own staff, assigned to the districts.[^1]\n- **Learning at the source:** Kota Tangerang says that it is very open to study visits from other local governments.[^1]",
				replicationQuestions.en
			]
		),
		sustainability: stated(
			[
				'Layanan disebut berjalan sejak 2017.[^1] Pemerintah Kota Tangerang belum mengonfirmasi kepada situs ini bahwa layanan masih berjalan.',
				lasting.id
			],
			[
				'The service is said to have run since 2017.[^1] The city government has not yet confirmed to this site that it still does.',
				lasting.en
			]
		),
		evidence: stated(
			[
				'Bukti yang tersedia adalah berita dalam daftar sumber.[^1] Dasar hukum penugasan BKO tidak disebut.',
				evidence.id
			],
			[
				'The evidence at hand is the news in the list of sources.[^1] They do not name the legal basis of the secondment.',
				evidence.en
			]
		)
	}
};
