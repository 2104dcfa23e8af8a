import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, requestOf, runBuild, runValidate, showDiagnostics, shownDiagnostics } from '../../build/cli/build.ts';
import type { CommandContext } from '../../build/cli/context.ts';
import { count, strings } from '../../build/cli/strings.ts';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

function open(project = '/projet') {
  const printed: string[] = [];
  const complained: string[] = [];
  const progress: unknown[] = [];
  const context = {
    engine,
    project,
    modules: join(project, 'modules'),
    folders: [project],
    language: 'fr',
    command: (args: string) => `cartable ${args}`,
    print: (text: string) => void printed.push(text),
    complain: (text: string) => void complained.push(text),
    progress: (...args: unknown[]) => void progress.push(args),
  } as unknown as CommandContext;
  return { context, printed, complained, progress };
}

describe('a request', () => {
  test('without options builds everything into dist/', () => {
    const { context } = open();
    expect(requestOf([], {}, context)).toMatchObject({
      modules: join('/projet', 'modules'),
      out: join('/projet', 'dist'),
      names: [],
      cohorts: [],
      frozen: false,
      coursePackages: true,
      sheets: false,
    });
    expect(requestOf([], {}, context).targets.length).toBeGreaterThan(2);
  });

  test('has what the options say', () => {
    const options: BuildOptions = { target: ['web'], cohort: ['nord'], out: '/x', frozen: true, course: false, sheets: true };
    expect(requestOf(['rames'], options, open().context)).toMatchObject({
      out: '/x',
      names: ['rames'],
      targets: ['web'],
      cohorts: ['nord'],
      frozen: true,
      coursePackages: false,
      sheets: true,
    });
  });

  test('shows progress, but not in JSON', () => {
    const { context, progress } = open();
    requestOf([], { json: true }, context).progress(1, 2, 'a.zip');
    requestOf([], {}, context).progress(1, 2, 'a.zip');
    expect(progress).toEqual([[1, 2, 'a.zip']]);
  });
});

describe('diagnostics', () => {
  const at = (line: number) => ({ file: '/projet/modules/depot/rames.md', line, column: 1 });

  test('are shown in order, then how many errors there are', () => {
    const { context, complained } = open();
    const diagnostics = new Diagnostics();
    diagnostics.error('empty-quiz', at(9));
    diagnostics.warning('empty-quiz', at(2));
    expect(showDiagnostics(diagnostics, false, context)).toBe(true);
    expect(complained).toHaveLength(3);
    expect([complained[0]?.includes(':2:1'), complained[1]?.includes(':9:1'), complained[2]]).toEqual([
      true,
      true,
      count('errors', { n: 1 }, 'fr'),
    ]);
  });

  test('that are no errors don’t fail', () => {
    const { context, complained } = open();
    const diagnostics = new Diagnostics();
    diagnostics.warning('empty-quiz', at(2));
    expect([showDiagnostics(diagnostics, false, context), complained.length]).toEqual([false, 1]);
    expect(showDiagnostics(new Diagnostics(), false, context)).toBe(false);
  });

  test('are not shown in JSON, and fail as well', () => {
    const { context, complained } = open();
    const diagnostics = new Diagnostics();
    expect(showDiagnostics(diagnostics, true, context)).toBe(false);
    diagnostics.error('empty-quiz', at(2));
    expect([showDiagnostics(diagnostics, true, context), complained]).toEqual([true, []]);
  });

  test.each([
    [shownDiagnostics, 0],
    [shownDiagnostics + 1, 1],
  ])('are %d: errors come first, and the rest is counted', (all, more) => {
    const { context, complained } = open();
    const diagnostics = new Diagnostics();
    diagnostics.notice('empty-quiz', at(1));
    for (let line = 2; line < all; line++) diagnostics.warning('empty-quiz', at(line));
    diagnostics.error('empty-quiz', at(999));
    showDiagnostics(diagnostics, false, context);
    expect(complained).toHaveLength(shownDiagnostics + more + 1);
    expect(complained[more > 0 ? 0 : shownDiagnostics - 1]).toContain(':999:1');
    expect(complained[more > 0 ? 1 : 0]).toContain(more > 0 ? ':2:1' : ':1:1');
    expect(complained[shownDiagnostics - 1]).toContain(more > 0 ? `:${shownDiagnostics}:1` : ':999:1');
    if (more > 0) expect(complained).toContain(count('more', { n: 1 }, 'fr'));
  });
});

