import { diffLines, diffWordsWithSpace } from 'diff';
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

/** Of a passage rewritten more than this, words that happen to stay say nothing. */
const MIN_SHARED = 0.4;

/**
 * What was added and removed between two texts: word by word in a passage that was mended, and as
 * a whole in one that was written anew.
 */
export function diffTexts(before: string, after: string): DiffPart[] {
	if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
	const lines = diffLines(before, after, { timeout: TIMEOUT_MS });
	if (!lines) return replaced(before, after);
	return lines.flatMap(({ value, added, removed }, i): DiffPart[] => {
		const [last, next] = [lines[i - 1], lines[i + 1]];
		if (removed) {
			return next?.added ? diffWords(value, next.value) : [{ text: value, change: 'removed' }];
		}
		if (added) return last?.removed ? [] : [{ text: value, change: 'added' }];
		return [{ text: value, change: 'same' }];
	});
}

function diffWords(before: string, after: string): DiffPart[] {
	const changes = diffWordsWithSpace(before, after, { timeout: TIMEOUT_MS });
	if (!changes) return replaced(before, after);
	const parts = changes.map(({ value, added, removed }): DiffPart => {
		return { text: value, change: added ? 'added' : removed ? 'removed' : 'same' };
	});
	const shared = lengthOf(parts.filter(({ change }) => change === 'same'));
	const isMended =
		shared >= MIN_SHARED * Math.max(lengthOf([{ text: before }]), lengthOf([{ text: after }]));
	return isMended ? withoutBridges(parts) : replaced(before, after);
}

/** How much there is to read. */
function lengthOf(parts: readonly { readonly text: string }[]): number {
	return parts.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
}

/** Changed words that only a space keeps apart become one removal and one addition. */
function withoutBridges(parts: readonly DiffPart[]): DiffPart[] {
	const read: DiffPart[] = [];
	let [removed, added] = ['', ''];
	const flush = () => {
		read.push(...replaced(removed, added));
		[removed, added] = ['', ''];
	};
	for (const [i, { text, change }] of parts.entries()) {
		const next = parts[i + 1];
		const isBridge = text.trim() === '' && removed + added !== '' && next && next.change !== 'same';
		if (change === 'removed' || (change === 'same' && isBridge)) removed += text;
		if (change === 'added' || (change === 'same' && isBridge)) added += text;
		if (change !== 'same' || isBridge) continue;
		flush();
		read.push({ text, change });
	}
	flush();
	return read;
}

function replaced(before: string, after: string): DiffPart[] {
	return [
		{ text: before, change: 'removed' as const },
		{ text: after, change: 'added' as const }
	].filter(({ text }) => text !== '');
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
