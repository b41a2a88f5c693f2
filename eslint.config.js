import path from 'node:path';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { imports, syntax } from './eslint.rooms.js';

export default defineConfig(
	includeIgnoreFile(path.resolve(import.meta.dirname, '.gitignore')),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off', // TypeScript knows better
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// Links come to components as finished addresses; the pages that make them use resolve().
			'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
			// SvelteKit's error() and redirect() throw objects that are not Errors, and return never.
			'@typescript-eslint/only-throw-error': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{
		// The two places for it: the chart model escapes every text it draws, and the server has
		// cleaned the write-ups' Markdown.
		files: [
			'src/lib/charts/ui/SvgPicture.svelte',
			'src/lib/innovations/ui/RenderedMarkdown.svelte'
		],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		files: ['**/*.js', '**/*.mjs'],
		extends: [ts.configs.disableTypeChecked]
	},
	...imports,
	...syntax
);
