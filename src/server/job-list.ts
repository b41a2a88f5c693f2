import { forgetRateLimits } from '#lib/accounts/server/forget-rate-limits.ts';
import { remindOfCommitments } from '#lib/adoptions/server/after-visit.ts';
import { describeInnovation } from '#lib/innovations/server/describe-innovation.ts';
import { isAboutMonth, isAboutWriteUp } from '#lib/notifications/page-of.ts';
import { remindToConfirm } from '#lib/innovations/server/remind-to-confirm.ts';
import { sendDigests } from '#lib/notifications/server/send-digests.ts';
import { sendMails, type Describe } from '#lib/notifications/server/send-mail.ts';
import { describeDeadline } from '#lib/observations/server/describe-deadline.ts';
import { remindOfDeadlines } from '#lib/observations/server/remind-of-deadlines.ts';
import { deriveCoverageMonths } from '#lib/observations/server/derive-coverage-months.ts';
import { reduceDelegations } from '#lib/visits/server/delegation.ts';
import { describeVisit } from '#lib/visits/server/describe-visit.ts';
import { holidaysFrom } from '#lib/visits/server/hosts.ts';
import { runVisitTimers } from '#lib/visits/server/timers.ts';
import type { Job } from './jobs.ts';

const MINUTE = 60;
const HOUR = 3_600;

const describe: Describe = (ctx, message) => {
	if (isAboutMonth(message.template)) return describeDeadline(ctx, message);
	return isAboutWriteUp(message.template)
		? describeInnovation(ctx, message)
		: describeVisit(ctx, message);
};

/** Everything that comes round by itself. A room's use case joins with one line. */
export const jobs: readonly Job[] = [
	{ name: 'rate-limits.forget', everySeconds: HOUR, run: forgetRateLimits },
	{ name: 'visits.timers', everySeconds: 5 * MINUTE, run: runVisitTimers },
	{ name: 'mail.send', everySeconds: 10, run: (ctx) => sendMails(ctx, describe) },
	{ name: 'mail.digest', everySeconds: HOUR / 2, run: (ctx) => sendDigests(ctx, holidaysFrom) },
	{ name: 'commitments.remind', everySeconds: HOUR, run: remindOfCommitments },
	{ name: 'entry.remind', everySeconds: HOUR / 4, run: remindOfDeadlines },
	{ name: 'coverage.derive', everySeconds: HOUR, run: deriveCoverageMonths },
	{ name: 'innovations.confirm', everySeconds: HOUR, run: remindToConfirm },
	{ name: 'delegations.reduce', everySeconds: 24 * HOUR, run: reduceDelegations }
];
