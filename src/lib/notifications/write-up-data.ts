/** What a message about a write-up carries besides: its title in both languages. */
export interface WriteUpData {
	readonly title: string;
	readonly titleEn: string;
}

/** Why something was done, in both languages. */
export interface ReasonData {
	readonly reason: string;
	readonly reasonEn: string;
	/** The beginning of what somebody wrote about it, on one line. */
	readonly note?: string;
}

/** What fills a message about a write-up: the address it leads to, a region, and the title. */
export function writeUpData(
	about: { readonly slug: string; readonly titleId: string; readonly titleEn: string | null },
	region: string
): WriteUpData & { readonly ref: string; readonly region: string } {
	const { slug, titleId, titleEn } = about;
	return { ref: slug, region, title: titleId, titleEn: titleEn ?? titleId };
}
