import { createHash } from 'node:crypto';
import { standaloneStyle } from '../standalone-style.ts';

const STYLE_HASH = createHash('sha256').update(standaloneStyle).digest('base64');

/** What an SVG that is opened as a page of its own may do: use its one style, and nothing else. */
export const svgPolicy = [
	"default-src 'none'",
	`style-src 'sha256-${STYLE_HASH}'`,
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	'sandbox'
].join('; ');
