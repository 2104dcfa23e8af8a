import { expect, it } from 'vitest';
import { guidePlan } from '../../build/sheets/guide-plan.ts';
import type { PaperPage } from '../../build/sheets/paper-text.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';

/** A page with a number of questions. */
function page(id: string, questions: number, more: object = {}): PaperPage {
  return { id, title: `Page ${id}`, parts: [{ questions: Array.from({ length: questions }) }], ...more } as unknown as PaperPage;
}
const PAGES = [page('quai', 2), page('voie', 1)];
const note = (minutes: number): string[] => [`<p><strong>${minutes} min</strong> Lire.</p>`];

function plan(notes: object, minutes = 60, pages = PAGES): ReturnType<typeof guidePlan> {
  const found = guidePlan({ minutes, pages, notes: notes as never, strings: sheetStrings('fr') });
  return JSON.parse(JSON.stringify(found).replace(/[\u00a0\u202f]/g, ' '));
}

it('lists pages with their minutes and questions, a dash where none are noted, and their sums', () => {
  expect(plan({ quai: note(20), voie: note(15) })).toEqual({
    rows: [
      { id: 'quai', number: 1, title: 'Page quai', minutes: '20 min', questions: 2 },
      { id: 'voie', number: 2, title: 'Page voie', minutes: '15 min', questions: 1 },
    ],
    further: [],
    total: { name: 'En tout', minutes: '35 min', questions: 3 },
  });
  expect(plan({}).total.minutes).toBe('–');
});

it('lists pages that go further apart, with their own numbers, and leaves them out of the sums', () => {
  const pages = [page('quai', 2), page('tunnel', 4, { further: true }), page('voie', 1)];
  expect(plan({ quai: note(20), tunnel: note(9), voie: note(15) }, 60, pages)).toEqual({
    rows: [
      { id: 'quai', number: 1, title: 'Page quai', minutes: '20 min', questions: 2 },
      { id: 'voie', number: 3, title: 'Page voie', minutes: '15 min', questions: 1 },
    ],
    further: [{ id: 'tunnel', number: 2, title: 'Page tunnel', minutes: '9 min', questions: 4 }],
    total: { name: 'En tout', minutes: '35 min', questions: 3 },
  });
  expect(plan({}, 60, pages).further).toEqual([{ id: 'tunnel', number: 2, title: 'Page tunnel', minutes: '–', questions: 4 }]);
});

it('shows what an incomplete sum is a part of, where that is known', () => {
  const notes = { quai: note(20) };
  expect([plan(notes).rows[1]?.minutes, ...[60, 15, 0].map((all) => plan(notes, all).total.minutes)]).toEqual([
    '–',
    '20 min notées, sur 60',
    '20 min notées, sur 15',
    '20 min notées',
  ]);
  expect(plan({ quai: note(1) }).rows[0]?.minutes).toBe('1 min');
});
