import { expect, it } from 'vitest';
import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import { messageOf, withCommands } from '../../build/diagnostics/format.ts';

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
  ]).toEqual(['Lancez cartable ids --write.', 'Lancez npx cartable ids.']);
});
