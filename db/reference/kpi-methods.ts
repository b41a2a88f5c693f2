import type { Bilingual } from './kpi.ts';

/** Method texts that several KPIs share. */

export const RATIO_METHOD: Bilingual = {
	id: '100 × pembilang ÷ penyebut. Gabungan bulan atau daerah dihitung dari jumlah pembilang dibagi jumlah penyebut, tidak pernah dari rata-rata persentase.',
	en: '100 × numerator ÷ denominator. Several months or regions together are the sum of numerators over the sum of denominators, never an average of percentages.'
};

export const COVERAGE_METHOD: Bilingual = {
	id: '100 × pembilang ÷ penyebut, diturunkan dari register layanan per kecamatan; persentase tidak diisi langsung. Layanan keliling dicatat dan digambar terpisah, tetapi tidak dihitung. Tampilkan sebagai "13 dari 13".',
	en: '100 × numerator ÷ denominator, derived from the register of services by district; the percentage itself is never entered. Mobile services are recorded and drawn apart but do not count. Shown as "13 of 13".'
};

export const BUCKET_METHOD: Bilingual = {
	id: 'Diturunkan dari jumlah permohonan dalam lima kelompok waktu (sampai 1 jam, sampai 24 jam, sampai 3 hari, sampai 7 hari, lebih dari 7 hari): interpolasi log-linear di dalam kelompok yang memuat persentil ke-50, ditandai "perkiraan". Bila sistem daerah memberi median yang tepat, nilai itu yang dipakai. Gabungan bulan atau daerah dihitung dari jumlah tiap kelompok, tidak pernah dari rata-rata median.',
	en: "Derived from the number of requests in five duration buckets (up to 1 hour, 24 hours, 3 days, 7 days, over 7 days): log-linear interpolation inside the bucket that holds the 50th percentile, marked as an estimate. If the region's system gives an exact median, that is used. Several months or regions together are computed from the summed buckets, never from an average of medians."
};

export const COUNT_METHOD: Bilingual = {
	id: 'Jumlah, dijumlahkan antarbulan dan antardaerah.',
	en: 'A count, added up over months and regions.'
};

export const MONTH_END_METHOD: Bilingual = {
	id: 'Jumlah pada akhir bulan. Angka beberapa bulan tidak dijumlahkan; yang dipakai adalah posisi bulan terakhir.',
	en: "A count at the end of the month. Several months are not added up: the last month's position is used."
};

export const ENTERED_MEDIAN_METHOD: Bilingual = {
	id: 'Median dihitung oleh perangkat daerah dari data kasusnya dan diisi sebagai satu angka. Sebarannya tidak dikumpulkan, jadi angka ini tidak dapat digabungkan antarbulan atau antardaerah.',
	en: 'The median is computed by the agency from its own cases and entered as a single figure. Its distribution is not collected, so figures cannot be combined over months or regions.'
};

export const PUBLISHED_INDEX_METHOD: Bilingual = {
	id: 'Diisi sesuai angka resmi yang diterbitkan, pada bulan penerbitannya. Angka ini tidak dapat digabungkan antarbulan atau antardaerah.',
	en: 'Entered as officially published, in the month of publication. Figures cannot be combined over months or regions.'
};
