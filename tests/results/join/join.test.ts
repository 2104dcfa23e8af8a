import { describe, expect, test } from 'vitest';
import { join } from '../../../build/results/join/join.ts';
import type { Found, Message, PackageFacts, RawAttempt } from '../../../build/results/model.ts';
import { codebook, question } from './questions.ts';

const BOOK = codebook([
  question('sel', { near: { a: 'Oui', b: 'Non' }, right: ['a'] }),
  question('eau', { near: { a: 'Tiède', b: 'Froide' }, right: ['a'] }),
]);
const books = (...codebooks: (typeof BOOK)[]): Found => ({ kind: 'codebook', codebooks }) as unknown as Found;
const part = (...given: string[]) => [
  { title: 'Le fournil', answers: given.map((response, place) => ({ place, id: ['sel', 'eau'][place] ?? '', response })) },
];

function attempt(name: string, more: Partial<RawAttempt> = {}): RawAttempt {
  return {
    file: 'notes.csv',
    name,
    email: `${name.toLowerCase()}@example.org`,
    number: 1,
    started: '',
    last: '',
    parts: part('b', 'a'),
    ...more,
  };
}
const attempts = (...list: RawAttempt[]): Found => ({ kind: 'attempts', attempts: list }) as unknown as Found;
const completion = (...list: [string, string, string][]): Found =>
  ({
    kind: 'completion',
    completions: list.map(([name, title, at]) => ({ name, email: `${name.toLowerCase()}@example.org`, title, at })),
  }) as unknown as Found;
const grades = (at: number, ...list: [string, string, number?][]): Found =>
  ({
    kind: 'grades',
    at,
    grades: list.map(([name, title, grade]) => ({
      name,
      email: `${name.toLowerCase()}@example.org`,
      title,
      ...(grade !== undefined && { grade }),
    })),
  }) as unknown as Found;
const packaged = (title: string, content = 'd'): Found =>
  ({
    kind: 'package',
    facts: {
      file: 'a.zip',
      course: 'pain',
      content,
      courseTitle: 'Le pain',
      organisation: '',
      cohort: '',
      sessions: [{ id: 'fournil', title, minutes: 0, competencies: [], pages: [] }],
    } satisfies PackageFacts,
  }) as unknown as Found;

function joined(...found: Found[]) {
  const messages: Message[] = [];
  const result = join(
    found,
    (one) => messages.push(one),
    (one) => messages.push(one),
  );
  const [session] = result.sessions;
  return {
    ...result,
    session,
    messages,
    people: session?.participations.map(({ person, attempts: n, attempt: best, completed, grade }) => [
      person.name,
      n,
      best?.score,
      completed,
      grade,
    ]),
  };
}

describe('people of a session', () => {
  test('are those with an attempt, if nothing else is known; those without one have none', () => {
    const { people, session } = joined(books(BOOK), attempts(attempt('Ines', { score: 80 }), attempt('Marc', { number: 0, parts: [] })));
    expect(people).toEqual([
      ['Ines', 1, 80, undefined, undefined],
      ['Marc', 0, undefined, undefined, undefined],
    ]);
    expect([session?.title, session?.hasCompletion, session?.outside]).toEqual(['Le fournil', false, []]);
  });

  test('are those whom the course tracks; others with access are outside', () => {
    const { people, session, at } = joined(
      books(BOOK),
      packaged('Le fournil'),
      attempts(attempt('Ines', { score: 80 }), attempt('Marc', { number: 0, parts: [] })),
      completion(['Ines', 'Le Fournil (séance)', '2026-01-02'], ['Noor', 'Le fournil', ''], ['Zoé', 'Autre', '']),
      grades(1234, ['Ines', 'SCORM : le fournil', 75], ['Sacha', 'Le fournil']),
    );
    expect(people).toEqual([
      ['Ines', 1, 80, '2026-01-02', 75],
      ['Noor', 0, undefined, '', undefined],
      ['Sacha', 0, undefined, undefined, undefined],
    ]);
    expect([session?.outside, session?.hasCompletion, at]).toEqual([['Marc'], true, 1234]);
  });

  test('a single activity is the only session, whatever its title', () => {
    const { people } = joined(books(BOOK), attempts(attempt('Ines')), completion(['Ines', 'Autrement dit', '2026-01-02']));
    expect(people?.[0]?.[3]).toBe('2026-01-02');
    const two = joined(
      books(BOOK),
      packaged('Le fournil'),
      attempts(attempt('Ines')),
      completion(['Ines', 'Un', '2026-01-02'], ['Ines', 'Deux', '']),
    );
    expect(two.people?.[0]?.[3]).toBeUndefined();
  });

  test('nobody: there is no session', () => {
    expect(joined(books(BOOK)).sessions).toEqual([]);
    expect(joined().at).toBe(0);
  });
});

