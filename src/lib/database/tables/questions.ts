import type { Selectable } from 'kysely';
import type { Role } from '#lib/core/access.ts';
import type { Timestamp } from './values.ts';

export interface QuestionTables {
	question: QuestionTable;
	answer: AnswerTable;
	flag: FlagTable;
	follow: FollowTable;
}

interface QuestionTable {
	id: string;
	innovationId: string;
	askedBy: string;
	/** For which region, in which role: what readers see in place of the name. */
	askerRegionCode: string;
	askerRole: Role;
	body: string;
	acceptedAnswerId: string | null;
	hiddenAt: Timestamp | null;
	createdAt: Timestamp;
}

interface AnswerTable {
	id: string;
	questionId: string;
	answeredBy: string;
	answererRegionCode: string;
	answererRole: Role;
	body: string;
	hiddenAt: Timestamp | null;
	createdAt: Timestamp;
}

interface FlagTable {
	id: string;
	kind: 'question' | 'answer' | 'innovation';
	targetId: string;
	/** Whose institution admin decides: the region of the write-up. */
	regionCode: string;
	flaggedBy: string;
	reason:
		| 'personal_data'
		| 'insult'
		| 'advertising'
		| 'off_topic'
		| 'wrong_data'
		| 'not_running'
		| 'copyright';
	/** Of a write-up: what is wrong with it, where. */
	note: string;
	createdAt: Timestamp;
	/** Null while nobody has decided. Texts are hidden, write-ups are mended by their region. */
	outcome: 'kept' | 'hidden' | 'mended' | null;
	decidedBy: string | null;
	decidedAt: Timestamp | null;
}

interface FollowTable {
	accountId: string;
	kind: 'innovation' | 'region' | 'service';
	/** The write-up's id, the region's code or the service's code. */
	target: string;
	createdAt: Timestamp;
}

export type Question = Selectable<QuestionTable>;
export type Answer = Selectable<AnswerTable>;
export type Flagging = Selectable<FlagTable>;
export type Follow = Selectable<FollowTable>;
