import {
	addAttachment,
	type AttachmentHead,
	attachmentsByOwner,
	listAttachments,
	removeAttachment
} from '#lib/attachments/server/use-cases.ts';
import { listKpis, listServices, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { can, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { isMonth, monthIndex, type Month } from '#lib/core/period.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import { getRegion, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import { type EvidenceCell, type EvidenceFile, evidenceOwner } from '../evidence.ts';
import type { EvidenceInput } from '../evidence-schema.ts';
import { isReportable } from '../reporting-month.ts';
import { mayTake } from '../workflow.ts';
import * as entries from './repository.ts';
import { enterableKpis, isTurnaround, isTyped } from './scope.ts';

/** What files belong to that are evidence. */
export const OWNER_KIND = 'observation';

/** The files of a KPI's month as their page needs them. */
export interface CellEvidence {
	readonly region: RegionSummary;
	readonly month: Month;
	readonly kpi: string;
	/** Of the service, or of the KPI. */
	readonly nameId: string;
	readonly nameEn: string;
	readonly files: readonly EvidenceFile[];
	/** Whether the reader may add files, and take them away as things stand. */
	readonly mayAdd: boolean;
	readonly mayRemove: boolean;
}

/**
 * The evidence of a KPI's month for the people of the region: its agency, who may add and take
 * away, and its reviewers. `forbidden` for everyone else, `not_found` without such a KPI or month.
 */
export async function getEvidence(ctx: Context, cell: EvidenceCell): Promise<CellEvidence> {
	const { region, kpi, mayAdd } = await requireCell(ctx, cell);
	const files = await listAttachments(ctx, ownerOf(cell));
	return {
		region,
		month: cell.month,
		kpi: kpi.code,
		...(await nameOf(ctx, kpi)),
		files: files.map(evidenceFile),
		mayAdd,
		mayRemove: mayAdd && (await isOpen(ctx, region.key, cell.month, kpi.key))
	};
}

/** Adds a file to a KPI's month, at any time; see `inspect` for what is refused. */
export async function addEvidence(
	ctx: Context,
	cell: EvidenceCell,
	input: EvidenceInput,
	file: { readonly name: string; readonly bytes: Uint8Array } | undefined
): Promise<EvidenceFile> {
	const { mayAdd } = await requireCell(ctx, cell);
	if (!mayAdd) throw new DomainError('forbidden');
	if (!file) throw invalidField('file', 'field.required');
	const added = await addAttachment(ctx, {
		...ownerOf(cell),
		regionCode: cell.region,
		purpose: 'evidence',
		visibility: input.public ? 'public' : 'parties',
		wanted: 'any',
		file,
		alt: { id: input.title, en: null }
	});
	return evidenceFile(added);
}

/**
 * Takes a file away again, while the figures are with the agency: what reviewers have looked at
 * stays (`illegal_transition`) until the row is returned or opened again.
 */
export async function removeEvidence(ctx: Context, cell: EvidenceCell, id: string): Promise<void> {
	const { region, kpi, mayAdd } = await requireCell(ctx, cell);
	if (!mayAdd) throw new DomainError('forbidden');
	if (!(await isOpen(ctx, region.key, cell.month, kpi.key))) {
		throw new DomainError('illegal_transition', { message: 'entry.evidence.locked' });
	}
	await removeAttachment(ctx, ownerOf(cell), id);
}

/** The files of several KPIs' month by KPI code; whoever may see the month decides before. */
export async function evidenceOfMonth(
	{ db }: Pick<Context, 'db'>,
	{ region, month, kpis }: { region: string; month: Month; kpis: readonly string[] }
): Promise<ReadonlyMap<string, readonly EvidenceFile[]>> {
	const owners = new Map(kpis.map((kpi) => [evidenceOwner({ region, month, kpi }), kpi]));
	const files = await attachmentsByOwner({ db }, OWNER_KIND, [...owners.keys()]);
	return new Map(
		[...files].map(([owner, heads]) => [owners.get(owner) ?? '', heads.map(evidenceFile)])
	);
}

async function isOpen(
	{ db }: Context,
	regionKey: number,
	month: Month,
	kpiKey: number
): Promise<boolean> {
	const entry = await entries.find(db, regionKey, monthIndex(month), kpiKey);
	return !entry || mayTake('submit', entry.status);
}

async function requireCell(ctx: Context, { region: code, month, kpi: kpiCode }: EvidenceCell) {
	const actor = requireActor(ctx.actor);
	const region = await getRegion(ctx, code);
	const all = await listKpis(ctx);
	const kpi = all.find((one) => one.code === kpiCode && isTyped(one));
	if (!kpi || !isMonth(month) || !isReportable(month, ctx.now()))
		throw new DomainError('not_found');
	const own = await enterableKpis(ctx, actor, code, all);
	const mayAdd = own.some(({ key }) => key === kpi.key);
	if (!mayAdd && !can(actor, { do: 'observation.review', regionCode: code })) {
		throw new DomainError('forbidden');
	}
	return { region, kpi, mayAdd };
}

async function nameOf(ctx: Pick<Context, 'db'>, kpi: KpiDetail) {
	return nameIn(await listServices(ctx), kpi);
}

/** Of the service, where a KPI is entered as its counts; else of the KPI. */
export function nameIn(services: readonly Service[], kpi: KpiDetail) {
	const service = isTurnaround(kpi)
		? services.find(({ code }) => code === kpi.serviceCode)
		: undefined;
	const { nameId, nameEn } = service ?? kpi;
	return { nameId, nameEn };
}

function ownerOf(cell: EvidenceCell) {
	return { ownerKind: OWNER_KIND, ownerId: evidenceOwner(cell) } as const;
}

/** A file as its page needs it. */
export function evidenceFile({ id, fileName, bytes, altId, altEn, visibility }: AttachmentHead) {
	return { id, fileName, bytes, altId, altEn, isPublic: visibility === 'public' };
}
