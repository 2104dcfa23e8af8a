import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../build/host/engine.ts';
import type { RenderedModule } from '../../../build/model/built.ts';
import { ROOT } from '../../../build/model/markers.ts';
import { contentScript, restScript } from '../../../build/stages/bundle/scripts.ts';
import type { Activity } from '../../../src/model/course/activity.ts';
import { activity, bakery } from '../../helpers/bakery.ts';
import { engine } from '../../helpers/engine.ts';

const right = [{ type: 'choice' as const, tokens: ['a'] }];
const slot = { type: 'choice' as const, right, text: 'Lequel ?' };
const full: Partial<Activity> = {
  origins: 'ab',
  gone: ['b'],
  was: ['order'],
  heading: 'Le sel',
  after: '<p>Bien.</p>',
  cases: [{ when: ['right'], after: '<p>Oui.</p>' }],
  slots: [{ ...slot, part: 'c' }, slot],
};
const pages = [
  { id: 'fournil', n: 0, title: 'Le fournil' },
  { id: 'vente', n: 1, title: 'La vente' },
];
const first = activity(0, 'sel', 'pick', full);
const later = activity(1, 'prix', 'pick', { ...full, page: 'vente' });
const bare = activity(2, 'pain', 'pick', { page: 'vente' });
const quiz = activity(3, 'bilan', 'quiz', { page: 'vente', options: { asks: 2, questions: [{ n: 4 }] } });

const moduleOf = (more: object = {}): RenderedModule =>
  ({
    content: bakery({ pages, activities: [first, later, bare, quiz], ...more }),
    firstTypes: [],
    types: [],
    rest: { vente: '<p>Le pain</p>' },
  }) as unknown as RenderedModule;
const fake = { types: new Map(), pieces: { index: { stringKeys: [] } } } as unknown as Engine;

function leftBy(script: string, name: string, root = ''): unknown {
  const window: Record<string, (root: string) => unknown> = {};
  runInNewContext(script, { window });
  return JSON.parse(JSON.stringify(window[name]?.(root)));
}
const launched = (standard: '1.2' | '2004', module = moduleOf()) =>
  (leftBy(contentScript(module, standard, fake), 'cartableContent') as { module: { activities: Activity[] } }).module;
const rest = (standard: '1.2' | '2004', module = moduleOf()) =>
  leftBy(restScript(module, standard, fake), 'cartableRest') as { pages: unknown; activities: Record<string, unknown> };

describe('the launch', () => {
  test('has all of the first page, and of later pages what orders the record and counts in the score', () => {
    const [one, two, , four] = launched('2004').activities;
    expect(one).toEqual(first);
    const { after, cases, heading, gone, was, ...kept } = later;
    const slots = [
      { part: 'c', type: 'choice', right: [], text: '' },
      { type: 'choice', right: [], text: '' },
    ];
    expect(two).toEqual({ ...kept, origins: '', title: '', options: {}, slots });
    expect(four).toMatchObject({ title: '', options: quiz.options });
  });

  test('has no texts of answers for 1.2, which has no field for them', () => {
    const [one] = launched('1.2').activities;
    expect(one).toEqual({ ...first, slots: first.slots.map((each) => ({ ...each, text: '' })) });
  });

  test('has the rest of the module as it is', () => {
    const { activities: _, ...content } = moduleOf().content;
    expect(launched('2004')).toMatchObject(content);
  });
});

test('the other pages bring what the launch left out, and nothing of the first', () => {
  const { pages: texts, activities } = rest('2004');
  expect([texts, Object.keys(activities)]).toEqual([{ vente: '<p>Le pain</p>' }, ['prix', 'pain', 'bilan']]);
  const { options, title, origins, gone, was, heading, after, cases } = later;
  const slots = [
    { right, text: 'Lequel ?' },
    { right, text: 'Lequel ?' },
  ];
  expect(activities.prix).toEqual({ options, slots, title, origins, gone, was, heading, after, cases });
  expect(activities.pain).toEqual({ options: bare.options, slots: [{ right, text: 'pain' }], title: 'pain', origins: '' });
  expect((rest('1.2').activities.prix as Activity).slots).toEqual(slots.map((each) => ({ ...each, text: '' })));
});

test('a path leads from the page to the root, and signs that end a line of a script are escaped', () => {
  const title = `a\u2028b\u2029"c" ${ROOT}plan.png`;
  const module = moduleOf({ title });
  const script = contentScript(module, '2004', fake);
  expect(script).not.toMatch(/[\u2028\u2029]/);
  expect(script.startsWith('window.cartableContent=(function(r){return{')).toBe(true);
  const titles = ['', '../'].map((root) => (leftBy(script, 'cartableContent', root) as { module: { title: string } }).module.title);
  expect(titles).toEqual(['plan.png', '../plan.png'].map((path) => `a\u2028b\u2029"c" ${path}`));
});

describe('strings of the shell', () => {
  const keys = (more: object, standard: '1.2' | '2004' = '1.2', lang = 'fr') => {
    const script = contentScript(moduleOf({ ...more, lang }), standard, engine);
    return (leftBy(script, 'cartableContent') as { strings: Record<string, string> }).strings;
  };
  const has = (strings: Record<string, string>) =>
    ['shared.', 'results.chapter', 'parting', 'further.'].map((start) => Object.keys(strings).some((key) => key.startsWith(start)));

  test('on other sessions, chapters, closing tabs and pages that go further are there only if needed', () => {
    expect(has(keys({}))).toEqual([false, false, false, false]);
    expect(has(keys({ shared: { named: [], elsewhere: [] } }))).toEqual([true, false, false, false]);
    expect(has(keys({ chapters: [] }))).toEqual([false, true, false, false]);
    expect(has(keys({}, '2004'))).toEqual([false, false, true, false]);
    expect(has(keys({ pages: [{ ...pages[0], further: true }] }))).toEqual([false, false, false, true]);
    expect(has(keys({ pages: [pages[0], { ...pages[1], further: true }] }))).toEqual([false, false, false, true]);
  });

  test('are in the language of the module, each with its text', () => {
    const [fr, en] = [keys({}), keys({}, '1.2', 'en')];
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    expect([fr['mark.right'], en['mark.right']]).toEqual(['Juste', 'Right']);
    expect(Object.values(fr).every((text) => typeof text === 'string')).toBe(true);
  });
});
