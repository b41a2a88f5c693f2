import { roundTo } from '../statistics/round.ts';
import { peerVersionText } from '../peers.ts';
import type { PeerList, PeerOfRegion } from './peers.ts';

/** A peer in `GET /regions/{code}/peers`. Shares of the squared distance add up to 1. */
export function peerRow(peer: PeerOfRegion, index: number) {
	const { id, name, distance, similarity, isMutual, reasons } = peer;
	return {
		position: index + 1,
		region: id,
		name,
		distance: distance === null ? null : roundTo(distance, 4),
		similarity: similarity === null ? null : roundTo(similarity, 1),
		mutual: isMutual,
		reasons: reasons.map(({ key, own, other, share }) => ({
			variable: key,
			own,
			other,
			share: roundTo(share, 4)
		}))
	};
}

/** What `GET /regions/{code}/peers` says about the list as a whole. */
export function peerMeta({ region, model, version, variables, alsoComparedBy }: PeerList) {
	return {
		region: region.code,
		model,
		version: peerVersionText(version),
		frozen_at: version.frozenAt,
		variables,
		group: `peers:${region.code}@${peerVersionText(version)}`,
		also_compared_by: alsoComparedBy.map(({ code }) => code)
	};
}
