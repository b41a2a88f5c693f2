export interface Palette {
	readonly page: string;
	readonly text: string;
	readonly muted: string;
	readonly line: string;
	readonly band: string;
	readonly sample: string;
	/** By slot; the first is the reader's own region. */
	readonly series: readonly string[];
}

/**
 * Eight colours at 3:1 or more on the page, chosen for the largest distance between any two under
 * normal sight, protanopia, deuteranopia and tritanopia. `chart.css` holds the same values for
 * pages; files that stand alone cannot read it and take them from here.
 */
export const lightPalette: Palette = {
	page: '#ffffff',
	text: '#14262a',
	muted: '#4a5e63',
	line: '#d6dfe1',
	band: '#dfe7e9',
	sample: '#704600',
	series: ['#0b5d66', '#dc692e', '#9d6cf0', '#4a1f2e', '#1f1d8f', '#6d8c99', '#b0206a', '#7a5c00']
};

/** Colours as the browser has them, read from the variables of `chart.css`. */
export type ChartColors = Omit<Palette, 'sample'> & {
	/** Around the band, where its area has no colour of its own. */
	readonly bandEdge: string;
};
