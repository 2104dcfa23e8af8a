import { describe, expect, test } from 'vitest';
import type { BuiltModule, Course } from '../../build/model/built.ts';
import type { Node } from '../../build/model/source.ts';
import { askedIn, asOnScreen, furtherLine, type PaperPage, paperText } from '../../build/sheets/paper-text.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import type { ActivityType } from '../../build/types/activity-type.ts';

const text = (html: string): Node => ({ kind: 'prose', html });
const box = (...nodes: Node[]): Node => ({ kind: 'block', type: 'box', options: { nodes } }) as unknown as Node;
const at = { file: 'a.md', line: 1, column: 1 };
function ask(id: string, more: object = {}): Node {
  return {
    kind: 'activity',
    activity: { id, type: 'pick', points: 1, attempts: 0, options: {}, competencies: [], at, ...more },
  } as unknown as Node;
}

interface Given {
  readonly options?: { readonly content?: string };
  readonly paper?: { readonly blank: string; readonly colon: string };
}
const label = { fr: { label: 'Choix' }, en: { label: 'Choice' } };
const types = new Map(
  Object.entries({
    box: { template: ({ options }: Given) => `<details>${options?.content}</details>` },
    pick: { print: ({ paper }: Given) => `<ul>${paper?.blank}${paper?.colon}</ul>`, template: () => 'screen' },
    note: { template: () => '<p>form</p>' },
    slotted: { template: () => '<p>form</p>', scoring: { slots: (options: { none?: true }) => (options.none ? [] : [{}]) } },
    quiz: {
      template: () => 'screen',
      scoring: {
        slots: () => [],
        draw: (_: null, options?: { asks?: number }) => (options?.asks ? { asks: options.asks } : {}),
        shares: ({ shares = [] }: { shares?: unknown[] }) => shares,
      },
    },
  }).map(([name, type]) => [name, { name, strings: label, ...type } as unknown as ActivityType]),
);
const COURSE = { competencies: [] } as unknown as Course;

function read(
  nodes: readonly Node[],
  { options = {}, lang = 'fr', page = {} }: { options?: Readonly<Record<string, object>>; lang?: string; page?: object } = {},
) {
  const activities = Object.entries(options).map(([id, own]) => ({ id, options: own }));
  const module = {
    content: { activities },
    pages: [{ id: 'quai', title: 'Le quai', minutes: 0, nodes, ...page }],
  } as unknown as BuiltModule;
  const [first] = paperText(module, COURSE, types, sheetStrings(lang));
  if (!first) throw new Error('no page');
  return first;
}
const numbers = ({ parts }: PaperPage) => parts.map(({ questions }) => questions.map(({ number, activity }) => `${number} ${activity.id}`));

test('a page keeps its facts; each node is a part with its markup', () => {
  const page = read([text('<h3>Un</h3>'), box(text('<p>Deux</p>'))], { page: { further: true } });
  expect([page.id, page.title, page.further, read([]).further]).toEqual(['quai', 'Le quai', true, undefined]);
  expect(page.parts.map(({ html }) => html)).toEqual(['<h4>Un</h4>', '<details open><p>Deux</p></details>']);
  const [both] = read([box(box(text('<p>Deux</p>')))]).parts;
  expect(both?.html).toBe('<details open><details open><p>Deux</p></details></details>');
  expect(page.parts.map((part) => part.read('m'))).toEqual(page.parts.map(({ html }) => html));
});

test('questions are numbered in the order of the text, with their titles', () => {
  const page = read([
    ask('a', { heading: 'Le feu' }),
    box(text('<p>Lisez.</p>'), ask('b', { options: { prompt: '<p>Quoi ?</p>' } })),
    ask('c'),
  ]);
  expect(numbers(page)).toEqual([['1 a'], ['2 b'], ['3 c']]);
  const [first, second] = page.parts.flatMap(({ questions }) => questions);
  expect(first).toMatchObject({ title: 'Le feu', prompt: '', body: '<ul>à compléter\u00a0:</ul>' });
  expect([second?.title, second?.prompt]).toEqual(['Choix', '<p>Quoi ?</p>']);
  expect(page.parts[0]?.html).toBe(first?.html);
  expect(page.parts[0]?.html.replace(/\n/g, '')).toBe(
    '<div class="s-ask" data-question="a"><h3 class="s-asked"><span class="s-number">1</span> Le feu</h3><ul>à compléter\u00a0:</ul></div>',
  );
  expect(read([ask('a')], { lang: 'en' }).parts[0]?.questions[0]?.body).toMatch(/\S:<\/ul>$/);
});

