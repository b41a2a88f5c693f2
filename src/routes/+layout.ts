import { loadMessages } from '#lib/i18n/load-messages.ts';
import type { LayoutLoad } from './$types';

/** The texts of one language: a chunk of their own that browsers keep. */
export const load: LayoutLoad = async ({ data }) => ({
	...data,
	messages: await loadMessages(data.locale)
});
