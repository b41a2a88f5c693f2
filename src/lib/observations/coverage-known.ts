import type {
	DistrictCoverage,
	DistrictCoverageRevision
} from '#lib/database/tables/observations.ts';

/**
 * The rows of the register as they stood at an instant, by district, service and first day.
 * @param current rows that have not been changed since
 * @param changedLater what rows said that were changed since, the earliest change first
 * @param asOf an ISO instant
 */
export function rowsKnown(
	current: readonly DistrictCoverage[],
	changedLater: readonly DistrictCoverageRevision[],
	asOf: string
): DistrictCoverage[] {
	const known = new Map(current.map((row) => [keyOf(row), row]));
	for (const { id: _, writtenAt, supersededAt, changedByRole: __, ...row } of changedLater) {
		// Since when a row said so was not always kept: then it counts as having said so before.
		const isKnown = writtenAt === null || writtenAt <= asOf;
		if (!isKnown || known.has(keyOf(row))) continue;
		known.set(keyOf(row), { ...row, updatedAt: writtenAt ?? supersededAt });
	}
	return [...known.values()]
		.map((row) => (row.verifiedAt !== null && row.verifiedAt > asOf ? { ...row, ...CLAIMED } : row))
		.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const CLAIMED = { verification: 'claimed', verifiedAt: null, verifiedByRole: null } as const;

type RowKey = Pick<DistrictCoverage, 'districtCode' | 'serviceCode' | 'validFrom'>;

function keyOf({ districtCode, serviceCode, validFrom }: RowKey): string {
	return `${districtCode} ${serviceCode} ${validFrom}`;
}