test('a text is read with links to the questions inside it', () => {
  const [part] = read([box(text('<p>Lisez.</p>'), ask('b', { heading: '<Feu>' }), ask('c'))]).parts;
  const link = (id: string, number: number, title: string): string =>
    `<p class="s-asked"><a href="#q-nuit-${id}"><span class="s-number">${number}</span> ${title}</a></p>`;
  expect(part?.read('nuit')).toBe(`<details open><p>Lisez.</p>\n${link('b', 1, '&lt;Feu&gt;')}\n${link('c', 2, 'Choix')}</details>`);
});

test.each<[string, object, boolean]>([
  ['points', { points: 1, type: 'note' }, true],
  ['fields to fill in', { points: 0, type: 'note', options: { fields: [{}] } }, true],
  ['no field', { points: 0, type: 'note', options: { fields: [] } }, false],
  ['slots', { points: 0, type: 'slotted' }, true],
  ['no slot', { points: 0, type: 'slotted', options: { none: true } }, false],
  ['nothing to answer', { points: 0, type: 'note' }, false],
])('an activity with %s is a question: %j %s', (_, more, isQuestion) => {
  expect(numbers(read([ask('a', more), ask('b')]))).toEqual(isQuestion ? [['1 a'], ['2 b']] : [[], ['1 b']]);
});

describe('a quiz', () => {
  const quiz = (more: object = {}): Node =>
    ask('bilan', { type: 'quiz', points: 1, options: { prompt: '<p>Relisez.</p>', questions: [ask('a'), ask('b'), ask('c')], ...more } });

  test('that asks all has them all, and is no question itself', () => {
    const page = read([quiz(), ask('d')], { options: { bilan: {} } });
    expect(numbers(page)).toEqual([['1 a', '2 b', '3 c'], ['4 d']]);
    expect([page.parts[0]?.drawn, askedIn(page), page.parts[0]?.html.includes('s-hint')]).toEqual([undefined, 4, false]);
    expect(page.parts[0]?.html.match(/data-question="\w"/g)).toHaveLength(3);
    expect(page.parts[0]?.html.replace(/\n/g, '')).toMatch(/^<div class="s-told"><h\d>Choix<\/h\d><p>Relisez\.<\/p><div class="s-ask"/);
  });

  test('that draws has one round on paper, in the order of the text, and states it', () => {
    const page = read([quiz(), ask('d')], { options: { bilan: { asks: 2 } } });
    const [part] = page.parts;
    const drawn = [...(part?.drawn ?? [])].map(({ activity }) => activity.id).sort();
    expect([numbers(page), drawn.length, askedIn(page), page.parts[1]?.drawn]).toEqual([[['1 a', '2 b', '3 c'], ['4 d']], 2, 3, undefined]);
    expect([...(part?.html.matchAll(/data-question="(\w)"/g) ?? [])].map(([, id]) => id)).toEqual(drawn);
    const hint = sheetStrings('fr').format('cahier.drawn', { n: 3, asks: 2 });
    expect(part?.html).toContain(`<p class="s-hint">${hint}</p>`);
  });
});

test('a quiz that draws by competency has its share of each on paper', () => {
  const questions = ['c1', 'c2', 'c1'].map((id, index) => ask(`q${index}`, { competencies: [id] }));
  const page = read([ask('bilan', { type: 'quiz', options: { questions } })], { options: { bilan: { asks: 1, shares: [['c2', 1]] } } });
  expect([...(page.parts[0]?.drawn ?? [])].map(({ activity }) => activity.id)).toEqual(['q1']);
});

test('what a word means loses the full stop at its end, not an ellipsis', () => {
  const [part] = read([text('<dfn data-def="Du sable.">a</dfn><dfn data-def="Vert...">b</dfn><dfn data-def="Bref">c</dfn>')]).parts;
  expect(part?.html).toBe('<dfn data-def="Du sable">a</dfn><dfn data-def="Vert...">b</dfn><dfn data-def="Bref">c</dfn>');
});

test('a page may have other nodes on paper than on screen', () => {
  const pages = [
    { id: 'a', title: 'A', nodes: [text('screen')], paper: [text('paper')] },
    { id: 'b', title: 'B', nodes: [text('both')] },
  ];
  const module = { content: { activities: [] }, pages } as unknown as BuiltModule;
  const shown = (one: BuiltModule) => paperText(one, COURSE, types, sheetStrings('fr')).map(({ parts }) => parts[0]?.html);
  const screen = asOnScreen(module);
  expect([shown(module), screen && shown(screen), screen?.content]).toEqual([['paper', 'both'], ['screen', 'both'], module.content]);
  expect(asOnScreen({ ...module, pages: pages.toReversed() } as unknown as BuiltModule)?.pages.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(asOnScreen({ ...module, pages: pages.slice(1) } as unknown as BuiltModule)).toBeNull();
});

test('a page that goes further has a line above its title', () => {
  expect([furtherLine(true, sheetStrings('fr')), furtherLine(undefined, sheetStrings('fr'))]).toEqual([
    '<p class="s-kind">Pour aller plus loin</p>',
    '',
  ]);
});
