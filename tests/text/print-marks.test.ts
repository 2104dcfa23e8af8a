import { expect, it } from 'vitest';
import { dropPrintMarks, setPrintMarks } from '../../build/text/print-marks.ts';

const set = (text: string, lang = 'fr'): string => setPrintMarks(text, lang);
const whole = (text: string): string => `<span class="c-whole">${text}</span>`;

it('keeps an inverted verb and a range of numbers on one line', () => {
  expect(set('Que va-t-il dire ?')).toBe(`Que ${whole('va-t-il')} dire ?`);
  expect(set('Va-t-on ou viendra-t-elle ? Vont-t-ils, viendront-t-elles ?', 'fr-CA')).toBe(
    `${whole('Va-t-on')} ou ${whole('viendra-t-elle')} ? ${whole('Vont-t-ils')}, ${whole('viendront-t-elles')} ?`,
  );
  expect(set('a -t-il, sous-va-t-il-x')).toBe('a -t-il, sous-va-t-il-x');
  expect(set('de 1914-1918 à 2-3')).toBe(`de ${whole('1914-1918')} à ${whole('2-3')}`);
});

it('raises the endings of ordinals', () => {
  expect([set('Le 1er et la 1re, le XIXe et les 2es')]).toEqual([
    'Le 1<sup>er</sup> et la 1<sup>re</sup>, le XIX<sup>e</sup> et les 2<sup>es</sup>',
  ]);
  expect(set('XIXe-XXe')).toBe(whole('XIX<sup>e</sup>-XX<sup>e</sup>'));
});

it('leaves codes, words and other languages alone', () => {
  expect([set('page-12-34x'), set('#1-2'), set('1-2.5'), set('a-t-ilot'), set('1er', 'en')]).toEqual([
    'page-12-34x',
    '#1-2',
    '1-2.5',
    'a-t-ilot',
    '1er',
  ]);
});

it.each([
  ...['2024–2025', '1-2-3', '2026-01-15', '1-2.', '1234-5'].map((range) => [range, range.replace(/[\d–-]+\d/, whole('$&'))]),
  ...['1-2-3-4', '12345-6', '1-23456', '1 - 2', 'a1-2', '1-2a', '_1-2', '1-2_', '.1-2', '/1-2', '–1-2'].map((text) => [text, text]),
  ...['1ers', '1res', 'Ier', 'Ire', 'IVe', '21es', '100e'].map((text) => [text, text.replace(/[ers]+$/, '<sup>$&</sup>')]),
  ...['1000e', '2er', 'Le', '1e5', 'X1e', '#1er', '1er-mai', '1er.5', 'L1re'].map((text) => [text, text]),
  ...['\ue0001-2', '1-2\ue005', '\ue0001er', '1er\ue005', '\ue000va-t-il', 'va-t-il\ue005', 'sous-va-t-il', '1er/2'].map((text) => [
    text,
    text,
  ]),
  ['XIXe–XXe', whole('XIX<sup>e</sup>–XX<sup>e</sup>')],
  ['1er.', '1<sup>er</sup>.'],
  ['viendra-t-ils', whole('viendra-t-ils')],
  ['viendra-t-elles et dort-il', `${whole('viendra-t-elles')} et dort-il`],
  ['l’a-t-on', whole('l’a-t-on')],
  ['a-t-il2', 'a-t-il2'],
  ['a-t-il-', 'a-t-il-'],
])('sets %s as %s', (text, expected) => {
  expect(set(text)).toBe(expected);
});

it('can be undone', () => {
  for (const text of ['Que va-t-il dire le 1er ?', 'de 1914-1918 au XIXe-XXe']) expect(dropPrintMarks(set(text))).toBe(text);
});
