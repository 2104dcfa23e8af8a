import { describe, expect, test } from 'vitest';
import { conductorChapter, GUIDE } from '../../build/sheets/conductor.ts';
import type { GuideInput } from '../../build/sheets/guide.ts';
import type { PaperPage, Question } from '../../build/sheets/paper-text.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { activity, bakery } from '../helpers/bakery.ts';
import { wordsOf } from './built-sheets.ts';

const CHOICES = { choices: [{ token: 'a', text: 'Au levain' }] };
const pain = activity(0, 'pain', 'pick', { options: CHOICES, heading: 'Le pain' });
const question = { number: 3, activity: pain, title: '', prompt: '', body: '', html: '' } as unknown as Question;
const asked = {
  node: { kind: 'prose', html: '' },
  html: '',
  read: () => '',
  questions: [question],
} as unknown as PaperPage['parts'][number];

interface Given {
  /** Notes of each page. */
  readonly notes?: readonly string[];
  readonly content?: Partial<ModuleContent>;
  readonly page?: (index: number) => Partial<PaperPage>;
  readonly more?: Partial<GuideInput>;
}

function chapter({ notes = [''], content = {}, page = () => ({}), more = {} }: Given = {}): string {
  const pages = notes.map((_, index) => ({ id: `p${index + 1}`, title: `Page ${index + 1}`, parts: [], ...page(index) }));
  return conductorChapter({
    module: { content: bakery({ activities: [pain], ...content }), pages: pages.map(() => ({ nodes: [] })) },
    course: { title: 'La boulangerie', organisation: 'Le moulin' },
    cohort: undefined,
    notes: Object.fromEntries(notes.map((note, index) => [`p${index + 1}`, note === '' ? [] : [note]])),
    pages,
    types: new Map(),
    strings: sheetStrings('fr'),
    ...more,
  } as unknown as GuideInput);
}
const words = (given?: Given): string => wordsOf(chapter(given)).trim();
const note = (minutes: number, more = ''): string => `<p><strong>${minutes} minutes.</strong> En 2 groupes.</p>${more}`;
const PARTS =
  '<p><strong>À dire.</strong> Regardez.</p><p><strong>Réponses attendues.</strong> Le four.</p><p><strong>Attention.</strong> Il brûle.</p>';
const HEAD = 'Conducteur de séance · à ne pas remettre aux apprenants · La boulangerie · Le moulin Une nuit au fournil ';
const FOOT = 'Le titre de chaque page mène au guide du formateur, dont les numéros sont ceux d’ici.';

test('a session with notes has its facts, its materials, and a row with clock, words and keys for each page', () => {
  const notes = [note(65, `${PARTS}<p><strong>Matériel.</strong> Un four</p>`), note(5), note(1)];
  const html = chapter({ notes, page: (index) => ({ parts: index === 0 ? [asked] : [] }), more: { cohort: 'Les lève-tôt' } });
  expect(wordsOf(html).trim()).toBe(
    `${HEAD}Durée prévue 30 minutes (71 min notées) Pages 3 Promotion Les lève-tôt Date Commence à Compétences : Pétrir Vendre ` +
      `1 65 2 5 3 À préparer Page 1 : Un four ${FOOT} ` +
      'Temps Page À dire, l’essentiel Réponses attendues En salle, à distance ' +
      '0:00 65 min 1. Page 1 En 2 groupes Regardez. Le four. Attention. Il brûle. Corrigés 3 Le pain Au levain ' +
      '1:05 5 min 2. Page 2 En 2 groupes 1:10 1 min 3. Page 3 En 2 groupes 1:11 Fin de la séance',
  );
  const parts = [
    '<section class="r-run" id="m-nuit">',
    '<span style="flex-grow:5"><b>2</b> <i>5</i></span><span style="flex-grow:1"><b>3</b> </span>',
    `<th scope="row" class="r-page" rowspan="2"><a href="${GUIDE}#p-p1">`,
    '<table class="r-table" data-columns="3">',
    '<td class="r-say"><p class="r-spoken">Regardez.</p></td><td class="r-expected"><p>Le four.</p></td><td class="r-room"><p><b>Attention.</b>',
    `<tr><td class="r-keys" colspan="3"><b class="r-title">Corrigés</b> <span class="r-key"><a href="${GUIDE}#q-nuit-pain" class="r-number">3</a>`,
    '<tr class="r-end"><td class="r-clock"><b>1:11</b></td><th scope="row" colspan="4">',
  ];
  expect(parts.filter((one) => !html.includes(one))).toEqual([]);
});

