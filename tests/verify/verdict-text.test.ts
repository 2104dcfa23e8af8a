import { expect, test } from 'vitest';
import type { VerdictJson } from '../../build/verify/result-schema.ts';
import type { VerifyStrings } from '../../build/verify/strings.ts';
import { type TextColours, verdictText } from '../../build/verify/verdict-text.ts';

const format = (key: string, values: object = {}): string => [key, ...Object.values(values)].join(' ');
const wordsOf = (lang: 'fr' | 'en'): VerifyStrings => ({ lang, format }) as unknown as VerifyStrings;
const colours = Object.fromEntries(
  ['red', 'yellow', 'cyan', 'green', 'bold', 'dim'].map((name) => [name, (text: string) => `<${name} ${text}>`]),
) as unknown as TextColours;

const result = (more: object = {}): VerdictJson =>
  ({
    file: 'a.zip',
    bytes: 2048,
    verdict: 'fine',
    findings: [],
    played: { browser: 'Chrome', why: '', left: 0, launches: [] },
    ...more,
  }) as unknown as VerdictJson;
const finding = { rule: 'a', severity: 'warning', sources: ['x 1', 'y 2'], problem: 'Trop long.', advice: 'Raccourcir.', items: [] };
const partsOf = (more: object, lang: 'fr' | 'en' = 'fr'): string[] => verdictText(result(more), wordsOf(lang), colours).split('\n\n');

test.each([
  ['refused', 'red'],
  ['warnings', 'yellow'],
  ['fine', 'green'],
])('the verdict comes first: %s is %s', (verdict, colour) => {
  const [head] = partsOf({ verdict, package: { standard: '1.2' } });
  expect(head).toBe(`<bold a.zip> (standard.1.2, size 2 unit.kb)\n<${colour} verdict.${verdict}>. lead.${verdict}`);
});

test('a package that can’t be read has no standard', () => {
  expect(partsOf({})[0]).toMatch(/^<bold a\.zip> \(size 2 unit\.kb\)\n/);
});

test.each([
  ['error', 'red'],
  ['warning', 'yellow'],
  ['note', 'cyan'],
])('a finding has a problem, an advice and its rule: %s is %s', (severity, colour) => {
  const [, text] = partsOf({ findings: [{ ...finding, severity }] });
  expect(text).toBe(`<${colour} ${severity}> Trop long.\n  do\u00a0: Raccourcir.\n  <dim rule x 1, y 2>`);
});

test('a finding has its line and five of its names', () => {
  const [, text] = partsOf({ findings: [{ ...finding, line: 7, items: ['a', 'b', 'c', 'd', 'e', 'f'] }] }, 'en');
  expect(text?.split('\n').slice(1)).toEqual([
    '    a',
    '    b',
    '    c',
    '    d',
    '    e',
    '    more 1',
    '  do: Raccourcir.',
    '  <dim line 7 · rule x 1, y 2>',
  ]);
});

test('what was seen in a browser comes last, with what is left', () => {
  const launches = [{ title: 'Un', isSco: false, written: [], lost: [], elsewhere: [] }];
  expect(partsOf({ played: { browser: 'Chrome', why: '', left: 2, launches } }).at(-1)).toBe(
    'fact.browser Chrome\u00a0: played.about\nplayed.asset Un\nplayed.left 2',
  );
  expect(partsOf({ played: { browser: 'Chrome', why: '', left: 1, launches } }).at(-1)).toMatch(/\nplayed\.left 1$/);
  expect(partsOf({}, 'en').at(-1)).toBe('fact.browser Chrome: played.about');
  expect(partsOf({ played: { browser: '', why: 'absent', left: 0, launches: [] } }).at(-1)).toBe('played.none absent');
});
