import type { Context } from '#lib/core/context.ts';
import { addMonths, type Day, type Month } from '#lib/core/period.ts';
import { familyCodes } from '#lib/regions/family-tree.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import { addUpCells } from '../constant-boundary.ts';
import { rollCells, type RegionSeries, type Series } from '../series.ts';
import { ROLLING_MONTHS } from '../statistics/rolling.ts';
import { getSeries } from './series.ts';

export { canAddUp } from '../constant-boundary.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

interface ConstantQuery {
	readonly kpi: string;
	readonly regions: readonly string[];
	readonly group: string | null;
	readonly from: Month;
	readonly to: Month;
	readonly isRolling: boolean;
	readonly asOf: Day | null;
}

/**
 * The months of regions with the boundary they had before they were split: each is put together
 * from the oldest known ancestor and all that were split from it. Regions of one family become one
 * line, which has the code of the first one chosen and the ancestor's name with how many there are.
 * Only for KPIs that can be added up.
 */
export async function getConstantSeries(ctx: ReadContext, query: ConstantQuery): Promise<Series> {
	const families = await familiesOf(ctx, query.regions);
	const { from } = query;
	const asked = { ...query, regions: families.flatMap(({ members }) => members) };
	const series = await getSeries(ctx, { ...asked, isRolling: false });
	const rolled = query.isRolling ? await getSeries(ctx, { ...query, regions: [] }) : null;
	const isRolling = rolled?.isRolling === true;
	const early = isRolling ? (await getSeries(ctx, { ...asked, ...yearBefore(from) })).regions : [];
	const scale = series.kpi.unit === 'percent' ? 100 : 1;
	return {
		...(rolled ?? series),
		regions: families.flatMap(({ chosen, members }) => {
			const parts = members.flatMap(
				(code) => series.regions.find(({ region }) => region.code === code) ?? []
			);
			const before = members.flatMap(
				(code) => early.find(({ region }) => region.code === code) ?? []
			);
			const [oldest] = parts;
			if (!oldest) return [];
			const cells = [...addUp(before, scale), ...addUp(parts, scale)];
			const { region } = oldest;
			const name = parts.length > 1 ? `${region.name} +${String(parts.length - 1)}` : region.name;
			return [
				{
					region: { ...region, code: chosen, name },
					cells: isRolling ? rollCells(cells, scale) : cells
				}
			];
		})
	};
}

/** The eleven months that the first rolling year needs besides its own. */
function yearBefore(from: Month) {
	return {
		group: null,
		isRolling: false,
		from: addMonths(from, 1 - ROLLING_MONTHS),
		to: addMonths(from, -1)
	};
}

interface Family {
	/** The first of its regions that was chosen. */
	readonly chosen: string;
	/** All codes, the oldest ancestor first. */
	readonly members: readonly string[];
}

/** Each chosen region's family; every family once. */
async function familiesOf(ctx: ReadContext, codes: readonly string[]): Promise<Family[]> {
	const families = new Map<string, Family>();
	for (const chosen of codes) {
		const tree = await getFamilyTree(ctx, chosen);
		const members = tree === null ? [chosen] : familyCodes(tree);
		const oldest = members[0] ?? chosen;
		if (!families.has(oldest)) families.set(oldest, { chosen, members });
	}
	return [...families.values()];
}

function addUp(parts: readonly RegionSeries[], scale: number) {
	return (parts[0]?.cells ?? []).map((_, i) =>
		addUpCells(
			parts.flatMap(({ cells }) => cells[i] ?? []),
			scale
		)
	);
}
