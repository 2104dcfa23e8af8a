// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/model/course/activity.ts';
import { takeaway, wordsThenAndNow } from '../../src/player/keepsakes.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { activity, bakery } from '../helpers/bakery.ts';

beforeEach(() => useStrings(JSON.parse(readFileSync('src/strings/fr.json', 'utf8'))));

const pages = [
  { id: 'four', n: 1, title: 'Le four' },
  { id: 'vente', n: 2, title: 'La vente' },
  { id: 'sel', n: 3, title: 'Le sel', further: true as const },
];

describe('what a session asks to keep in mind', () => {
  const quoted = (...bodies: readonly string[]): string[] => {
    document.body.innerHTML = pages.map(({ id }, at) => `<section data-page="${id}">${bodies[at] ?? ''}</section>`).join('');
    return takeaway(bakery({ pages })).map((part) => part.outerHTML);
  };
  const keep = (text: string): string =>
    `<div id="k" data-takeaway><p id="t"><button class="c-term">${text}</button><sup class="c-noteref">1</sup></p></div>`;
  const quote = (text: string): string => `<figure data-takeaway="quote">${text}</figure>`;

  it('is its last pull quote and its last takeaway, without ids, footnotes and buttons', () => {
    expect(quoted(keep('Peser.'), keep('Noter.'))).toEqual(['<div><p>Noter.</p></div>']);
    expect(quoted(quote('Le four attend.') + quote('Le levain vit.'), keep('Noter.'))).toEqual([
      '<p class="c-over">La phrase à emporter</p>',
      '<figure>Le levain vit.</figure>',
      '<div><p>Noter.</p></div>',
    ]);
  });

  it('has the quote first, wherever it stands', () => {
    expect(quoted(keep('Peser.'), quote('Le levain vit.')).slice(1)).toEqual([
      '<figure>Le levain vit.</figure>',
      '<div><p>Peser.</p></div>',
    ]);
  });

  it('is nothing from a page that goes further, and stays where it was', () => {
    expect([quoted('', '', quote('Le sel.')), quoted()]).toEqual([[], []]);
    quoted(keep('Peser.'));
    expect(document.querySelector('#k[data-takeaway] .c-noteref')).not.toBeNull();
  });
});

describe('the words of the learner', () => {
  const activities = [
    activity(1, 'reprise', 'note', { page: 'vente', options: { recall: 'idee' } }),
    activity(2, 'idee', 'note', { page: 'four' }),
    activity(3, 'nom', 'note', { page: 'vente', options: { recall: 'matin/idee' } }),
  ];
  const shown = (answers: Readonly<Record<string, Answer>>): string[] => {
    const tracker = { standing: (id: string) => ({ answer: answers[id] ?? null }) } as unknown as Tracker;
    return wordsThenAndNow(bakery({ pages, activities }), tracker).map(({ textContent }) => textContent ?? '');
  };

  it('stand side by side where a question of the same session recalls another, as text', () => {
    expect(shown({ idee: 'Une <b>pâte</b>.', reprise: 'Une pâte qui vit.', nom: 'Zoé' })).toEqual([
      'Vos mots, au début et maintenant',
      'Au débutUne <b>pâte</b>.MaintenantUne pâte qui vit.',
    ]);
  });

  it('have a heading, and a caption each', () => {
    const tracker = { standing: (id: string) => ({ answer: `${id}.` }) } as unknown as Tracker;
    const [heading, box] = wordsThenAndNow(bakery({ pages, activities }), tracker);
    expect([heading?.localName, box?.outerHTML]).toEqual([
      'h2',
      `<div class="c-then-now">${[
        ['Au début', 'idee'],
        ['Maintenant', 'reprise'],
      ]
        .map(([label, id]) => `<figure><figcaption>${label}</figcaption><blockquote><p>${id}.</p></blockquote></figure>`)
        .join('')}</div>`,
    ]);
  });

  it('are the last ones in the order of the pages', () => {
    const early = activity(4, 'debut', 'note', { page: 'four', options: { recall: 'idee' } });
    const tracker = { standing: (id: string) => ({ answer: `${id}.` }) } as unknown as Tracker;
    const texts = (...list: (typeof activities)[0][]) => wordsThenAndNow(bakery({ pages, activities: list }), tracker).at(-1)?.textContent;
    const [reprise, idee] = activities as [typeof early, typeof early];
    expect([texts(reprise, idee, early), texts(idee, early), texts(early)]).toEqual([
      'Au débutidee.Maintenantreprise.',
      'Au débutidee.Maintenantdebut.',
      undefined,
    ]);
  });

  it('are earlier ones where the last have no words', () => {
    const early = activity(4, 'debut', 'note', { page: 'four', options: { recall: 'idee' } });
    const tracker = { standing: (id: string) => ({ answer: id === 'reprise' ? null : `${id}.` }) } as unknown as Tracker;
    const shown = wordsThenAndNow(bakery({ pages, activities: [...activities, early] }), tracker);
    expect(shown.at(-1)?.textContent).toBe('Au débutidee.Maintenantdebut.');
  });

  it('are left out if one of the two is missing', () => {
    expect([shown({ idee: 'Une pâte.' }), shown({ reprise: 'Une pâte.', nom: 'Zoé' })]).toEqual([[], []]);
  });
});
