/** Ways to write or say the same thing; a text that holds one of them is found by any other. */
export interface SynonymGroup {
	/** Names the thing in the index. */
	readonly key: string;
	readonly phrases: readonly string[];
}

/** Abbreviations, spellings and everyday names of public services, offices and regions. */
export const synonymGroups: readonly SynonymGroup[] = [
	group('ktpel', 'KTP-el', 'e-KTP', 'KTP elektronik', 'ektp', 'ktpel', 'kartu tanda penduduk'),
	group('kk', 'KK', 'kartu keluarga'),
	group('kia', 'KIA', 'kartu identitas anak'),
	group('ikd', 'IKD', 'identitas kependudukan digital'),
	group('akta', 'akta', 'akte'),
	group('aktalahir', 'akta kelahiran', 'akte kelahiran', 'akta lahir', 'akte lahir'),
	group('aktamati', 'akta kematian', 'akte kematian', 'akta mati'),
	group('adminduk', 'adminduk', 'administrasi kependudukan'),
	group(
		'dukcapil',
		'disdukcapil',
		'dukcapil',
		'dinas kependudukan dan pencatatan sipil',
		'kependudukan dan pencatatan sipil'
	),
	group('daring', 'daring', 'online', 'dalam jaringan'),
	group('luring', 'luring', 'offline'),
	group(
		'studitiru',
		'studi tiru',
		'studi banding',
		'kaji tiru',
		'kunjungan kerja',
		'kunker',
		'kunjungan studi'
	),
	group('jemputbola', 'jemput bola', 'layanan keliling', 'pelayanan keliling', 'mobil keliling'),
	group('mpp', 'MPP', 'mal pelayanan publik', 'mall pelayanan publik'),
	group('walikota', 'walikota', 'wali kota'),
	group('kerjasama', 'kerjasama', 'kerja sama'),
	group('sekda', 'sekda', 'sekretaris daerah'),
	group('pemkot', 'pemkot', 'pemerintah kota'),
	group('pemkab', 'pemkab', 'pemerintah kabupaten'),
	group('pemda', 'pemda', 'pemerintah daerah'),
	group('kabupaten', 'kabupaten', 'kab'),
	group('kecamatan', 'kecamatan', 'kec'),
	group('bko', 'BKO', 'bawah kendali operasi'),
	group('skm', 'SKM', 'IKM', 'survei kepuasan masyarakat', 'indeks kepuasan masyarakat'),
	group('pkl', 'PKL', 'pedagang kaki lima'),
	group('umkm', 'UMKM', 'usaha mikro kecil dan menengah', 'usaha mikro, kecil, dan menengah'),
	group('lansia', 'lansia', 'lanjut usia'),
	group('rsud', 'RSUD', 'rumah sakit umum daerah'),
	group('puskesmas', 'puskesmas', 'pusat kesehatan masyarakat'),
	group('posyandu', 'posyandu', 'pos pelayanan terpadu'),
	group('nib', 'NIB', 'nomor induk berusaha'),
	group('pbg', 'PBG', 'persetujuan bangunan gedung', 'IMB', 'izin mendirikan bangunan'),
	group('ptsp', 'PTSP', 'pelayanan terpadu satu pintu'),
	group('sop', 'SOP', 'prosedur operasional standar', 'standar operasional prosedur'),
	group('apbd', 'APBD', 'anggaran pendapatan dan belanja daerah'),
	group('perda', 'perda', 'peraturan daerah'),
	group('asn', 'ASN', 'aparatur sipil negara', 'PNS', 'pegawai negeri sipil'),
	group('sdm', 'SDM', 'sumber daya manusia'),
	group('tangsel', 'tangsel', 'tangerang selatan'),
	group('jaksel', 'jaksel', 'jakarta selatan'),
	group('jakbar', 'jakbar', 'jakarta barat'),
	group('jakpus', 'jakpus', 'jakarta pusat'),
	group('jaktim', 'jaktim', 'jakarta timur'),
	group('jakut', 'jakut', 'jakarta utara'),
	group('yogyakarta', 'yogyakarta', 'jogja', 'yogya', 'jogjakarta'),
	group('surakarta', 'surakarta', 'solo')
];

function group(key: string, ...phrases: string[]): SynonymGroup {
	return { key, phrases };
}
