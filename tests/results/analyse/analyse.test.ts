import { expect, test } from 'vitest';
import { analyse, codeOf, type Listed } from '../../../build/results/analyse/analyse.ts';
import type { Joined, JoinedSession, Participation } from '../../../build/results/join/join.ts';
import type { Person } from '../../../build/results/join/people.ts';
import type { PackageFacts } from '../../../build/results/model.ts';
import { question } from '../join/questions.ts';

test.each([
  ['c4-3', 'C4.3'],
  ['c4', 'C4'],
  ['bc1-2-3', 'BC1.2.3'],
  ['lire', 'lire'],
  ['c-4', 'c-4'],
  ['c4-3b', 'c4-3b'],
  ['xc4 3', 'xc4 3'],
])('the short name of %s', (id, code) => {
  expect(codeOf(id)).toBe(code);
});

const person = (name: string): Person => ({ name, email: '', isHomonym: false });
const [ines, marc] = [person('Inès'), person('Marc')];
const listed: Listed = {
  people: [
    { name: 'Inès', email: '', homonym: false, sheet: 'a' },
    { name: 'Marc', email: '', homonym: false, sheet: 'b' },
  ],
  indexOf: new Map([
    [ines, 0],
    [marc, 1],
  ]),
};

const SEL = question('sel', { near: { a: 'Oui', b: 'Non' }, right: ['a'], rightWords: 'Oui', competencies: ['c4-3'] });
const MOT = question('mot', { kind: 'text', rightWords: 'Pain', competencies: ['lire', 'c4-3'] });
const given = (one: typeof SEL, verdict: 'right' | 'wrong' | 'none', raw = 'a') =>
  [one.id, { question: one, raw, words: raw === 'a' ? 'Oui' : 'Non', verdict, isCut: one === MOT }] as const;

function session(participations: Participation[], more: Partial<JoinedSession> = {}): JoinedSession {
  return {
    id: 'fournil',
    title: 'Le fournil',
    packages: [],
    questions: [SEL, MOT],
    participations,
    outside: ['Zoé'],
    hasCompletion: false,
    ...more,
  };
}
const attempt = (answers: ReturnType<typeof given>[], more: object = {}) => ({
  file: 'a.csv',
  number: 2,
  started: 's',
  last: 'l',
  score: 50,
  answers: new Map(answers),
  old: [{ id: 'x', raw: 'y' }],
  ...more,
});
const report = (one: JoinedSession, { at = 0, anonymous = false } = {}) =>
  analyse({ sessions: [one], homonyms: [], at } as Joined, listed, anonymous, ['note']);

test('a report: people, day of the download, notes', () => {
  const made = report(session([]), { at: Date.UTC(2026, 10, 5, 12) / 1000 });
  expect([made.format, made.anonymous, made.downloaded, made.people, made.notes]).toEqual([
    1,
    false,
    '2026-11-05',
    listed.people,
    ['note'],
  ]);
  expect(report(session([]), { at: Date.UTC(2026, 0, 31, 12) / 1000 }).downloaded).toBe('2026-01-31');
  expect([report(session([]), { anonymous: true }).anonymous, report(session([]), { at: 1 }).downloaded]).toEqual([true, '1970-01-01']);
  expect([
    report(session([])).downloaded,
    report(session([]), { anonymous: true }).sessions[0]?.outside,
    made.sessions[0]?.outside,
  ]).toEqual(['', [], ['Zoé']]);
});

test('a question has the facts of its codebook; a session without answers is whole', () => {
  const one = question('eau', {
    page: 'Cuire',
    activity: 'Choix',
    kind: 'numeric',
    required: false,
    drawn: true,
    rightWords: '3',
    right: ['3'],
  });
  expect(report(session([], { questions: [one, question('sel')], hasCompletion: true })).sessions).toEqual([
    {
      id: 'fournil',
      title: 'Le fournil',
      course: '',
      organisation: '',
      cohort: '',
      minutes: 0,
      versions: [],
      hasCompletion: true,
      pages: [
        { title: 'Cuire', minutes: 0 },
        { title: 'Pétrir', minutes: 0 },
      ],
      questions: [
        {
          id: 'eau',
          page: 'Cuire',
          activity: 'Choix',
          text: 'eau ?',
          kind: 'numeric',
          competencies: [],
          required: false,
          drawn: true,
          rightWords: '3',
          answered: 0,
          right: 0,
          shares: [{ words: '3', n: 0, verdict: 'right', people: [], tempting: false }],
        },
        expect.objectContaining({
          id: 'sel',
          page: 'Pétrir',
          activity: 'Question',
          kind: 'choice',
          required: true,
          drawn: false,
          shares: [],
        }),
      ],
      competencies: [],
      beforeAfter: [],
      participations: [],
      outside: ['Zoé'],
    },
  ]);
});

