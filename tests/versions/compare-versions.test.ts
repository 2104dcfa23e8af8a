import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareVersions } from '../../build/versions/compare-versions.ts';
import { type Comparison, comparisonSchema } from '../../build/versions/comparison-schema.ts';
import { kinds } from '../../build/versions/kinds.ts';
import type { Version } from '../../build/versions/model.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { folderOf } from '../museum/kept.ts';
import { type Scorings, scorings } from '../museum/visit.ts';
import { item, version } from './compare/made-version.ts';
import { CASES, type Case, COURSE } from './kinds-of-change.ts';
import { openPackage, type Package, packageOf, projectWith, replaced, rewrite } from './replace.ts';

const strings = versionStrings('fr');
let types: Scorings;

/** Projects that were built once, by their texts and the package that was chosen. */
const builtBefore = new Map<string, Promise<{ project: string; built: Package }>>();

beforeAll(async () => {
  types = await scorings();
});

async function build(texts: Readonly<Record<string, string>>, { before = {}, old = {} }: Case) {
  const given = Object.entries({ ...texts, ...before }).flatMap(([file, text]) => (text === null ? [] : [[file, text]]));
  const project = projectWith(Object.fromEntries(given));
  return { project, built: await packageOf(project, old) };
}

/** Builds a project once, and copies it for each case. */
async function begun(one: Case): Promise<{ project: string; built: Package }> {
  const key = JSON.stringify([one.before, one.old]);
  const known = builtBefore.get(key) ?? build(COURSE, one);
  builtBefore.set(key, known);
  const { project, built } = await known;
  const copy = mkdtempSync(join(tmpdir(), 'cartable-versions-'));
  cpSync(project, copy, { recursive: true, preserveTimestamps: true });
  return { project: copy, built };
}

function compared(old: Version, now: Version): Comparison {
  const comparison = compareVersions(old, now, strings);
  if ('error' in comparison) throw new Error(comparison.error);
  return comparisonSchema.parse(comparison);
}

function kindsIn({ changes }: Comparison): string[] {
  return changes.map(({ kind }) => kind);
}

describe.each(CASES)('$name', (one) => {
  const { kinds: named, after, now = {}, back } = one;

  test(`is ${kinds[named[0]]} on paper, and when it is played`, async () => {
    const { project, built } = await begun(one);
    if (now.cohort !== undefined) {
      mkdirSync(join(project, 'modules/depot/cohorts'));
      writeFileSync(join(project, `modules/depot/cohorts/${now.cohort}.yaml`), 'title: Le soir\n');
    }
    rewrite(project, after);
    const other = await packageOf(project, now);
    rmSync(project, { recursive: true });
    const [online, next] = back ? [other, built] : [built, other];
    const comparison = compared(online.version, next.version);
    const { risk } = comparison;
    expect([kindsIn(comparison), risk]).toEqual([expect.arrayContaining([...named]), kinds[named[0]]]);
    const played = replaced(online, next, types);
    // A new Moodle activity begins from nothing, whatever stood in the old one.
    expect(played).toMatchObject(risk === 'redo' ? { risk } : { risk, keeps: true, lowers: false });
  });
});

test('every kind that authors can cause is played', () => {
  const played = new Set(CASES.flatMap((one) => one.kinds));
  const others = Object.keys(kinds).filter((kind) => !played.has(kind as keyof typeof kinds));
  // Each of these has a test of its own below; a session that leaves a package is one of `item-removed`.
  expect(others).toEqual(['item-removed', 'first-version', 'cartable-older', 'cartable-newer', 'numbers-changed', 'part-other']);
});

