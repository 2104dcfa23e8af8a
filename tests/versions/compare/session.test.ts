import { expect, test } from 'vitest';
import { compareSession } from '../../../build/versions/compare/session.ts';
import type { VersionSession } from '../../../build/versions/model.ts';

const page = (id: string, more: object = {}) => ({ id, title: id.toUpperCase(), text: `Texte ${id}`, ...more });
const activity = (id: string, on: string) => ({ id, page: on });

const base = {
  id: 'rames',
  title: 'Les rames',
  minutes: 20,
  completion: 'activities',
  pass: 50,
  onFail: 'incomplete',
  competencies: [{ id: 'c1', title: 'Freiner' }],
  pages: [page('quai'), page('voie')],
  activities: [],
};

function changes(
  before: object,
  after: object,
  elsewhere: { readonly old?: readonly string[]; readonly now?: readonly string[] } = {},
): readonly unknown[] {
  const [old, now] = [
    { ...base, ...before },
    { ...base, ...after },
  ] as unknown as readonly [VersionSession, VersionSession];
  const places = new Map([
    ['rames', 'r.md:1'],
    ['rames/quai', 'r.md:5'],
    ['rames/voie', 'r.md:9'],
  ]);
  const found = compareSession({ old, now, places }, { old: new Set(elsewhere.old), now: new Set(elsewhere.now) });
  return found.map(({ kind, place, values }) => [kind, place.page?.id, place.at, values].filter((one) => one !== undefined));
}

test('the same session has no changes', () => {
  expect(changes({}, {})).toEqual([]);
});

test.each<[object, readonly unknown[]]>([
  [{ title: 'Les trams' }, ['session-renamed', { before: 'Les rames', after: 'Les trams' }]],
  [{ minutes: 25 }, ['minutes-changed', { before: 20, after: 25 }]],
  [{ pass: 60 }, ['pass-changed', { before: 50, after: 60 }]],
  [{ pass: undefined }, ['pass-changed', { before: 50, after: '' }]],
  [{ completion: 'score' }, ['completion-changed', { before: 'activities', after: 'score' }]],
  [{ onFail: 'failed' }, ['on-fail-changed', { before: 'incomplete', after: 'failed' }]],
  [{ competencies: [] }, ['competency-removed', { before: 'Freiner' }]],
  [{ competencies: [{ id: 'c1', title: 'Ralentir' }] }, ['competency-renamed', { before: 'Freiner', after: 'Ralentir' }]],
  [
    {
      competencies: [
        { id: 'c1', title: 'Freiner' },
        { id: 'c2', title: 'Rouler' },
      ],
    },
    ['competency-added', { after: 'Rouler' }],
  ],
])('%j', (after, [kind, values]) => {
  expect(changes({}, after)).toEqual([[kind, 'r.md:1', values]]);
});

test('a pass mark that is new', () => {
  expect(changes({ pass: undefined }, {})).toEqual([['pass-changed', 'r.md:1', { before: '', after: 50 }]]);
});

test.each<[object, object, readonly unknown[]]>([
  [{}, { title: 'Le quai' }, ['page-renamed', { before: 'QUAI', after: 'Le quai' }]],
  [{}, { text: 'Autre' }, ['page-edited']],
  [{}, { further: true }, ['page-further']],
  [{ further: true }, {}, ['page-on-route']],
])('a page %j becomes %j', (before, after, [kind, ...values]) => {
  expect(changes({ pages: [page('quai', before), page('voie')] }, { pages: [page('quai', after), page('voie')] })).toEqual([
    [kind, 'quai', 'r.md:5', ...values],
  ]);
});

test('a page is new, or gone', () => {
  expect(changes({ pages: [page('quai')] }, {})).toEqual([['page-added', 'voie', 'r.md:9']]);
  expect(changes({}, { pages: [page('quai')] })).toEqual([['page-removed', 'voie']]);
});

test('a page from another session was moved; one that is in another session now isn’t gone', () => {
  expect(changes({ pages: [page('quai')] }, {}, { old: ['voie'] })).toEqual([['page-moved', 'voie', 'r.md:9']]);
  expect(changes({}, { pages: [page('quai')] }, { now: ['voie'] })).toEqual([]);
});

