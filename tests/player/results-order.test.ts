// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { activity, bakeryCourse } from '../helpers/bakery.ts';
import { words, writtenResults } from './written-results.ts';

/** A course of two chapters, in which there is something for each part of the view. */
function course(): ReturnType<typeof bakeryCourse> {
  const { pages, activities, chapters = [], ...more } = bakeryCourse();
  const notes = [activity(20, 'avant', 'note'), activity(21, 'apres', 'note', { options: { recall: 'avant' } })];
  return {
    ...more,
    pages: [...pages, { id: 'sel', n: 9, title: 'Le sel', further: true }],
    activities: [...activities, ...notes],
    chapters: chapters.map((chapter) => ({ ...chapter, bands: [{ from: 0, feedback: `<p>Bravo pour ${chapter.id}.</p>` }] })),
  };
}

const chapters = [
  { id: 'nuit', title: 'La nuit', score: 20, status: 'completed' as const },
  { id: 'matin', title: 'Le matin', status: 'incomplete' as const },
];
const done = {
  chapters,
  pages: { fournil: 'done' as const, vente: 'new' as const },
  competencies: { c1: { score: 80, status: 'passed' as const } },
  tallies: { c1: { right: 4, answered: 5, isHeld: true, isBelow: false } },
};
const shown = { own: course(), outcomes: { levain: 'wrong' }, answers: { avant: 'Une pâte.', apres: 'Une pâte qui vit.' } };

/** Headings of the view, and words of what has none. */
function parts(host: HTMLElement): string[] {
  const body = host.querySelector('.c-results-in') as HTMLElement;
  return [...body.children].flatMap((one) => {
    const text = one.textContent ?? '';
    if (one.localName === 'h2') return [text];
    const found = /Bravo pour nuit|Noter/.exec(text) ?? (one.querySelector('.c-hint') ? [words('results.how')] : []);
    return found.slice(0, 1);
  });
}

it('goes from the score to what was learnt, to what was missed, and on', () => {
  const host = writtenResults({ ...done, left: [] }, shown);
  const named = ['results.words', 'results.chapters', 'results.competencies'].map(words);
  expect(parts(host)).toEqual([
    'Bravo pour nuit',
    'Noter',
    ...named,
    words('results.how'),
    words('results.missed'),
    words('results.after'),
    words('further.title'),
  ]);
  expect([...host.children].map((one) => one.classList.contains('c-results-in'))).toEqual([false, true]);
});

it('puts what is left before all that was learnt', () => {
  const [band, first, second, ...others] = parts(writtenResults({ ...done, left: ['q-prix'] }, shown));
  expect([band, first, second, others.length]).toEqual(['Bravo pour nuit', words('left'), words('results.words'), 6]);
});
