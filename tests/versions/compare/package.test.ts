import { expect, test } from 'vitest';
import { comparePackages } from '../../../build/versions/compare/package.ts';
import type { Version, VersionItem } from '../../../build/versions/model.ts';
import { item, media, version } from './made-version.ts';

function changes(before: Partial<Version>, after: Partial<Version>): readonly unknown[] {
  return comparePackages(version(before), version(after)).map(({ kind, place, values }) => [
    kind,
    ...(place.session ? [place.session.id] : []),
    ...(values ? [values] : []),
  ]);
}

test('the same package has no changes', () => {
  expect(changes({}, {})).toEqual([]);
});

test.each<[Partial<Version>, Partial<Version>, readonly unknown[]]>([
  [{}, { course: 'gare' }, ['course-id-changed', { before: 'depot', after: 'gare' }]],
  [{}, { courseTitle: 'À la gare' }, ['course-renamed', { before: 'Au dépôt', after: 'À la gare' }]],
  [{}, { cohort: 'soir' }, ['cohort-changed', { before: '', after: 'soir' }]],
  [{}, { lang: 'en' }, ['language-changed', { before: 'fr', after: 'en' }]],
  [{}, { theme: { name: 'sombre', accent: '#112233' } }, ['theme-changed']],
  [{}, { theme: { name: 'clair', accent: '#445566' } }, ['theme-changed']],
  [{}, { theme: { name: 'sombre', accent: '#445566' } }, ['theme-changed']],
  [{}, { target: 'scorm2004-4' }, ['standard-changed', { before: 'scorm12', after: 'scorm2004-4' }]],
  [{ target: 'scorm2004-3' }, { target: 'scorm2004-4' }, ['edition-changed', { before: 'scorm2004-3', after: 'scorm2004-4' }]],
  [{}, { target: 'web' }, ['web-changed', { before: 'scorm12', after: 'web' }]],
  [{ target: 'web' }, { target: 'scorm2004-4' }, ['web-changed', { before: 'web', after: 'scorm2004-4' }]],
  [{}, { whole: true }, ['shape-changed']],
  [{}, { items: [item('rames', { chapters: true })] }, ['shape-changed']],
  [{}, { items: [item('rames', { line: 'm' })] }, ['line-changed']],
  [{}, { items: [item('rames', { line: '' })] }, ['first-version']],
])('%j becomes %j', (before, after, expected) => {
  expect(changes(before, after)).toEqual([expected]);
});

test('what one of the packages doesn’t know isn’t compared', () => {
  expect(changes({ cohort: undefined }, { cohort: 'soir' })).toEqual([]);
  expect(changes({ theme: { name: undefined, accent: undefined } }, {})).toEqual([]);
  expect(changes({}, { theme: { name: undefined, accent: undefined } })).toEqual([]);
});

test.each([
  ['1.0.0', '1.0.1', 'cartable-newer'],
  ['1.9.0', '1.10.0', 'cartable-newer'],
  ['2.0.0', '1.9.9', 'cartable-older'],
  ['', '0.2.0', 'cartable-newer'],
  ['0.2.0', '', 'cartable-older'],
  ['1.0', '1.0.1', 'cartable-newer'],
  ['1.0.0', '1.0.1-dev', 'cartable-newer'],
])('Cartable %s, then %s', (before, after, kind) => {
  expect(changes({ cartable: before }, { cartable: after })).toEqual([[kind, { before: before || '0.1', after: after || '0.1' }]]);
});

test.each([
  ['', '0.1'],
  ['1.0', '1.0.0'],
  ['1.0.0-dev', '1.0.0-beta'],
])('Cartable “%s” and “%s” count as the same', (before, after) => {
  expect(changes({ cartable: before }, { cartable: after })).toEqual([]);
});

test('media that are new, replaced or gone, by the names that their author knows', () => {
  const old = media({ 'assets/a-abc123.png': '1', 'assets/b-abc123.png': '1', 'assets/c': '1', 'assets/d': '?1' });
  const now = media({
    'assets/a-abc123.png': '2',
    'assets/b-abc123.png': '12',
    'assets/d': '?2',
    'assets/plan-0a1b2c': '1',
    'assets/x/son-zzzzzz.mp3': '1',
    'x/assets/y-abc123.png': '1',
    'assets/z-abc123.png.txt': '1',
  });
  expect(changes({ media: old }, { media: now })).toEqual([
    ['media-added', { names: 'plan, x/son.mp3, x/assets/y-abc123.png, assets/z-abc123.png.txt' }],
    ['media-replaced', { names: 'a.png, b.png' }],
    ['media-removed', { names: 'assets/c' }],
  ]);
});

test('a file is another one if a single byte differs, be it the first or the last', () => {
  const names = (text: string) => changes({ media: media({ 'assets/c': 'abc' }) }, { media: media({ 'assets/c': text }) });
  const replaced = [['media-replaced', { names: 'assets/c' }]];
  expect([names('abc'), names('xbc'), names('axc'), names('abx')]).toEqual([[], replaced, replaced, replaced]);
});

