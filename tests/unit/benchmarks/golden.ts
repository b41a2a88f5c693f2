import golden from './golden-statistics.json' with { type: 'json' };

export { golden };

export type CrossSectionRow = (typeof golden.cross_section.rows)[number];
