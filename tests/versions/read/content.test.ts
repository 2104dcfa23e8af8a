import { expect, test } from 'vitest';
import { contentIn } from '../../../build/versions/read/content.ts';

const activity = (more: object = {}) => ({ id: 'feu', n: 1, type: 'choice', page: 'quai', ...more });
const page = (more: object = {}) => ({ id: 'quai', n: 0, title: 'Le quai', ...more });
const module = (more: object = {}) => ({
  module: { course: 'depot', id: 'rames', title: 'Les rames', completion: 'visited', pages: [page()], activities: [activity()], ...more },
});

const WHOLE = {
  course: 'depot',
  courseTitle: '',
  id: 'rames',
  title: 'Les rames',
  lang: 'fr',
  minutes: 0,
  completion: 'visited',
  onFail: 'incomplete',
  competencies: [],
  line: '',
  pages: [page()],
  activities: [
    {
      ...activity(),
      origins: '',
      title: '',
      points: 0,
      attempts: 0,
      competencies: [],
      required: true,
      seenBy: 'trainer',
      options: {},
      slots: [],
    },
  ],
};

test('what an old package doesn’t name has its default', () => {
  expect(contentIn(module(), undefined)).toEqual({ module: WHOLE, pages: {} });
  const [chapter] =
    contentIn(module({ chapters: [{ id: 'c', n: 0, title: 'C', completion: 'score', pages: 1 }] }), undefined)?.module.chapters ?? [];
  expect(chapter).toEqual({ id: 'c', n: 0, title: 'C', minutes: 0, completion: 'score', onFail: 'incomplete', pages: 1 });
});

test('what a package names is kept', () => {
  const own = {
    was: ['order'],
    origins: 'aabb',
    gone: ['c'],
    quiz: 'bilan',
    title: 'Quel feu ?',
    heading: 'Le feu',
    points: 2,
    attempts: 3,
    competencies: ['c1'],
    required: false,
    seenBy: 'me',
    options: { prompt: 'x' },
    slots: [{ right: [{ type: 'choice', tokens: ['a'] }], text: 'T', part: 'a' }],
    after: '<p>Bien</p>',
  };
  const named = {
    courseTitle: 'Au dépôt',
    lang: 'en',
    minutes: 20,
    pass: 50,
    onFail: 'failed',
    competencies: [{ id: 'c1', title: 'Freiner' }],
    line: 'l',
    old: true,
    chapters: [{ id: 'c', n: 0, title: 'C', minutes: 3, completion: 'activities', pass: 40, onFail: 'failed', pages: 1 }],
    pages: [page({ further: true })],
    activities: [activity(own)],
  };
  expect(contentIn(module(named), undefined)?.module).toEqual({ ...WHOLE, ...named, activities: [{ ...activity(), ...own }] });
});

test('what is named like its default is accepted', () => {
  const named = module({
    onFail: 'incomplete',
    chapters: [{ id: 'c', n: 0, title: 'C', completion: 'score', onFail: 'incomplete', pages: 1 }],
  });
  expect(contentIn(named, undefined)?.module.chapters?.[0]?.onFail).toBe('incomplete');
  expect(contentIn(module({ activities: [activity({ seenBy: 'trainer', required: true })] }), undefined)?.module).toEqual(WHOLE);
});

test('a member that nobody compares is left out', () => {
  expect(contentIn({ ...module({ x: 1, pages: [page({ x: 1 })], activities: [activity({ x: 1 })] }), x: 1 }, undefined)).toEqual({
    module: WHOLE,
    pages: {},
  });
});

test('the rest of an activity comes from the second script, by its id', () => {
  const first = module({ activities: [activity({ slots: [{ part: 'a' }, {}] }), activity({ id: 'frein', n: 2 })] });
  const late = {
    title: 'Quel feu ?',
    options: { prompt: 'x' },
    slots: [{ right: ['r'], text: 'T' }],
    after: 'Bien',
    origins: 'aa',
    gone: ['b'],
    was: ['order'],
    heading: 'H',
  };
  const [feu, frein] = contentIn(first, { activities: { feu: late, autre: {} }, pages: { voie: '<p>' } })?.module.activities ?? [];
  expect(feu).toMatchObject({
    ...late,
    n: 1,
    slots: [
      { part: 'a', right: ['r'], text: 'T' },
      { right: [], text: '' },
    ],
  });
  expect(frein).toMatchObject({ id: 'frein', title: '' });
  expect(contentIn(first, { pages: { voie: '<p>' } })?.pages).toEqual({ voie: '<p>' });
});

test('a second script of another shape counts as none', () => {
  expect(contentIn(module(), { pages: { voie: 3 }, activities: { feu: { title: 'x' } } })).toEqual({ module: WHOLE, pages: {} });
  expect(contentIn(module(), { activities: { constructor: { title: 'x' } } })?.module).toEqual(WHOLE);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['no module', {}],
  ['a list', []],
  ['no course', module({ course: undefined })],
  ['another completion', module({ completion: 'never' })],
  ['another failure', module({ onFail: 'x' })],
  ['an old flag that isn’t true', module({ old: false })],
  ['a further page that isn’t true', module({ pages: [page({ further: false })] })],
  ['a page without a title', module({ pages: [{ id: 'quai', n: 0 }] })],
  ['a number below 0', module({ activities: [activity({ n: -1 })] })],
  ['a number above 100,000', module({ activities: [activity({ n: 100_001 })] })],
  ['a number with decimals', module({ pages: [page({ n: 0.5 })] })],
  ['another reader', module({ activities: [activity({ seenBy: 'all' })] })],
  ['points as text', module({ activities: [activity({ points: '1' })] })],
  ['a chapter without pages', module({ chapters: [{ id: 'c', n: 0, title: 'C', completion: 'score' }] })],
  ['too many pages', module({ pages: Array.from({ length: 10_001 }, () => page()) })],
  ['too many activities', module({ activities: Array.from({ length: 10_001 }, () => activity()) })],
])('%s is refused', (_, first) => {
  expect(contentIn(first, undefined)).toBeUndefined();
});

test.each(['visited', 'activities', 'score', 'visited+score'])('a completion by %s', (completion) => {
  expect(contentIn(module({ completion, chapters: [{ id: 'c', n: 0, title: 'C', completion, pages: 1 }] }), undefined)).toBeDefined();
});

test('numbers and counts at their limits', () => {
  expect(contentIn(module({ pages: Array.from({ length: 10_000 }, () => page({ n: 100_000 })) }), undefined)).toBeDefined();
  expect(contentIn(module({ activities: Array.from({ length: 10_000 }, () => activity({ n: 0 })) }), undefined)).toBeDefined();
});

test('what both scripts name is that of the second; a slot that only the second has is left out', () => {
  const early = { title: 'Tôt', options: { prompt: 'x', size: 2 }, slots: [{ part: 'a', text: 'Tôt', right: ['e'] }] };
  const late = { title: 'Tard', options: { prompt: 'y' }, slots: [{ part: 'b', text: 'Tard' }, { part: 'c' }] };
  const [feu] = contentIn(module({ activities: [activity(early)] }), { activities: { feu: late } })?.module.activities ?? [];
  expect([feu?.title, feu?.options, feu?.slots]).toEqual(['Tard', { prompt: 'y' }, [{ part: 'b', text: 'Tard', right: ['e'] }]]);
});
