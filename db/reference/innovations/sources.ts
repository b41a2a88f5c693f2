import type { Source } from './write-up.ts';

/** News the write-ups are compiled from. The services' own sites were not visited. */

export const foundingText: Source = {
	publisher: 'Naskah berita, penerbit tidak tercantum',
	title:
		'Kabupaten Tangerang tertarik mengadopsi inovasi adminduk Kota Tangerang (judul dari pengelola)',
	publishedOn: null,
	note: 'Memuat pernyataan Sekretaris Daerah Kabupaten Tangerang, Sekretaris Daerah Kota Tangerang, dan Kepala Disdukcapil Kota Tangerang pada hari Rabu; tanggalnya tidak disebut.'
};

export const exposeBanten: Source = {
	publisher: 'ExposeBanten',
	title: '',
	publishedOn: '2025-11-22',
	note: 'Dikutip dari berita: perluasan pencetakan KTP-el dan KIA di Kabupaten Tangerang.'
};

export const vivaBanten: Source = {
	publisher: 'VivaBanten',
	title: '',
	publishedOn: null,
	note: 'Dikutip dari berita Oktober 2025: peluncuran Sobat Dukcapil versi 2 pada 10 Oktober 2025.'
};

export const bantenDaily: Source = {
	publisher: 'BantenDaily',
	title: '',
	publishedOn: '2025-05-28',
	note: 'Dikutip dari berita: rumah sakit dan rumah ibadah mitra.'
};

export const tribunBanten: Source = {
	publisher: 'TribunBanten',
	title: '',
	publishedOn: '2022-11-16',
	note: 'Dikutip dari berita: petugas Disdukcapil Kota Cilegon di kelurahan.'
};
