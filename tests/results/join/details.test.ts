import { describe, expect, test } from 'vitest';
import { attemptOf, decodeById } from '../../../build/results/join/attempt.ts';
import { attachDetails } from '../../../build/results/join/details.ts';
import type { LinkedRow } from '../../../build/results/join/link-attempts.ts';
import type { Message, RawAnswer, RawAttempt, RawDetails, Who } from '../../../build/results/model.ts';
import { codebook, question } from './questions.ts';

const BOOK = codebook([question('sel', { near: { a: 'Oui', b: 'Non' }, right: ['a'] }), question('avis', { kind: 'text' })]);
const answers = (...pairs: [string, string][]): RawAnswer[] => pairs.map(([id, response], place) => ({ id, response, place }));
const INES = answers(['sel', 'a'], ['avis', 'Bien  levé  vite']);
const MARC = answers(['sel', 'b'], ['avis', 'Trop cuit']);

function row(name: string, given: readonly RawAnswer[] | null, number = 1): LinkedRow {
  const raw: RawAttempt = { file: 'notes.csv', name, email: '', number, started: '', last: '', parts: [] };
  const linked = { row: raw, session: 'fournil', title: '' };
  return given ? { ...linked, attempt: attemptOf(raw, decodeById(given, BOOK, [])) } : linked;
}
const details = (given: readonly RawAnswer[], file: string, more: Partial<RawDetails> = {}): RawDetails => ({
  file,
  answers: given,
  objectives: [],
  ...more,
});

function attach(found: readonly RawDetails[], rows: readonly LinkedRow[]) {
  const [errors, notes]: [Message[], Message[]] = [[], []];
  const all: Who[] = rows.map((one) => one.row);
  const { rows: after, people } = attachDetails(
    found,
    rows,
    { codebooks: [BOOK], all },
    (one) => errors.push(one),
    (one) => notes.push(one),
  );
  return {
    after: after.map((one) => [one.row.name, one.row.number, one.attempt?.details?.file, one.attempt?.answers.size]),
    people: people.all.map(({ name }) => name),
    errors,
    notes,
  };
}

describe('details belong to', () => {
  test('the only person with the same answers, whatever the spaces', () => {
    const rows = [row('Ines Moreau', INES), row('Marc Petit', MARC)];
    expect(attach([details(answers(['sel', 'a'], ['avis', 'Bien levé vite ']), 'x.json', { score: 80 })], rows)).toEqual({
      after: [
        ['Ines Moreau', 1, 'x.json', 2],
        ['Marc Petit', 1, undefined, 2],
      ],
      people: ['Ines Moreau', 'Marc Petit'],
      errors: [],
      notes: [],
    });
  });

  test('of several with the same answers, the one whom they name: in the file, or in the data', () => {
    const rows = [row('Ines Moreau', INES), row('Marc Petit', INES)];
    expect(attach([details(INES, 'marc_petit.details.json')], rows).after.map(([, , file]) => file)).toEqual([
      undefined,
      'marc_petit.details.json',
    ]);
    expect(attach([details(INES, 'x.json', { learner: 'Ines Moreau' })], rows).after.map(([, , file]) => file)).toEqual([
      'x.json',
      undefined,
    ]);
    expect(attach([details(INES, 'x.json')], rows)).toMatchObject({ notes: [{ key: 'note.details', values: { file: 'x.json' } }] });
  });

  test('the person whom they name, though the answers differ: the longer list of answers counts', () => {
    const short = [row('Ines Moreau', INES.slice(0, 1)), row('Marc Petit', MARC)];
    expect(attach([details(answers(['sel', 'b'], ['avis', 'x']), 'ines-moreau.json')], short).after[0]).toEqual([
      'Ines Moreau',
      1,
      'ines-moreau.json',
      2,
    ]);
    const long = [row('Ines Moreau', INES), row('Marc Petit', MARC)];
    expect(attach([details(answers(['sel', 'b']), 'ines-moreau.json')], long).after[0]).toEqual(['Ines Moreau', 1, 'ines-moreau.json', 2]);
  });

  test('of those with the same answers the one whom they name, whatever else that person has answered', () => {
    const rows = [row('Ines Moreau', INES, 1), row('Ines Moreau', MARC, 2), row('Marc Petit', INES)];
    expect(attach([details(INES, 'ines-moreau.json')], rows).after.map(([, , file]) => file)).toEqual([
      'ines-moreau.json',
      undefined,
      undefined,
    ]);
  });

  test('nobody, if the person has several attempts that differ', () => {
    const rows = [row('Ines Moreau', INES, 1), row('Ines Moreau', MARC, 2)];
    expect(attach([details(answers(['sel', 'b']), 'ines-moreau.json')], rows).notes).toHaveLength(1);
    expect(attach([details(MARC, 'ines-moreau.json')], rows).after.map(([, , file]) => file)).toEqual([undefined, 'ines-moreau.json']);
  });
});

test('as many answers to other questions are not the same', () => {
  const rows = [row('Ines Moreau', INES.slice(0, 1)), row('Marc Petit', MARC)];
  const found = [details(answers(['avis', 'a']), 'x.json')];
  expect(attach(found, rows)).toMatchObject({ notes: [{ key: 'note.details' }] });
});