test('without notes there are pages alone, and advice', () => {
  const advice =
    'Pour avoir ici des minutes et des consignes , écrivez dans chaque page une note :::trainer qui commence par &#42;&#42;8 minutes.&#42;&#42; , ' +
    'puis &#42;&#42;À dire.&#42;&#42; , &#42;&#42;Réponses attendues.&#42;&#42; , &#42;&#42;À préparer.&#42;&#42; .';
  const more = { course: { title: 'La boulangerie', organisation: '' } as GuideInput['course'] };
  expect(words({ notes: ['', ''], content: { minutes: 0, competencies: [] }, more })).toBe(
    `${HEAD.replace(' · Le moulin', '')}Pages 2 Promotion sans promotion Date Commence à ${advice} ${FOOT} Page 1. Page 1 2. Page 2`,
  );
  const html = chapter({ page: () => ({ parts: [asked] }) });
  expect(html).toContain('<th scope="col" class="r-page">Page</th><th scope="col">Corrigés</th></tr>');
  expect(html).toContain('</a></th><td class="r-keys"><b class="r-title">Corrigés</b>');
});

describe('the time of a session', () => {
  const timeOf = (notes: readonly string[], minutes: number): string | undefined =>
    /Une nuit au fournil (?:Durée prévue (.*?) )?Pages/.exec(words({ notes, content: { minutes } }))?.[1];
  test.each([
    [[note(20), note(10)], 30, '30 minutes'],
    [[note(20), note(10)], 0, '30 minutes'],
    [[note(20), ''], 30, '30 minutes (20 min notées)'],
    [['', ''], 30, '30 minutes'],
    [['', ''], 0, undefined],
  ])('%j of %d', (notes, minutes, expected) => {
    expect(timeOf(notes, minutes)).toBe(expected);
  });
});

describe('minutes that are missing', () => {
  const adviceOf = (notes: readonly string[]): string => /Vendre (.*?) ?Le titre de chaque page/.exec(words({ notes }))?.[1] ?? '';
  test('are named by their pages; the session has no end and no bar', () => {
    const html = chapter({ notes: [note(5), PARTS, note(5), ''] });
    expect(adviceOf([note(5), PARTS, note(5), ''])).toBe(
      'L’horloge s’arrête là où les minutes manquent (pages 2, 4) : commencez leur note :::trainer par &#42;&#42;8 minutes.&#42;&#42;',
    );
    expect([html.includes('r-end'), html.includes('r-band')]).toEqual([false, false]);
    expect([...html.matchAll(/<td class="r-clock"[^>]*>(?:<b>(.*?)<\/b>)?/g)].map(([, clock]) => clock)).toEqual([
      '0:00',
      '0:05',
      undefined,
      undefined,
    ]);
  });

  test('on each page leave no clock, and advice to write them', () => {
    expect(adviceOf([PARTS, PARTS])).toBe(
      'Pour avoir ici l’horloge de la séance , commencez la note :::trainer de chaque page par ses minutes : &#42;&#42;8 minutes.&#42;&#42;',
    );
    expect(chapter({ notes: [PARTS, PARTS] })).not.toContain('r-clock');
    expect(adviceOf([note(5)])).toBe('1 5');
  });
});

test('the bar of minutes has at most twenty pages', () => {
  const bars = [20, 21].map((count) => chapter({ notes: Array.from({ length: count }, () => note(2)) }).includes('r-band'));
  expect(bars).toEqual([true, false]);
});

test('pages that go further are named only, and take no time', () => {
  const given: Given = { notes: [note(5), note(7), note(9)], page: (index) => (index > 0 ? { further: true } : {}) };
  expect(words({ ...given, content: { minutes: 0 } })).toBe(
    `${HEAD}Durée prévue 5 minutes Pages 1 Promotion sans promotion Date Commence à Compétences : Pétrir Vendre 1 5 ` +
      `Pour aller plus loin, hors des minutes, dans le guide du formateur : Page 2 ; Page 3. ${FOOT} ` +
      'Temps Page 0:00 5 min 1. Page 1 En 2 groupes 0:05 Fin de la séance',
  );
  expect(words({ ...given, more: { strings: sheetStrings('en') } })).toContain(': Page 2; Page 3. ');
});

