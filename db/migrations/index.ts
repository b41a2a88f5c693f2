import type { Migration } from './column-types.ts';
import * as regions from './0001-regions.ts';
import * as catalogue from './0002-catalogue.ts';
import * as accounts from './0003-accounts.ts';
import * as observations from './0004-observations.ts';
import * as innovations from './0005-innovations.ts';
import * as visits from './0006-visits.ts';
import * as entry from './0007-entry.ts';
import * as imports from './0008-imports.ts';
import * as peersAndSignals from './0009-peers-and-signals.ts';
import * as search from './0011-search.ts';
import * as attachments from './0012-attachments.ts';
import * as visitFlow from './0013-visit-flow.ts';
import * as jobs from './0014-jobs.ts';
import * as coverageHistory from './0018-coverage-history.ts';
import * as coveringIndexes from './0019-covering-indexes.ts';
import * as questions from './0021-questions.ts';
import * as writeUpLifeCycle from './0022-write-up-life-cycle.ts';
import * as afterVisit from './0024-after-visit.ts';
import * as coverageVerification from './0030-coverage-verification.ts';
import * as deadlines from './0031-deadlines.ts';
import * as writeUpFacts from './0040-write-up-facts.ts';
import * as peerReviews from './0041-peer-reviews.ts';
import * as searchValidation from './0042-search-validation.ts';
import * as strongestSignals from './0047-strongest-signals.ts';
import * as seasonalSignals from './0050-seasonal-signals.ts';
import * as knownCoverage from './0051-known-coverage.ts';
import * as signalChances from './0052-signal-chances.ts';
import * as titlesInNotifications from './0054-titles-in-notifications.ts';
import * as narrowSearchIndex from './0055-narrow-search-index.ts';
import * as baselineRestarts from './0056-baseline-restarts.ts';
import * as writeUpFlags from './0057-write-up-flags.ts';

/** In order, oldest first. Never edit or rename one that has shipped: add another. */
export const migrations: Record<string, Migration> = {
	'0001-regions': regions,
	'0002-catalogue': catalogue,
	'0003-accounts': accounts,
	'0004-observations': observations,
	'0005-innovations': innovations,
	'0006-visits': visits,
	'0007-entry': entry,
	'0008-imports': imports,
	'0009-peers-and-signals': peersAndSignals,
	'0011-search': search,
	'0012-attachments': attachments,
	'0013-visit-flow': visitFlow,
	'0014-jobs': jobs,
	'0018-coverage-history': coverageHistory,
	'0019-covering-indexes': coveringIndexes,
	'0021-questions': questions,
	'0022-write-up-life-cycle': writeUpLifeCycle,
	'0024-after-visit': afterVisit,
	'0030-coverage-verification': coverageVerification,
	'0031-deadlines': deadlines,
	'0040-write-up-facts': writeUpFacts,
	'0041-peer-reviews': peerReviews,
	'0042-search-validation': searchValidation,
	'0047-strongest-signals': strongestSignals,
	'0050-seasonal-signals': seasonalSignals,
	'0051-known-coverage': knownCoverage,
	'0052-signal-chances': signalChances,
	'0054-titles-in-notifications': titlesInNotifications,
	'0055-narrow-search-index': narrowSearchIndex,
	'0056-baseline-restarts': baselineRestarts,
	'0057-write-up-flags': writeUpFlags
};