test('a page with the title or an activity of one that is gone has another id', () => {
  expect(changes({ pages: [page('quai'), page('port')] }, { pages: [page('quai'), page('voie', { title: 'PORT' })] })).toEqual([
    ['page-id-changed', 'voie', 'r.md:9', { before: 'port', after: 'voie' }],
  ]);
  const old = { pages: [page('quai'), page('port')], activities: [activity('frein', 'port'), activity('feu', 'quai')] };
  expect(changes(old, { activities: [activity('frein', 'voie')] })).toEqual([
    ['page-id-changed', 'voie', 'r.md:9', { before: 'port', after: 'voie' }],
  ]);
  expect(changes(old, { activities: [activity('feu', 'voie')] })).toEqual([
    ['page-added', 'voie', 'r.md:9'],
    ['page-removed', 'port'],
  ]);
  expect(changes(old, { activities: [activity('frein', 'quai')] })).toEqual([
    ['page-added', 'voie', 'r.md:9'],
    ['page-removed', 'port'],
  ]);
});

test('the first page that can take the place of another does, and of two that are gone the first has it', () => {
  const [port, mole] = ['port', 'mole'].map((id) => page(id, { title: 'X' }));
  expect(changes({ pages: [port] }, { pages: [page('quai', { title: 'X' }), page('voie', { title: 'X' })] })).toEqual([
    ['page-id-changed', 'quai', 'r.md:5', { before: 'port', after: 'quai' }],
    ['page-added', 'voie', 'r.md:9'],
  ]);
  expect(changes({ pages: [port, mole] }, { pages: [page('quai', { title: 'X' })] })).toEqual([
    ['page-id-changed', 'quai', 'r.md:5', { before: 'port', after: 'quai' }],
  ]);
});

test('a known page is never the heir of one that is gone', () => {
  expect(
    changes({ pages: [page('quai', { title: 'X' }), page('port', { title: 'X' })] }, { pages: [page('quai', { title: 'X' })] }),
  ).toEqual([['page-removed', 'port']]);
});

test('pages in another order, whatever is new or gone', () => {
  expect(changes({}, { pages: [page('voie'), page('quai')] })).toEqual([['pages-reordered', 'r.md:1']]);
  expect(changes({ pages: [page('quai'), page('voie'), page('port')] }, { pages: [page('quai'), page('gare'), page('voie')] })).toEqual([
    ['page-added', 'gare'],
    ['page-removed', 'port'],
  ]);
});

test('what changed of the session comes first, then its competencies, those that are gone last', () => {
  const competencies = [
    { id: 'c3', title: 'Rouler' },
    { id: 'c1', title: 'Ralentir' },
    { id: 'c2', title: 'Garer' },
  ];
  const now = { title: 'A', minutes: 1, pass: 2, completion: 'score', onFail: 'failed', competencies };
  const two = [...base.competencies, { id: 'c4', title: 'Céder' }, { id: 'c5', title: 'Virer' }];
  expect(changes({ competencies: two }, now).map((change) => (change as readonly unknown[])[0])).toEqual([
    'session-renamed',
    'minutes-changed',
    'pass-changed',
    'completion-changed',
    'on-fail-changed',
    'competency-added',
    'competency-renamed',
    'competency-added',
    'competency-removed',
    'competency-removed',
  ]);
});

test('a page may have changed in all ways at once', () => {
  const pages = [page('quai', { title: 'Le quai', text: 'Autre', further: true }), page('voie')];
  expect(changes({}, { pages })).toEqual([
    ['page-renamed', 'quai', 'r.md:5', { before: 'QUAI', after: 'Le quai' }],
    ['page-edited', 'quai', 'r.md:5'],
    ['page-further', 'quai', 'r.md:5'],
  ]);
});

test('a page from another session was moved, even if it could take the place of one that is gone', () => {
  const old = { pages: [page('quai'), page('port', { title: 'VOIE' })] };
  expect(changes(old, {}, { old: ['voie'] })).toEqual([['page-moved', 'voie', 'r.md:9']]);
});

test('session and page are named as they are now; a page that is gone as it was', () => {
  const [old, now] = [
    { ...base, title: 'Avant', pages: [page('quai', { title: 'Le quai' }), page('port', { title: 'Le port' })] },
    { ...base, title: 'Après', pages: [page('quai')] },
  ] as unknown as readonly [VersionSession, VersionSession];
  const found = compareSession({ old, now }, { old: new Set(), now: new Set() });
  const session = { id: 'rames', title: 'Après' };
  expect(found.map(({ kind, place }) => [kind, place])).toEqual([
    ['session-renamed', { session }],
    ['page-renamed', { session, page: { id: 'quai', title: 'QUAI' } }],
    ['page-removed', { session, page: { id: 'port', title: 'Le port' } }],
  ]);
});

test('a competency without a title may get one', () => {
  const untitled = { competencies: [{ id: 'c1', title: '' }] };
  expect(changes(untitled, {})).toEqual([['competency-renamed', 'r.md:1', { before: '', after: 'Freiner' }]]);
  expect(changes({}, untitled)).toEqual([['competency-renamed', 'r.md:1', { before: 'Freiner', after: '' }]]);
});