describe('details without a report about attempts', () => {
  test('are rows of their own, each once, and add their people', () => {
    const found = [details(INES, 'ines_moreau.json'), details(INES, 'copie.json'), details(MARC, 'x.json', { learner: 'Petit, Marc' })];
    expect(attach(found, [row('Ines Moreau', null)])).toMatchObject({
      after: [
        ['Ines Moreau', 1, undefined, undefined],
        ['Ines Moreau', 1, 'ines_moreau.json', 2],
        ['Petit, Marc', 1, 'x.json', 2],
      ],
      errors: [],
      notes: [],
    });
    expect(attach(found, []).people).toEqual(['ines moreau', 'Petit, Marc']);
    expect(attach(found.slice(0, 1), []).people).toEqual(['ines moreau']);
    expect(attach([details(INES, 'ines__moreau-petit.tab_separated.txt')], []).people).toEqual(['ines moreau petit']);
  });

  test('have the score and the file that they come from', () => {
    const { rows } = attachDetails(
      [details(INES, 'ines_moreau.json', { score: 80 })],
      [],
      { codebooks: [BOOK], all: [] },
      () => {},
      () => {},
    );
    expect(rows).toMatchObject([
      {
        row: { file: 'ines_moreau.json', name: 'ines moreau', email: '', number: 1, started: '', last: '', parts: [] },
        session: 'fournil',
        title: '',
        attempt: { file: 'ines_moreau.json', number: 1, score: 80, details: { file: 'ines_moreau.json' } },
      },
    ]);
  });

  test('have the name and the address of the person whom they name', () => {
    const ignore = (): void => {};
    const all = [{ name: 'Ines Moreau', email: 'ines@example.org' }];
    const { rows } = attachDetails([details(INES, 'moreau_ines.json')], [], { codebooks: [BOOK], all }, ignore, ignore);
    expect(rows.map(({ row: { name, email } }) => [name, email])).toEqual([['Ines Moreau', 'ines@example.org']]);
  });

  test('that no codebook explains are an error', () => {
    expect(attach([details(answers(['autre', 'a'], ['chose', 'b']), 'x.json')], [])).toMatchObject({
      after: [],
      errors: [{ key: 'error.other', values: { file: 'x.json' } }],
    });
  });
});

test('of as many answers those of the details count', () => {
  const found = [details(answers(['sel', 'b'], ['avis', 'x']), 'ines-moreau.json')];
  const rows = [row('Ines Moreau', INES)];
  const ignore = (): void => {};
  const { rows: after } = attachDetails(found, rows, { codebooks: [BOOK], all: rows.map((one) => one.row) }, ignore, ignore);
  expect(after.map(({ attempt }) => [...(attempt?.answers.values() ?? [])].map(({ raw }) => raw))).toEqual([['b', 'x']]);
});

describe('details of a session with several versions', () => {
  const vieux = (word: string) => codebook([...BOOK.questions, question('vieux', { near: { a: word } })], `${word}.csv`);
  const MORE = codebook([...BOOK.questions, question('neuf'), question('neuf-2')]);
  const given = answers(['sel', 'a'], ['avis', 'x'], ['neuf', 'a'], ['neuf-2', 'a'], ['vieux', 'a']);
  const attachTo = (rows: readonly LinkedRow[], all: readonly Who[] = []) =>
    attachDetails(
      [details(given, 'ines_moreau.json')],
      rows,
      { codebooks: [vieux('Avant'), vieux('Après'), { ...vieux('Ailleurs'), session: 'vente' }, MORE], all },
      () => {},
      () => {},
    ).rows;

  test('are explained by the latest of those that know an answer', () => {
    expect(attachTo([]).map(({ attempt }) => attempt?.answers.get('vieux')?.words)).toEqual(['Après']);
  });

  test('are a row of their own beside attempts at another session, with the name and the address of the person', () => {
    const elsewhere = { ...row('Ines Moreau', INES), session: 'vente' };
    const made = attachTo([elsewhere], [{ name: 'Inès Moreau', email: 'i@example.org' }]);
    expect(made.map(({ row: { name, email }, session }) => [name, email, session])).toEqual([
      ['Ines Moreau', '', 'vente'],
      ['Inès Moreau', 'i@example.org', 'fournil'],
    ]);
  });
});

test('a text that was cut in the download is the same as far as it goes', () => {
  const cut = (raw: string): LinkedRow => {
    const linked = row('Ines Moreau', answers(['avis', raw]));
    const [[id, answer] = ['', undefined]] = linked.attempt?.answers ?? [];
    return answer && linked.attempt
      ? { ...linked, attempt: { ...linked.attempt, answers: new Map([[id, { ...answer, isCut: true }]]) } }
      : linked;
  };
  const found = [details(answers(['avis', 'Bien levé, vite cuit']), 'x.json')];
  expect([cut('Bien levé'), cut('Bien levé, vite cuit et bon')].map((one) => attach(found, [one]).after[0]?.[2])).toEqual([
    'x.json',
    undefined,
  ]);
  expect(attach(found, [row('Ines Moreau', answers(['avis', 'Bien levé']))]).after[0]?.[2]).toBeUndefined();
});
