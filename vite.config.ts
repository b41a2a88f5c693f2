import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { textsWithCode } from './src/lib/i18n/build/texts-with-code.ts';

const ROUTE_ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** SvelteKit 3 refuses svelte.config.js: its options live here. */
export default defineConfig({
	// Small fonts would become data: addresses in the style sheet, which the policy below refuses.
	build: {
		assetsInlineLimit: 0,
		// Without the scripts, the list of what each page needs is a quarter shorter on every page. The
		// first page names its own in the HTML; a later one finds nearly all of them loaded.
		modulePreload: {
			resolveDependencies: (_file, files) => files.filter((file) => file.endsWith('.css'))
		}
	},
	// What most pages share is one file: a hundred small ones compress badly and fill the list of files.
	// The list of innovations is nearest to its limit: what it does not use stays out.
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								// SvelteKit fills it before its other modules may run, which read their version
								// from it: bundled with them, every refused form would reload the page.
								{ name: 'payload', test: /kit.src.runtime.client.payload\.js/, priority: 1 },
								{
									name: 'common',
									test: /node_modules(?!.*(?:app.forms|bindings|blocks.html|svelte-element))|src.lib.(?:core|http|i18n|ui)\W(?!TableScroll|Breadcrumbs)/,
									minShareCount: 12
								}
							]
						}
					}
				}
			}
		}
	},
	plugins: [
		textsWithCode(),
		sveltekit({
			adapter: adapter({ precompress: true }),
			// Links compare with the page's own path, on the server as in the browser.
			paths: { relative: false },
			compilerOptions: {
				runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
			},
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self'],
					// The one inline style is SvelteKit's own: it hides the element that announces a new page.
					'style-src-attr': ['unsafe-hashes', ROUTE_ANNOUNCER_STYLE],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	]
});
