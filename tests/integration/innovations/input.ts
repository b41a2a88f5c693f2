import * as v from 'valibot';
import { InnovationForm, type InnovationInput } from '#lib/innovations/schema.ts';

const LEAST = {
	titleId: 'Antrean daring puskesmas',
	summaryId: 'Warga memilih jam datang sehingga ruang tunggu tidak penuh.',
	kind: 'digital',
	form: 'public_service',
	stage: 'pilot',
	sustainability: 'active'
};

const LONG = 'kata '.repeat(320);

/** A text for each section that publication asks for. */
export const REQUIRED_SECTIONS = {
	summary_id: LONG,
	background_id: LONG,
	design_id: LONG,
	results_id: LONG,
	replication_id: LONG,
	evidence_id: '- SK Kepala Dinas Nomor 1 Tahun 2025'
};

/** What the form sends, read as the route reads it. */
export function typedIn(fields: Record<string, unknown> = {}): InnovationInput {
	return v.parse(InnovationForm, { ...LEAST, ...fields });
}