describe('attempts', () => {
  test('the best is shown: by score, then by answers, then the last', () => {
    const best = (...list: Partial<RawAttempt>[]) =>
      joined(books(BOOK), attempts(...list.map((more, index) => attempt('Ines', { number: index + 1, ...more })))).session
        ?.participations[0];
    expect([best({ score: 50 }, { score: 80 }, { score: 60 })?.attempt?.number, best({ score: 50 }, { score: 80 })?.attempts]).toEqual([
      2, 2,
    ]);
    expect(best({}, { score: 0 })?.attempt?.number).toBe(2);
    expect(best({ score: 0 }, {})?.attempt?.number).toBe(1);
    expect(best({ score: 50 }, { score: 50, parts: part('a') })?.attempt?.number).toBe(1);
    expect(best({ score: 50 }, { score: 50 })?.attempt?.number).toBe(2);
  });

  test('the same in two downloads counts once, with the richer row', () => {
    const { session } = joined(
      books(BOOK),
      attempts(attempt('Ines', { file: 'a.csv', parts: part('a') })),
      attempts(attempt('Ines', { file: 'b.csv' })),
    );
    expect([session?.participations[0]?.attempts, session?.participations[0]?.attempt?.answers.size]).toEqual([1, 2]);
    // Answers that are explained count before those that aren't, and these before none.
    const old = (...given: string[]) => [
      { title: '', answers: [...(part(...given)[0]?.answers ?? []), { place: 9, id: 'x', response: 'y' }] },
    ];
    const richest = (...parts: RawAttempt['parts'][]): string | undefined => {
      const downloads = parts.map((one, index) => attempts(attempt('Ines', { file: `${index}`, parts: one })));
      return joined(books(BOOK), ...downloads).session?.participations[0]?.attempt?.file;
    };
    expect([richest(old('a'), part('a', 'a')), richest(part('a', 'a'), old('a', 'a')), richest(old('a', 'a'), part('a', 'a'))]).toEqual([
      '1',
      '1',
      '0',
    ]);
  });
});

describe('of two sessions', () => {
  const other = { ...codebook([question('prix')]), session: 'vente' };
  const both = attempt('Ines', { parts: [...part('b', 'a'), { title: 'La vente', answers: [{ place: 0, id: 'prix', response: 'a' }] }] });
  const completed = (...found: Found[]) =>
    joined(books(BOOK, other), attempts(both), ...found).sessions.map(({ id, participations }) => [id, participations[0]?.completed]);

  test('a completion is about the one whose title it has', () => {
    expect(completed(completion(['Ines', 'La vente', '2026-01-02']))).toEqual([
      ['fournil', undefined],
      ['vente', '2026-01-02'],
    ]);
  });

  test('a completion of another activity is about none, though their titles are not known', () => {
    const bare = { ...both, parts: both.parts.map((one) => ({ ...one, title: '' })) };
    const { sessions } = joined(books(BOOK, other), attempts(bare), completion(['Ines', 'Autre', '2026-01-02']));
    expect(sessions.map(({ id, hasCompletion }) => [id, hasCompletion])).toEqual([
      ['fournil', false],
      ['vente', false],
    ]);
  });

  test('a package of the whole course describes each', () => {
    const { facts } = packaged('Le fournil') as Extract<Found, { kind: 'package' }>;
    const [first] = facts.sessions;
    const whole = { kind: 'package', facts: { ...facts, sessions: [{ ...first, id: 'vente', title: 'La vente' }, first] } } as Found;
    expect(
      joined(books(BOOK, other), whole, attempts(both)).sessions.map((one) => [one.id, one.title, one.facts?.title, one.packages.length]),
    ).toEqual([
      ['fournil', 'Le fournil', 'Le fournil', 1],
      ['vente', 'La vente', 'La vente', 1],
    ]);
  });
});

