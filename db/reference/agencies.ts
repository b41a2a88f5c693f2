/** An agency or section of a local government, by its official name. */
export interface AgencyRow {
	readonly id: string;
	readonly regionCode: string;
	readonly name: string;
	readonly shortName: string;
	/** Codes of the services it answers for. */
	readonly services: readonly string[];
}

export const DISDUKCAPIL_KOTA_TANGERANG = 'agency-3671-disdukcapil';
export const ORGANISATION_KOTA_TANGERANG = 'agency-3671-bagian-organisasi';
export const DISDUKCAPIL_KABUPATEN_TANGERANG = 'agency-3603-disdukcapil';
export const ORGANISATION_KABUPATEN_TANGERANG = 'agency-3603-bagian-organisasi';

const CIVIL_REGISTRATION = ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA', 'PDG', 'IKD'];

/** The agencies of the founding example. Ids are permanent: write-ups and accounts point at them. */
export const agencies: readonly AgencyRow[] = [
	{
		id: DISDUKCAPIL_KOTA_TANGERANG,
		regionCode: '36.71',
		name: 'Dinas Kependudukan dan Pencatatan Sipil Kota Tangerang',
		shortName: 'Disdukcapil Kota Tangerang',
		services: CIVIL_REGISTRATION
	},
	{
		id: ORGANISATION_KOTA_TANGERANG,
		regionCode: '36.71',
		name: 'Bagian Organisasi Sekretariat Daerah Kota Tangerang',
		shortName: 'Bagian Organisasi Kota Tangerang',
		services: []
	},
	{
		id: DISDUKCAPIL_KABUPATEN_TANGERANG,
		regionCode: '36.03',
		name: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tangerang',
		shortName: 'Disdukcapil Kabupaten Tangerang',
		services: CIVIL_REGISTRATION
	},
	{
		id: ORGANISATION_KABUPATEN_TANGERANG,
		regionCode: '36.03',
		name: 'Bagian Organisasi Sekretariat Daerah Kabupaten Tangerang',
		shortName: 'Bagian Organisasi Kabupaten Tangerang',
		services: []
	}
];
