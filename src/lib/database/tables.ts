import type { AccountTables } from './tables/accounts.ts';
import type { AfterVisitTables } from './tables/after-visit.ts';
import type { AttachmentTables } from './tables/attachments.ts';
import type { CatalogueTables } from './tables/catalogue.ts';
import type { ImportTables } from './tables/imports.ts';
import type { InnovationTables } from './tables/innovations.ts';
import type { JobTables } from './tables/jobs.ts';
import type { NotificationTables } from './tables/notifications.ts';
import type { ObservationTables } from './tables/observations.ts';
import type { PeerTables } from './tables/peers.ts';
import type { PeerReviewTables } from './tables/peer-reviews.ts';
import type { QuestionTables } from './tables/questions.ts';
import type { RegionTables } from './tables/regions.ts';
import type { SearchTables } from './tables/search.ts';
import type { VisitPartTables } from './tables/visit-parts.ts';
import type { VisitTables } from './tables/visits.ts';

/** All tables by name, as `db/migrations` makes them. Write the types by hand beside a migration. */
export type Database = AccountTables &
	AfterVisitTables &
	AttachmentTables &
	CatalogueTables &
	ImportTables &
	InnovationTables &
	JobTables &
	NotificationTables &
	ObservationTables &
	PeerTables &
	PeerReviewTables &
	QuestionTables &
	RegionTables &
	SearchTables &
	VisitPartTables &
	VisitTables;
