import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { requireActor } from '#lib/core/access.ts';
import { DomainError } from '#lib/core/errors.ts';
import { isUniqueViolation } from '#lib/database/errors.ts';
import * as keys from './idempotency-repository.ts';

const LIFETIME_MS = 24 * 3_600_000;
/** No request runs longer: a key without an answer after this belongs to a process that ended. */
const ABANDONED_AFTER_MS = 2 * 60_000;

/**
 * Runs a POST, or a PUT that wants it, once for each `Idempotency-Key` of an account: the same key and body within 24
 * hours get the first answer again, another body 422, and a twin still running 409.
 * A request without a key simply runs. Failures are not kept, so they can be tried again. A key
 * that a crash left without an answer is taken over by one of those who try again after two minutes.
 */
export async function withIdempotency(
	event: RequestEvent,
	run: () => Promise<Response>
): Promise<Response> {
	const key = event.request.headers.get('idempotency-key');
	if (key === null) return run();
	if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
		throw new DomainError('malformed', {
			fields: [{ path: 'Idempotency-Key', code: 'field.idempotencyKey' }]
		});
	}
	const { db, actor, now } = event.locals.ctx;
	const { accountId } = requireActor(actor);
	const requestHash = await hashRequest(event);
	const at = now();
	await keys.removeOlderThan(db, new Date(at.getTime() - LIFETIME_MS).toISOString());

	const mine = { accountId, key, createdAt: at.toISOString() };
	try {
		await keys.insert(db, { ...mine, requestHash, status: null, body: null });
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		const earlier = await earlierAnswer(event, mine, requestHash);
		if (earlier) return earlier;
	}
	try {
		const response = await run();
		await keys.setAnswer(db, mine, response.status, await response.clone().text());
		return response;
	} catch (error) {
		await keys.remove(db, mine);
		throw error;
	}
}

/** The answer the key has; null when it had none and now belongs to this request. */
async function earlierAnswer(
	event: RequestEvent,
	reserved: keys.Reservation,
	requestHash: string
): Promise<Response | null> {
	const { db } = event.locals.ctx;
	const earlier = await keys.find(db, reserved.accountId, reserved.key);
	if (!earlier) throw new DomainError('conflict', { message: 'api.stillRunning' });
	if (earlier.requestHash !== requestHash) throw new DomainError('idempotency_mismatch');
	if (earlier.status === null) {
		const isAbandoned =
			Date.parse(reserved.createdAt) - Date.parse(earlier.createdAt) >= ABANDONED_AFTER_MS;
		if (isAbandoned && (await keys.takeOver(db, earlier, reserved.createdAt))) return null;
		throw new DomainError('conflict', { message: 'api.stillRunning' });
	}
	return new Response(earlier.body, {
		status: earlier.status,
		headers: { 'content-type': 'application/json; charset=utf-8', 'idempotent-replay': 'true' }
	});
}

async function hashRequest({ request, url }: RequestEvent): Promise<string> {
	const body = await request.clone().text();
	return createHash('sha256').update(`${request.method} ${url.pathname}\n${body}`).digest('hex');
}