test('questions of all versions, those of the newest first', () => {
  const older = codebook([question('sel', { text: 'Ancien' }), question('four')], 'ancien.codebook.csv');
  const { session } = joined(books(older), books(BOOK), attempts(attempt('Ines')));
  expect(session?.questions.map(({ id, text }) => `${id} ${text}`)).toEqual(['sel sel ?', 'eau eau ?', 'four four ?']);
});

test('a session is described by its newest package; without one its id is its title', () => {
  const { session } = joined(books(BOOK), packaged('Ancien', 'a'), packaged('Nouveau', 'b'), attempts(attempt('Ines')));
  expect([session?.title, session?.facts?.title, session?.packages.length]).toEqual(['Nouveau', 'Nouveau', 2]);
  const titled = ['', 'Un', 'Deux'].map((title, index) =>
    attempt(`Ana${index}`, { parts: [{ title, answers: part('b')[0]?.answers ?? [] }] }),
  );
  expect(joined(books(BOOK), attempts(...titled)).session?.title).toBe('Un');
  const bare = joined(books(BOOK), attempts(attempt('Ines', { parts: [{ title: '', answers: part('a', 'a')[0]?.answers ?? [] }] })));
  expect([bare.session?.title, bare.session && 'facts' in bare.session]).toEqual(['fournil', false]);
});

test('homonyms are reported', () => {
  const same = (email: string) => attempt('Ines', { email });
  expect(joined(books(BOOK), attempts(same('a@example.org'), same('b@example.org'))).homonyms.map(({ name }) => name)).toEqual([
    'Ines',
    'Ines',
  ]);
  expect(joined(books(BOOK), attempts(attempt('Ines'), attempt('Marc'))).homonyms).toEqual([]);
});

test('of several downloads the latest dates the report, whatever their order', () => {
  const at = (...times: number[]): number =>
    joined(books(BOOK), attempts(attempt('Ines')), ...times.map((time) => grades(time, ['Ines', 'Le fournil', 75]))).at;
  expect([at(), at(20, 30, 10), at(30, 20)]).toEqual([0, 30, 30]);
});

test('of two activities with the title of the session the last completion counts', () => {
  const both = completion(['Ines', 'Le fournil', '2026-01-02'], ['Ines', 'Le fournil, suite', '2026-01-03'], ['Ines', 'Autre', '']);
  expect(joined(books(BOOK), attempts(attempt('Ines')), both).people?.[0]?.[3]).toBe('2026-01-03');
});

test('somebody with an attempt belongs to the session though the course’s reports lack them; a grade of 0 is one', () => {
  const { people, session } = joined(
    books(BOOK),
    packaged('Le fournil'),
    attempts(attempt('Zoé', { score: 10 })),
    grades(5, ['Ines', 'Le fournil', 0]),
  );
  expect([people, session?.outside]).toEqual([
    [
      ['Zoé', 1, 10, undefined, undefined],
      ['Ines', 0, undefined, undefined, 0],
    ],
    [],
  ]);
});
