import { typesetPdf } from '#lib/documents/server/typeset.ts';
import { type PrintBlock, printBlocks } from './print-blocks.ts';

/** A write-up for print, its texts in the reader's language. */
export interface PrintedWriteUp {
	readonly title: string;
	readonly author: string;
	readonly lang: string;
	readonly place: string;
	readonly summary: string;
	/** What must not be overlooked, such as that it is a draft; empty for none. */
	readonly mark: string;
	readonly footer: string;
	readonly factsHeading: string;
	readonly valueHeading: string;
	readonly facts: readonly { readonly label: string; readonly value: string }[];
	readonly sections: readonly {
		readonly heading: string;
		readonly note: string;
		readonly markdown: string;
		/** The structured facts under the text; one without rows says that nothing is known. */
		readonly tables: readonly {
			readonly title: string;
			readonly header: readonly string[];
			readonly rows: readonly (readonly string[])[];
			readonly none: string;
		}[];
	}[];
	readonly sourcesHeading: string;
	readonly sources: readonly string[];
}

/** Sets a write-up as an accessible PDF; runs in a worker thread. */
export function printWriteUp(writeUp: PrintedWriteUp): Uint8Array {
	const sections = writeUp.sections.map(({ markdown, ...section }) => ({
		...section,
		blocks: printBlocks(markdown) satisfies PrintBlock[]
	}));
	return typesetPdf({
		template: 'src/lib/innovations/server/write-up.typ',
		data: { ...writeUp, sections }
	});
}
