import { expect, test } from 'vitest';
import { familyCodes, familyTree } from '#lib/regions/family-tree.ts';

const link = (childCode: string, parentCode: string) => ({ childCode, parentCode });
const links = [link('36.71', '36.03'), link('36.72', '36.04'), link('36.74', '36.03')];

test('parent and child are shown the same family, with the siblings in it', () => {
	const ofChild = familyTree(links, '36.71');

	expect(ofChild).toEqual({
		code: '36.03',
		link: null,
		children: [
			{ code: '36.71', link: link('36.71', '36.03'), children: [] },
			{ code: '36.74', link: link('36.74', '36.03'), children: [] }
		]
	});
	expect(familyTree(links, '36.03')).toEqual(ofChild);
});

test('a region without known splits has no family', () => {
	expect(familyTree(links, '32.73')).toBeNull();
});

test('a family reaches over generations', () => {
	const tree = familyTree([...links, link('36.99', '36.71')], '36.99');

	expect(tree && familyCodes(tree)).toEqual(['36.03', '36.71', '36.99', '36.74']);
});

test('links in a circle end somewhere', () => {
	const tree = familyTree([link('01', '02'), link('02', '01')], '01');

	expect(tree && familyCodes(tree)).toHaveLength(2);
});
