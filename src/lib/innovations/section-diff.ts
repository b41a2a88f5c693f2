import { diffWordsWithSpace } from 'diff';
import type { FormValues } from '#lib/http/form.ts';
import { sectionField } from './publishable.ts';
import { type WrittenSection, writtenSections } from './sections.ts';

/** A stretch of text that both versions have, or only one of them. */
export interface DiffPart {
	readonly text: string;
	readonly change: 'same' | 'added' | 'removed';
}

/** What a section's text was and is; sections that are alike are left out. */
export interface SectionDiff {
	readonly section: WrittenSection;
	readonly language: 'id' | 'en';
	readonly parts: readonly DiffPart[];
}

/** A field beside the sections whose value changed. */
export interface FieldDiff {
	readonly field: string;
	readonly before: string;
	readonly after: string;
}

/** Longer than two texts of any section take; hostile pairs are shown as replaced. */
const TIMEOUT_MS = 150;

/** The words that were added and removed between two texts. */
export function diffTexts(before: string, after: string): DiffPart[] {
	if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
	const changes = diffWordsWithSpace(before, after, { timeout: TIMEOUT_MS });
	if (!changes) {
		return [
			{ text: before, change: 'removed' as const },
			{ text: after, change: 'added' as const }
		].filter(({ text }) => text !== '');
	}
	return changes.map(({ value, added, removed }) => ({
		text: value,
		change: added ? 'added' : removed ? 'removed' : 'same'
	}));
}

/** The sections, in their order, whose texts differ between two versions. */
export function diffSections(before: FormValues, after: FormValues): SectionDiff[] {
	return writtenSections.flatMap((section) =>
		(['id', 'en'] as const).flatMap((language) => {
			const name = sectionField(section, language);
			const [old, now] = [textOf(before, name), textOf(after, name)];
			return old === now ? [] : [{ section, language, parts: diffTexts(old, now) }];
		})
	);
}

/** The other fields that differ, in the order of the form. */
export function diffFields(before: FormValues, after: FormValues): FieldDiff[] {
	const sectionNames = new Set<string>(
		writtenSections.flatMap((key) => [sectionField(key, 'id'), sectionField(key, 'en')])
	);
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return names.flatMap((field) => {
		if (field === 'version' || sectionNames.has(field)) return [];
		const [old, now] = [textOf(before, field), textOf(after, field)];
		return old === now ? [] : [{ field, before: old, after: now }];
	});
}

function textOf(values: FormValues, name: string): string {
	const value = values[name] ?? '';
	return typeof value === 'string' ? value : value.filter(Boolean).join(', ');
}
