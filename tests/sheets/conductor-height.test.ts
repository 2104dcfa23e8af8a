import { expect, test } from 'vitest';
import { conductorChapter } from '../../build/sheets/conductor.ts';
import type { GuideInput } from '../../build/sheets/guide.ts';
import type { PaperPage } from '../../build/sheets/paper-text.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { activity, bakery } from '../helpers/bakery.ts';

const pain = activity(0, 'pain', 'pick', { options: { choices: [{ token: 'a', text: 'Au levain' }] } });
const questions = [{ number: 1, activity: { ...pain, heading: 'Le pain' }, title: '', prompt: '', body: '', html: '' }];
const ASKED = [{ node: { kind: 'prose', html: '' }, html: '', read: () => '', questions }] as unknown as PaperPage['parts'];
const PLAN = '<p><strong>5 minutes.</strong> 2 pour lire, 3 pour en parler.</p>';
const say = (length: number): string => `<p><strong>À dire.</strong> ${'mot '.repeat(length / 4).trim()}.</p>`;
const room = (length: number): string => `<p><strong>Attention.</strong> ${'mot '.repeat(length / 4).trim()}.</p>`;

interface Given {
  /** Note of each page. */
  readonly note: string;
  readonly page?: Partial<PaperPage>;
  readonly content?: Partial<ModuleContent>;
}

/** True if a running order of so many pages has all of their notes. */
function isWhole(count: number, { note, page = {}, content = {} }: Given): boolean {
  const ids = Array.from({ length: count }, (_, index) => `p${index}`);
  const html = conductorChapter({
    module: { content: bakery({ activities: [{ ...pain, heading: 'Le pain' }], ...content }), pages: ids.map(() => ({ nodes: [] })) },
    course: { title: 'La boulangerie', organisation: '' },
    cohort: undefined,
    notes: Object.fromEntries(ids.map((id) => [id, [note]])),
    pages: ids.map((id) => ({ id, title: 'Page', parts: [], ...page })),
    types: new Map(),
    strings: sheetStrings('fr'),
  } as unknown as GuideInput);
  return !html.includes('la suite est dans le guide');
}

const LONG = Array.from({ length: 12 }, (_, n) => ({ id: `c${n}`, title: 'Pétrir le pain de la nuit et du matin' }));
test.each<[string, number, Given]>([
  ['plans and keys', 33, { note: PLAN, page: { parts: ASKED, title: 'Une page de la nuit au four' } }],
  ['keys alone', 21, { note: '', page: { parts: ASKED, title: 'Titre '.repeat(20) } }],
  ['minutes, and words of one line', 49, { note: `<p><strong>5 minutes.</strong></p>${say(40)}` }],
  ['long words', 28, { note: say(400) }],
  ['two columns', 28, { note: say(200) + room(120) }],
  ['long titles of pages', 28, { note: say(40), page: { title: 'Titre '.repeat(12) } }],
  ['words and keys', 30, { note: say(200), page: { parts: ASKED } }],
  ['long session', 26, { note: say(400), content: { title: 'Une nuit '.repeat(40) } }],
  ['competencies', 27, { note: say(400), content: { competencies: LONG } }],
  ['materials', 24, { note: `${say(400)}<p><strong>Matériel.</strong> ${'Un four '.repeat(14)}</p>` }],
])('a session of %s keeps all of its notes up to %d pages', (_, most, given) => {
  expect([isWhole(most, given), isWhole(most + 1, given)]).toEqual([true, false]);
});
