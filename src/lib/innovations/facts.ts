import type {
	AFFAIRS,
	AWARD_LEVELS,
	FUNDING_SOURCES,
	INITIATORS,
	REGULATION_KINDS,
	REQUIREMENT_KINDS,
	STEP_STAGES,
	TARGET_GROUPS
} from './fact-values.ts';

type One<List extends readonly string[]> = List[number];

/** A dated step. `on` is a year, a month or a day, no more exact than it is known. */
export interface Step {
	readonly stage: One<typeof STEP_STAGES>;
	readonly on: string | null;
	readonly textId: string;
	readonly textEn: string | null;
}

/** What changed, in the unit of its KPI, or of the label where no KPI of the catalogue fits. */
export interface Result {
	readonly kpi: string | null;
	readonly labelId: string;
	readonly labelEn: string | null;
	readonly before: number | null;
	readonly beforePeriod: string | null;
	readonly after: number | null;
	readonly afterPeriod: string | null;
	/** The number of the source that states it. */
	readonly source: number | null;
}

/** Something that must be there before another region can do the same. */
export interface Requirement {
	readonly kind: One<typeof REQUIREMENT_KINDS>;
	readonly textId: string;
	readonly textEn: string | null;
	/** Whether it may be done in another way elsewhere; null when nobody has said. */
	readonly isAdaptable: boolean | null;
}

export interface Regulation {
	readonly kind: One<typeof REGULATION_KINDS>;
	readonly number: string;
	readonly year: number | null;
	readonly about: string;
}

export interface Award {
	readonly name: string;
	readonly year: number | null;
	readonly level: One<typeof AWARD_LEVELS> | null;
}

/** What a write-up states as facts beside its texts. Null and empty lists mean: not yet known. */
export interface Facts {
	readonly shortName: string | null;
	readonly affair: One<typeof AFFAIRS> | null;
	readonly otherAffairs: readonly One<typeof AFFAIRS>[];
	readonly initiator: One<typeof INITIATORS> | null;
	readonly targetGroups: readonly One<typeof TARGET_GROUPS>[];
	readonly beneficiaryCount: number | null;
	readonly beneficiaryBasis: string | null;
	readonly initialBudgetRupiah: number | null;
	readonly fundingSources: readonly One<typeof FUNDING_SOURCES>[];
	readonly equipment: string | null;
	readonly systemLicence: string | null;
	readonly systemShareable: boolean | null;
	readonly minMonths: number | null;
	readonly minCostRupiah: number | null;
	readonly videoUrl: string | null;
	/** Of the office, never of a person. */
	readonly contactPosition: string | null;
	readonly contactEmail: string | null;
	readonly contactPhone: string | null;
	readonly steps: readonly Step[];
	readonly results: readonly Result[];
	readonly requirements: readonly Requirement[];
	readonly regulations: readonly Regulation[];
	readonly awards: readonly Award[];
}

/** What is known before anybody has said anything. */
export const NO_FACTS: Facts = {
	shortName: null,
	affair: null,
	otherAffairs: [],
	initiator: null,
	targetGroups: [],
	beneficiaryCount: null,
	beneficiaryBasis: null,
	initialBudgetRupiah: null,
	fundingSources: [],
	equipment: null,
	systemLicence: null,
	systemShareable: null,
	minMonths: null,
	minCostRupiah: null,
	videoUrl: null,
	contactPosition: null,
	contactEmail: null,
	contactPhone: null,
	steps: [],
	results: [],
	requirements: [],
	regulations: [],
	awards: []
};

/** The facts as they are stored, in JSON; what a later version adds is not yet known in them. */
export function readFacts(stored: string): Facts {
	return { ...NO_FACTS, ...(JSON.parse(stored) as Partial<Facts>) };
}
