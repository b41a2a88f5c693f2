import {
	type AttachmentHead,
	publicAttachmentsOfRegion
} from '#lib/attachments/server/use-cases.ts';
import { listKpis, listServices, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { regionsOf } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex, type Month } from '#lib/core/period.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { type EvidenceCell, evidenceCell, type EvidenceFile } from '../evidence.ts';
import { evidenceFile, nameIn, OWNER_KIND } from './evidence.ts';
import * as entries from './repository.ts';

const MAX_SHOWN = 60;

/** Files are made public before their figures are published: more are read than shown. */
const MAX_READ = 600;

/** A file that everyone may open, with what it is evidence of. */
export interface PublicEvidence extends EvidenceFile {
	readonly month: Month;
	readonly nameId: string;
	readonly nameEn: string;
}

/**
 * The newest files that a region has opened for everyone, of months that are published.
 * @param until only files that were added by this instant; null for all
 */
export async function publicEvidence(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	until: string | null = null
): Promise<PublicEvidence[]> {
	const all = await publicAttachmentsOfRegion(ctx, OWNER_KIND, regionCode, MAX_READ);
	const heads = all.filter(({ createdAt }) => until === null || createdAt <= until);
	const cells = heads.flatMap((head) => {
		const cell = evidenceCell(head.ownerId);
		return cell ? [{ head, cell }] : [];
	});
	const { key } = await getRegion(ctx, regionCode);
	const isShown = await publishedCells(
		ctx,
		key,
		cells.map(({ cell }) => cell)
	);
	const services = await listServices(ctx);
	const shown = cells.flatMap(({ head, cell }) => {
		const kpi = isShown(cell);
		if (!kpi) return [];
		return [{ ...evidenceFile(head), month: cell.month, ...nameIn(services, kpi) }];
	});
	return shown.slice(0, MAX_SHOWN);
}

/** Tells of a region's months, read in one query, those that are published, with their KPI. */
async function publishedCells(
	ctx: Pick<Context, 'db'>,
	regionKey: number,
	cells: readonly EvidenceCell[]
): Promise<(cell: EvidenceCell) => KpiDetail | undefined> {
	if (cells.length === 0) return () => undefined;
	const asked = new Set(cells.map(({ kpi }) => kpi));
	const kpis = (await listKpis(ctx)).filter(({ code }) => asked.has(code));
	const months = cells.map(({ month }) => monthIndex(month));
	const rows = await entries.list(ctx.db, regionKey, {
		kpiKeys: kpis.map(({ key }) => key),
		from: Math.min(...months),
		to: Math.max(...months)
	});
	const published = new Set(
		rows
			.filter(({ publishedAt }) => publishedAt !== null)
			.map(({ kpiKey, month }) => `${kpiKey} ${month}`)
	);
	return ({ kpi: code, month }) =>
		kpis.find((kpi) => kpi.code === code && published.has(`${kpi.key} ${monthIndex(month)}`));
}

/**
 * Who may open a file: the people of its region at any time; everyone else one that was made
 * public, once the figures it belongs to are published.
 */
export async function mayReadEvidence(
	ctx: Context,
	{ ownerId, regionCode, visibility }: Pick<AttachmentHead, 'ownerId' | 'regionCode' | 'visibility'>
): Promise<boolean> {
	if (regionsOf(ctx.actor).includes(regionCode)) return true;
	const cell = evidenceCell(ownerId);
	return visibility === 'public' && cell !== null && isPublished(ctx, cell);
}

async function isPublished(
	ctx: Pick<Context, 'db' | 'now'>,
	{ region: code, month, kpi: kpiCode }: EvidenceCell
): Promise<boolean> {
	const kpi = (await listKpis(ctx)).find((one) => one.code === kpiCode);
	if (!kpi) return false;
	const region = await getRegion(ctx, code);
	const entry = await entries.find(ctx.db, region.key, monthIndex(month), kpi.key);
	return entry !== undefined && entry.publishedAt !== null;
}
