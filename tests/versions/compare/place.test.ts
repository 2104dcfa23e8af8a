import { expect, test } from 'vitest';
import { atActivity, atPage, atSession, named } from '../../../build/versions/compare/place.ts';
import type { VersionActivity, VersionPage, VersionSession } from '../../../build/versions/model.ts';

const page = { id: 'quai', title: 'Le quai', n: 0, text: '' } as unknown as VersionPage;
const session = { id: 'rames', title: 'Les rames', pages: [page], activities: [] } as unknown as VersionSession;
const activity = (more = {}): VersionActivity => ({ id: 'feu', title: 'Quel feu ?', page: 'quai', ...more }) as unknown as VersionActivity;
const places = new Map([
  ['rames', 'r.md:1'],
  ['rames/quai', 'r.md:5'],
  ['rames/feu', 'r.md:9'],
]);
const there = { id: 'rames', title: 'Les rames' };

test('names are ids and titles, and nothing else', () => {
  expect(named(session)).toStrictEqual(there);
});

test('a place has its names, and its position if the sources are at hand', () => {
  expect([atSession(session), atSession(session, places), atSession(session, new Map())]).toStrictEqual([
    { session: there },
    { session: there, at: 'r.md:1' },
    { session: there },
  ]);
  const onPage = { session: there, page: { id: 'quai', title: 'Le quai' } };
  expect([atPage(session, page), atPage(session, page, places)]).toStrictEqual([onPage, { ...onPage, at: 'r.md:5' }]);
  const inActivity = { ...onPage, activity: { id: 'feu', title: 'Quel feu ?' } };
  expect([atActivity(session, activity()), atActivity(session, activity(), places)]).toStrictEqual([
    inActivity,
    { ...inActivity, at: 'r.md:9' },
  ]);
});

test('an activity is named by its heading, its question or its id; its page may be gone', () => {
  const nameOf = (more: object): string | undefined => atActivity(session, activity(more)).activity?.title;
  expect([nameOf({ heading: 'Le feu' }), nameOf({}), nameOf({ title: '' })]).toStrictEqual(['Le feu', 'Quel feu ?', 'feu']);
  expect('page' in atActivity(session, activity({ page: 'voie' }))).toBe(false);
});
