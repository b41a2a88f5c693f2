/** Where a province stands on the tile map: column and row from the north-west, and its ISO code. */
export interface TilePlace {
	readonly column: number;
	readonly row: number;
	/** ISO 3166-2:ID without the country. */
	readonly short: string;
}

/**
 * Indonesia as 38 tiles of one size, each about where its province lies: on a true map Papua would
 * be large and Jakarta invisible. Keys are the Kemendagri codes.
 */
export const TILES: Readonly<Record<string, TilePlace>> = {
	'11': { column: 0, row: 0, short: 'AC' },
	'12': { column: 1, row: 0, short: 'SU' },
	'21': { column: 3, row: 0, short: 'KR' },
	'65': { column: 7, row: 0, short: 'KU' },
	'75': { column: 9, row: 0, short: 'GO' },
	'71': { column: 10, row: 0, short: 'SA' },
	'82': { column: 11, row: 0, short: 'MU' },
	'96': { column: 12, row: 0, short: 'PD' },
	'92': { column: 13, row: 0, short: 'PB' },
	'13': { column: 1, row: 1, short: 'SB' },
	'14': { column: 2, row: 1, short: 'RI' },
	'61': { column: 5, row: 1, short: 'KB' },
	'62': { column: 6, row: 1, short: 'KT' },
	'64': { column: 7, row: 1, short: 'KI' },
	'72': { column: 9, row: 1, short: 'ST' },
	'94': { column: 13, row: 1, short: 'PT' },
	'91': { column: 14, row: 1, short: 'PA' },
	'17': { column: 1, row: 2, short: 'BE' },
	'15': { column: 2, row: 2, short: 'JA' },
	'19': { column: 4, row: 2, short: 'BB' },
	'63': { column: 6, row: 2, short: 'KS' },
	'76': { column: 8, row: 2, short: 'SR' },
	'74': { column: 9, row: 2, short: 'SG' },
	'81': { column: 11, row: 2, short: 'MA' },
	'95': { column: 14, row: 2, short: 'PE' },
	'16': { column: 2, row: 3, short: 'SS' },
	'18': { column: 3, row: 3, short: 'LA' },
	'31': { column: 5, row: 3, short: 'JK' },
	'73': { column: 8, row: 3, short: 'SN' },
	'93': { column: 14, row: 3, short: 'PS' },
	'36': { column: 4, row: 4, short: 'BT' },
	'32': { column: 5, row: 4, short: 'JB' },
	'33': { column: 6, row: 4, short: 'JT' },
	'35': { column: 7, row: 4, short: 'JI' },
	'51': { column: 8, row: 4, short: 'BA' },
	'52': { column: 9, row: 4, short: 'NB' },
	'53': { column: 10, row: 4, short: 'NT' },
	'34': { column: 6, row: 5, short: 'YO' }
};

export const TILE_COLUMNS = 15;
export const TILE_ROWS = 6;
