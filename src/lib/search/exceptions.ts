/**
 * Words that the stemmer gets wrong, with the stem that is right: tried on the word pairs of the
 * field in `tests/unit/search/search-cases.csv`.
 */
export const stemExceptions: ReadonlyMap<string, string> = new Map(
	Object.entries({
		kunjung: 'mengunjungi pengunjung dikunjungi',
		turun: 'penurunan menurunkan diturunkan',
		kelola: 'pengelolaan mengelola dikelola pengelola',
		replikasi: 'mereplikasi direplikasi pereplikasi mereplikasikan',
		izin: 'perijinan ijin mengijinkan',
		baru: 'pembaharuan memperbaharui diperbaharui',
		antre: 'antrian antri mengantri mengantre',
		tangan: 'penanganan menangani ditangani tertangani',
		digital: 'digitalisasi mendigitalkan mendigitalisasi',
		sandang: 'penyandang',
		inovasi: 'berinovasi inovator inovatif',
		// Their first letter melts into the prefix, and the stemmer takes the wrong one back.
		tempat: 'menempatkan penempatan menempati',
		pindah: 'memindahkan pemindahan',
		nilai: 'menilai penilaian penilai',
		tambah: 'menambah menambahkan penambahan',
		tanggung: 'menanggung penanggung',
		tunjuk: 'menunjuk menunjukkan penunjukan',
		tolak: 'menolak penolakan',
		putus: 'memutuskan pemutusan',
		kurang: 'dikurangi',
		pesan: 'memesan pemesanan dipesan',
		tagih: 'menagih penagihan',
		tangguh: 'menangguhkan penangguhan',
		tarik: 'menarik penarikan',
		timbang: 'menimbang penimbangan',
		nikah: 'menikah',
		padu: 'memadukan pemaduan',
		padan: 'memadankan pemadanan',
		kerja: 'mengerjakan pengerjaan',
		kenal: 'mengenal pengenalan dikenali',
		sampai: 'menyampaikan penyampaian',
		satu: 'menyatukan',
		salur: 'menyalurkan penyaluran'
	}).flatMap(([stem, words]) => words.split(' ').map((word): [string, string] => [word, stem]))
);

/**
 * Words of region names that the stemmer would cut into another word: Bekasi is nothing used.
 * A test compares the list with the register.
 */
export const regionWords: ReadonlySet<string> = new Set(
	(
		'asahan bagian bali balangan banggai bangkalan bekasi bengkalis berau digoel kediri kuantan kutai ' +
		'maluku melawi mentawai merangin meriah musi pekalongan pemalang penajam penukal pesawaran rokan ' +
		'selayar seribu tabanan tarakan toli'
	).split(' ')
);
