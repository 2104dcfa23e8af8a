import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { PackageReport } from '../../../build/model/report.ts';
import { cohortsOf } from '../../../build/model/selection.ts';
import { build } from '../../../build/pipeline.ts';
import { resolveWhole } from '../../../build/stages/resolve/resolve-whole.ts';
import type { Target } from '../../../src/model/course/course.ts';
import { type Files, requestFor } from '../../bad-input/depot-project.ts';
import { readContent } from '../../e2e/read-content.ts';
import { openDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';
import { courseFile, DAY, dayProject, EVENING, question, session } from '../../helpers/one-course.ts';
import { readZip, type ZipEntry } from '../../helpers/read-zip.ts';
import { xsdErrors } from '../../helpers/validate-xsd.ts';

const targets: readonly Target[] = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'];

/** The folder of a project's packages, and what was reported of them. */
interface Built {
  readonly out: string;
  readonly packages: readonly PackageReport[];
  zip(name: string): Promise<ZipEntry[]>;
}

async function buildDay(files: Files = {}, only: readonly Target[] = ['scorm12'], project = dayProject(files)): Promise<Built> {
  const request = requestFor(project, { targets: only });
  const { packages, diagnostics } = await build(request, engine);
  expect(diagnostics.list.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { out: request.out, packages, zip: (name) => readZip(join(request.out, 'depot', `${name}.zip`)) };
}

const textOf = (entries: readonly ZipEntry[], name: string): string =>
  entries.find((entry) => entry.name === name)?.content.toString() ?? '';

describe('the package of a course that is one SCO', () => {
  let built: Built;

  beforeAll(async () => {
    built = await buildDay({}, targets);
  });

  test.each(targets)('%s: one page at the root, one item called as the course, every file listed', async (target) => {
    const entries = await built.zip(`depot.${target}`);
    const names = entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['index.html', 'content.js', 'pages.js', 'types.js', 'text.html', 'runtime.js']));
    expect(names.filter((name) => name.includes('/'))).toEqual([]);
    if (target === 'web') return;
    const manifest = textOf(entries, 'imsmanifest.xml');
    expect(xsdErrors(manifest, target)).toEqual([]);
    expect([...manifest.matchAll(/<item identifier="([^"]+)"/g)].map(([, id]) => id)).toEqual(['depot']);
    expect(manifest.match(/scorm[tT]ype="sco"[^>]*href="index.html"/g)).toHaveLength(1);
  });

  test('the packages of its modules are made as ever, with numbers of their own', async () => {
    expect(built.packages.map(({ file }) => file).sort()).toEqual(
      ['depot', 'matin', 'soir'].flatMap((name) => targets.map((target) => `depot/${name}.${target}.zip`)),
    );
    const alone = readContent(await built.zip('soir.scorm12'));
    expect(alone.activities.map(({ n, id }) => [n, id])).toEqual([
      [0, 'recit'],
      [1, 'rappel-soir'],
      [2, 'b-sable'],
      [3, 'b-feu'],
    ]);
    expect(alone.chapters).toBeUndefined();
  });

  test('no warning says that an LMS records only its first SCO', () => {
    const whole = built.packages.filter(({ module }) => module === undefined);
    expect(whole.map(({ target, warnings }) => [target, warnings])).toEqual(targets.map((target) => [target, []]));
    const report = JSON.parse(readFileSync(join(built.out, 'build.json'), 'utf8'));
    expect(report.packages.filter((one: PackageReport) => one.module === undefined)).toHaveLength(targets.length);
  });

  test('carries the first page and the outline of all others, whatever their chapter', async () => {
    const entries = await built.zip('depot.scorm2004-4');
    const page = textOf(entries, 'index.html');
    expect([...page.matchAll(/id="p-([^"]+)"/g)].map(([, id]) => id)).toEqual(['quai', 'bilan-matin-page', 'terminus']);
    expect([...page.matchAll(/class="c-over">([^<]+)/g)].slice(0, 3).map(([, title]) => title)).toEqual([
      'Le matin',
      'Le matin',
      'Le soir',
    ]);
    expect([page.includes('id="a-q-frein"'), page.includes('id="a-recit"')]).toEqual([true, false]);
    // Minutes stand on the first page of each chapter.
    expect([...page.matchAll(/(\d+)&nbsp;minutes environ|(\d+)\u00a0minutes environ/g)].map(([, one, other]) => one ?? other)).toEqual([
      '20',
      '15',
    ]);
    const rest = textOf(entries, 'pages.js');
    for (const id of ['bilan-matin', 'recit', 'b-sable', 'b-sable_soir', 'b-feu_soir']) expect(rest).toContain(`id=\\"a-${id}\\"`);
    const text = textOf(entries, 'text.html');
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect([...text.matchAll(/<h1/g)].length).toBeGreaterThan(3);
    // Words with a definition are those of all chapters.
    for (const word of ['bogie', 'caténaire']) expect(text).toContain(`>${word}<`);
  });

  test('its scripts know chapters, those of a module do not', async () => {
    const [whole, module] = [await built.zip('depot.scorm12'), await built.zip('matin.scorm12')];
    expect(textOf(whole, 'content.js')).toContain('results.chapter.passed');
    expect(textOf(module, 'content.js')).not.toContain('results.chapter');
    expect(textOf(whole, 'runtime.js').length).toBeGreaterThan(textOf(module, 'runtime.js').length + 1000);
  });
});

test('a second build finds the packages as they are', async () => {
  const project = dayProject();
  const first = await buildDay({}, targets, project);
  const second = await buildDay({}, targets, project);
  expect(second.packages).toEqual(first.packages);
});

describe('a cohort', () => {
  const night = session(
    'nuit',
    'La nuit',
    'completion: visited',
    `# Le dépôt {#depot-nuit only=nuit}\n\n${question('q-nuit', 'La {{lampe}}')}`,
  );
  const files: Files = {
    ...night,
    'course.yaml': courseFile(['matin', 'nuit', 'soir'], 'variables: { lampe: lampe }\n'),
    'soir.md': `${EVENING['soir.md']}\n:::choice{#q-lune only=nuit}\nLa lune ?\n\n- [x] Pleine\n- [ ] Noire\n:::\n`,
    'cohorts/garde.yaml':
      'title: Équipe de garde\ntags: [nuit]\nvariables: { lampe: lanterne }\nmodules: { matin: { pass: 80, title: L’aube }, soir: { completion: activities } }\n',
  };

  test('changes chapters as it changes modules; one of which it sees no page is none', async () => {
    const { zip } = await buildDay(files);
    const [base, guard] = [readContent(await zip('depot.scorm12')), readContent(await zip('garde/depot.scorm12'))];
    expect(base.chapters?.map(({ id, n, pass, completion }) => [id, n, pass, completion])).toEqual([
      ['matin', 0, 50, 'activities'],
      ['soir', 2, undefined, 'visited'],
    ]);
    expect(guard.chapters?.map(({ id, n, title, pass, completion }) => [id, n, title, pass, completion])).toEqual([
      ['matin', 0, 'L’aube', 80, 'activities'],
      ['nuit', 1, 'La nuit', undefined, 'visited'],
      ['soir', 2, 'Le soir', undefined, 'activities'],
    ]);
    const numbers = (content: typeof base) => new Map(content.activities.map(({ id, n }) => [id, n]));
    for (const [id, n] of numbers(base)) expect([id, numbers(guard).get(id)]).toEqual([id, n]);
    expect([numbers(guard).has('q-nuit'), numbers(guard).has('q-lune'), numbers(base).has('q-lune')]).toEqual([true, true, false]);
    expect(guard.activities.find(({ id }) => id === 'q-nuit')?.title).toBe('La lanterne\u202f?');
  });
});

describe('a course that is one SCO, for one cohort', () => {
  const nord: Files = { 'cohorts/nord.yaml': 'title: Nord\ntags: [nord]\n' };
  const whole = (files: Files = {}, cohort?: string) => {
    const { course } = openDepot(dayProject({ ...nord, ...files }));
    if (!course) throw new Error('no course');
    const [one = null] = cohort === undefined ? [] : cohortsOf(course.source, [cohort]);
    return resolveWhole(course, one, engine.types, new Diagnostics());
  };

  test('has the chapters with their rules, the minutes of all, and activities by their number', () => {
    const { content, pages, pace, cover } = whole();
    expect(content.chapters).toStrictEqual([
      { id: 'matin', n: 0, title: 'Le matin', minutes: 20, completion: 'activities', pass: 50, onFail: 'incomplete', pages: 2 },
      { id: 'soir', n: 1, title: 'Le soir', minutes: 15, completion: 'visited', onFail: 'incomplete', pages: 1 },
    ]);
    expect([content.id, content.title, content.course, content.minutes, content.completion, content.onFail, pace]).toEqual([
      'depot',
      'Une journée au dépôt',
      'depot',
      35,
      'activities',
      'incomplete',
      'page',
    ]);
    const numbers = content.activities.map(({ n }) => n);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const { course } = openDepot(dayProject());
    if (!course) throw new Error('no course');
    // Sessions that changed places keep the numbers of their activities.
    const turned = resolveWhole({ ...course, modules: [...course.modules].reverse() }, null, engine.types, new Diagnostics()).content;
    expect(turned.activities.map(({ n }) => n)).toEqual(numbers);
    expect(turned.pages.map(({ id }) => id)).toEqual(['terminus', 'quai', 'bilan-matin-page']);
    expect([pages.length, content.pages.length, cover.aims]).toEqual([3, 3, []]);
    expect(['organisation' in content, 'old' in content, content.line.length]).toEqual([false, false, 5]);
    expect([content.courseTitle, content.lang, content.competencies.map(({ id }) => id)]).toEqual([
      'Une journée au dépôt',
      'fr',
      ['freiner', 'rouler'],
    ]);
    const named = whole({ 'course.yaml': `${DAY['course.yaml']}organisation: "L'école"\n` }).content;
    expect(named.organisation).toBe('L’école');
  });

  test('has the cover of its first chapter, or an empty one without chapters', () => {
    const led = (file: unknown, lead: string): string => String(file).replace('completion:', `lead: ${lead}\ncompletion:`);
    const files = { 'matin.md': led(DAY['matin.md'], 'Tôt.'), 'soir.md': led(DAY['soir.md'], 'Tard.') };
    expect(whole(files).cover).toEqual({ lead: 'Tôt.', aims: [] });
    const { course } = openDepot(dayProject(files));
    if (!course) throw new Error('no course');
    expect(resolveWhole({ ...course, modules: [] }, null, engine.types, new Diagnostics())).toMatchObject({
      cover: { aims: [] },
      content: { chapters: [], minutes: 0 },
    });
  });

  test('has the texts for scores of each session', () => {
    const matin = String(DAY['matin.md']).replace('pass: 50', 'pass: 50\nbands: [{ from: 70, text: Bien. }]');
    const [first, second] = whole({ 'matin.md': matin }).content.chapters ?? [];
    expect([first?.bands?.map(({ from }) => from), second?.bands]).toEqual([[70], undefined]);
  });

  test('keeps the line of a lock of the first version', () => {
    const { course } = openDepot(dayProject());
    if (!course) throw new Error('no course');
    const { line, old } = resolveWhole({ ...course, lock: { ...course.lock, old: true } }, null, engine.types, new Diagnostics()).content;
    expect([line, old]).toEqual([course.lock.line, true]);
  });

  test('has a certificate if one of its sessions has', () => {
    expect(whole().certificate).toBe(false);
    const soir = String(EVENING['soir.md']).replace('completion: visited', 'completion: visited\ncertificate: true');
    expect(whole({ 'soir.md': soir }).certificate).toBe(true);
  });

  test('leaves out sessions that have no page for it, and competencies that none uses', () => {
    const soir = String(EVENING['soir.md'])
      .replace('{#terminus}', '{#terminus only=nord}')
      .replace(/::quiz.*\n/, '');
    const chapters = (cohort?: string) => whole({ 'soir.md': soir }, cohort).content.chapters?.map(({ id }) => id);
    expect([chapters(), chapters('nord')]).toEqual([['matin'], ['matin', 'soir']]);
    const matin = session('matin', 'Le matin', 'completion: visited', '# Au quai {#quai}\n\nUn tram.\n');
    expect(whole({ ...matin, 'soir.md': soir }).content.competencies).toEqual([]);
  });
});
