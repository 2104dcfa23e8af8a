import { expect, test } from 'vitest';
import { chipsKey, chipsOf } from '../../../build/studio/editor/chips.ts';
import type { CourseFacts } from '../../../build/studio/engine/calls.ts';
import { allDirectives, outlineOf } from '../../../build/studio/text/outline.ts';

const course: CourseFacts = {
  id: 'depot',
  title: 'Dépôt',
  lang: 'fr',
  sessions: [
    {
      id: 'matin',
      title: 'Matin',
      path: 'a.md',
      minutes: 5,
      pages: [
        {
          id: 'quai',
          title: 'Quai',
          path: 'a.md',
          line: 1,
          activities: [{ id: 'frein', type: 'choice', title: 'Frein', points: 1, competencies: [], path: 'a.md', line: 3 }],
        },
      ],
    },
  ],
  competencies: [
    { id: 'c4-5', title: 'C4.5 Identifier' },
    { id: 'rouler', title: 'Rouler en ville' },
  ],
  cohorts: [],
  people: [],
  targets: [],
};

function chips(line: string, of: CourseFacts | null = course): readonly unknown[] {
  const [directive] = allDirectives(outlineOf(line));
  if (!directive) throw new Error(line);
  return chipsOf(directive, of).map(({ text, colour }) => (colour === undefined ? text : [text, colour]));
}

test('a bar shows points, limits, competencies and for whom a part is', () => {
  expect(chips(':::choice{#frein competency="c4-5; rouler"}')).toEqual(['1 pt', ['C4.5', 1], ['rouler', 2]]);
  expect(chips(':::choice{#frein points=0}')).toEqual(['ne compte pas']);
  expect(chips(':::choice{#autre points=2 only=soir}')).toEqual(['2 pts', 'soir']);
  expect(chips(':::open-question{#texte min-words=8 max-words=80}')).toEqual(['8 à 80 mots']);
  expect(chips(':::open-question{#texte max-words=80}')).toEqual(['80 mots au plus']);
  expect(chips(':::callout{title="En salle"}')).toEqual(['« En salle »']);
  expect(chips(':::choice{#nouveau competency=inconnue}')).toEqual(['inconnue']);
  expect(chips(':::after{when=right}')).toEqual(['si : right']);
});

test.each([
  [':::choice{#frein points=3}', ['3 pts']],
  [':::choice{points=2}', ['2 pts']],
  [':::choice', []],
  [':::choice{points=""}', []],
  [':::choice{#frein points=""}', ['ne compte pas']],
  [':::open-question{#texte min-words=8}', ['8 mots au moins']],
  [':::definition{term=Four}', ['« Four »']],
  [':::quote{author=Ada}', ['« Ada »']],
  [':::scene{place=Quai}', ['« Quai »']],
  [':::quote{place=Quai author=Ada term=Four title=Sel}', ['« Sel »']],
  [':::quote{place=Quai author=Ada term=Four}', ['« Four »']],
  [':::quote{place=Quai author=Ada}', ['« Ada »']],
  [':::choice{competency="; c4-5 ;"}', [['C4.5', 1]]],
  [
    ':::open-question{#frein title=T points=2 max-words=9 competency=rouler only=soir when=wrong}',
    ['« T »', '2 pts', '9 mots au plus', ['rouler', 2], 'soir', 'si : wrong'],
  ],
])('the bar of %s shows %j', (line, expected) => {
  expect(chips(line)).toEqual(expected);
});

test('without a check, a bar shows what is written; points of nothing are shown only where they are written', () => {
  expect(chips(':::choice{#frein competency=c4-5 points=2}', null)).toEqual(['2 pts', 'c4-5']);
  const [session] = course.sessions;
  const facts = session?.pages[0]?.activities[0];
  if (!session || !facts) throw new Error('The course has no activity.');
  const page = (id: string, points: number) => ({ id, title: id, path: 'a.md', line: 1, activities: [{ ...facts, id, points }] });
  const none: CourseFacts = { ...course, sessions: [{ ...session, pages: [page('a', 0), page('b', 4)] }] };
  expect([chips(':::choice{#a}', none), chips(':::choice{#a points=0}', none), chips(':::choice{#b}', none)]).toEqual([
    [],
    ['ne compte pas'],
    ['4 pts'],
  ]);
});

test('competencies have six colours and their whole titles', () => {
  const many: CourseFacts = {
    ...course,
    competencies: ['A1 x', 'B2.3. y', 'É4.12 z', 'C x', 'c1 x', '1.2 x', 'FR9 x'].map((title, at) => ({ id: `n${at}`, title })),
  };
  const [directive] = allDirectives(outlineOf(':::choice{competency="n0; n1; n2; n3; n4; n5; n6"}'));
  expect(directive && chipsOf(directive, many)).toEqual([
    { text: 'n0', colour: 1, title: 'A1 x' },
    { text: 'B2.3', colour: 2, title: 'B2.3. y' },
    { text: 'É4.12', colour: 3, title: 'É4.12 z' },
    { text: 'n3', colour: 4, title: 'C x' },
    { text: 'n4', colour: 5, title: 'c1 x' },
    { text: 'n5', colour: 6, title: '1.2 x' },
    { text: 'n6', colour: 1, title: 'FR9 x' },
  ]);
});

test('the key of the chips changes with points and competencies, and with nothing else of a course', () => {
  const [session] = course.sessions;
  const [page] = session?.pages ?? [];
  if (!session || !page) throw new Error('The course has no page.');
  const withActivities = (activities: typeof page.activities): CourseFacts => ({
    ...course,
    sessions: [{ ...session, pages: [{ ...page, activities }] }],
  });
  const moved = page.activities.map((one) => ({ ...one, title: 'Freins', line: 9 }));
  expect(chipsKey({ ...withActivities(moved), title: 'Le dépôt' })).toBe(chipsKey(course));
  expect(chipsKey(withActivities(page.activities.map((one) => ({ ...one, points: 2 }))))).not.toBe(chipsKey(course));
  expect(chipsKey({ ...course, competencies: [] })).not.toBe(chipsKey(course));
});
