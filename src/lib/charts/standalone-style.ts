import { lightPalette } from './palette.ts';

const { page, text, muted, line, band, sample, series } = lightPalette;

/**
 * The style inside a chart that is a file of its own: the rules of `chart.css` with plain colours,
 * because programs that turn SVG into pictures know no variables.
 */
export const standaloneStyle = [
	`.chart-svg{font-family:'Plus Jakarta Sans Variable','Plus Jakarta Sans',system-ui,sans-serif;color:${text}}`,
	`.chart-svg text{fill:${text}}`,
	`.chart-svg .chart-muted{fill:${muted}}`,
	`.chart-svg .chart-sample{fill:${sample};font-weight:700}`,
	`.chart-svg .chart-title,.chart-svg .chart-strong{font-weight:700}`,
	`.chart-svg .chart-own-text{fill:${series[0] ?? text};font-weight:700}`,
	`.chart-page{fill:${page}}`,
	`.chart-grid{stroke:${line};stroke-width:1;fill:none}`,
	`.chart-axis,.chart-gap{stroke:${muted};stroke-width:1;fill:none}`,
	`.chart-band{fill:${band}}`,
	`.chart-median{stroke:${muted};stroke-width:1.25;fill:none}`,
	`.chart-reference,.chart-event{stroke:${muted};stroke-width:1;stroke-opacity:.6;fill:none}`,
	`.chart-target{stroke:${text};stroke-width:1.5;stroke-dasharray:1 4;stroke-linecap:round;fill:none}`,
	`.chart-control-centre,.chart-control-limit{stroke:${muted};fill:none}`,
	`.chart-control-centre{stroke-width:1}`,
	`.chart-control-limit{stroke-width:1.75}`,
	`.chart-control-extended{stroke-dasharray:8 4}`,
	`.chart-event-mark{fill:${page};stroke:${muted};stroke-width:1}`,
	`.chart-leader{stroke:${muted};stroke-width:.75;fill:none}`,
	`.chart-halo{stroke:${page};stroke-width:4;stroke-linejoin:round;paint-order:stroke}`,
	`.chart-line{stroke:currentColor;stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round;fill:none}`,
	`.chart-own .chart-line{stroke-width:3.5}`,
	`.chart-dense .chart-line{stroke-width:1.25}`,
	`.chart-dense .chart-own .chart-line{stroke-width:2.5}`,
	`.chart-line-provisional{stroke-dasharray:6 5;stroke-linecap:butt}`,
	`.chart-interval{stroke:currentColor;stroke-width:1.5;stroke-opacity:.65;fill:none}`,
	`.chart-marker{fill:currentColor;stroke:${page};stroke-width:1}`,
	`.chart-marker-hollow{fill:${page};stroke:currentColor;stroke-width:1.75}`,
	`.chart-marker-line{stroke:currentColor;stroke-width:2;fill:none}`,
	`.chart-dots{stroke:currentColor;stroke-linecap:round;fill:none}`,
	`.chart-others{color:${muted};opacity:.55}`,
	`.chart-rest{color:${muted}}`,
	`.chart-tile-empty{fill:${page};stroke:${line}}`,
	`.chart-tile-0,.chart-tile-1,.chart-tile-2,.chart-tile-3{fill:${series[0] ?? text};stroke:${line}}`,
	`.chart-tile-0{fill-opacity:.06}`,
	`.chart-tile-1{fill-opacity:.16}`,
	`.chart-tile-2{fill-opacity:.28}`,
	`.chart-tile-3{fill-opacity:.42}`,
	`.chart-tile-own{fill:none;stroke:${text};stroke-width:2}`,
	...series.map((colour, slot) => `.chart-slot-${String(slot)}{color:${colour}}`)
].join('');
