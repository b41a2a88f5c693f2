import { fileResponse } from '#lib/http/file-response.ts';
import { exportMyData } from '#lib/privacy/server/my-data.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
	fileResponse(await exportMyData(locals.ctx), {
		name: 'studi-tiru-data.json',
		type: 'application/json; charset=utf-8'
	});
