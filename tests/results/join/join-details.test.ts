import { expect, test } from 'vitest';
import { join } from '../../../build/results/join/join.ts';
import type { Found, RawAttempt } from '../../../build/results/model.ts';
import { codebook, question } from './questions.ts';

const books = (...codebooks: ReturnType<typeof codebook>[]): Found => ({ kind: 'codebook', codebooks }) as unknown as Found;
const attempts = (name: string, ...parts: RawAttempt['parts']): Found => {
  const email = `${name.toLowerCase()}@example.org`;
  return { kind: 'attempts', attempts: [{ file: 'a.csv', name, email, number: 1, started: '', last: '', parts }] } as unknown as Found;
};
const bare = (...responses: string[]) => ({ title: '', answers: responses.map((response, place) => ({ place, response })) });
const named = (...answers: [string, string][]) => ({
  title: '',
  answers: answers.map(([id, response], place) => ({ place, id, response })),
});
const sel = question('sel', { near: { a: 'Oui', b: 'Non' }, right: ['a'] });

test('of two rows as rich, the one with whole texts counts', () => {
  const book = codebook([question('avis', { kind: 'text' }), sel]);
  const long = 'mot '.repeat(50);
  const cut = attempts('Ines', bare(long, 'b', 'suite'));
  const whole = attempts('Ines', named(['avis', long], ['sel', 'b'], ['avis.2', 'suite']));
  const isCut = (...found: Found[]): boolean | undefined => {
    const { sessions } = join(
      [books(book), ...found],
      () => {},
      () => {},
    );
    return sessions[0]?.participations[0]?.attempt?.answers.get('avis')?.isCut;
  };
  expect([isCut(cut), isCut(cut, whole), isCut(whole, cut)]).toEqual([true, false, false]);
});

test('details of another course are a mistake, those of nobody are noted', () => {
  const details = (file: string, ...ids: string[]): Found => {
    const answers = ids.map((id, place) => ({ place, id, response: 'b' }));
    return { kind: 'details', details: { file, answers, objectives: [] } } as unknown as Found;
  };
  const [errors, notes]: [string[], string[]] = [[], []];
  const book = codebook([sel, question('eau', { near: { a: 'Tiède', b: 'Froide' }, right: ['a'] })]);
  const people = ['Ines', 'Marc'].map((name) => attempts(name, named(['sel', 'b'], ['eau', 'a'])));
  join(
    [books(book), ...people, details('autre.json', 'autre', 'chose'), details('x.json', 'sel', 'eau')],
    ({ key, values }) => errors.push(`${key} ${values.file}`),
    ({ key, values }) => notes.push(`${key} ${values.file}`),
  );
  expect([errors, notes]).toEqual([['error.other autre.json'], ['note.details x.json']]);
});
