import { expect, it } from 'vitest';
import { guidePlan } from '../../build/sheets/guide-plan.ts';
import type { PaperPage } from '../../build/sheets/paper-text.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';

const pages = ['quai', 'voie'].map((id) => ({ id, title: id, parts: [] })) as unknown as PaperPage[];
const note = (minutes: number) => [`<p><strong>${minutes} min</strong> Lire.</p>`];
const plan = (notes: object, minutes = 60) => guidePlan({ minutes, pages, notes: notes as never, strings: sheetStrings('fr') });

it('lists pages with their minutes, a dash where none are noted, and their sum', () => {
  const { rows, total } = plan({ quai: note(20), voie: note(15) });
  expect(rows.map(({ number, title, minutes }) => [number, title, minutes.replace(/\s/g, ' ')])).toEqual([
    [1, 'quai', '20 min'],
    [2, 'voie', '15 min'],
  ]);
  expect(total.minutes.replace(/\s/g, ' ')).toBe('35 min');
  expect(plan({}).total.minutes).toBe('–');
});

it('says of an incomplete sum what it is a part of', () => {
  const { rows, total } = plan({ quai: note(20) });
  expect([rows[1]?.minutes, total.minutes]).toEqual(['–', expect.stringMatching(/20.*60/)]);
  expect(plan({ quai: note(20) }, 0).total.minutes).not.toMatch(/60|0 min\b.*0/);
});
