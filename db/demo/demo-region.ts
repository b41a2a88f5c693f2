/** What the generator needs to know of a region. Population is not in the register. */
export interface DemoRegion {
	/** `36.71`. */
	readonly code: string;
	readonly key: number;
	readonly provinceCode: string;
	readonly kind: 'regency' | 'city';
	readonly districtCount: number;
}
