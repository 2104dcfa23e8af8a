import { expect, it } from 'vitest';
import { cutAt, nameAndRest } from '../../src/player/short-name.ts';

it('cuts after the word at which the length is reached, without the signs behind it', () => {
  expect([
    cutAt('Le patin serre le rail', 8),
    cutAt('Le patin, serre', 6),
    cutAt('Le patin', 20),
    cutAt('Quel frein ? Le patin', 11),
    cutAt('Le patin serre', 3),
    cutAt('Le patin serre', 2),
    cutAt('Le patin\nserre le rail', 4),
    cutAt('Freinez\u00a0! Sonnez', 6),
  ]).toEqual(['Le patin…', 'Le patin…', 'Le patin', 'Quel frein ?', 'Le patin…', 'Le…', 'Le patin…', 'Freinez\u00a0!']);
});

it('keeps a short question whole', () => {
  expect(nameAndRest('Quel frein ?')).toEqual(['Quel frein ?', '']);
  expect(nameAndRest('x'.repeat(90))).toEqual(['x'.repeat(90), '']);
  const first = `${'mot '.repeat(10)}fin.`;
  expect(nameAndRest(`${first} ${'mot '.repeat(10)}fin.`)).toEqual([`${first} ${'mot '.repeat(10)}fin.`, '']);
});

it('names a long question by its first sentence, and shows the rest below', () => {
  const rest = 'Le patin serre le rail dès que la conductrice lâche la manette, et la rame s’arrête au quai.';
  expect(nameAndRest(`La rame arrive à quai. ${rest}`)).toEqual(['La rame arrive à quai.', rest]);
  for (const end of ['!', '?', '…', '.\u00a0»', '!”'])
    expect(nameAndRest(`La rame arrive à quai${end} ${rest}`)).toEqual([`La rame arrive à quai${end}`, rest]);
});

it('names it by all sentences that have room, and by a quotation that is closed', () => {
  const rest = `${'mot '.repeat(30)}fin.`;
  expect(nameAndRest(`La rame arrive à quai. Elle freine. ${rest}`)).toEqual(['La rame arrive à quai. Elle freine.', rest]);
  const quoted = 'Elle dit : « La rame arrive.\u00a0»';
  expect(nameAndRest(`${quoted} ${rest}`)).toEqual([quoted, rest]);
});

it('shows further lines of a question below its first sentence, and leaves dots inside a text', () => {
  const rest = `Le patin serre le rail,\n${'et la rame '.repeat(8)}s’arrête.`;
  expect(nameAndRest(`La rame arrive à quai. ${rest}`)).toEqual(['La rame arrive à quai.', rest]);
  expect(cutAt('Quoi\u00a0?… Freinez', 40)).toBe('Quoi\u00a0?… Freinez');
});

it('shows the whole text below a name that is cut', () => {
  const text = 'mot '.repeat(40).trim();
  const [name, rest] = nameAndRest(text);
  expect([name.endsWith('mot…'), name.length < 90, rest]).toEqual([true, true, text]);
});

it('shows nothing below a text that has no place for a cut', () => {
  expect(nameAndRest('x'.repeat(120))).toEqual(['x'.repeat(120), '']);
});

it('doesn’t cut inside a quotation', () => {
  const text = 'Elle dit : « La rame arrive. Freinez bien avant le quai, et sonnez deux fois la cloche du dépôt ! » Que faites-vous ?';
  expect(nameAndRest(text)[0]).not.toBe('Elle dit : « La rame arrive.');
});

it('keeps a text of 90 characters whole, and cuts one more', () => {
  const words = 'mot '.repeat(22);
  expect([nameAndRest(`${words}fi`), nameAndRest(`${words}fin`)]).toEqual([
    [`${words}fi`, ''],
    [`${'mot '.repeat(20)}mot…`, `${words}fin`],
  ]);
});

it('names a question by a first sentence of 21 to 89 characters', () => {
  const rest = `${'mot '.repeat(30)}fin.`;
  const named = (length: number): boolean => nameAndRest(`${'x'.repeat(length - 1)}. ${rest}`)[1] === rest;
  expect([20, 21, 89, 90].map(named)).toEqual([false, true, true, false]);
});
