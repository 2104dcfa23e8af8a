import { rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { requestOf, runBuild, runValidate, showDiagnostics } from '../../build/cli/build.ts';
import { count, fill, strings } from '../../build/cli/strings.ts';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { Memo } from '../../build/memo.ts';
import { targets } from '../../build/model/course-file.ts';
import { depot, type Files } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';

afterEach(() => vi.restoreAllMocks());

const session = (id: string): Files => ({
  [`${id}.md`]: `---\nid: ${id}\ntitle: Les ${id}\ncompletion: visited\n---\n\n# Le quai {#p-${id}}\n\nUne rame attend.\n`,
});
const course = (modules: string, made: string): Files => ({
  'course.yaml': `id: depot\ntitle: Au dépôt\nlang: fr\ntargets: [${made}]${made.includes('2004') ? `\ncourse-targets: [${made}]` : ''}\nmodules: [${modules}]\n`,
});

test('without options a request has every target, and the names are looked up', () => {
  const { context } = commandContext('/projet');
  const { progress, ...request } = requestOf(['depot/rames'], {}, context);
  expect([typeof progress, request]).toEqual([
    'function',
    {
      modules: join('/projet', 'modules'),
      out: join('/projet', 'dist'),
      names: ['depot/rames'],
      targets,
      cohorts: [],
      frozen: false,
      coursePackages: true,
      sheets: false,
    },
  ]);
});

test('mistakes of the command itself stand last, in both directions', () => {
  const { context, complaints } = commandContext('/projet');
  const diagnostics = new Diagnostics();
  diagnostics.error('no-such-name', { file: '/a', line: 1, column: 1 }, { name: 'x', near: '', list: 'y' });
  diagnostics.error('empty-quiz', { file: '/b', line: 1, column: 1 });
  expect(showDiagnostics(diagnostics, false, context)).toBe(true);
  expect(complaints.map((text) => /(?:no-such-name|empty-quiz)/.exec(text)?.[0])).toEqual(['empty-quiz', 'no-such-name', undefined]);
  expect(complaints.at(-1)).toBe(count('errors', { n: 2 }, 'fr'));
});

test('a build shows its warnings once, what is stale, and what to upload', async () => {
  const project = depot({ ...course('rames, quais', 'scorm2004-4, scorm2004-3'), ...session('rames'), ...session('quais') });
  const first = commandContext(project);
  expect(await runBuild([], {}, first.context)).toBe(0);
  const notice = fill(strings.fr.notice, { text: strings.fr['several-scos-in-2004'] });
  expect(first.printed.filter((line) => line === notice)).toHaveLength(1);
  const built = count('built', { n: 6, out: relative(process.cwd(), join(project, 'dist')) }, 'fr');
  expect(first.printed.indexOf(built)).toBeGreaterThan(first.printed.indexOf(notice));
  expect(first.printed.at(-1)).toContain('scorm2004-4');

  const folder = join(project, 'modules/depot');
  writeFileSync(join(folder, 'course.yaml'), String(course('rames', 'scorm2004-4, scorm2004-3')['course.yaml']));
  rmSync(join(folder, 'quais.md'));
  const second = commandContext(project);
  expect(await runBuild(['rames'], { target: ['scorm2004-4'], course: false }, second.context)).toBe(0);
  const stale = second.printed.find((text) => text.startsWith(strings.fr.stale));
  expect(stale?.split('\n').slice(1)).toEqual(expect.arrayContaining(['  depot/quais.scorm2004-3.zip', '  depot/quais.scorm2004-4.zip']));
  expect(second.printed.join('\n')).not.toContain(strings.fr['several-scos-in-2004']);
  const other = commandContext(project);
  expect(await runBuild(['rames'], { target: ['scorm2004-4'], course: false, json: true }, other.context)).toBe(0);
  expect(JSON.parse(other.printed.join('')).stale).toContain('depot/quais.scorm2004-4.zip');
});

test('a package of a session that no longer exists is stale; a session may be named by its file', async () => {
  const project = depot({ ...course('rames, quais', 'web'), ...session('rames'), ...session('quais') });
  expect(await runBuild([], { course: false }, commandContext(project).context)).toBe(0);
  const counted = commandContext(project);
  expect([runValidate(['modules/depot/quais.md'], {}, counted.context), counted.printed]).toEqual([0, [count('valid', { n: 1 }, 'fr')]]);
  writeFileSync(join(project, 'modules/depot/course.yaml'), String(course('rames', 'web')['course.yaml']));
  rmSync(join(project, 'modules/depot/quais.md'));
  const { context, printed } = commandContext(project);
  expect(await runBuild([], { course: false }, context)).toBe(0);
  expect(printed).toContain([strings.fr.stale, '  depot/quais.web.depot.html', '  depot/quais.web.zip'].join('\n'));
  expect(printed.at(-1)).toBe(count('built', { n: 1, out: relative(process.cwd(), join(project, 'dist')) }, 'fr'));
});

test('a package for the web is not uploaded; a build in this folder names it by a dot', async () => {
  const project = depot({ ...course('rames', 'web'), ...session('rames') });
  const { context, printed } = commandContext(project);
  vi.spyOn(process, 'cwd').mockReturnValue(project);
  expect(await runBuild([], { course: false, out: project, frozen: false, target: ['scorm12'] }, context)).toBe(0);
  expect(printed).toEqual([fill(strings.fr.noTarget, { targets: 'scorm12' }), count('built', { n: 0, out: '.' }, 'fr')]);
});

test('a first lock is explained by a notice, and JSON has the packages and what is stale', async () => {
  const { context, printed, complaints } = commandContext(depot({ ...course('rames', 'web'), ...session('rames') }));
  expect(await runBuild([], { course: false, json: true }, context)).toBe(0);
  const { diagnostics, packages, stale } = JSON.parse(printed.join(''));
  expect([complaints, diagnostics.length, packages.length, stale]).toEqual([[], 1, 1, []]);
  const own = { ...course('rames', 'web'), ...session('rames') };
  const others = Object.entries(own).map(([file, text]) => [`../pain/${file}`, String(text).replace('id: depot', 'id: pain')]);
  const project = depot({ ...own, ...Object.fromEntries(others) });
  const plain = commandContext(project);
  expect(await runBuild(['rames'], { course: false }, plain.context)).toBe(0);
  const note = expect.stringMatching(/course\.lock\.yaml:\d+:\d+ note /);
  expect(plain.complaints).toEqual([note, note]);
  // A check only names what a build will do.
  rmSync(join(project, 'modules/depot/course.lock.yaml'));
  const checked = commandContext(project);
  expect(runValidate(['depot'], {}, checked.context)).toBe(0);
  expect(checked.complaints).toEqual([expect.stringContaining('lock-to-restore')]);
  expect(plain.printed).toContain(count('sharedName', { name: 'rames', list: 'depot', course: 'pain', n: 1 }, 'fr'));
});

test('JSON has the mistakes by file and line, as a check and as a build that fails', async () => {
  const wrong = (id: string): Files => ({ [`${id}.md`]: `${session(id)[`${id}.md`]}\n::choix\n` });
  const project = depot({ ...course('rames, quais', 'web'), ...wrong('rames'), ...wrong('quais') });
  for (const run of [runValidate, runBuild]) {
    const { context, printed, complaints } = commandContext(project);
    expect([await run([], { json: true }, context), complaints, printed.length]).toEqual([1, [], 1]);
    const { diagnostics } = JSON.parse(printed[0] ?? '');
    expect(diagnostics.map(({ at }: { at: { file: string } }) => basename(at.file))).toEqual(['quais.md', 'rames.md']);
  }
});

test('a check keeps its results in the memo that it is given', () => {
  const memo = new Memo();
  const keep = vi.spyOn(memo, 'keep');
  const { context } = commandContext(depot({}));
  expect([runValidate([], {}, context, memo), keep.mock.calls.length > 0]).toEqual([0, true]);
});

test('validate counts only the sessions that are asked for, and writes nothing', () => {
  const project = depot({ ...course('rames, quais', 'web'), ...session('rames'), ...session('quais') });
  const counted = (...names: readonly string[]): string[] => {
    const { context, printed } = commandContext(project);
    expect(runValidate(names, {}, context)).toBe(0);
    return printed;
  };
  expect([counted(), counted('depot'), counted('quais'), counted('depot/rames')]).toEqual(
    [2, 2, 1, 1].map((n) => [count('valid', { n }, 'fr')]),
  );
});
