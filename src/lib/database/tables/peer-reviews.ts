import type { Selectable } from 'kysely';
import type { Timestamp } from './values.ts';

export interface PeerReviewTables {
	peerReview: PeerReviewTable;
}

/** What another region says of a write-up, or is asked to say. */
interface PeerReviewTable {
	id: string;
	innovationId: string;
	/** The region that reviews. */
	regionCode: string;
	state: 'asked' | 'declined' | 'done';
	requestNote: string;
	askedAt: Timestamp | null;
	dueOn: string | null;
	/** What gives the region the right to judge: it was asked, it visited, or it adopted. */
	basis: 'asked' | 'visit' | 'adoption' | null;
	seen: 'onsite' | 'online' | 'no' | null;
	dataChecked: 'yes' | 'partly' | 'no' | null;
	verdict: 'works' | 'works_with_limits' | 'not_confirmed' | null;
	remarks: string;
	/** The version of the text that was public when it was judged. */
	revisionNumber: number | null;
	/** The position, which is told; the account is kept for the record only. */
	role: string | null;
	accountId: string | null;
	decidedAt: Timestamp | null;
	createdAt: Timestamp;
}

export type PeerReview = Selectable<PeerReviewTable>;
