import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uploadLine } from '../../build/cli/upload-line.ts';
import { targets } from '../../build/model/course-file.ts';
import type { BuildRequest } from '../../build/model/request.ts';
import { build, check } from '../../build/pipeline.ts';
import { depot, type Files, requestFor } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';
import { dayProject } from '../helpers/one-course.ts';

const HEAD = 'id: depot\ntitle: Le dépôt\npace: page\n';
const page = (id: string): string => `---\nid: ${id}\ntitle: ${id}\ncompletion: visited\n---\n\n# Page {#${id}-page}\n\nUne rame attend.\n`;

const course = (modules: readonly string[], more = ''): Files => ({
  'course.yaml': `${HEAD}modules: [${modules.join(', ')}]\n${more}`,
  ...Object.fromEntries(modules.map((id) => [`${id}.md`, page(id)])),
});

async function built(project: string, more: Partial<BuildRequest> = {}) {
  const request = requestFor(project, { targets, ...more });
  const { diagnostics, packages, stale } = await build(request, engine);
  expect(diagnostics.failed).toBe(false);
  return { packages, stale, wholes: packages.filter(({ module }) => module === undefined).map(({ target }) => target), out: request.out };
}

describe('the package of the whole course', () => {
  test('is not made of one session: it would be the same again', async () => {
    expect((await built(depot(course(['rames'])))).packages.map(({ file }) => file)).toEqual(
      targets.map((target) => `depot/rames.${target}.zip`),
    );
  });

  test('is made of several, but not in 2004, where Moodle records the first one alone', async () => {
    const { packages, wholes } = await built(depot(course(['rames', 'quais'])));
    expect(packages).toHaveLength(2 * 4 + 2);
    expect(wholes).toEqual(['scorm12', 'web']);
  });

  test.each([
    ['course-targets: [scorm2004-4, scorm12]\n', ['scorm12', 'scorm2004-4']],
    ['course-targets: []\n', []],
    ['targets: [scorm2004-3]\ncourse-targets: [scorm2004-3]\n', ['scorm2004-3']],
    ['targets: [scorm2004-3]\n', []],
    ['package: one-sco\n', [...targets]],
  ])('is what course.yaml asks for: %j', async (more, expected) => {
    expect((await built(depot(course(['rames', 'quais'], more)))).wholes).toEqual(expected);
  });

  test('is made of one session if requested', async () => {
    expect((await built(depot(course(['rames'], 'course-targets: [web]\n')))).wholes).toEqual(['web']);
    expect((await built(depot(course(['rames'], 'package: one-sco\n')), { targets: ['scorm12'] })).wholes).toEqual(['scorm12']);
  });

  test('is called stale once the course has it no longer; so is a target that is gone', async () => {
    const project = depot(course(['rames', 'quais'], 'course-targets: [scorm12]\n'));
    expect((await built(project, { targets: ['scorm12', 'web'] })).stale).toEqual([]);
    const file = join(project, 'modules/depot/course.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('course-targets: [scorm12]', 'targets: [scorm12]\ncourse-targets: []'));
    const { stale } = await built(project);
    expect(stale.filter((file) => file.endsWith('.zip'))).toEqual([
      'depot/depot.scorm12.zip',
      'depot/quais.web.zip',
      'depot/rames.web.zip',
    ]);
  });
});

// New courses are for SCORM 1.2 alone, and were warned of what SCORM 2004 can't carry.
test('nothing is reported about a target that the course does not have', () => {
  const question = (n: number): string => `:::choice{#q-${n}}\nQuel feu ${n} ?\n\n- [x] Le vert\n- [ ] Le rouge\n:::\n`;
  const text = `${page('rames')}\n${Array.from({ length: 200 }, (_, n) => question(n)).join('\n')}`;
  const codes = (more: string): string[] => {
    const { diagnostics } = check(requestFor(depot({ ...course(['rames'], more), 'rames.md': text }), { targets }), engine);
    return diagnostics.list.map(({ code }) => code);
  };
  expect(codes('')).toEqual(['leaving-page-too-large']);
  expect(codes('targets: [scorm12]\n')).toEqual([]);
  expect(codes('package: one-sco\n')).toEqual(['leaving-page-too-large', 'leaving-course-too-large']);
  expect(codes('package: one-sco\ncourse-targets: [scorm12]\n')).toEqual(['leaving-page-too-large']);
});

describe('the last line of a build names the file to upload and its sheet', () => {
  const lineOf = async (project: string, more: Partial<BuildRequest> = {}): Promise<string> => {
    const { packages, out } = await built(project, more);
    return uploadLine(packages, out, 'fr').replaceAll(/[^\s(]*\/depot\//g, '');
  };

  test('of one session, its SCORM 1.2 package', async () => {
    expect(await lineOf(depot(course(['rames'])))).toBe('À déposer dans Moodle : rames.scorm12.zip, en suivant rames.scorm12.depot.html');
  });

  test('of several, one of them, without a cohort first', async () => {
    const cohort = { 'cohorts/nuit.yaml': 'title: La nuit\n' };
    expect(await lineOf(depot({ ...course(['rames', 'quais']), ...cohort }))).toBe(
      'À déposer dans Moodle, un seul fichier par activité : quais.scorm12.zip (une promotion : le même nom dans son dossier, nuit/…), en suivant le .depot.html qui est à côté.',
    );
    expect(await lineOf(depot(course(['rames', 'quais'])))).toBe(
      'À déposer dans Moodle, un seul fichier par activité : quais.scorm12.zip, en suivant le .depot.html qui est à côté.',
    );
  });

  test('of a course that is one SCO, that of the course', async () => {
    expect(await lineOf(dayProject())).toBe('À déposer dans Moodle : depot.scorm12.zip, en suivant depot.scorm12.depot.html');
  });

  test('what Moodle keeps best, where there is no SCORM 1.2; nothing for the web', async () => {
    const project = depot(course(['rames']));
    expect(await lineOf(project, { targets: ['scorm2004-3', 'scorm2004-4'] })).toContain(': rames.scorm2004-4.zip');
    expect(await lineOf(project, { targets: ['web'] })).toBe('');
  });
});
