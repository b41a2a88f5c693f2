import { Buffer } from 'node:buffer';
import { text as readText } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

const MAX_ENTRIES = 3000;
/** Of one part and of all together, unpacked; a bomb is refused by what its directory says. */
const MAX_UNPACKED = 20 * 1024 * 1024;

/** The parts of office files that hold what people wrote. */
const WORDS =
	/^(?:word\/(?:document|header\d*|footer\d*|footnotes|comments)|xl\/(?:sharedStrings|worksheets\/[^/]+)|ppt\/(?:slides|notesSlides)\/[^/]+|content)\.xml$/;
const MACROS = /vbaProject\.bin$|^Basic\/|^Scripts\//;

/**
 * The words of an office file, in the order of its parts; null when it carries macros.
 * Throws when it is not a sound one or too large unpacked.
 */
export async function officeText(bytes: Uint8Array): Promise<string | null> {
	const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
		lazyEntries: true,
		autoClose: false
	});
	const entries = await entriesOf(zip);
	if (entries.some(({ fileName }) => MACROS.test(fileName))) return null;
	const wanted = entries.filter(({ fileName }) => WORDS.test(fileName));
	const unpacked = wanted.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
	if (unpacked > MAX_UNPACKED) throw new RangeError('too large unpacked');

	const texts: string[] = [];
	for (const entry of wanted) texts.push(wordsOf(await readEntry(zip, entry)));
	return texts.join(' ');
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
	if (zip.entryCount > MAX_ENTRIES) throw new RangeError('too many parts');
	return new Promise((resolve, reject) => {
		const entries: Entry[] = [];
		zip.on('entry', (entry: Entry) => {
			entries.push(entry);
			zip.readEntry();
		});
		zip.once('end', () => {
			resolve(entries);
		});
		zip.once('error', reject);
		zip.readEntry();
	});
}

/** The reader ends with an error when a part is longer than the directory says. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) reject(error);
			else readText(stream).then(resolve, reject);
		});
	});
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&apos;': "'",
	'&amp;': '&'
};

/** Runs within a word are joined; every other tag parts words. */
function wordsOf(xml: string): string {
	return xml
		.replace(
			/<\/?(?:w:r|w:rPr|w:t|w:proofErr|a:r|a:rPr|a:t|text:span|r|t|rPr)(?:\s[^<>]*)?\/?>/g,
			''
		)
		.replace(/<[^<>]*>/g, ' ')
		.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
