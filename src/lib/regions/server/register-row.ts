import type { Relative } from './repository.ts';
import type { RegisterEntry } from './register.ts';

/** A region as the API writes it; parent and children are codes. */
export function registerRow(entry: RegisterEntry) {
	return {
		code: entry.code,
		name: entry.name,
		kind: entry.kind,
		province: entry.provinceCode,
		province_name: entry.provinceName,
		timezone: entry.timezone,
		district_count: entry.districtCount,
		parent: entry.parentCode,
		children: entry.childCodes
	};
}

/** How two regions are related, as the API writes it. */
export function relationRow(
	relation: 'parent' | 'child',
	{ code, name, kind, law, effectiveOn, confidence, source, note }: Relative
) {
	return {
		relation,
		code,
		name,
		kind,
		law,
		effective_on: effectiveOn,
		confidence,
		source,
		note
	};
}
