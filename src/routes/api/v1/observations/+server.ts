import { DomainError } from '#lib/core/errors.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { fieldText } from '#lib/http/server/error-text.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { codeOf } from '#lib/http/server/problem-response.ts';
import { readJson } from '#lib/http/server/read-json.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { requireActor } from '#lib/core/access.ts';
import { observationParameters, putParameters } from '#lib/observations/query-schema.ts';
import { PutBody } from '#lib/observations/schema.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import { listObservations } from '#lib/observations/server/list-observations.ts';
import { putObservations } from '#lib/observations/server/put-observations.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, observationParameters);
	const { ctx } = event.locals;
	const state = { ...(await getDataState(ctx)), columns: columnsOf('/observations') };
	return versionedList(event, state, async () => {
		const { rows, hasMore } = await listObservations(ctx, query);
		return {
			rows,
			offset: query.cursor,
			hasMore,
			meta: { contains_sample: rows.some(({ is_sample }) => is_sample) }
		};
	});
});

/** In a refused request the problem names the first rows as fields too; `rejected` has them all. */
const ERRORS_LISTED = 100;

export const PUT = apiRoute(async (event) => {
	const { ctx, t } = event.locals;
	requireActor(ctx.actor); // before a body of many megabytes is read
	const { partial } = readQuery(event.url, putParameters);
	const { rows, dry_run } = await readJson(event.request, PutBody);
	const result = await putObservations(ctx, rows, { isDryRun: dry_run, isPartial: partial });

	const { accepted, unchanged } = result;
	const rejected = result.rejected.map(({ row, code, values, stored }) => ({
		row,
		code: codeOf(code),
		message: fieldText({ path: '', code, values }, t),
		...(stored && { stored })
	}));
	if (!result.isRefused) return jsonResponse(event, { accepted, unchanged, rejected });
	throw new DomainError(result.isStale ? 'stale_version' : 'invalid', {
		message: 'observation.rejectedRows',
		values: { count: rejected.length },
		fields: result.rejected
			.slice(0, ERRORS_LISTED)
			.map(({ row, code, values }) => ({ path: `rows.${String(row)}`, code, values })),
		extra: { accepted, unchanged, rejected }
	});
});
