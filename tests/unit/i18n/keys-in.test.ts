import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { keysIn } from '#lib/i18n/build/keys-in.ts';
import { PERHAPS_A_KEY } from '#lib/i18n/build/texts-with-code.ts';

const KEYS = ['nav.home', 'unit.hours', 'unit.percent', 'unit.percent.long', 'visit.ask.title'];

const keysOf = (code: string) => keysIn(parseSync('module.js', code).program, KEYS);

test('a string that is a key is named, wherever it stands', () => {
	expect(keysOf("const a = t('nav.home'); const b = { 'unit.hours': true };")).toEqual([
		'nav.home',
		'unit.hours'
	]);
});

test('other strings are not', () => {
	expect(keysOf("t('nav.away'); const a = 'home';")).toEqual([]);
});

test('a template names every key it could become, a value standing for one part', () => {
	expect(keysOf('t(`unit.${code}`)')).toEqual(['unit.hours', 'unit.percent']);
	expect(keysOf('t(`visit.${action}.title`)')).toEqual(['visit.ask.title']);
});

test('a template that could be anything names nothing', () => {
	expect(keysOf('t(`${area}.${name}`)')).toEqual([]);
});

test('keys inside a template are found', () => {
	expect(keysOf("`${t('nav.home')}: ${x}`")).toEqual(['nav.home']);
});

test('a module whose only key is a template is read at all', () => {
	expect(PERHAPS_A_KEY.test('t(`unit.${code}`)')).toBe(true);
	expect(PERHAPS_A_KEY.test("t('nav.home')")).toBe(true);
	expect(PERHAPS_A_KEY.test("import { x } from './x.ts';")).toBe(false);
});
