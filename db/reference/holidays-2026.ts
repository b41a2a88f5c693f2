/** A closed day of the whole country. */
export interface HolidayRow {
	readonly day: string;
	readonly kind: 'national' | 'collective_leave';
	readonly nameId: string;
	readonly nameEn: string;
}

/** The decree the list is taken from, as reported in the press. */
export const HOLIDAYS_2026_SOURCE = 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025';

function national(day: string, nameId: string, nameEn: string): HolidayRow {
	return { day, kind: 'national', nameId, nameEn };
}

function collectiveLeave(day: string, nameId: string, nameEn: string): HolidayRow {
	return { day, kind: 'collective_leave', nameId, nameEn };
}

/** 17 national holidays and 8 days of collective leave in 2026. */
export const holidays2026: readonly HolidayRow[] = [
	national('2026-01-01', 'Tahun Baru 2026 Masehi', "New Year's Day"),
	national('2026-01-16', 'Isra Mikraj Nabi Muhammad S.A.W.', 'Isra and Miraj'),
	collectiveLeave(
		'2026-02-16',
		'Cuti Bersama Tahun Baru Imlek 2577 Kongzili',
		'Collective leave: Lunar New Year'
	),
	national('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili', 'Lunar New Year'),
	collectiveLeave('2026-03-18', 'Cuti Bersama Hari Suci Nyepi', 'Collective leave: Nyepi'),
	national('2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)', 'Nyepi'),
	collectiveLeave('2026-03-20', 'Cuti Bersama Idulfitri 1447 H', 'Collective leave: Eid al-Fitr'),
	national('2026-03-21', 'Idulfitri 1447 H', 'Eid al-Fitr day 1'),
	national('2026-03-22', 'Idulfitri 1447 H', 'Eid al-Fitr day 2'),
	collectiveLeave('2026-03-23', 'Cuti Bersama Idulfitri 1447 H', 'Collective leave: Eid al-Fitr'),
	collectiveLeave('2026-03-24', 'Cuti Bersama Idulfitri 1447 H', 'Collective leave: Eid al-Fitr'),
	national('2026-04-03', 'Wafat Yesus Kristus', 'Good Friday'),
	national('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)', 'Easter Sunday'),
	national('2026-05-01', 'Hari Buruh Internasional', 'Labour Day'),
	national('2026-05-14', 'Kenaikan Yesus Kristus', 'Ascension Day'),
	collectiveLeave(
		'2026-05-15',
		'Cuti Bersama Kenaikan Yesus Kristus',
		'Collective leave: Ascension Day'
	),
	national('2026-05-27', 'Iduladha 1447 H', 'Eid al-Adha'),
	collectiveLeave('2026-05-28', 'Cuti Bersama Iduladha 1447 H', 'Collective leave: Eid al-Adha'),
	national('2026-05-31', 'Hari Raya Waisak 2570 BE', 'Vesak'),
	national('2026-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
	national('2026-06-16', '1 Muharam Tahun Baru Islam 1448 H', 'Islamic New Year'),
	national('2026-08-17', 'Proklamasi Kemerdekaan', 'Independence Day'),
	national('2026-08-25', 'Maulid Nabi Muhammad S.A.W.', 'Mawlid'),
	collectiveLeave(
		'2026-12-24',
		'Cuti Bersama Kelahiran Yesus Kristus (Natal)',
		'Collective leave: Christmas'
	),
	national('2026-12-25', 'Kelahiran Yesus Kristus (Natal)', 'Christmas Day')
];
