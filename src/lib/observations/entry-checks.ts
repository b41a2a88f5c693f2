import type { CheckInput, EntryCheck, Finding } from './entry-check.ts';
import { errorChecks } from './error-checks.ts';
import { outlierCheck } from './outlier-check.ts';
import { slipChecks } from './slip-checks.ts';
import { unusualChecks } from './unusual-checks.ts';

/** Every check of a month's entry, the telling ones first. Forms, uploads and the API run it. */
export const entryChecks: readonly EntryCheck[] = [
	...errorChecks,
	...slipChecks,
	...unusualChecks,
	outlierCheck
];

/**
 * What is wrong or unusual about a month's entry. Of several findings of one severity about a
 * field only the first stands: they have one cause. Nothing is asked of a KPI that does not apply.
 * @param severities only these checks are made; all unless told
 */
export function checkEntry(
	input: CheckInput,
	severities?: readonly EntryCheck['severity'][]
): Finding[] {
	if (input.entry.missingReason === 'not_applicable') return [];
	const findings: Finding[] = [];
	for (const { name, severity, find } of entryChecks) {
		if (severities && !severities.includes(severity)) continue;
		for (const problem of find(input)) findings.push({ ...problem, name, severity });
	}
	if (findings.length < 2) return findings;
	const told = new Set<string>();
	return findings.filter(({ severity, path }) => {
		const about = `${severity} ${path}`;
		const isNew = !told.has(about);
		told.add(about);
		return isNew;
	});
}

/** Whether the findings ask for a note. */
export function needsNote(findings: readonly Finding[]): boolean {
	return findings.some(({ severity }) => severity === 'warning');
}
