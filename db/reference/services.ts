/** The fields of government that services and KPIs are grouped in. */
export type FieldCode =
	'civil_registration' | 'cross_service' | 'licensing' | 'health' | 'education';

export interface PublicService {
	readonly code: string;
	readonly groupCode: FieldCode;
	readonly nameId: string;
	readonly nameEn: string;
	readonly position: number;
}

/** Services whose monthly turnaround is entered as counts, in the order of the entry form. */
export const TURNAROUND_SERVICES = ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA', 'PDG'] as const;
export type TurnaroundService = (typeof TURNAROUND_SERVICES)[number];

/** The six services that the founding example delivers in each district; PDG is not among them. */
export const FULL_PACKAGE = ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA'] as const;

function service(
	position: number,
	groupCode: FieldCode,
	code: string,
	nameId: string,
	nameEn: string
): PublicService {
	return { code, groupCode, nameId, nameEn, position };
}

/** Public services, in the order in which pages list them. */
export const services: readonly PublicService[] = [
	service(10, 'civil_registration', 'REK', 'Perekaman KTP-el pemula', 'First-time e-KTP enrolment'),
	service(20, 'civil_registration', 'KTP', 'Pencetakan KTP-el', 'e-KTP card printing'),
	service(30, 'civil_registration', 'KK', 'Pembaruan Kartu Keluarga', 'Family card update'),
	service(40, 'civil_registration', 'AKL', 'Akta kelahiran', 'Birth certificate'),
	service(50, 'civil_registration', 'AKM', 'Akta kematian', 'Death certificate'),
	service(60, 'civil_registration', 'KIA', 'Kartu Identitas Anak', 'Child identity card'),
	service(70, 'civil_registration', 'PDG', 'Pindah datang', 'Change of residence'),
	service(80, 'civil_registration', 'IKD', 'Identitas Kependudukan Digital', 'Digital identity'),
	service(110, 'licensing', 'PBG', 'Persetujuan Bangunan Gedung (PBG)', 'Building approval (PBG)'),
	service(
		120,
		'licensing',
		'NIB',
		'Nomor Induk Berusaha (NIB)',
		'Business identification number (NIB)'
	),
	service(130, 'licensing', 'MPP', 'Mal Pelayanan Publik (MPP)', 'Public service mall (MPP)'),
	service(210, 'health', 'RJ', 'Rawat jalan puskesmas', 'Outpatient care at health centres'),
	service(220, 'health', 'PKM', 'Pusat kesehatan masyarakat', 'Community health centre'),
	service(
		230,
		'cross_service',
		'SPM',
		'Standar Pelayanan Minimal (SPM)',
		'Minimum service standards (SPM)'
	),
	service(310, 'education', 'LEG', 'Legalisasi ijazah', 'Diploma legalisation'),
	service(320, 'education', 'MUT', 'Mutasi siswa', 'Pupil transfer'),
	service(330, 'education', 'SMPN', 'SMP negeri', 'State junior secondary school')
];