test('a file that only one package can read counts as the same', () => {
  expect(changes({ media: media({ 'assets/c': '?1' }) }, { media: media({ 'assets/c': 'x1' }) })).toEqual([]);
  expect(changes({ media: media({ 'assets/c': 'x1' }) }, { media: media({ 'assets/c': '?1' }) })).toEqual([]);
});

const [rames, voies, quais] = [item('rames', { activities: ['a', 'b', 'c'] }), item('voies', { activities: ['d'] }), item('quais')];

test('an item is new, gone, or in another place', () => {
  expect(changes({ items: [rames] }, { items: [rames, voies] })).toEqual([['item-added', 'voies']]);
  expect(changes({ items: [rames, voies] }, { items: [rames] })).toEqual([['item-removed', 'voies']]);
  expect(changes({ items: [rames, voies] }, { items: [voies, rames] })).toEqual([['items-reordered']]);
  expect(changes({ items: [rames, voies, quais] }, { items: [rames, quais] })).toEqual([['item-removed', 'voies']]);
  expect(changes({ items: [rames, voies, quais] }, { items: [rames, quais, voies] })).toEqual([['items-reordered']]);
  expect(changes({ items: [rames, voies] }, { items: [quais, rames, voies] })).toEqual([['item-added', 'quais']]);
});

const kindsOf = (found: readonly unknown[]): readonly unknown[] => found.map((one) => (one as unknown[])[0]);

test('an item with most activities of another one is that one under another id', () => {
  const renamed = ['item-renamed', 'trams', { before: 'rames', after: 'trams' }];
  expect(changes({ items: [rames] }, { items: [item('trams', { activities: ['a', 'b', 'x'], pages: ['rames'] })] })).toContainEqual(
    renamed,
  );
  expect(changes({ items: [rames] }, { items: [item('trams', { activities: ['a', 'b', 'x', 'y'], pages: ['rames'] })] })).toContainEqual(
    renamed,
  );
  const other = changes({ items: [rames] }, { items: [item('trams', { activities: ['a', 'x', 'y'], pages: ['rames'] })] });
  expect(kindsOf(other)).toEqual(expect.arrayContaining(['item-added', 'item-removed']));
  const half = changes({ items: [item('rames', { activities: ['a', 'b'] })] }, { items: [item('trams', { activities: ['a'] })] });
  expect(kindsOf(half)).toEqual(expect.arrayContaining(['item-added', 'item-removed']));
});

test('without activities all pages show it', () => {
  expect(kindsOf(changes({ items: [quais] }, { items: [item('gare', { pages: ['quais'] })] }))).toContain('item-renamed');
  expect(kindsOf(changes({ items: [quais] }, { items: [item('gare', { pages: ['quais', 'hall'] })] }))).toContain('item-added');
});

test('of several items like one that is gone, the first takes its place', () => {
  const [one, other] = ['trams', 'bus'].map((id) => item(id, { activities: ['a', 'b', 'c'] })) as [VersionItem, VersionItem];
  const named = ([kind, id]: readonly unknown[]): string => `${kind} ${id}`;
  const found = (before: readonly VersionItem[], after: readonly VersionItem[]): readonly string[] =>
    changes({ items: before }, { items: after }).map((change) => named(change as readonly unknown[]));
  const now = found([rames], [one, other]);
  expect([now.includes('item-renamed trams'), now.includes('item-added bus')]).toEqual([true, true]);
  const before = found([one, other], [rames]);
  expect([before.includes('item-renamed rames'), before.includes('item-removed bus')]).toEqual([true, true]);
});

test('identifiers are matched before contents', () => {
  const like = item('voies', { activities: ['a', 'b', 'c'] });
  const found = kindsOf(changes({ items: [rames, voies] }, { items: [like, item('rames', { activities: ['d'] })] }));
  expect(found).not.toContain('item-renamed');
  expect(found).toContain('items-reordered');
});

test('a line that changed is reported once, whichever items it is of', () => {
  const two = (one: string, other: string) => ({ items: [item('rames', { line: one }), item('voies', { line: other })] });
  expect(changes(two('l', 'l'), two('l', 'm'))).toEqual([['line-changed']]);
  expect(changes(two('l', 'l'), two('m', 'm'))).toEqual([['line-changed']]);
  // The reason of the first one is given.
  expect([changes(two('l', 'l'), two('m', '')), changes(two('l', 'l'), two('', 'm'))]).toEqual([[['line-changed']], [['first-version']]]);
});

test('of another shape only facts and media are compared', () => {
  const now = { whole: true, lang: 'en', items: [item('gare', { line: 'm' })], media: media({ 'assets/c': '1' }) };
  expect(changes({}, now)).toEqual([
    ['shape-changed'],
    ['language-changed', { before: 'fr', after: 'en' }],
    ['media-added', { names: 'assets/c' }],
  ]);
});

