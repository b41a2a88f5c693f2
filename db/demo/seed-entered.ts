import { insertMany } from '#db/insert-many.ts';
import { entersMore, generateEntered } from './entered-series.ts';
import { enteredRow, observationRow, samplePublication } from './observation-rows.ts';
import { publish } from './publish.ts';
import { keepsEntry, type Scope } from './scope.ts';

/** The KPIs that some regions enter themselves: what was typed, and published from it. */
export async function seedEntered(scope: Scope): Promise<void> {
	const entered = scope.regions
		.filter(entersMore)
		.flatMap((region) => generateEntered(region, scope.months).map((row) => ({ region, row })));
	await insertMany(
		scope.db,
		'observationEntry',
		entered
			.filter(({ region, row }) => keepsEntry(scope, region, row.month))
			.map(({ region, row }) => enteredRow(region.key, row))
	);
	await publish(
		scope,
		entered.map(({ region, row }) =>
			observationRow(
				region.key,
				row.month,
				{ ...row, buckets: null, missingReason: null },
				samplePublication(row.month, true)
			)
		)
	);
}
