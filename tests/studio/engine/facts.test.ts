import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { OVEN, openOven, PAIN } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

beforeAll(() => void vi.stubGlobal('XMLHttpRequest', DiskRequest));
afterAll(() => void vi.unstubAllGlobals());

test('the facts of a course are those of its texts, with their places', () => {
  const { checked } = openOven();
  expect(checked.course).toEqual({
    id: 'four',
    title: 'Le four',
    lang: 'fr',
    sessions: [
      {
        id: 'pain',
        title: 'Le pain',
        path: PAIN,
        minutes: 20,
        pages: [
          {
            id: 'fournee',
            title: 'Au four',
            path: PAIN,
            line: 7,
            activities: [
              {
                id: 'levain',
                type: 'choice',
                title: expect.stringMatching(/^Le levain lève-t-il\s\?$/),
                points: 2,
                competencies: ['cuire'],
                path: PAIN,
                line: 9,
              },
            ],
          },
          {
            id: 'bilan-page',
            title: 'Le bilan',
            path: PAIN,
            line: 16,
            activities: [{ id: 'bilan', type: 'quiz', title: 'Quiz', points: 1, competencies: [], path: PAIN, line: 18 }],
          },
        ],
      },
    ],
    competencies: [{ id: 'cuire', title: 'Cuire' }],
    cohorts: [{ name: 'nuit', title: 'La nuit' }],
    people: [{ id: 'marc', name: 'Marc' }],
    targets: ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'],
  });
});

test('activities inside others are listed, the outer before the inner, for completion to find them', () => {
  const inner = (id: string): string => `::::choice{#${id}}\nDu sel ?\n\n- [x] Oui\n- [ ] Non\n::::\n`;
  const text = `:::::accordion{#mie}\n## Sel\n\n${inner('un')}\n## Farine\n\n${inner('deux')}:::::\n\n${inner('trois')}`;
  const { checked } = openOven({ [PAIN]: (OVEN.get(PAIN) ?? '').replace(/:::choice[\s\S]*?\n:::\n/, text) });
  expect(checked.problems).toEqual([]);
  expect(checked.course?.sessions[0]?.pages.map(({ activities }) => activities.map(({ id }) => id))).toEqual([
    ['mie', 'un', 'deux', 'trois'],
    ['bilan'],
  ]);
});

test('a page has the place in its own file', () => {
  const { checked } = openOven({
    [PAIN]: `${OVEN.get(PAIN)}\n::include{file="commun/soir.md"}\n`,
    'modules/four/commun/soir.md': 'Un mot.\n\n# Le soir {#soir}\n\nTout dort.\n',
  });
  expect(checked.course?.sessions[0]?.pages.at(-1)).toMatchObject({ id: 'soir', path: 'modules/four/commun/soir.md', line: 3 });
});

test('an activity has its title before its question, and the place in its own file', () => {
  const [, question = ''] = /(:::choice[\s\S]*?\n:::\n)/.exec(OVEN.get(PAIN) ?? '') ?? [];
  const { checked } = openOven({
    [PAIN]: (OVEN.get(PAIN) ?? '').replace(question, '::include{file="commun/levain.md"}\n'),
    'modules/four/commun/levain.md': `Un mot.\n\n${question.replace('#levain', '#levain title="Le levain"')}`,
  });
  const [activity] = checked.course?.sessions[0]?.pages[0]?.activities ?? [];
  expect(activity).toMatchObject({ id: 'levain', title: 'Le levain', path: 'modules/four/commun/levain.md', line: 3 });
});
