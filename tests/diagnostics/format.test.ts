import { expect, it } from 'vitest';
import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import en from '../../build/diagnostics/en.json' with { type: 'json' };
import { messageOf, withCommands } from '../../build/diagnostics/format.ts';
import fr from '../../build/diagnostics/fr.json' with { type: 'json' };

const of = (code: Diagnostic['code'], values: Diagnostic['values'], language: 'fr' | 'en' = 'fr') =>
  messageOf({ code, severity: 'error', at: { file: 'rames.md', line: 1, column: 1 }, values }, language);

it('suggests the nearest name; if none is near, lists those that go here', () => {
  const unknown = (near: string) => of('unknown-attribute', { name: 'choice', key: 'attemps', near, keys: 'attempts, points' }).write;
  expect([unknown('attempts'), unknown('')]).toEqual(['Vouliez-vous dire « attempts » ?', 'Ici vont seulement : attempts, points.']);
  expect(of('unknown-directive', { name: 'x', near: '' }, 'en').write).toContain('Check the spelling.');
});

it('adds the line to write, in the words of the language', () => {
  const values = { name: 'relier', near: 'matching', example: ':::matching{#mes-paires}', english: ':::matching{#my-pairs}' };
  expect(of('unknown-directive', values).write).toContain('Vouliez-vous dire « matching » ? Écrivez :::matching{#mes-paires}.');
  expect(of('unknown-directive', values, 'en').write).toContain('Did you mean “matching”? Write :::matching{#my-pairs}.');
});

it('shortens what it quotes', () => {
  expect(of('unknown-variable', { name: 'x'.repeat(400), near: '' }).problem).toContain(`${'x'.repeat(300)}…`);
  expect(of('unknown-variable', { name: 'x'.repeat(300), near: '' }).problem).not.toContain('…');
});

it('names commands as the user calls them', () => {
  expect([
    withCommands('Lancez {cartable ids --write}.'),
    withCommands('Lancez {cartable ids}.', (args) => `npx cartable ${args}`),
    withCommands('{cartable ids}, {cartable build}, {autre x}', (args) => `-${args}-`),
  ]).toEqual(['Lancez cartable ids --write.', 'Lancez npx cartable ids.', '-ids-, -build-, {autre x}']);
});

it('names the command in what to write, as the user calls it', () => {
  const one = {
    code: 'missing-id',
    severity: 'error',
    at: { file: 'a.md', line: 1, column: 1 },
    values: { suggestion: '{#quai}' },
  } as const;
  expect(messageOf(one, 'fr', (args) => `npx -- cartable ${args}`).write).toContain('npx -- cartable ids --write');
  expect(messageOf(one, 'fr').write).not.toContain('npx');
});

/** Formats all messages that name this value, and expects each to contain a text. */
function output(key: string, values: Diagnostic['values'], text: string, language: 'fr' | 'en'): void {
  const table = Object.entries({ fr, en }[language]);
  const codes = table.filter(([, { problem, write }]) => `${problem}${write}`.includes(`{${key}}`)).map(([code]) => code);
  expect(codes).not.toEqual([]);
  for (const code of codes) {
    const all = Object.values(of(code as Diagnostic['code'], values, language)).join(' ');
    expect([all.includes(text), all.includes('undefined')], `${code}: ${all}`).toEqual([true, false]);
  }
}

it('fills in each value at its own place', () => {
  expect(of('bad-value', { key: 'lang', expected: 'x', like: 'fr' })).toMatchObject({
    problem: 'La valeur de « lang » ne convient pas.',
    write: 'Attendu : par exemple fr.',
  });
  expect(of('bad-value', { key: 'lang', expected: 'fr | en' }).write).toBe('Attendu : fr | en.');
});

it('names a limit, a cohort and an example in the words of the language', () => {
  output('limit', { limit: 4096, targets: 'scorm12' }, '4096 pour scorm12', 'fr');
  output('limit', { limit: 4096, targets: 'scorm12' }, '4096 for scorm12', 'en');
  output('cohort', { cohort: '' }, 'la version sans promotion', 'fr');
  output('cohort', { cohort: 'nord' }, 'la promotion « nord »', 'fr');
  output('cohort', { cohort: '' }, 'the version without a cohort', 'en');
  output('cohort', { cohort: 'nord' }, 'the cohort “nord”', 'en');
  output('expected', { expected: 'x', like: 'un', english: 'one' }, 'par exemple un', 'fr');
  output('expected', { expected: 'x', like: 'un', english: 'one' }, 'for example one', 'en');
  output('expected', { expected: 'x', like: 'un' }, 'for example un', 'en');
  output('limit', { limit: 4096 }, '4096', 'fr');
  output('example', { example: 'un', english: 'one' }, 'un', 'fr');
  output('example', { example: 'un', english: 'one' }, 'one', 'en');
  output('example', { example: 'u'.repeat(301) }, `${'u'.repeat(300)}…`, 'en');
});

it('leaves the place of a value that is missing', () => {
  expect(of('bad-value', {})).toEqual({ problem: 'La valeur de « {key} » ne convient pas.', write: 'Attendu : {expected}.' });
  expect(of('unknown-attribute', { name: 'choice', key: 'x' }).write).toBe('{near}');
});
