import * as v from 'valibot';
import type { WriteUpValues } from '../form-values.ts';
import { InnovationForm, type InnovationInput } from '../schema.ts';

/** What a stored text says, read as its form was; it was checked when it was stored. */
export function inputOf(values: WriteUpValues): InnovationInput {
	return v.parse(InnovationForm, values);
}
