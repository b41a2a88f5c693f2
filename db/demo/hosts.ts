import type { Host, HostWindow } from '#lib/database/tables/visits.ts';
import { usualWeek } from '#lib/visits/usual-week.ts';

/** What the rules of visits suggest to a host that has not decided otherwise. */
const DEFAULTS = {
	address: '',
	onlineOffered: 1,
	onsiteOffered: 1,
	leadWorkingDays: 7,
	horizonDays: 120,
	peoplePerVisit: 40,
	peoplePerDay: 60,
	visitsPerDay: 2,
	visitsPerMonth: 4,
	isSample: 1,
	closedAt: null,
	packageAgenda:
		'09.00 Sambutan dan pengantar\n09.15 Paparan perangkat daerah pemilik inovasi\n10.00 Tanya jawab dari pertanyaan permohonan\n10.45 Peninjauan loket (luring) atau peragaan layar (daring)\n11.15 Simpulan dan rencana tindak lanjut',
	packageFaq:
		'Apakah ada biaya? Tidak ada.\nApakah surat permohonan wajib? Ya, ditandatangani Sekda atau kepala perangkat daerah.',
	packageDeckUrl: '',
	packageVideoUrl: '',
	approverPosition: 'Sekretaris Daerah',
	receiverPosition: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
	jointOffered: 1
} as const;

/** Sample settings: that Kota Tangerang welcomes visits is reported, its calendar is made up. */
export const demoHosts: readonly Host[] = [
	{
		...DEFAULTS,
		regionCode: '36.71',
		welcomeId:
			'Pemerintah Kota Tangerang menyatakan sangat terbuka terhadap kunjungan studi tiru dari pemerintah daerah lain. Jadwal di halaman ini contoh.',
		welcomeEn:
			'The city government of Kota Tangerang says that it is very open to study visits from other local governments. The calendar on this page is a sample.',
		contactPosition: 'Bagian Organisasi Sekretariat Daerah Kota Tangerang'
	},
	{
		...DEFAULTS,
		regionCode: '36.03',
		welcomeId: 'Contoh pengaturan tuan rumah Kabupaten Tangerang.',
		welcomeEn: 'Sample host settings of Kabupaten Tangerang.',
		contactPosition: 'Bagian Organisasi Sekretariat Daerah Kabupaten Tangerang'
	},
	{
		...DEFAULTS,
		regionCode: '36.74',
		welcomeId: 'Contoh pengaturan tuan rumah Kota Tangerang Selatan.',
		welcomeEn: 'Sample host settings of Kota Tangerang Selatan.',
		contactPosition: 'Bagian Organisasi Sekretariat Daerah Kota Tangerang Selatan'
	}
];

/** The suggested week of each. */
export const demoWindows: readonly HostWindow[] = demoHosts.flatMap(({ regionCode }) =>
	usualWeek(regionCode)
);
