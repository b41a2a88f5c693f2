import type { FormValues } from '#lib/http/form.ts';
import { sectionField } from './publishable.ts';
import type { WrittenSection } from './sections.ts';

/**
 * The one section that a region may keep for signed-in governments: what went wrong is told more
 * openly among colleagues.
 */
export const RESTRICTABLE = 'lessons' satisfies WrittenSection;

/** The form's field that keeps the section for governments. */
export const RESTRICTED_FIELD = 'lessons_governments' as const;

/** The values of a text as everyone may read them: what is kept for governments is empty. */
export function readableByEveryone(values: FormValues): FormValues {
	if (!values[RESTRICTED_FIELD]) return values;
	return {
		...values,
		[sectionField(RESTRICTABLE, 'id')]: '',
		[sectionField(RESTRICTABLE, 'en')]: ''
	};
}
