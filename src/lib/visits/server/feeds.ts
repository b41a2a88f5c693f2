import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import {
	formatToken,
	hashSecret,
	newSecretToken,
	parseToken,
	secretMatches
} from '#lib/accounts/server/secret-token.ts';
import { regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { CalendarFeed } from '#lib/database/tables/visit-parts.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { calendarText } from '#lib/notifications/server/ics.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import type { FeedInput, RevokeFeedInput } from '../feeds-schema.ts';
import { heldSessions, refreshEntry } from './calendar.ts';
import { eventOf, holdEvents } from './describe-visit.ts';
import * as feeds from './feeds-repository.ts';
import * as visits from './repository.ts';

const READERS = ['secretary', 'agency_head', 'operator', 'delegate', 'institution_admin'] as const;
/** Past visits and cancelled ones stay in a feed for so long. */
const KEPT_DAYS = 90;
const DAY_MS = 24 * 3_600_000;
const TOUCH_EVERY_MS = 3_600_000;

export interface FeedList {
	readonly feeds: readonly (Omit<CalendarFeed, 'secretHash'> & { readonly name: string })[];
	/** What can be made: the account's own, and each region with or without its visits elsewhere. */
	readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The calendars that an account has made addresses for. */
export async function listFeeds(ctx: Context): Promise<FeedList> {
	const actor = requireActor(ctx.actor);
	const t = translateIn(ctx.locale);
	const regions = await getRegions(ctx, regionsOf(actor));
	const nameOf = (scope: CalendarFeed['scope'], regionCode: string | null) =>
		t(`calendar.scope.${scope}`, {
			region: regions.find(({ code }) => code === regionCode)?.name ?? ''
		});
	const own = await feeds.listFeedsOf(ctx.db, actor.accountId);
	return {
		feeds: own.map(({ secretHash: _secret, ...feed }) => ({
			...feed,
			name: nameOf(feed.scope, feed.regionCode)
		})),
		choices: [
			{ value: 'user', label: nameOf('user', null) },
			...regions.flatMap(({ code }) =>
				(['host', 'region'] as const).map((scope) => ({
					value: `${scope}:${code}`,
					label: nameOf(scope, code)
				}))
			)
		]
	};
}

/** Makes the secret address of a calendar; it is shown now and never again. */
export async function createFeed(ctx: Context, { feed }: FeedInput): Promise<{ token: string }> {
	const actor = requireActor(ctx.actor);
	const [scope, regionCode = null] = feed.split(':') as [CalendarFeed['scope'], string?];
	if (regionCode !== null && !regionsOf(actor).includes(regionCode)) {
		throw new DomainError('forbidden');
	}
	const token = newSecretToken();
	await feeds.insertFeed(ctx.db, {
		id: token.id,
		accountId: actor.accountId,
		scope,
		regionCode,
		secretHash: hashSecret(token.secret),
		createdAt: ctx.now().toISOString(),
		usedAt: null,
		revokedAt: null
	});
	return { token: formatToken(token) };
}

/** Makes an address worthless from now on. */
export async function revokeFeed(ctx: Context, { id }: RevokeFeedInput): Promise<void> {
	const { accountId } = requireActor(ctx.actor);
	const isRevoked = await feeds.revokeFeed(ctx.db, accountId, id, ctx.now().toISOString());
	if (!isRevoked) throw new DomainError('not_found');
}

/**
 * The calendar behind a secret address, without anybody's name. `not_found` for one that is
 * unknown or revoked, and for one whose maker no longer belongs to the region.
 */
export async function readFeed(
	ctx: Pick<Context, 'db' | 'now' | 'locale'>,
	input: { readonly token: string; readonly origin: string }
): Promise<string> {
	const feed = await findFeed(ctx, input.token);
	const now = ctx.now();
	if (!feed.usedAt || now.getTime() - Date.parse(feed.usedAt) > TOUCH_EVERY_MS) {
		await feeds.touchFeed(ctx.db, feed.id, now.toISOString());
	}
	const from = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
	const events = [];
	for (const ref of await feeds.listRefs(ctx.db, feed, from)) {
		const visit = await visits.findByRef(ctx.db, ref);
		if (!visit) continue;
		const words = { locale: ctx.locale, url: `${input.origin}/visits/${ref}` };
		const held = visit.state === 'countered' ? await heldSessions(ctx, visit) : [];
		const entry = await refreshEntry(ctx, visit);
		if (held.length > 1) events.push(...holdEvents(visit, held, words));
		if (!entry || (entry.status === 'CANCELLED' && entry.changedAt < from)) continue;
		events.push(eventOf(visit, entry, words));
	}
	// The time of the last change, so that the same calendar has the same text and fingerprint.
	const last = events
		.map(({ changedAt }) => changedAt)
		.sort()
		.at(-1);
	return calendarText(events, {
		method: 'PUBLISH',
		stamp: new Date(last ?? feed.createdAt),
		name: translateIn(ctx.locale)('calendar.feedName'),
		source: `${input.origin}/calendar/${input.token}.ics`
	});
}

async function findFeed(ctx: Pick<Context, 'db'>, token: string): Promise<CalendarFeed> {
	const parsed = parseToken(token);
	const feed = parsed && (await feeds.findFeed(ctx.db, parsed.id));
	if (!feed || feed.revokedAt || !secretMatches(parsed.secret, feed.secretHash)) {
		throw new DomainError('not_found', { message: 'calendar.unknown' });
	}
	if (feed.regionCode !== null) {
		const members = await accountIdsInRegion(ctx, feed.regionCode, READERS);
		if (!members.includes(feed.accountId)) {
			throw new DomainError('not_found', { message: 'calendar.unknown' });
		}
	}
	return feed;
}
