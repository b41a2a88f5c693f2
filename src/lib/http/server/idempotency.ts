import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { requireActor } from '#lib/core/access.ts';
import { DomainError } from '#lib/core/errors.ts';
import { isUniqueViolation } from '#lib/database/errors.ts';
import * as keys from './idempotency-repository.ts';

const LIFETIME_MS = 24 * 3_600_000;

/**
 * Runs a POST, or a PUT that wants it, once for each `Idempotency-Key` of an account: the same key and body within 24
 * hours get the first answer again, another body 422, and a twin still running 409.
 * A request without a key simply runs. Failures are not kept, so they can be tried again.
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

	try {
		const row = {
			accountId,
			key,
			requestHash,
			status: null,
			body: null,
			createdAt: at.toISOString()
		};
		await keys.insert(db, row);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		return earlierAnswer(event, accountId, key, requestHash);
	}
	try {
		const response = await run();
		await keys.setAnswer(db, accountId, key, response.status, await response.clone().text());
		return response;
	} catch (error) {
		await keys.remove(db, accountId, key);
		throw error;
	}
}

async function earlierAnswer(
	event: RequestEvent,
	accountId: string,
	key: string,
	requestHash: string
): Promise<Response> {
	const earlier = await keys.find(event.locals.ctx.db, accountId, key);
	if (!earlier || earlier.status === null) {
		throw new DomainError('conflict', { message: 'api.stillRunning' });
	}
	if (earlier.requestHash !== requestHash) throw new DomainError('idempotency_mismatch');
	return new Response(earlier.body, {
		status: earlier.status,
		headers: { 'content-type': 'application/json; charset=utf-8', 'idempotent-replay': 'true' }
	});
}

async function hashRequest({ request, url }: RequestEvent): Promise<string> {
	const body = await request.clone().text();
	return createHash('sha256').update(`${request.method} ${url.pathname}\n${body}`).digest('hex');
}
