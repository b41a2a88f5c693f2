import type { Entry, ZipFile } from 'yauzl';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { TableNote } from '../table.ts';

/** What is wrong with the file: ends the reading of a part. */
export class XmlProblem extends Error {
	override name = 'XmlProblem';
	readonly note: TableNote;

	constructor(code: string, values?: TableNote['values']) {
		super(code);
		this.note = { code, ...(values && { values }) };
	}
}

export interface XmlHandlers {
	/** The name comes without its prefix. */
	open: (name: string, attributes: Readonly<Record<string, string>>) => void;
	close?: (name: string) => void;
	text?: (text: string) => void;
}

/**
 * Streams one XML file of a zip through the handlers. A document type is refused, since only
 * entities need one: nothing is ever fetched or expanded. What a handler throws ends the stream.
 */
export async function readXml(zip: ZipFile, entry: Entry, handlers: XmlHandlers): Promise<void> {
	const parser = new SaxesParser();
	parser.on('doctype', () => {
		throw new XmlProblem('import.doctype');
	});
	parser.on('error', () => {
		throw new XmlProblem('import.damaged');
	});
	parser.on('opentag', (tag: SaxesTagPlain) => {
		handlers.open(localPart(tag.name), tag.attributes);
	});
	const { close, text } = handlers;
	if (close) {
		parser.on('closetag', (tag) => {
			close(localPart(tag.name));
		});
	}
	if (text) {
		parser.on('text', text);
		parser.on('cdata', text);
	}

	const decoder = new TextDecoder('utf-8', { fatal: true });
	const stream = await zip.openReadStreamPromise(entry);
	try {
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			parser.write(decoder.decode(chunk, { stream: true }));
		}
		parser.write(decoder.decode()).close();
	} catch (error) {
		if (error instanceof XmlProblem) throw error;
		throw new XmlProblem('import.damaged'); // a lying size, a bad checksum, bytes that are no text
	} finally {
		stream.destroy();
	}
}

function localPart(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
