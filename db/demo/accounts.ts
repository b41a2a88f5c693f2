import {
	DISDUKCAPIL_KABUPATEN_TANGERANG,
	DISDUKCAPIL_KOTA_TANGERANG,
	ORGANISATION_KABUPATEN_TANGERANG,
	ORGANISATION_KOTA_TANGERANG
} from '#db/reference/agencies.ts';
import { DEMO_EMAIL_DOMAIN } from '#lib/accounts/demo.ts';
import type { Role } from '#lib/core/access.ts';

/** A made-up person in a real office: no official is named. */
export interface DemoAccount {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly regionCode: string | null;
	readonly agencyId: string | null;
}

interface Office {
	readonly suffix: 'kota' | 'kabupaten';
	readonly regionCode: string;
	readonly regionName: string;
	readonly registry: string;
	readonly organisation: string;
}

const OFFICES: readonly Office[] = [
	{
		suffix: 'kota',
		regionCode: '36.71',
		regionName: 'Kota Tangerang',
		registry: DISDUKCAPIL_KOTA_TANGERANG,
		organisation: ORGANISATION_KOTA_TANGERANG
	},
	{
		suffix: 'kabupaten',
		regionCode: '36.03',
		regionName: 'Kabupaten Tangerang',
		registry: DISDUKCAPIL_KABUPATEN_TANGERANG,
		organisation: ORGANISATION_KABUPATEN_TANGERANG
	}
];

/** One account for each role in both regions of the founding story, and one of the platform. */
export const demoAccounts: readonly DemoAccount[] = [
	...OFFICES.flatMap(accountsOf),
	{
		id: 'demo-platform-admin',
		email: `admin.pusat@${DEMO_EMAIL_DOMAIN}`,
		name: 'Admin Pusat (contoh)',
		role: 'platform_admin',
		regionCode: null,
		agencyId: null
	}
];

/**
 * Asks for a sample visit. Nobody signs in as this one: it has no password, and another domain, so
 * that the sign-in page does not offer it.
 */
export const silentVisitor: DemoAccount = {
	id: 'demo-delegate-selatan',
	email: 'delegasi.selatan@studitiru.example',
	name: 'Ketua Rombongan Kota Tangerang Selatan (contoh)',
	role: 'delegate',
	regionCode: '36.74',
	agencyId: null
};

function accountsOf({ suffix, regionCode, regionName, registry, organisation }: Office) {
	const account = (
		role: Role,
		box: string,
		title: string,
		agencyId: string | null
	): DemoAccount => ({
		id: `demo-${role}-${suffix}`,
		email: `${box}.${suffix}@${DEMO_EMAIL_DOMAIN}`,
		name: `${title} ${regionName} (contoh)`,
		role,
		regionCode,
		agencyId
	});
	return [
		account('secretary', 'sekda', 'Sekretaris Daerah', null),
		account('agency_head', 'kadis', 'Kepala Disdukcapil', registry),
		account('operator', 'operator', 'Operator Disdukcapil', registry),
		account('delegate', 'delegasi', 'Ketua Rombongan', registry),
		account('institution_admin', 'admin', 'Admin Instansi', organisation)
	];
}
