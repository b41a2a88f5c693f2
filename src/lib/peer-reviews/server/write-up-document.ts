import type { Context } from '#lib/core/context.ts';
import { innovationDocument } from '#lib/innovations/server/api-rows.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { listPeerReviews } from './use-cases.ts';

/** A whole write-up as the API writes it, with what other regions say of it. */
export async function writeUpDocument(ctx: Context, slug: string) {
	const detail = await getInnovation(ctx, slug);
	const { reviews } = await listPeerReviews(ctx, slug);
	return {
		...innovationDocument(detail),
		peer_reviews: reviews.map((review) => ({
			region: review.regionCode,
			region_name: review.regionName,
			role: review.role,
			basis: review.basis,
			seen: review.seen,
			data_checked: review.dataChecked,
			verdict: review.verdict,
			remarks: review.remarks,
			reviewed_at: review.decidedAt,
			is_older_text: review.isOlderText
		}))
	};
}
