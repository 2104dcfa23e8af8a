import { expect, test } from 'vitest';
import type { BuiltModule, BuiltPage } from '../../../build/model/built.ts';
import type { Person } from '../../../build/model/cover.ts';
import type { Node } from '../../../build/model/source.ts';
import type { AssetCollector } from '../../../build/stages/render/assets.ts';
import { afterOf, coverOf, planOf } from '../../../build/stages/render/cover.ts';
import { bakery, bakeryCourse } from '../../helpers/bakery.ts';

const assets = { place: (text: string) => `placed:${text}` } as AssetCollector;
const person = (id: string, more: Partial<Person> = {}): Person => ({ id, name: id.toUpperCase(), colour: 1, face: `${id}.svg`, ...more });
const shown = (id: string) => ({ ...person(id), face: `placed:${id}.svg` });
const scene = (...speakers: readonly Person[]): Node =>
  ({ kind: 'block', type: 'scene', options: { speeches: speakers.map((speaker) => ({ speaker })) } }) as unknown as Node;
const page = (id: string, nodes: readonly Node[] = [], more: Partial<BuiltPage> = {}): BuiltPage =>
  ({ id, title: id, minutes: 0, nodes, ...more }) as BuiltPage;
const moduleOf = (more: Partial<BuiltModule> = {}, title = 'Le levain'): BuiltModule =>
  ({
    content: bakery({ title, minutes: 12 }),
    pages: [page('four')],
    pace: 'steps',
    cover: { aims: [] },
    certificate: false,
    ...more,
  }) as BuiltModule;

test('a cover with nothing of its own', () => {
  expect(coverOf(moduleOf(), assets)).toEqual({
    over: '',
    title: 'Le levain',
    aims: [],
    people: [],
    begins: false,
    portraits: [],
    minutes: 12,
    pages: 1,
    land: 0,
  });
});

test('each who speaks is there once, in the order of the text, with the usual face; two of them large', () => {
  const inner = {
    kind: 'block',
    type: 'cards',
    options: { cards: [{ nodes: [scene(person('paul'), person('nadia'))] }] },
  } as unknown as Node;
  const tired = person('nadia', { now: 'nadia-tired.svg' });
  const pages = [page('four', [scene(person('marc'), tired, person('marc'))]), page('vente', [{ kind: 'prose', html: '' }, inner])];
  const cover = coverOf(moduleOf({ pages }), assets);
  expect(cover?.people).toEqual([shown('marc'), shown('nadia'), shown('paul')]);
  expect([cover?.portraits, cover?.begins]).toEqual([[shown('marc'), shown('nadia')], true]);
});

test('people, aims and a picture of the front matter; beside a picture nobody is large', () => {
  const aims = [{ text: 'pétrir' }, { text: 'cuire', icon: 'oven.svg' }];
  const pages = [page('four', [scene(person('marc'))])];
  const cover = coverOf(moduleOf({ pages, cover: { lead: 'Tout lève.', aims, picture: 'four.png', people: [person('nadia')] } }), assets);
  expect(cover).toMatchObject({
    lead: 'Tout lève.',
    aims: [{ text: 'pétrir' }, { text: 'cuire', icon: 'placed:oven.svg' }],
    picture: 'placed:four.png',
    people: [shown('nadia')],
    portraits: [],
  });
  expect(coverOf(moduleOf({ cover: { aims: [aims[0] as { text: string }] } }), assets)?.begins).toBe(true);
});

test('a course that is one SCO takes the minutes of all its chapters', () => {
  const content = bakeryCourse({ minutes: 15 }, { minutes: 20 }, { minutes: 1 });
  expect(coverOf(moduleOf({ content }), assets)?.minutes).toBe(35);
});

test.each([
  ['Séance 12 : Le levain', 'Séance 12', 'Le levain', 11],
  ['Séance 3\u00a0:\u202fLe pain : la pâte', 'Séance 3', 'Le pain : la pâte', 2],
  [`${'x'.repeat(24)}:Le pain`, 'x'.repeat(24), 'Le pain', 0],
  [`${'x'.repeat(25)}: Le pain`, '', `${'x'.repeat(25)}: Le pain`, 0],
  ['Le pain :', '', 'Le pain :', 0],
  [': Le pain', '', ': Le pain', 0],
])('the title %j', (written, over, title, land) => {
  expect(coverOf(moduleOf({}, written), assets)).toMatchObject({ over, title, land });
});

test('the card of the next session has its title in two parts, and three people at most', () => {
  expect(afterOf(moduleOf(), assets)).toBeUndefined();
  expect(afterOf(moduleOf({ after: { title: 'Le pain', minutes: 5 } }), assets)).toEqual({
    over: '',
    title: 'Le pain',
    minutes: 5,
    people: [],
  });
  const people = ['marc', 'nadia', 'paul', 'zoe'].map((id) => person(id));
  expect(afterOf(moduleOf({ after: { title: 'Séance 2 : Le pain', minutes: 5, lead: 'Il lève.', people } }), assets)).toEqual({
    over: 'Séance 2',
    title: 'Le pain',
    minutes: 5,
    lead: 'Il lève.',
    people: ['marc', 'nadia', 'paul'].map(shown),
  });
});

test('a page of the plan has its pictogram, and its place among those that the session asks for first', () => {
  const pages = [page('bois', [], { further: true }), page('four', [], { icon: 'oven.svg', minutes: 4 })];
  expect(planOf(moduleOf({ pages }), assets)).toEqual([
    { id: 'bois', title: 'bois', number: 2, minutes: 0, further: true, activities: 0 },
    { id: 'four', title: 'four', icon: 'placed:oven.svg', number: 1, minutes: 4, activities: 0 },
  ]);
});