test('an activity that is in another session now, or in one of another package, has left', () => {
  const old = { items: [item('rames', { activities: ['a', 'b', 'c', 'd'] }), item('voies')] };
  expect(changes(old, { items: [item('rames', { activities: ['a', 'b', 'c'] }), item('voies', { activities: ['d'] })] })).toContainEqual([
    'activity-left',
    'rames',
    { after: 'VOIES' },
  ]);
  const sources = { places: new Map([['gare', 'g.md:1']]), homes: new Map([['d', { id: 'gare', title: 'La gare' }]]) };
  expect(changes(old, { items: [item('rames', { activities: ['a', 'b', 'c'] }), item('voies')], sources })).toContainEqual([
    'activity-left',
    'rames',
    { after: 'La gare' },
  ]);
  // The sources know better than the package: another cohort may have it elsewhere.
  const there = [item('rames', { activities: ['a', 'b', 'c'] }), item('voies', { activities: ['d'] })];
  expect(changes(old, { items: there, sources })).toContainEqual(['activity-left', 'rames', { after: 'La gare' }]);
});

test('a package without a part that the old one had goes back', () => {
  const parts = (...tokens: readonly string[]): VersionItem => {
    const one = item('rames', { activities: ['a'] });
    const activity = {
      ...one.sessions[0]?.activities[0],
      origins: 'a1b2'.slice(0, 2 * tokens.length),
      parts: tokens.map((token) => ({ token, words: token })),
    };
    return {
      ...one,
      content: { ...one.content, activities: [activity] },
      sessions: [{ ...one.sessions[0], activities: [activity] }],
    } as unknown as VersionItem;
  };
  expect(changes({ items: [parts('a', 'b')] }, { items: [parts('a')] })).toEqual([['going-back'], ['part-newer', 'rames']]);
});

test('answers are compared only if they are read: not on another line, nor under another identifier', () => {
  const numbered = (identifier: string, n: number, line: string): VersionItem => {
    const one = item(identifier, { activities: ['a'], pages: ['quai'], line });
    const activity = { ...one.sessions[0]?.activities[0], n };
    return {
      ...one,
      content: { ...one.content, activities: [activity] },
      sessions: [{ ...one.sessions[0], id: 'rames', title: 'R', activities: [activity] }],
    } as unknown as VersionItem;
  };
  expect(changes({ items: [numbered('rames', 0, 'l')] }, { items: [numbered('rames', 1, 'l')] })).toEqual([['numbers-changed', 'rames']]);
  expect(changes({ items: [numbered('rames', 0, 'l')] }, { items: [numbered('rames', 1, 'm')] })).toEqual([['line-changed']]);
  expect(kindsOf(changes({ items: [numbered('rames', 0, 'l')] }, { items: [numbered('trams', 1, 'l')] }))).toEqual(['item-renamed']);
});

test('of two programs the cover isn’t compared', () => {
  const covered = (cover: string) => ({ items: [{ ...item('rames'), cover }] });
  expect(changes(covered('a'), covered('b'))).toEqual([['cover-edited', 'rames']]);
  expect(kindsOf(changes(covered('a'), { ...covered('b'), cartable: '1.1.0' }))).toEqual(['cartable-newer']);
});

test('all changes of a package are listed: its items, its facts, then what is in each item', () => {
  const old = { items: [rames, item('gare')], target: 'scorm2004-3', cartable: '0.9.0' } as const;
  const now: Partial<Version> = {
    course: 'd',
    courseTitle: 'D',
    cohort: 'x',
    lang: 'en',
    theme: { name: 'sombre', accent: '#112233' },
    target: 'scorm2004-4',
    media: media({ c: '1' }),
    items: [item('rames', { activities: ['a', 'b'], line: 'm' }), voies],
  };
  expect(kindsOf(changes(old, now))).toEqual([
    ...['edition-changed', 'item-added', 'item-removed', 'line-changed', 'cartable-newer', 'course-id-changed', 'course-renamed'],
    ...['cohort-changed', 'language-changed', 'theme-changed', 'media-added', 'activity-removed'],
  ]);
});

test('items that are new or renamed have their places in the sources', () => {
  const places = new Map([
    ['voies', 'v.md:1'],
    ['trams', 't.md:1'],
    ['gare', 'g.md:1'],
  ]);
  const now = version({ items: [item('trams', { activities: ['a', 'b', 'c'] }), voies], sources: { places, homes: new Map() } });
  const found = comparePackages(version({ items: [rames, item('gare')] }), now).filter(({ kind }) => kind.startsWith('item-'));
  expect(found.map(({ kind, place }) => [kind, place.session?.id, place.at])).toEqual([
    ['item-renamed', 'trams', 't.md:1'],
    ['item-added', 'voies', 'v.md:1'],
    ['item-removed', 'gare', undefined],
  ]);
});
