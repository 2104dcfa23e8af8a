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

function chips(line: string): readonly unknown[] {
  const [directive] = allDirectives(outlineOf(line));
  if (!directive) throw new Error(line);
  return chipsOf(directive, course).map(({ text, colour }) => (colour === undefined ? text : [text, colour]));
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
