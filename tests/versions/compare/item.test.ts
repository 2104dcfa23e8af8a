import { expect, test } from 'vitest';
import { compareItem, type ItemContext } from '../../../build/versions/compare/item.ts';
import type { VersionItem } from '../../../build/versions/model.ts';

interface Made {
  readonly id: string;
  readonly page?: string;
  readonly [more: string]: unknown;
}

let number = 0;
const activity = ({ id, page = 'quai', ...more }: Made) => ({
  id,
  n: number++,
  type: 'choice',
  page,
  title: `Quoi ${id} ?`,
  required: true,
  points: 1,
  attempts: 1,
  competencies: [],
  options: {},
  origins: '',
  parts: [],
  slots: [],
  text: '',
  ...more,
});

const session = (id: string, activities: readonly object[], pages: readonly string[] = ['quai']) => ({
  id,
  title: id.toUpperCase(),
  minutes: 10,
  completion: 'visited',
  onFail: 'incomplete',
  competencies: [],
  pages: pages.map((one) => ({ id: one, title: one, text: '' })),
  activities,
});

function item(sessions: readonly ReturnType<typeof session>[], more: object = {}): VersionItem {
  const activities = sessions.flatMap(({ activities: own }) => own);
  return {
    identifier: 'I',
    content: { activities, ...(sessions.length > 1 && { chapters: [] }) },
    sessions,
    cover: '',
    ...more,
  } as unknown as VersionItem;
}

function changes(old: VersionItem, now: VersionItem, more: Partial<ItemContext> = {}): readonly unknown[] {
  const found = compareItem({ old, now, isRead: true, sameProgram: true, sessionWith: () => undefined, ...more });
  return found.map(({ kind, place, values }) => [kind, place.activity?.id ?? place.session?.id, values].filter((one) => one !== undefined));
}

const feu = activity({ id: 'feu' });
const frein = activity({ id: 'frein' });
const words = (...list: readonly string[]) => list.map((one, at) => ({ token: 'abcd'.charAt(at), words: one }));

test('the same item has no changes', () => {
  expect(changes(item([session('s', [feu])]), item([session('s', [feu])]))).toEqual([]);
});

test('an activity is new or gone', () => {
  expect(changes(item([session('s', [feu])]), item([session('s', [feu, frein])]))).toEqual([['activity-added', 'frein']]);
  expect(changes(item([session('s', [feu, frein])]), item([session('s', [feu])]))).toEqual([['activity-removed', 'frein']]);
});

test('activities are compared in the order of their pages, then those that are gone', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id, at) => activity({ id, page: at === 0 ? 'voie' : 'quai' }));
  const now = session('s', [a as object, b as object, c as object], ['quai', 'voie']);
  expect(changes(item([session('s', [feu], ['quai', 'voie'])]), item([now]))).toEqual([
    ['activity-added', 'b'],
    ['activity-added', 'c'],
    ['activity-added', 'a'],
    ['activity-removed', 'feu'],
  ]);
});

test('a new activity with most parts of one that is gone has another id', () => {
  const old = item([session('s', [activity({ id: 'feu', parts: words('Rouge', 'Vert', 'Bleu', '') })])]);
  const now = (type: string, ...parts: readonly string[]): VersionItem =>
    item([session('s', [activity({ id: 'signal', type, title: 'Autre', parts: words(...parts) })])]);
  const renamed = [['activity-id-changed', 'signal', { before: 'feu', after: 'signal' }]];
  const other = [
    ['activity-added', 'signal'],
    ['activity-removed', 'feu'],
  ];
  expect(changes(old, now('choice', 'Vert', 'Rouge', 'Noir'))).toEqual(renamed);
  expect(changes(old, now('choice', 'Rouge', '', 'Noir'))).toEqual(other);
  expect(changes(old, now('order', 'Rouge', 'Vert', 'Bleu'))).toEqual(other);
  const two = item([session('s', [activity({ id: 'feu', parts: words('Rouge', 'Vert') })])]);
  expect(changes(two, now('choice', 'Rouge', 'Noir'))).toEqual(other);
});

test('of several new activities like one that is gone, the first has its place', () => {
  const old = item([session('s', [activity({ id: 'feu', parts: words('Rouge', 'Vert') })])]);
  const now = ['signal', 'lampe'].map((id) => activity({ id, title: 'Autre', parts: words('Rouge', 'Vert') }));
  expect(changes(old, item([session('s', now)]))).toEqual([
    ['activity-added', 'lampe'],
    ['activity-id-changed', 'signal', { before: 'feu', after: 'signal' }],
  ]);
});

test('without parts the question shows it', () => {
  const old = item([session('s', [feu])]);
  expect(changes(old, item([session('s', [activity({ id: 'signal', title: 'Quoi feu ?' })])]))).toEqual([
    ['activity-id-changed', 'signal', { before: 'feu', after: 'signal' }],
  ]);
  expect(changes(old, item([session('s', [activity({ id: 'signal', title: 'Quoi frein ?' })])]))).toEqual([
    ['activity-added', 'signal'],
    ['activity-removed', 'feu'],
  ]);
  const parts = item([session('s', [activity({ id: 'feu', parts: words('Rouge') })])]);
  expect(changes(parts, item([session('s', [activity({ id: 'signal', title: 'Quoi feu ?' })])]))).toEqual([
    ['activity-added', 'signal'],
    ['activity-removed', 'feu'],
  ]);
});

