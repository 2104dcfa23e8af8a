import { expect, test } from 'vitest';
import { oneRound } from '../../build/sheets/one-round.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { buildSheets, wordsOf } from './built-sheets.ts';
import { noted } from './noted-depot.ts';

interface Drawn {
  readonly name: string;
  readonly activity: {
    readonly at: { readonly file: string; readonly line: number; readonly column: number };
    readonly competencies: readonly string[];
  };
}

/** Four questions of each competency in each bank. */
const questions = ['nuit.md', 'jour.md'].flatMap((file) =>
  ['freiner', 'parler', 'veiller'].flatMap((competency) =>
    [1, 2, 3, 4].map(
      (n): Drawn => ({ name: `${file} ${competency} ${n}`, activity: { at: { file, line: n, column: 1 }, competencies: [competency] } }),
    ),
  ),
);

function round(asks: number, shares: readonly (readonly [string, number])[] = [], id = 'bilan'): Drawn[] {
  return [...oneRound(questions, { asks, shares }, id)];
}

function count(list: readonly Drawn[], of: (one: Drawn) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of list) counts[of(one) ?? ''] = (counts[of(one) ?? ''] ?? 0) + 1;
  return counts;
}

const competency = ({ activity }: Drawn): string | undefined => activity.competencies[0];
const file = ({ activity }: Drawn): string => activity.at.file;

test('a round on paper has as many questions of each competency as the quiz says, from each bank in turn', () => {
  const asked = round(6, [
    ['parler', 1],
    ['veiller', 2],
    ['freiner', 3],
  ]);
  expect(count(asked, competency)).toEqual({ parler: 1, veiller: 2, freiner: 3 });
  expect(count(asked, file)).toEqual({ 'nuit.md': 3, 'jour.md': 3 });
});

test('questions of a share come from each bank in turn', () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    expect(count(round(4, [['parler', 4]], id), file)).toEqual({ 'nuit.md': 2, 'jour.md': 2 });
});

test('where the quiz leaves it to chance, competencies and banks are alike', () => {
  expect(count(round(6), competency)).toEqual({ freiner: 2, parler: 2, veiller: 2 });
  expect(count(round(6), file)).toEqual({ 'nuit.md': 3, 'jour.md': 3 });
  expect(round(24)).toHaveLength(24);
});

test('different competencies matter more than different banks', () => {
  const of = (file: string, competency: string): Drawn => ({
    name: file,
    activity: { at: { file, line: 1, column: 1 }, competencies: [competency] },
  });
  const few = [
    of('nuit.md', 'freiner'),
    of('nuit.md', 'freiner'),
    of('nuit.md', 'parler'),
    of('jour.md', 'freiner'),
    of('jour.md', 'freiner'),
  ];
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
    expect(count([...oneRound(few, { asks: 2, shares: [] }, id)], competency)).toEqual({ freiner: 1, parler: 1 });
  }
});

test('the handout prints what its quiz draws of each competency', async () => {
  const files = { ...noted, ...rames('# Le quai {#quai}\n\n::quiz{#bilan bank="banks/q.md" draw="freiner: 2"}\n') };
  const sheets = await buildSheets(depot(files), { coursePackages: false, sheets: true });
  const words = wordsOf(sheets.paper('depot/rames', 'cahier'));
  expect([...words.matchAll(/Question (un|deux|trois)/g)].map(([, name]) => name)).toEqual(['un', 'deux']);
});

test('a quiz has always the same round, and another quiz of the same banks another one', () => {
  const names = (id: string): string[] => round(6, [], id).map(({ name }) => name);
  expect(names('bilan')).toEqual(names('bilan'));
  expect(new Set([...names('bilan'), ...names('rappel')]).size).toBeGreaterThan(6);
});

test('a share of a competency may have questions that have it besides another', () => {
  const of = (name: string, ...competencies: string[]): Drawn => ({
    name,
    activity: { at: { file: 'nuit.md', line: 1, column: 1 }, competencies },
  });
  const few = [of('a', 'freiner'), of('b', 'freiner', 'veiller'), of('c', 'parler')];
  const names = (shares: [string, number][]): string[] => [...oneRound(few, { asks: 9, shares }, 'bilan')].map(({ name }) => name);
  expect([names([['veiller', 1]]), names([['veiller', 3]]), names([['rouler', 1]])]).toEqual([['b'], ['b'], []]);
  expect(
    names([
      ['veiller', 1],
      ['freiner', 2],
    ]),
  ).toEqual(['b', 'a']);
});

test('of several competencies of a question the first counts for the draw', () => {
  const of = (name: string, ...competencies: string[]): Drawn => ({
    name,
    activity: { at: { file: 'nuit.md', line: 1, column: 1 }, competencies },
  });
  const few = [of('a', 'freiner', 'veiller'), of('b', 'freiner', 'rouler'), of('c', 'parler', 'veiller'), of('d', 'parler', 'rouler')];
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
    expect(count([...oneRound(few, { asks: 2, shares: [] }, id)], competency)).toEqual({ freiner: 1, parler: 1 });
  }
});