test('what has no room is cut with a sign, or left out and named', () => {
  const long = 'La pâte lève quand le four est chaud et que la porte est close. '.repeat(12);
  const full = note(2, PARTS.replace('Regardez.', long).replace('Il brûle.', long));
  const many = (count: number): string => words({ notes: Array.from({ length: count }, () => full) });
  expect(many(2)).not.toMatch(/…|la suite est/);
  expect(many(12)).toContain(
    `Vendre 1 2 2 2 3 2 4 2 5 2 6 2 7 2 8 2 9 2 10 2 11 2 12 2 « … » : la suite est dans le guide du formateur. ${FOOT}`,
  );
  expect(many(60)).toMatch(
    /Pour tenir en trois pages, ce conducteur laisse au guide du formateur : .*En salle, à distance\. « … » : la suite est dans le guide du formateur\. /,
  );
});

test('keys that have no room are named with what is left out', () => {
  const notes = Array.from({ length: 130 }, () => '');
  const shown = words({ notes, page: () => ({ parts: [asked, asked, asked, asked] }) });
  expect(shown).toContain('ce conducteur laisse au guide du formateur : Corrigés. « … »');
});

test('three pages are filled as far as they go: the longer the session, the shorter its rows', () => {
  const long = 'La pâte lève quand le four est chaud. '.repeat(30);
  const full = note(9, PARTS.replace('Regardez.', long).replace('Le four.', long).replace('Il brûle.', long));
  const longest = (count: number, more: Given = {}): number[] => {
    const html = chapter({ notes: Array.from({ length: count }, () => full), ...more });
    const row = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'));
    return ['say', 'expected', 'room'].map((name) => new RegExp(`class="r-${name}">(.*?)</td>`).exec(row)?.[1]?.length ?? 0);
  };
  const keys: Given = { page: () => ({ title: 'Un titre de page plus long que les autres', parts: [asked, asked] }) };
  const title = { content: { title: 'Un titre de séance '.repeat(8) } };
  expect([longest(4), longest(8), longest(16), longest(32), longest(16, keys), longest(8, title)]).toEqual([
    [481, 578, 1052],
    [405, 426, 634],
    [215, 160, 140],
    [139, 84, 0],
    [177, 122, 102],
    [405, 426, 634],
  ]);
});

test('a row has keys only if its page has questions; beside words they stand below them', () => {
  const first: Given['page'] = (index) => (index === 0 ? { parts: [asked] } : {});
  const bare = chapter({ notes: ['', ''], page: first });
  expect([bare.match(/<b class="r-title">/g)?.length, bare.includes('rowspan'), bare.includes('<td class="r-keys"></td>')]).toEqual([
    1,
    false,
    true,
  ]);
  const noted = chapter({ notes: [note(5, PARTS), note(5, PARTS)], page: first });
  expect([noted.match(/rowspan="2"/g)?.length, noted.match(/<td class="r-keys" colspan="3">/g)?.length]).toEqual([2, 1]);
});

test('fourteen things to prepare are listed, of more their number', () => {
  const listed = (count: number): string =>
    words({ notes: Array.from({ length: count }, (_, index) => `<p><strong>Matériel.</strong> Four ${index + 1}</p>`) });
  expect([listed(14).includes('Page 14 : Four 14'), listed(14).includes('… et')]).toEqual([true, false]);
  expect([listed(16).includes('Page 14 : Four 14 … et 2 autres, dans le guide'), listed(16).includes('Four 15')]).toEqual([true, false]);
});

test('a page with less than a thirtieth of the minutes has no minutes in the bar', () => {
  expect(chapter({ notes: [note(57), note(2), note(1)] })).toContain(
    '<b>1</b> <i>57</i></span><span style="flex-grow:2"><b>2</b> <i>2</i></span><span style="flex-grow:1"><b>3</b> </span></div>',
  );
});

test('the end of the session spans the page and the columns beside it', () => {
  const end = (given: Given): string | undefined => /r-end.*? colspan="(\d)"/.exec(chapter(given))?.[1];
  const minutes = '<p><strong>5 minutes.</strong></p>';
  const asks: Given['page'] = () => ({ parts: [asked] });
  expect([end({ notes: [minutes] }), end({ notes: [minutes], page: asks }), end({ notes: [note(5, PARTS)], page: asks })]).toEqual([
    '1',
    '2',
    '4',
  ]);
});
