import { describe, expect, test } from 'vitest';
import { completenessOf, summariseCompleteness } from '#lib/observations/completeness.ts';

const at = { now: new Date('2026-11-24T03:00:00Z'), timezone: 'Asia/Jayapura' };
const published = {
	status: 'published',
	firstSubmittedAt: '2026-11-10T14:59:00Z',
	verifiedAt: '2026-11-12T01:00:00Z',
	publishedAt: '2026-11-12T01:00:00Z',
	missingReason: null
} as const;
const of = (changes: object, month = '2026-10') =>
	completenessOf(month, { ...published, ...changes }, at);

describe('the completeness of a month', () => {
	test('counts the day it was first handed in, in the time of the region', () => {
		expect(of({})).toBe('in_time');
		expect(of({ firstSubmittedAt: '2026-11-10T15:01:00Z' })).toBe('late');
		// Corrected later, it stays in time, also while the correction is under way.
		expect(of({ status: 'draft', verifiedAt: null })).toBe('in_time');
	});

	test('says provisional until it is verified, and when the KPI does not apply', () => {
		expect(of({ verifiedAt: null })).toBe('provisional');
		expect(of({ missingReason: 'not_applicable' })).toBe('not_applicable');
	});

	test('finds the reason why it is missing by itself', () => {
		expect(completenessOf('2026-10', undefined, at)).toBe('missing');
		expect(completenessOf('2026-11', undefined, at)).toBe('not_due');
		const waiting = { publishedAt: null, verifiedAt: null };
		expect(of({ ...waiting, status: 'submitted' })).toBe('under_review');
		expect(of({ ...waiting, status: 'returned' })).toBe('missing');
	});

	test('is summed up without counting what is under review as published', () => {
		expect(
			summariseCompleteness(['in_time', 'late', 'provisional', 'missing', 'under_review'])
		).toEqual({ expected: 5, published: 3, late: 1, missing: 1, percent: 60 });
	});
});
