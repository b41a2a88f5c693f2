import {
	DISDUKCAPIL_KABUPATEN_TANGERANG,
	DISDUKCAPIL_KOTA_TANGERANG
} from '#db/reference/agencies.ts';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Actor, Role } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { type DatabaseName, openDatabase } from './databases.ts';

/** October 2026 is the last month that is over. */
const NOW = new Date('2026-11-24T03:00:00Z');

/** A database with the reference data and the agencies of the founding example, and no entries. */
export async function openForEntry(name: DatabaseName): Promise<Context> {
	const db = await openDatabase(name);
	await loadReferenceData(db);
	await loadCitedContent(db, NOW);
	return { db, actor: null, now: () => NOW, locale: 'id' };
}

function actor(role: Role, regionCode: string, agencyId: string | null = null): Actor {
	const name = `${role} ${regionCode}`;
	return { accountId: name, name, grants: [{ role, regionCode, agencyId }] };
}

export const agencyHead = actor('agency_head', '36.71', DISDUKCAPIL_KOTA_TANGERANG);
export const secretary = actor('secretary', '36.71');
export const institutionAdmin = actor('institution_admin', '36.71');
export const foreignAgencyHead = actor('agency_head', '36.03', DISDUKCAPIL_KABUPATEN_TANGERANG);
export const foreignSecretary = actor('secretary', '36.03');