describe('two packages', () => {
  const plain: Case = { name: '', kinds: ['page-edited'], after: {} };

  test('of the same content are the same, and nothing has to be replaced', async () => {
    const { project, built } = await begun(plain);
    const again = await packageOf(project, {});
    expect(compared(built.version, again.version)).toMatchObject({ same: true, risk: 'safe', changes: [], notes: [] });
  });

  test('of two versions of Cartable are compared by their texts', async () => {
    const { built } = await begun(plain);
    const newer = { ...built.version, cartable: '9.10.0' };
    expect(kindsIn(compared(built.version, newer))).toEqual(['cartable-newer']);
    expect(kindsIn(compared(newer, built.version))).toEqual(['cartable-older']);
    expect(kindsIn(compared({ ...built.version, cartable: '9.9.0' }, newer))).toEqual(['cartable-newer']);
  });

  test('whose locks grew apart share no answers where a letter has two meanings', async () => {
    const choice = (text: string) => ({
      'rames.md': String(COURSE['rames.md']).replace('- [ ] Le klaxon', `- [ ] Le klaxon\n- [ ] ${text}`),
    });
    const [one, two] = await Promise.all([begun(plain), begun(plain)]);
    rewrite(one.project, choice('La sonnette'));
    rewrite(two.project, choice('Le gyrophare'));
    const [left, right] = [await packageOf(one.project, {}), await packageOf(two.project, {})];
    const comparison = compared(left.version, right.version);
    expect([kindsIn(comparison), comparison.risk]).toEqual([['part-other'], 'hidden']);
    expect(comparison.changes[0]?.what).toContain('La sonnette');
  });

  test('whose locks number two activities differently share none of their answers', async () => {
    const added = (id: string) => ({ 'rames.md': `${COURSE['rames.md']}\n:::open-question{#${id}}\nUn mot ?\n:::\n` });
    const [one, two] = await Promise.all([begun(plain), begun(plain)]);
    rewrite(one.project, added('mot'));
    const left = await packageOf(one.project, {});
    rewrite(two.project, added('avis'));
    await packageOf(two.project, {});
    rewrite(two.project, { 'rames.md': `${added('avis')['rames.md']}\n:::open-question{#mot}\nUn mot ?\n:::\n` });
    const right = await packageOf(two.project, {});
    const comparison = compared(left.version, right.version);
    expect(kindsIn(comparison)).toEqual(['numbers-changed', 'activity-added']);
    expect(replaced(left, right, types)).toMatchObject({ risk: comparison.risk, lowers: false });
  });

  test('of several sessions, of which one is missing now: Moodle deletes its attempts', async () => {
    const many = CASES.find(({ name }) => name === 'a session is added to several items') as Case;
    const { project, built } = await begun(many);
    rewrite(project, many.after);
    const more = await packageOf(project, { whole: true });
    const comparison = compared(more.version, built.version);
    expect([kindsIn(comparison), comparison.risk]).toEqual([['item-removed'], 'redo']);
    expect(replaced(more, built, types).risk).toBe('redo');
  });

  test('of which the sources are at hand: positions, and where an activity went', async () => {
    const { project, built } = await begun(plain);
    rewrite(project, { 'rames.md': String(COURSE['rames.md']).replace(/:::choice\{#porte[\s\S]*?\n:::\n/, '') });
    const { version } = await packageOf(project, {});
    const gone = (session: string) => {
      const homes = new Map([['porte', { id: session, title: 'Les voies' }]]);
      return compared(built.version, { ...version, sources: { places: new Map([['rames', 'rames.md:3']]), homes } }).changes;
    };
    expect(gone('voies')).toMatchObject([
      { kind: 'activity-left', what: expect.stringContaining('Les voies') },
      { kind: 'competency-removed', at: 'rames.md:3' },
    ]);
    // Another cohort still has it in this session.
    expect(gone('rames')[0]?.kind).toBe('activity-removed');
  });

  test('of different courses, or different sessions, are not compared', async () => {
    const day = CASES.find(({ name }) => name === 'the items change places') as Case;
    const [{ built }, { built: whole, project }] = await Promise.all([begun(plain), begun(day)]);
    const other = { ...built.version, course: 'boulangerie' };
    const strange = { ...other, items: other.items.map((item) => ({ ...item, content: { ...item.content, line: 'autre' } })) };
    expect(compareVersions({ ...built.version, name: 'a.zip' }, { ...strange, name: 'b.zip' }, strings)).toEqual({
      error: strings.format('error.otherCourse', { old: 'a.zip', new: 'b.zip', course: 'depot', other: 'boulangerie' }),
    });
    const alone = await packageOf(project, {});
    const parts = (...ids: readonly string[]) => version({ items: ids.map((id) => item(id, { activities: [id] })) });
    expect(compareVersions(parts('matin', 'midi'), parts('soir', 'nuit'), strings)).toEqual({
      error: expect.stringContaining('soir au lieu de matin'),
    });
    const [, tracks] = whole.version.items;
    const one = { ...alone.version, items: tracks ? [tracks] : [] };
    expect(compareVersions(built.version, one, strings)).toEqual({ error: expect.stringContaining('voies au lieu de rames') });
  });
});

test('a comparison has the facts of both packages, its changes from the gravest on, and what is unknown', () => {
  const old = version({ name: 'a.zip', cartable: '', cohort: undefined, lang: 'en', items: [item('rames', { activities: ['a', 'b'] })] });
  const now = version({
    name: 'b.zip',
    cartable: '',
    cohort: 'soir',
    content: 'd',
    items: [item('rames', { activities: ['a'] }), item('voies')],
  });
  const facts = { cartable: '0.1', course: 'depot', target: 'scorm12' };
  const { changes, ...rest } = compared(old, now);
  expect(rest).toEqual({
    format: 1,
    old: { ...facts, name: 'a.zip', sessions: [{ id: 'rames', title: 'RAMES' }], content: 'c' },
    new: {
      ...facts,
      name: 'b.zip',
      sessions: [
        { id: 'rames', title: 'RAMES' },
        { id: 'voies', title: 'VOIES' },
      ],
      cohort: 'soir',
      content: 'd',
    },
    same: false,
    risk: 'hidden',
    notes: [strings.format('note.cohort', { file: 'a.zip' })],
  });
  const lang = { kind: 'language-changed', place: {}, values: { before: 'en', after: 'fr' } } as const;
  expect(changes.map(({ kind, risk, session, activity }) => [kind, risk, session?.id, activity?.id])).toEqual([
    ['activity-removed', 'hidden', 'rames', 'b'],
    ['item-added', 'added', 'voies', undefined],
    ['language-changed', 'safe', undefined, undefined],
  ]);
  expect(changes.at(-1)).toEqual({ kind: 'language-changed', risk: 'safe', what: strings.what(lang), why: strings.why(lang) });
});

test('packages without a digest, or with changes, are not the same', () => {
  const same = (before: Partial<Version>, after: Partial<Version>): boolean => compared(version(before), version(after)).same;
  expect([same({}, {}), same({ content: '' }, { content: '' }), same({}, { lang: 'en' }), same({}, { content: 'd' })]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

describe('packages of version 0.1', () => {
  const kept = join(folderOf('0.1'), 'packages');

  test('are read as they are: sessions, activities, parts and their texts', async () => {
    const { version } = await openPackage(join(kept, 'depot/depot.scorm12.zip'), 'depot.zip');
    expect(version).toMatchObject({ cartable: '', course: 'depot', cohort: undefined, target: 'scorm12', whole: true });
    expect(version.items.flatMap(({ sessions }) => sessions.map(({ id }) => id))).toEqual(['matin', 'soir']);
    const [brake] = version.items[0]?.sessions[0]?.activities ?? [];
    expect(brake?.parts).toEqual([
      { token: 'a', words: 'Le frein, oui' },
      { token: 'b', words: 'Le frein, non' },
      { token: 'd', words: 'Le frein, parfois' },
    ]);
  });

  test('do not change by being read twice, and name what is unknown', async () => {
    const one = await openPackage(join(kept, 'galerie/types.scorm12.zip'), 'types.zip');
    expect(compared(one.version, one.version)).toMatchObject({ changes: [], same: false, notes: [expect.any(String), expect.any(String)] });
  });

  test('can’t read what later ones have saved', async () => {
    const old = await openPackage(join(kept, 'depot/depot.scorm12.zip'), 'depot.zip');
    const now = {
      ...old.version,
      cartable: '0.2.0',
      cohort: '',
      items: old.version.items.map((item) => ({ ...item, content: { ...item.content, line: 'abcde' } })),
    };
    expect(kindsIn(compared(now, old.version)).slice(0, 1)).toEqual(['first-version']);
    expect(kindsIn(compared(old.version, now)).slice(0, 1)).toEqual(['line-changed']);
    const known = { ...now, items: now.items.map((item) => ({ ...item, content: { ...item.content, old: true as const } })) };
    expect(kindsIn(compared(old.version, known))).toEqual(['cartable-newer']);
  });
});
