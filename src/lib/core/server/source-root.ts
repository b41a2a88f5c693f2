import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds `src/`, from wherever this module runs: its source, or a chunk of the
 * built site. Worker threads run the sources, which lie beside the build on every machine.
 */
export function sourceRoot(): string {
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, 'src', 'server.ts'))) {
		const parent = path.dirname(folder);
		if (parent === folder) throw new Error('The sources of the site were not found.');
		folder = parent;
	}
	return folder;
}