test('an activity that another session has now has left; in its own session it is there for others', () => {
  const [old, now] = [item([session('s', [feu, frein])]), item([session('s', [feu])])];
  expect(changes(old, now, { sessionWith: (id) => (id === 'frein' ? { id: 't', title: 'T' } : undefined) })).toEqual([
    ['activity-left', 'frein', { after: 'T' }],
  ]);
  for (const title of ['S', 's', 'T'])
    expect(changes(old, now, { sessionWith: () => ({ id: 's', title }) })).toEqual([['activity-removed', 'frein']]);
  const sameTitle = { id: 't', title: old.sessions[0]?.title ?? '' };
  expect(changes(old, now, { sessionWith: () => sameTitle })).toEqual([['activity-left', 'frein', { after: sameTitle.title }]]);
});

test('chapters are matched by id; a single session is the same one whatever its id', () => {
  const old = item([session('s', [feu]), session('t', [frein])]);
  expect(changes(old, item([session('t', [frein]), session('s', [feu]), session('u', [])]))).toEqual([['chapter-added', 'u']]);
  expect(changes(old, item([session('s', [feu])], { content: { chapters: [], activities: [feu] } }))).toEqual([
    ['chapter-removed', 't'],
    ['activity-removed', 'frein'],
  ]);
  const single = changes(item([session('s', [feu])]), item([session('r', [feu])]));
  expect(single).toEqual([
    ['session-renamed', 'r', { before: 'S', after: 'R' }],
    ['activity-chapter', 'feu', { before: 'S', after: 'R' }],
  ]);
});

test('a page of another chapter was moved', () => {
  const old = item([session('s', [], ['quai', 'voie']), session('t', [], ['gare'])]);
  const now = item([session('s', [], ['quai']), session('t', [], ['gare', 'voie'])]);
  expect(changes(old, now)).toEqual([['page-moved', 't']]);
});

test('the cover alone is edited', () => {
  const [old, now] = [item([session('s', [feu])], { cover: 'a' }), item([session('s', [feu])], { cover: 'b' })];
  expect(changes(old, now)).toEqual([['cover-edited', 's']]);
  expect(changes(old, now, { sameProgram: false })).toEqual([]);
  const chapters = ['a', 'b'].map((cover) => item([session('s', [feu]), session('t', [frein])], { cover }));
  expect(changes(chapters[0] as VersionItem, chapters[1] as VersionItem)).toEqual([['cover-edited', 's']]);
});

test.each<[string, object, boolean]>([
  ['a page that is edited', { pages: [{ id: 'quai', title: 'quai', text: 'x' }] }, true],
  ['a new title', { title: 'X' }, false],
  ['a page with another title', { pages: [{ id: 'quai', title: 'x', text: '' }] }, false],
  ['other minutes', { minutes: 30 }, false],
  ['another completion', { completion: 'score' }, true],
])('the cover repeats titles, minutes and the plan: %s', (_, more, isReported) => {
  const now = item([{ ...session('s', [feu]), ...more }], { cover: 'b' });
  expect(changes(item([session('s', [feu])], { cover: 'a' }), now).some((one) => (one as unknown[])[0] === 'cover-edited')).toBe(
    isReported,
  );
});

test('places in the new sources are named', () => {
  const places = new Map([
    ['s/frein', 's.md:9'],
    ['s', 's.md:1'],
  ]);
  const at = (old: VersionItem, now: VersionItem) =>
    compareItem({ old, now, isRead: true, sameProgram: true, places, sessionWith: () => undefined }).map(({ place }) => place.at);
  expect(at(item([session('s', [feu])]), item([session('s', [feu, frein])]))).toEqual(['s.md:9']);
  expect(at(item([session('s', [feu, frein])]), item([session('s', [feu])]))).toEqual([undefined]);
  expect(at(item([session('s', [activity({ id: 'x', title: 'Quoi frein ?' })])]), item([session('s', [frein])]))).toEqual(['s.md:9']);
  expect(at(item([session('s', [])], { cover: 'a' }), item([session('s', [])]))).toEqual(['s.md:1']);
  expect(at(item([{ ...session('s', []), title: 'X' }]), item([session('s', [])]))).toEqual(['s.md:1']);
  const two = item([session('t', []), session('s', [])]);
  expect(at(item([session('t', [])], { content: { chapters: [], activities: [] } }), two)).toEqual(['s.md:1']);
});

test('the cover is named before activities, and not beside changes of the plan', () => {
  const covered = (cover: string, ...sessions: readonly ReturnType<typeof session>[]) => item(sessions, { cover });
  expect(changes(covered('a', session('s', [feu])), covered('b', session('s', [feu, frein])))).toEqual([
    ['cover-edited', 's'],
    ['activity-added', 'frein'],
  ]);
  const [s, t] = [session('s', [feu]), session('t', [frein])];
  expect(changes(covered('a', s, t), covered('b', s, t, session('u', [])))).toEqual([['chapter-added', 'u']]);
  const ordered = (cover: string, ...pages: readonly string[]) => covered(cover, session('s', [], pages));
  expect(changes(ordered('a', 'quai', 'voie'), ordered('b', 'voie', 'quai')).flat()).not.toContain('cover-edited');
});

test('only an activity that is new can be another one under another id', () => {
  const twin = activity({ id: 'twin', title: 'Quoi feu ?' });
  expect(changes(item([session('s', [feu, twin])]), item([session('s', [twin])]))).toEqual([['activity-removed', 'feu']]);
  expect(changes(item([session('s', [feu])]), item([session('s', [frein, twin])]))).toEqual([
    ['activity-added', 'frein'],
    ['activity-id-changed', 'twin', { before: 'feu', after: 'twin' }],
  ]);
});
