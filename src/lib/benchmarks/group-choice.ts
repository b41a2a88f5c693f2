import type { GroupLabel } from './group.ts';

/** A group that can be chosen in a form. */
export interface GroupChoice {
	readonly code: string;
	readonly label: GroupLabel;
}
