import type { Db } from '#lib/database/connection.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';

/** A region's sums of a KPI over some months. */
export interface PeriodSum {
	readonly kpiKey: number;
	readonly regionKey: number;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly months: number;
}

/** The sums of some regions for each KPI over the months from one to another. */
export async function listSums(
	db: Db,
	regionKeys: readonly number[],
	from: MonthIndex,
	to: MonthIndex
): Promise<PeriodSum[]> {
	const rows = await db
		.selectFrom('observation')
		.select((eb) => [
			'kpiKey',
			'regionKey',
			eb.fn.sum<number | null>('numerator').as('numerator'),
			eb.fn.sum<number | null>('denominator').as('denominator'),
			eb.fn.countAll<number | string>().as('months')
		])
		.where('regionKey', 'in', regionKeys)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.where('value', 'is not', null)
		.groupBy(['kpiKey', 'regionKey'])
		.execute();
	return rows.map((row) => ({ ...row, months: Number(row.months) }));
}

/** The values of some regions in a month, for every KPI. */
export async function listMonthOf(
	db: Db,
	regionKeys: readonly number[],
	month: MonthIndex
): Promise<
	{
		kpiKey: number;
		regionKey: number;
		value: number;
		numerator: number | null;
		denominator: number | null;
	}[]
> {
	return db
		.selectFrom('observation')
		.select(['kpiKey', 'regionKey', 'numerator', 'denominator'])
		.select((eb) => eb.ref('value').$notNull().as('value'))
		.where('regionKey', 'in', regionKeys)
		.where('month', '=', month)
		.where('value', 'is not', null)
		.execute();
}
