import { holidays2026 } from '#db/reference/holidays-2026.ts';
import { addDays, type Day, weekdayOf } from '#lib/core/period.ts';
import type { Visit, VisitState } from '#lib/database/tables/visits.ts';
import { usualWindowId } from '#lib/visits/usual-week.ts';

/** A sample visit to Kota Tangerang with what belongs to it. */
export interface DemoVisit {
	readonly visit: Omit<Visit, 'innovationId'>;
	readonly innovationSlug: string;
	readonly questions: readonly string[];
	readonly preferences: readonly { readonly windowId: string; readonly day: Day }[];
	readonly events: readonly DemoEvent[];
}

export interface DemoEvent {
	readonly action: string;
	readonly fromState: VisitState | null;
	readonly toState: VisitState;
	readonly accountId: string;
	readonly role: string;
	readonly side: 'visitor' | 'host';
}

const HOST = '36.71';
const TUESDAY = 2;
const THURSDAY = 4;
const MORNING = '09:00';
const AFTERNOON = '13:00';

const CLOSED = new Set(holidays2026.map(({ day }) => day));

/** One visit that has a date, so that the calendar is not empty, and one that waits for an answer. */
export function demoVisits(today: Day, now: string): DemoVisit[] {
	return [scheduledVisit(today, now), waitingVisit(today, now)];
}

/** The first such weekday on or after a day that is no holiday. */
export function openDay(from: Day, weekday: number): Day {
	const isOpen = (day: Day) => weekdayOf(day) === weekday && !CLOSED.has(day);
	let day = from;
	while (!isOpen(day)) day = addDays(day, 1);
	return day;
}

function scheduledVisit(today: Day, now: string): DemoVisit {
	const day = openDay(addDays(today, 14), TUESDAY);
	const session = usualWindowId(HOST, TUESDAY, MORNING);
	const visitor = {
		accountId: 'demo-delegate-selatan',
		role: 'delegate',
		side: 'visitor'
	} as const;
	const host = { accountId: 'demo-secretary-kota', role: 'secretary', side: 'host' } as const;
	return {
		visit: {
			...common(now),
			id: 'demo-visit-scheduled',
			ref: 'V-CNTH22',
			visitorRegionCode: '36.74',
			requestedBy: 'demo-delegate-selatan',
			submitKey: 'demo-visit-scheduled',
			state: 'scheduled',
			version: 3,
			mode: 'online',
			people: 12,
			purpose:
				'Contoh permohonan: mempelajari penempatan pegawai Disdukcapil di kecamatan dan pengaturan jadwal layanannya.',
			sessionWindowId: session,
			sessionDay: day,
			answerDueOn: null
		},
		innovationSlug: 'enam-layanan-adminduk-di-13-kecamatan',
		questions: [
			'Bagaimana surat penugasan BKO disusun dan siapa yang menilai kinerja pegawai?',
			'Berapa petugas yang diperlukan untuk satu kecamatan?',
			'Bagaimana pencetakan KTP-el diatur ketika blangko terbatas?'
		],
		preferences: [{ windowId: session, day }],
		events: [
			{ ...visitor, action: 'submit', fromState: null, toState: 'submitted' },
			{ ...host, action: 'review', fromState: 'submitted', toState: 'in_review' },
			{ ...host, action: 'accept', fromState: 'in_review', toState: 'scheduled' }
		]
	};
}

function waitingVisit(today: Day, now: string): DemoVisit {
	const first = openDay(addDays(today, 16), THURSDAY);
	return {
		visit: {
			...common(now),
			id: 'demo-visit-waiting',
			ref: 'V-CNTH33',
			visitorRegionCode: '36.03',
			requestedBy: 'demo-delegate-kabupaten',
			submitKey: 'demo-visit-waiting',
			state: 'submitted',
			version: 1,
			mode: 'online',
			people: 8,
			purpose:
				'Contoh permohonan: mempelajari alur permohonan daring dan pemeriksaan berkas pada Sobat Dukcapil.',
			sessionWindowId: null,
			sessionDay: null,
			answerDueOn: workingDaysAfter(today, 5)
		},
		innovationSlug: 'sobat-dukcapil',
		questions: [
			'Berapa petugas yang memeriksa permohonan daring setiap hari?',
			'Bagaimana identitas pemohon dipastikan?',
			'Apa penyebab tersering berkas dikembalikan?'
		],
		preferences: [
			{ windowId: usualWindowId(HOST, THURSDAY, AFTERNOON), day: first },
			{
				windowId: usualWindowId(HOST, THURSDAY, MORNING),
				day: openDay(addDays(first, 1), THURSDAY)
			}
		],
		events: [
			{
				action: 'submit',
				fromState: null,
				toState: 'submitted',
				accountId: 'demo-delegate-kabupaten',
				role: 'delegate',
				side: 'visitor'
			}
		]
	};
}

function common(now: string) {
	return {
		hostRegionCode: HOST,
		onsiteReason: null,
		needs: '',
		decisionReasonCode: null,
		decisionReason: null,
		decisionAlternative: null,
		visitorDueOn: null,
		answerDaysLeft: null,
		remindedPercent: 0,
		attended: null,
		isSample: 1,
		createdAt: now,
		submittedAt: now,
		updatedAt: now
	} as const;
}

function workingDaysAfter(today: Day, count: number): Day {
	let day = today;
	for (let left = count; left > 0;) {
		day = addDays(day, 1);
		if (weekdayOf(day) <= 5 && !CLOSED.has(day)) left--;
	}
	return day;
}