describe('validate', () => {
  const MISTAKE = rames('# Le quai {#quai}\n\n::choix\n');

  test('counts the sessions that are good', () => {
    const { context, printed, complained } = open(depot({}));
    expect([runValidate([], {}, context), printed, complained]).toEqual([0, [count('valid', { n: 1 }, 'fr')], []]);
  });

  test('reports mistakes', () => {
    const { context, printed, complained } = open(depot(MISTAKE));
    expect([runValidate([], {}, context), printed]).toEqual([1, []]);
    expect(complained[0]).toContain('unknown-directive');
  });

  test('prints JSON alone', () => {
    const { context, printed, complained } = open(depot(MISTAKE));
    expect(runValidate([], { json: true }, context)).toBe(1);
    expect([complained, printed.length]).toEqual([[], 1]);
    expect(JSON.parse(printed[0] ?? '').diagnostics[0]).toMatchObject({ code: 'unknown-directive', severity: 'error' });
    const good = open(depot({}));
    expect([runValidate([], { json: true }, good.context), good.printed.map((text) => JSON.parse(text))]).toEqual([
      0,
      [{ diagnostics: [] }],
    ]);
  });

  test('prints annotations alone, and how many sessions are good', () => {
    const { context, printed, complained } = open(depot(MISTAKE));
    expect([runValidate([], { annotations: true }, context), complained]).toEqual([1, []]);
    expect(printed).toEqual([
      expect.stringMatching(/^::error file=\S*modules\/depot\/rames\.md,line=8,col=1,title=unknown-directive::.+%0A.+$/),
    ]);
    const many = open(depot(rames(`# Le quai {#quai}\n\n${'::choix\n\n'.repeat(shownDiagnostics + 3)}`)));
    expect(runValidate([], { annotations: true }, many.context)).toBe(1);
    const left = many.printed.filter((line) => !line.startsWith('::error '));
    expect([many.printed.length, left]).toEqual([shownDiagnostics + 1, [count('more', { n: 3 }, 'fr').trimEnd()]]);
    const all = open(depot(rames(`# Le quai {#quai}\n\n${'::choix\n\n'.repeat(shownDiagnostics)}`)));
    expect([runValidate([], { annotations: true }, all.context), all.printed.length]).toEqual([1, shownDiagnostics]);
    const good = open(depot({}));
    expect([runValidate([], { annotations: true }, good.context), good.printed]).toEqual([0, [count('valid', { n: 1 }, 'fr')]]);
  });
});

describe('build', () => {
  test('reports mistakes, and builds nothing', async () => {
    const { context, printed, complained } = open(depot(rames('# Le quai {#quai}\n\n::choix\n')));
    expect([await runBuild([], { target: ['web'] }, context), printed]).toEqual([1, []]);
    expect(complained.join('\n')).toContain('unknown-directive');
  });

  test('says what it built, and names a file to upload', async () => {
    const { context, printed } = open(depot({}));
    expect(await runBuild(['rames'], { target: ['scorm12'], course: false }, context)).toBe(0);
    expect(printed[0]).toMatch(/rames +scorm12/);
    expect(printed.at(-1)).toContain('rames.scorm12.zip');
    expect(printed).toContain(count('built', { n: 1, out: relative(process.cwd(), join(context.project, 'dist')) }, 'fr'));
  });

  test('of a target that the course doesn’t have builds nothing, and says so', async () => {
    const { context, printed } = open(
      depot({ 'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\ntargets: [scorm12]\n' }),
    );
    expect(await runBuild([], { target: ['web'] }, context)).toBe(0);
    expect(printed[0]).toBe(strings.fr.noTarget.replace('{targets}', 'web'));
  });

  test('prints JSON alone', async () => {
    const { context, printed } = open(depot({}));
    expect(await runBuild([], { target: ['web'], course: false, json: true }, context)).toBe(0);
    expect(printed).toHaveLength(1);
    const { diagnostics, packages } = JSON.parse(printed[0] ?? '');
    expect([diagnostics.filter(({ severity }: { severity: string }) => severity === 'error'), packages.length]).toEqual([[], 1]);
  });
});
