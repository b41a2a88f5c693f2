import { DomainError } from './errors.ts';

/** In the order of `product.md`: who uses the site with an account. */
export const roles = [
	'secretary',
	'agency_head',
	'operator',
	'delegate',
	'institution_admin',
	'platform_admin'
] as const;
export type Role = (typeof roles)[number];

/** A role held in a region and, where it applies, in one agency of it. */
export interface Grant {
	readonly role: Role;
	readonly regionCode: string | null;
	readonly agencyId: string | null;
}

/** Who acts. One person may hold several roles. */
export interface Actor {
	readonly accountId: string;
	readonly name: string;
	readonly grants: readonly Grant[];
}

/** Every action the site guards, with the facts needed to decide on it. */
export type Action =
	| { do: 'observation.enter'; regionCode: string; agencyId: string | null }
	| { do: 'observation.review'; regionCode: string }
	| { do: 'coverage.write'; regionCode: string; agencyId: string | null }
	| { do: 'innovation.write'; regionCode: string; agencyId: string | null }
	| { do: 'innovation.publish'; regionCode: string }
	| { do: 'innovation.peer_review'; regionCode: string }
	| { do: 'visit.request'; regionCode: string }
	| { do: 'visit.view'; hostRegionCode: string; visitorRegionCode: string }
	| { do: 'visit.decide'; hostRegionCode: string }
	| { do: 'visit.withdraw'; visitorRegionCode: string }
	| { do: 'adoption.record'; regionCode: string }
	| { do: 'host.configure'; regionCode: string }
	| { do: 'account.manage'; regionCode: string }
	| { do: 'question.ask' }
	| { do: 'question.answer'; regionCode: string; agencyId: string | null }
	| { do: 'question.moderate'; regionCode: string }
	| { do: 'platform.configure' };

const REGIONAL_OFFICERS = [
	'secretary',
	'agency_head',
	'operator',
	'delegate',
	'institution_admin'
] as const satisfies readonly Role[];

/** The whole permission policy. It is pure: callers load the facts, this decides. */
export function can(actor: Actor | null, action: Action): boolean {
	if (!actor) return false;

	switch (action.do) {
		case 'observation.enter':
		case 'innovation.write':
			return (
				holds(actor, ['institution_admin'], action.regionCode) ||
				holdsInAgency(actor, ['agency_head', 'operator'], action.regionCode, action.agencyId)
			);
		case 'coverage.write':
			return (
				holds(actor, ['institution_admin'], action.regionCode) ||
				holdsInAgency(actor, ['agency_head'], action.regionCode, action.agencyId)
			);
		case 'observation.review':
		case 'innovation.publish':
			return holds(actor, ['secretary', 'institution_admin'], action.regionCode);
		case 'visit.request':
			return holds(actor, REGIONAL_OFFICERS, action.regionCode);
		case 'visit.view':
			return (
				holds(actor, REGIONAL_OFFICERS, action.hostRegionCode) ||
				holds(actor, REGIONAL_OFFICERS, action.visitorRegionCode)
			);
		case 'innovation.peer_review':
			return holds(actor, ['secretary', 'agency_head', 'institution_admin'], action.regionCode);
		case 'visit.decide':
			return holds(actor, ['secretary', 'agency_head', 'institution_admin'], action.hostRegionCode);
		case 'visit.withdraw':
			return holds(actor, REGIONAL_OFFICERS, action.visitorRegionCode);
		case 'adoption.record':
			return holds(actor, ['secretary', 'agency_head', 'institution_admin'], action.regionCode);
		case 'host.configure':
			return holds(actor, ['institution_admin', 'secretary', 'agency_head'], action.regionCode);
		case 'account.manage':
			return holds(actor, ['institution_admin'], action.regionCode) || isPlatformAdmin(actor);
		case 'question.ask':
			return REGIONAL_OFFICERS.some((role) => actor.grants.some((grant) => grant.role === role));
		case 'question.answer':
			return (
				holds(actor, ['secretary', 'institution_admin'], action.regionCode) ||
				holdsInAgency(actor, ['agency_head', 'operator'], action.regionCode, action.agencyId)
			);
		case 'question.moderate':
			return holds(actor, ['institution_admin'], action.regionCode) || isPlatformAdmin(actor);
		case 'platform.configure':
			return isPlatformAdmin(actor);
	}
}

/** Returns the actor when the action is allowed, so callers need no null check after it. */
export function authorize(actor: Actor | null, action: Action): Actor {
	if (!actor) throw new DomainError('unauthenticated');
	if (!can(actor, action)) throw new DomainError('forbidden');
	return actor;
}

/** Returns the actor of a request that needs an account, whatever its roles. */
export function requireActor(actor: Actor | null): Actor {
	if (!actor) throw new DomainError('unauthenticated');
	return actor;
}

/** The regions an actor has a role in, each once, in the order of the grants. */
export function regionsOf(actor: Actor | null): string[] {
	return [...new Set(actor?.grants.flatMap(({ regionCode }) => regionCode ?? []))];
}

/** The most telling role an actor holds in a region, for records of who acted as what. */
export function roleIn(actor: Actor, regionCode: string): Role | null {
	const held = actor.grants.filter((grant) => grant.regionCode === regionCode);
	return roles.find((role) => held.some((grant) => grant.role === role)) ?? null;
}

function holds(actor: Actor, wanted: readonly Role[], regionCode: string): boolean {
	return actor.grants.some(
		(grant) => wanted.includes(grant.role) && grant.regionCode === regionCode
	);
}

function holdsInAgency(
	actor: Actor,
	wanted: readonly Role[],
	regionCode: string,
	agencyId: string | null
): boolean {
	return actor.grants.some(
		(grant) =>
			wanted.includes(grant.role) &&
			grant.regionCode === regionCode &&
			agencyId !== null &&
			grant.agencyId === agencyId
	);
}

function isPlatformAdmin(actor: Actor): boolean {
	return actor.grants.some(({ role }) => role === 'platform_admin');
}
