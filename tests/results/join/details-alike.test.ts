import { expect, test } from 'vitest';
import { attemptOf, decodeById } from '../../../build/results/join/attempt.ts';
import { attachDetails } from '../../../build/results/join/details.ts';
import type { LinkedRow } from '../../../build/results/join/link-attempts.ts';
import type { RawAttempt, RawDetails, Who } from '../../../build/results/model.ts';
import { codebook, question } from './questions.ts';

const BOOK = codebook([question('sel', { near: { a: 'Oui', b: 'Non' }, right: ['a'] }), question('avis', { kind: 'text' })]);
type Given = Readonly<Record<string, string>>;
const answers = (given: Given) => Object.entries(given).map(([id, response], place) => ({ id, response, place }));

function row(name: string, given: Given): LinkedRow {
  const raw: RawAttempt = { file: 'notes.csv', name, email: '', number: 1, started: '', last: '', parts: [] };
  return { row: raw, session: 'fournil', title: '', attempt: attemptOf(raw, decodeById(answers(given), BOOK, [])) };
}
const details = (given: Given, file: string, more: Partial<RawDetails> = {}): RawDetails => ({
  file,
  answers: answers(given),
  objectives: [],
  ...more,
});

function attach(found: readonly RawDetails[], rows: readonly LinkedRow[], all: readonly Who[] = rows.map((one) => one.row)) {
  const messages: string[] = [];
  const note = ({ key }: { readonly key: string }): void => void messages.push(key);
  const { rows: after } = attachDetails(found, rows, { codebooks: [BOOK], all }, note, note);
  return { messages, files: after.map(({ attempt }) => attempt?.details?.file), after };
}

test.each([
  ['none at all', {}, {}],
  ['fewer', { sel: 'a' }, { sel: 'a', avis: 'x' }],
  ['more', { sel: 'a', avis: 'x' }, { sel: 'a' }],
  ['another text', { sel: 'a', avis: 'x' }, { sel: 'a', avis: 'y' }],
  ['the beginning of a text', { sel: 'a', avis: 'x' }, { sel: 'a', avis: 'x y' }],
])('%s of the answers are not the same', (_, inRow, inDetails) => {
  const { messages, files } = attach([details(inDetails, 'x.json')], [row('Ines Moreau', inRow), row('Marc Petit', { sel: 'b' })]);
  expect([messages, files]).toEqual([['note.details'], [undefined, undefined]]);
});

test('after details that nothing explains the others are still read', () => {
  const found = [details({ autre: 'a', chose: 'b' }, 'a.json'), details({ sel: 'a' }, 'b.json')];
  const { messages, files } = attach(found, [row('Ines Moreau', { sel: 'a' }), row('Marc Petit', { sel: 'b' })]);
  expect([messages, files]).toEqual([['error.other'], ['b.json', undefined]]);
});

test('the name in the data counts before that of the file; the person is called as in the other downloads', () => {
  const all = [
    { name: 'Ines Moreau', email: 'ines@example.org' },
    { name: 'Marc Petit', email: 'marc@example.org' },
  ];
  const found = [details({ sel: 'a' }, 'marc_petit.json', { learner: 'MOREAU Ines', score: 0 })];
  const { after } = attach(found, [], all);
  expect(after.map(({ row: { name, email }, attempt }) => [name, email, attempt?.score])).toEqual([['Ines Moreau', 'ines@example.org', 0]]);
  const upper = attach([details({ sel: 'a' }, 'Noé_Roux.Details.JSON')], [], all).after;
  expect(upper.map(({ row: { name } }) => name)).toEqual(['Noé Roux']);
});

test('details without a name are not given to the only person left if their answers differ', () => {
  const { messages, files } = attach([details({ sel: 'b' }, 'x.json')], [row('Ines Moreau', { sel: 'a' })], []);
  expect([messages, files]).toEqual([['note.details'], [undefined]]);
});
