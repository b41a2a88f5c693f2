import { readRegionFiles, toRegionRegister } from '#db/reference/regions.ts';
import { searchName } from '#lib/regions/search-name.ts';

/** Every word of the names in the register. */
export const regencies = [
	...new Set(
		toRegionRegister(await readRegionFiles()).regions.flatMap(({ name }) =>
			searchName(name).split(' ')
		)
	)
];
