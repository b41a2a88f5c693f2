import * as v from 'valibot';
import { DayText, RegionCode, ServiceCode } from '#lib/http/query-values.ts';
import { COVERAGE_MODES } from './coverage.ts';

const MAX_ROWS = 5000;
const MAX_SOURCE = 500;

/** `36.71.01`: a district. */
const DistrictCode = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^\d{2}\.\d{2}\.\d{2}$/, 'coverage.districtCode')
);

const Source = v.optional(
	v.pipe(v.string(), v.trim(), v.maxLength(MAX_SOURCE, 'field.tooLong')),
	''
);

/** One row of `PUT /coverage`: how a district gives a service from a day on. */
const CoverageRow = v.strictObject({
	district: DistrictCode,
	service: ServiceCode,
	mode: v.picklist(COVERAGE_MODES, 'coverage.badMode'),
	valid_from: DayText,
	/** Where it is known from; by default the region's own report. */
	source: Source
});
export type CoverageRowInput = v.InferOutput<typeof CoverageRow>;

/** The body of `PUT /coverage`. */
export const CoverageBody = v.strictObject({
	region: RegionCode,
	rows: v.pipe(
		v.array(CoverageRow),
		v.minLength(1, 'field.required'),
		v.maxLength(MAX_ROWS, 'coverage.tooManyRows')
	)
});

/** The body of `POST /coverage/verify`; without rows everything that is claimed. */
export const VerifyCoverageBody = v.strictObject({
	region: RegionCode,
	rows: v.optional(
		v.pipe(
			v.array(
				v.strictObject({ district: DistrictCode, service: ServiceCode, valid_from: DayText })
			),
			v.minLength(1, 'field.required'),
			v.maxLength(MAX_ROWS, 'coverage.tooManyRows')
		)
	)
});
export type VerifyCoverageInput = v.InferOutput<typeof VerifyCoverageBody>;

/** A row on the page of claims: `36.71.01:KTP:2026-08-15`. */
const ClaimedRow = v.pipe(
	v.string(),
	v.regex(/^\d{2}\.\d{2}\.\d{2}:[A-Z0-9]{1,10}:\d{4}-\d{2}-\d{2}$/, 'coverage.unknownRow'),
	v.transform((text) => {
		const [district = '', service = '', valid_from = ''] = text.split(':');
		return { district, service, valid_from };
	})
);

/** The form that verifies the rows that were ticked. */
export const VerifyCoverageForm = v.object({
	region: RegionCode,
	rows: v.pipe(
		v.optional(v.array(ClaimedRow), []),
		v.minLength(1, 'coverage.chooseRows'),
		v.maxLength(MAX_ROWS, 'coverage.tooManyRows')
	)
});

/** A chosen cell of the form: `36.71.01:KTP:full`; without a mode nothing is known yet. */
const Cell = v.pipe(
	v.string(),
	v.regex(/^\d{2}\.\d{2}\.\d{2}:[A-Z0-9]{1,10}:(?:full|limited|mobile|none)?$/, 'coverage.badMode'),
	v.transform((text) => {
		const [district = '', service = '', mode = ''] = text.split(':');
		return { district, service, mode: COVERAGE_MODES.find((known) => known === mode) ?? null };
	})
);

/** The form of the register: every cell as it stands in the form, and as it stood before. */
export const CoverageForm = v.object({
	region: RegionCode,
	cells: v.pipe(v.array(Cell), v.maxLength(MAX_ROWS, 'coverage.tooManyRows')),
	before: v.array(Cell),
	valid_from: DayText,
	source: Source
});
export type CoverageFormInput = v.InferOutput<typeof CoverageForm>;
