/** The closed lists of a write-up's structured facts, as `domain.md` 1.4 names them. */

/** Affairs of government by Law 23/2014: basic, other mandatory, optional, supporting. */
export const AFFAIRS = [
	'education',
	'health',
	'public_works',
	'housing',
	'public_order',
	'social',
	'labour',
	'women_children',
	'food',
	'land',
	'environment',
	'civil_registration',
	'villages',
	'family_planning',
	'transport',
	'communication',
	'small_business',
	'investment',
	'youth_sports',
	'statistics',
	'cryptography',
	'culture',
	'libraries',
	'archives',
	'marine',
	'tourism',
	'agriculture',
	'forestry',
	'energy',
	'trade',
	'industry',
	'transmigration',
	'planning',
	'finance',
	'personnel',
	'training',
	'research',
	'other'
] as const;

export const INITIATORS = [
	'regional_head',
	'council',
	'agency',
	'civil_servant',
	'community'
] as const;

export const TARGET_GROUPS = [
	'general',
	'children',
	'elderly',
	'disabled',
	'poor',
	'women',
	'business',
	'civil_servants'
] as const;

export const FUNDING_SOURCES = ['apbd', 'apbn', 'grant', 'none'] as const;

export const STEP_STAGES = ['initiative', 'pilot', 'implementation', 'development'] as const;

export const REQUIREMENT_KINDS = [
	'authority',
	'legal',
	'staff',
	'equipment',
	'system',
	'cost',
	'partner',
	'other'
] as const;

export const REGULATION_KINDS = [
	'perda',
	'perkada',
	'sk_head',
	'sk_agency',
	'agreement',
	'national',
	'other'
] as const;

export const AWARD_LEVELS = ['regional', 'provincial', 'national', 'international'] as const;

/** Sustainable Development Goals are numbered 1 to 17; a write-up names three at most. */
export const SDG_NUMBERS = Array.from({ length: 17 }, (_, i) => String(i + 1));
export const MAX_SDGS = 3;
