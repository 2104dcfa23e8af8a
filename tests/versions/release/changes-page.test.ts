import { expect, test } from 'vitest';
import { parseHtml, textOf } from '../../../build/exchange/html/parse.ts';
import type { Comparison } from '../../../build/versions/comparison-schema.ts';
import { changesPage, type PackageChange, summariesOf } from '../../../build/versions/release/changes-page.ts';
import type { Release } from '../../../build/versions/release/release-schema.ts';
import { versionStrings } from '../../../build/versions/strings.ts';
import { engine } from '../../helpers/engine.ts';

const strings = versionStrings('en');

const compared = (changes: readonly object[] = [], more: object = {}): Comparison =>
  ({
    format: 1,
    new: { sessions: [{ id: 'rames', title: 'Les rames' }] },
    same: false,
    risk: 'safe',
    changes,
    notes: [],
    ...more,
  }) as unknown as Comparison;
const change = (kind: string, risk: string, what: string) => ({ kind, risk, what, why: `Car ${what}` });
const one = (file: string, change: PackageChange['change'], more: object = {}): PackageChange => ({
  file,
  package: { target: 'scorm12', ...more },
  change,
});

const summaries = (...changes: readonly PackageChange[]) =>
  summariesOf(changes, strings).map(({ title, files, risk, verdict }) => [title, files, risk, verdict]);

test('a package that is new, and one that is no longer made', () => {
  expect(summaries(one('a.zip', 'new', { module: 'rames' }), one('b.zip', 'gone', { module: 'rames' }))).toEqual([
    ['rames', 'a.zip', 'added', strings.format('page.new')],
    ['rames', 'b.zip', 'safe', strings.format('page.gone')],
  ]);
});

test('a session has its title, the whole course its own', () => {
  expect(summaries(one('a.zip', compared(), { module: 'rames' }))[0]?.[0]).toBe('Les rames');
  const two = ['Les rames', 'Les voies'].map((title) => ({ title }));
  expect(summaries(one('a.zip', compared([], { new: { sessions: two } }), { module: 'rames' }))[0]?.[0]).toBe('Les rames');
  expect(summaries(one('a.zip', compared([], { new: { sessions: [] } }), { module: 'rames' }))[0]?.[0]).toBe('rames');
  expect(summaries(one('a.zip', compared()))[0]?.[0]).toBe(strings.format('page.whole'));
  expect(summaries(one('a.zip', 'new', { cohort: 'soir' }))[0]?.[0]).toBe(`${strings.format('page.whole')} (soir)`);
});

test('packages of a session that change alike are together; their cohort is named if they are all of one', () => {
  const same = (file: string, cohort?: string, module = 'rames') =>
    one(file, compared([change('page-edited', 'safe', 'x')]), { module, ...(cohort && { cohort }) });
  const titles = (...changes: readonly PackageChange[]) => summaries(...changes).map(([title, files]) => `${title}: ${files}`);
  expect(titles(same('a', 'soir'), same('b', 'soir'))).toEqual(['Les rames (soir): a, b']);
  expect(titles(same('a', 'soir'), same('b', 'jour'), same('c'))).toEqual(['Les rames: a, b, c']);
  const web = one('w', compared([change('page-edited', 'safe', 'x')], { new: { sessions: [{ id: 'rames', title: 'Les trams' }] } }), {
    module: 'rames',
  });
  expect(titles(same('a'), web)).toEqual(['Les rames: a, w']);
  expect(titles(same('a'), same('b', 'soir'))).toEqual(['Les rames: a, b']);
  expect(titles(same('a'), same('b', undefined, 'voies'))).toEqual(['Les rames: a', 'Les rames: b']);
  expect(titles(same('a'), one('b', compared(), { module: 'rames' }))).toEqual(['Les rames: a', 'Les rames: b']);
  expect(titles(one('a', 'new', { module: 'rames' }), same('b'), one('c', 'new', { module: 'rames' }))).toEqual([
    'rames: a, c',
    'Les rames: b',
  ]);
});

test('a comparison has its verdict, its groups and its notes', () => {
  const [view] = summariesOf(
    [one('a', compared([change('part-removed', 'hidden', 'Un'), change('page-edited', 'safe', 'Deux')], { risk: 'hidden', notes: ['N'] }))],
    strings,
  );
  expect([view?.risk, view?.verdict, view?.notes, view?.groups.map(({ risk }) => risk)]).toEqual([
    'hidden',
    strings.format('verdict.hidden'),
    ['N'],
    ['hidden', 'safe'],
  ]);
});

const release = (more: object = {}): Release =>
  ({
    format: 1,
    course: 'depot',
    title: 'Au <dépôt>',
    date: '2026-11-28',
    packages: [{ file: 'a.zip', content: 'abc123' }],
    ...more,
  }) as unknown as Release;
const html = (more: object = {}, since?: string, changes: readonly PackageChange[] = []): string =>
  changesPage(release(more), changes, since, '#123456', strings, engine.pieces.index);
const text = (...call: Parameters<typeof html>): string =>
  textOf(
    parseHtml(
      html(...call)
        .replace(/<style>[\s\S]*?<\/style>/, '')
        .replace(/<\//g, ' $&'),
    ),
  ).replace(/\s+/g, ' ');

test('the first version says so, and lists its packages', () => {
  const shown = text({ note: 'Avant la rentrée' });
  for (const part of [
    'Au <dépôt>',
    strings.date('2026-11-28'),
    strings.format('page.kind'),
    strings.format('page.first'),
    'Avant la rentrée',
    'a.zip',
    'abc123',
    strings.format('page.packages'),
    strings.format('page.kept'),
  ])
    expect(shown).toContain(part.replace(/\s+/g, ' '));
  expect(shown).not.toContain(strings.format('page.compared'));
  expect(html()).toContain('lang="en"');
  expect(html()).toContain('<title>What changes – Au &lt;dépôt&gt;</title>');
  expect(shown).toContain(strings.format('page.digest'));
});

test('a later one says what it is compared with', () => {
  const shown = text({}, '2026-11-01', [one('a.zip', compared([change('page-edited', 'safe', 'Le quai')], { risk: 'safe' }))]);
  for (const part of [strings.format('page.compared'), strings.date('2026-11-01'), 'Le quai', strings.format('verdict.safe')])
    expect(shown).toContain(part.replace(/\s+/g, ' '));
  expect(shown).not.toContain(strings.format('page.first').replace(/\s+/g, ' '));
});

test('one file without a script, in the colour of the course', () => {
  const source = html();
  expect([/<script|\bsrc=|<link/.test(source), source.includes('#123456')]).toEqual([false, true]);
});
