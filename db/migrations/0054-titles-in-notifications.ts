import { sql } from 'kysely';
import type { MigrationDb } from './column-types.ts';

interface Row {
	readonly data: string;
}

interface WriteUp {
	readonly slug: string;
	readonly title_id: string;
	readonly title_en: string | null;
}

const isAboutWriteUp = sql`(template like 'innovation!_%' escape '!'
	or template like 'question!_%' escape '!' or template like 'answer!_%' escape '!')`;

/** Messages stored before they carried titles show the address of a write-up: they get its title. */
export async function up(db: MigrationDb): Promise<void> {
	const { rows } = await sql<Row>`
		select distinct data from outbox
		where ${isAboutWriteUp}
		and data not like '%"title"%'
	`.execute(db);
	for (const { data } of rows) {
		const values = JSON.parse(data) as Record<string, string>;
		const found = await sql<WriteUp>`
			select slug, title_id, title_en from innovation where slug = ${values.ref ?? ''}
		`.execute(db);
		const [writeUp] = found.rows;
		if (!writeUp) continue;
		const { title_id: title, title_en: titleEn } = writeUp;
		const named = JSON.stringify({ ...values, title, titleEn: titleEn ?? title });
		await sql`update outbox set data = ${named} where data = ${data} and ${isAboutWriteUp}`.execute(
			db
		);
	}
}

/** Titles do no harm to what reads messages by their address. */
export async function down(): Promise<void> {}