test('questions and competencies count the answers', () => {
  const people = [
    { person: marc, attempts: 1, attempt: attempt([given(SEL, 'wrong', 'b'), given(MOT, 'none')]) },
    { person: ines, attempts: 1, attempt: attempt([given(SEL, 'right')]) },
  ] as unknown as Participation[];
  const facts = {
    id: 'fournil',
    title: 'Le fournil',
    minutes: 20,
    pass: 60,
    competencies: [
      { id: 'c4-3', title: 'C4.3 Pétrir' },
      { id: 'c9', title: 'C9' },
    ],
    pages: [],
  };
  const [made] = report(session(people, { facts })).sessions;
  expect(made?.questions.map(({ id, answered, right }) => [id, answered, right])).toEqual([
    ['sel', 2, 1],
    ['mot', 1, 0],
  ]);
  expect(made?.questions.map(({ competencies }) => competencies)).toEqual([['c4-3'], ['lire', 'c4-3']]);
  expect(made?.questions[0]?.shares.map(({ words, people: who }) => [words, who])).toEqual(
    expect.arrayContaining([
      ['Oui', [0]],
      ['Non', [1]],
    ]),
  );
  expect(made?.competencies).toEqual([
    { id: 'c4-3', title: 'Pétrir', questions: 1, answered: 2, right: 1 },
    { id: 'c9', title: 'C9', questions: 0, answered: 0, right: 0 },
    { id: 'lire', title: '', questions: 0, answered: 0, right: 0 },
  ]);
  expect([made?.minutes, made?.pass]).toEqual([20, 60]);
  expect(made?.participations.map(({ state, why }) => [state, why])).toEqual([
    ['underway', 'stopped'],
    ['underway', 'below'],
  ]);
  expect(made?.participations.map(({ answers }) => answers.map(({ verdict, rightWords }) => [verdict, rightWords]))).toEqual([
    [['right', '']],
    [
      ['wrong', 'Oui'],
      ['none', ''],
    ],
  ]);
});

test('competencies that only questions name are sorted', () => {
  const named = ['z2', 'b1', 'z1'].map((id) => question(`q-${id}`, { competencies: [id] }));
  expect(report(session([], { questions: named })).sessions[0]?.competencies.map(({ id }) => id)).toEqual(['b1', 'z1', 'z2']);
});

test('participations in the order of the people, answers in that of the questions', () => {
  const details = { file: 'd', status: 'passed', score: 70, seconds: 90, answers: [], objectives: [{ id: 'c1' }] };
  const people = [
    { person: marc, attempts: 0 },
    { person: ines, attempts: 3, grade: 75, attempt: attempt([given(MOT, 'none'), given(SEL, 'wrong', 'b')], { details }) },
  ] as unknown as Participation[];
  const [first, second] = report(session(people)).sessions[0]?.participations ?? [];
  expect(first).toMatchObject({
    person: 0,
    state: 'done',
    basis: 'details',
    why: '',
    donePages: [0],
    declaredMinutes: 0,
    attempts: 3,
    attempt: 2,
    file: 'a.csv',
    score: 50,
    grade: 75,
    first: 's',
    last: 'l',
    seconds: 90,
    old: [{ id: 'x', raw: 'y' }],
    objectives: [{ id: 'c1' }],
  });
  expect(first?.answers).toEqual([
    { id: 'sel', words: 'Non', raw: 'b', verdict: 'wrong', rightWords: 'Oui', cut: false },
    { id: 'mot', words: 'Oui', raw: 'a', verdict: 'none', rightWords: '', cut: true },
  ]);
  expect(first?.competencies).toEqual([
    { id: 'c4-3', answered: 1, right: 0 },
    { id: 'lire', answered: 0, right: 0 },
  ]);
  expect(second).toMatchObject({ person: 1, attempts: 0, attempt: 0, file: '', first: '', last: '', answers: [], old: [], objectives: [] });
  expect([second && 'score' in second, second && 'grade' in second, second && 'seconds' in second]).toEqual([false, false, false]);
  const scored = report(
    session([{ person: ines, attempts: 1, attempt: attempt([], { score: undefined, details }) }] as unknown as Participation[]),
  );
  expect(scored.sessions[0]?.participations[0]?.score).toBe(70);
  const zeros = attempt([], { score: 0, details: { ...details, seconds: 0 } });
  const none = report(session([{ person: ines, attempts: 1, grade: 0, attempt: zeros }] as unknown as Participation[]));
  expect(none.sessions[0]?.participations[0]).toMatchObject({ score: 0, grade: 0, seconds: 0 });
});

test('a session is described by its newest package', () => {
  const pack = (content: string, courseTitle: string) =>
    ({ content, courseTitle, organisation: `O${content}`, cohort: content }) as PackageFacts;
  expect(report(session([], { packages: [pack('a', 'Ancien'), pack('b', 'Nouveau')] })).sessions[0]).toMatchObject({
    course: 'Nouveau',
    organisation: 'Ob',
    cohort: 'b',
    versions: ['a', 'b'],
  });
  const bare = report(session([])).sessions[0];
  expect([bare?.course, bare?.organisation, bare?.cohort, bare?.minutes, bare && 'pass' in bare]).toEqual(['', '', '', 0, false]);
});
