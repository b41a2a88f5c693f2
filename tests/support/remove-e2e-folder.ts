import { rmSync } from 'node:fs';

/** Removes the database that the journeys wrote to. */
export default function removeE2eFolder(): void {
	const folder = process.env.E2E_FOLDER;
	if (folder) rmSync(folder, { recursive: true, force: true });
}
