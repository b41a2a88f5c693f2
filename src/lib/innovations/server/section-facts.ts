import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { type FactTable, factTables } from '../fact-tables.ts';
import { readFacts } from '../facts.ts';
import type { SectionKey } from '../sections.ts';
import type { InnovationDetail } from './get-innovation.ts';

/** The structured facts of a write-up by section, as its page and its print show them. */
export async function sectionFacts(
	ctx: Pick<Context, 'db' | 'locale'>,
	{ innovation }: Pick<InnovationDetail, 'innovation'>
): Promise<Partial<Record<SectionKey, FactTable[]>>> {
	const { locale } = ctx;
	return factTables(
		{ locale, t: translateIn(locale) },
		innovation,
		readFacts(innovation.facts),
		await listKpis(ctx)
	);
}
