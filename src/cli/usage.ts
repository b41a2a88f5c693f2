/** What `npm run admin -- --help` prints, by command. */
export const usage: Readonly<Record<string, string>> = {
	'user add': `user add --email <address> --name <name> --role <role> [--region <code>] [--agency <id>]
    Adds an account and prints the link with which its owner sets a password (72 hours, once).
    Roles: secretary, agency_head, operator, delegate, institution_admin (all need --region),
    platform_admin (no region). agency_head and operator also need --agency.`,
	'user disable': `user disable --email <address>
    Stops an account at once: no sign-in, no sessions, no API tokens.`,
	'user reset': `user reset --email <address>
    Prints a new link for setting the password; older links stop working.`,
	'token add': `token add --email <address> --name <what it is for>
    Makes an API token with that account's rights. It is shown once and stored nowhere.`,
	'token revoke': `token revoke <id>
    Makes a token worthless. The id is the part of the token before the dot.`,
	'agency add': `agency add --region <code> --name <name> --short <short name> [--services KTP,KK,…]
    Adds an agency and the services it enters figures for, and prints its id.`,
	'import regions': `import regions <file.csv> [--dry-run]
    Adds regencies and cities to the register, or renames those that are there. Columns: code
    (36.71), name (Kota Tangerang). All or nothing; none is removed.`,
	'import districts': `import districts <file.csv> [--dry-run]
    The same for districts. Columns: code (36.71.01), name.`,
	'import observations': `import observations <file> [--dry-run] [--partial]
    Imports monthly figures of any region from a CSV or XLSX file as drafts, with the columns of
    PUT /api/v1/observations in English or Indonesian. Lists what is wrong by row and column and then
    writes nothing; with --partial it writes the good rows. --dry-run only checks.`,
	'import context': `import context <file.csv> [--source <where from, of which date>] [--dry-run]
    Takes in what peers by structure are found by: per region code the population, the area (km²)
    and the density. Columns: code (kode), population (penduduk), area_km2 (luas_km2),
    density_per_km2 (kepadatan); others are passed over. All or nothing. The lists of peers of this
    year are frozen anew as its next version; addresses that name an older one keep their meaning.`,
	'import holidays': `import holidays <file.csv> [--dry-run]
    Reads date,type,name_id,name_en[,region]; types libur_nasional, cuti_bersama, libur_daerah (with
    a region). All rows are stored or none; --dry-run only checks the file.`,
	'import innovations': `import innovations <file> [--dry-run]
    Makes a draft of each write-up in a CSV, XLSX or JSON file, in the region and agency that its row
    names. Needs region (daerah), title_id (judul), summary_id (ringkasan singkat); the other columns
    have the names of GET /api/v1/innovations/{slug} or the form's in Indonesian, sections as
    section_design_id. JSON may be what export wrote. Lists what is wrong by row and column and then
    writes nothing; --dry-run only checks.`,
	'migrate up': `migrate up
    Runs the migrations that are waiting. npm start does so too.`,
	'migrate down': `migrate down
    Undoes the newest migration. Its tables and what they hold are lost: make a backup first.`,
	'migrate status': `migrate status
    Lists the migrations and when each ran.`,
	backup: `backup <file>
    Copies a SQLite database while the site goes on writing, the uploaded files into
    <file>.files, and into <file>.json the rows of each table and the SHA-256 of everything.
    For PostgreSQL use pg_dump, then copy DATA_DIR/attachments.`,
	restore: `restore <file> [--database-only]
    Puts a backup in the place of the SQLite database, keeps what was there beside it, and adds the
    uploaded files. Stop the site first. All rows and hashes are compared before anything is
    touched; a damaged backup and one of a newer version are refused. --database-only is for a
    backup of the versions before 0.3, which has no <file>.json. For PostgreSQL use pg_restore.`,
	export: `export <folder>
    Writes all that the site publishes into an empty folder: a CSV file for each table of the API,
    the write-ups as JSON, and datapackage.json with the rows and the SHA-256 of each.`,
	check: `check
    Checks that migrations are up to date, that the stored data is sound, and that every uploaded
    file is there and unchanged.`
};

/** The whole help, or that of one command. */
export function help(command?: string): string {
	const one = command === undefined ? undefined : usage[command];
	if (one) return `npm run admin -- ${one}\n`;
	return [
		'Commands of Studi Tiru. Settings come from the environment, as for npm start.\n',
		...Object.values(usage).map((text) => `  ${text}\n`)
	].join('\n');
}
