import { expect, test } from 'vitest';
import { analyse } from '../../../build/results/analyse/analyse.ts';
import type { Joined, Participation } from '../../../build/results/join/join.ts';
import type { Person } from '../../../build/results/join/people.ts';
import { question } from '../join/questions.ts';

const competencies = ['c4'];
const SEL = question('sel', { near: { a: 'Oui', b: 'Non' }, right: ['a'], competencies: ['c3', 'c4'] });
const EAU = question('eau', { near: { a: 'Oui', b: 'Non' }, right: ['b'], competencies });
const AVIS = question('avis', { near: { a: 'Oui', b: 'Non' }, competencies });

/** Judges answers: `sel=right`. */
function person(name: string, ...given: readonly string[]): Participation {
  const answers = given.map((one) => {
    const [id = '', verdict = ''] = one.split('=');
    const asked = [SEL, EAU, AVIS].find((each) => each.id === id);
    return [id, { question: asked, raw: '', words: '', verdict, isCut: false }];
  });
  const who: Person = { name, email: '', isHomonym: false };
  return { person: who, attempts: 1, attempt: { answers: new Map(answers as never) } } as unknown as Participation;
}

test('the answers to all questions about a competency add up, empty ones too', () => {
  const participations = [
    person('Inès', 'sel=right', 'eau=wrong', 'avis=none'),
    person('Marc', 'eau=right', 'avis=none'),
    person('Noé', 'eau=right'),
    person('Zoé'),
  ];
  const session = { id: 'fournil', title: 'Le fournil', packages: [], questions: [SEL, EAU, AVIS], outside: [], hasCompletion: false };
  const listed = { people: [], indexOf: new Map(participations.map((one, index) => [one.person, index])) };
  const joined = { sessions: [{ ...session, participations }], homonyms: [], at: 0 } as Joined;
  const [made] = analyse(joined, listed, false, []).sessions;
  expect(made?.competencies.map(({ id, questions, answered, right }) => [id, questions, answered, right])).toEqual([
    ['c3', 1, 1, 1],
    ['c4', 2, 4, 3],
  ]);
  expect(made?.questions.map(({ id, answered, right }) => [id, answered, right])).toEqual([
    ['sel', 1, 1],
    ['eau', 3, 2],
    ['avis', 2, 0],
  ]);
  expect(made?.participations.map((one) => one.competencies.map(({ answered, right }) => [answered, right]))).toEqual([
    [
      [1, 1],
      [2, 1],
    ],
    ...[1, 1].map((count) => [
      [0, 0],
      [count, count],
    ]),
    [
      [0, 0],
      [0, 0],
    ],
  ]);
});
