// @vitest-environment happy-dom
// In a page of its own: what stands in for modules must not reach other tests.
import { beforeEach, expect, test, vi } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { helpTexts } from '../../build/cli/help-texts.ts';
import { createProgram } from '../../build/cli/program.ts';
import type { Task } from '../../build/cli/program-parts.ts';

const { calls, called } = vi.hoisted(() => {
  const calls: unknown[][] = [];
  /** Makes a function that records its arguments; its exit code is 3. */
  const called =
    (name: string) =>
    async (...args: unknown[]): Promise<number> => {
      calls.push([name, ...args]);
      return 3;
    };
  return { calls, called };
});
vi.mock('../../build/cli/build.ts', () => ({ runBuild: called('build'), runValidate: called('validate') }));
vi.mock('../../build/cli/watch-build.ts', () => ({ runWatch: called('watch') }));
vi.mock('../../build/cli/watch-validate.ts', () => ({ runWatchValidate: called('watch-validate') }));
vi.mock('../../build/cli/ids.ts', () => ({ runIds: called('ids') }));
vi.mock('../../build/cli/new.ts', () => ({ runNew: called('new') }));
vi.mock('../../build/cli/lock-merge.ts', () => ({ runLockMerge: called('lock-merge') }));
vi.mock('../../build/cli/report.ts', () => ({ runReport: called('report') }));
vi.mock('../../build/cli/verify.ts', () => ({ runVerify: called('verify') }));
vi.mock('../../build/cli/studio.ts', () => ({ runStudio: called('studio') }));
vi.mock('../../build/cli/preview.ts', () => ({ runPreview: called('preview') }));
vi.mock('../../build/cli/present.ts', () => ({ runPresent: called('present') }));
vi.mock('../../build/cli/list.ts', () => ({ runList: called('list') }));
vi.mock('../../build/cli/gallery.ts', () => ({ runGallery: called('gallery') }));
vi.mock('../../build/cli/schemas.ts', () => ({ runSchemas: called('schemas') }));
vi.mock('../../build/cli/snippets.ts', () => ({ runSnippets: called('snippets') }));

beforeEach(() => void calls.splice(0));

async function call(args: readonly string[], language: 'fr' | 'en' = 'fr') {
  const [out, tasks]: [string[], Task[]] = [[], []];
  const program = createProgram({
    language,
    version: '1.2.3',
    output: { writeOut: (text) => void out.push(text), writeErr: (text) => void out.push(text) },
    run: async (task) => void tasks.push(task),
  });
  await program.parseAsync(args, { from: 'user' }).catch(() => undefined);
  return { tasks, out: out.join('') };
}

const PLAIN = { engine: 'plain', readTypes: async () => 'own' } as unknown as CommandContext;
const OWN = { ...PLAIN, engine: 'own' };

test.each<[string, unknown[], object]>([
  ['build', ['build', [], { course: true }], OWN],
  [
    'build rames soir --target web --target scorm12 --cohort nord --out x --frozen --no-course --sheets --json',
    [
      'build',
      ['rames', 'soir'],
      { target: ['web', 'scorm12'], cohort: ['nord'], out: 'x', frozen: true, course: false, sheets: true, json: true },
    ],
    OWN,
  ],
  ['build --watch', ['watch', [], { course: true, watch: true }], OWN],
  ['validate rames --json', ['validate', ['rames'], { json: true }], OWN],
  ['validate --annotations', ['validate', [], { annotations: true }], OWN],
  ['validate rames --watch', ['watch-validate', ['rames'], { watch: true }], OWN],
  ['ids rames', ['ids', ['rames'], false], OWN],
  ['ids --write', ['ids', [], true], OWN],
  ['new course Pain', ['new', 'course', 'Pain', {}], PLAIN],
  ['new activity Tri', ['new', 'activity', 'Tri', {}], PLAIN],
  ['new module Pain --course depot', ['new', 'module', 'Pain', { course: 'depot' }], OWN],
  ['lock merge a b --out c', ['lock-merge', 'a', 'b', { out: 'c' }], PLAIN],
  [
    'report d --package a.zip --package b.zip --codebook c.csv --out x --anonymous --json',
    ['report', 'd', { package: ['a.zip', 'b.zip'], codebook: ['c.csv'], out: 'x', anonymous: true, json: true }],
    PLAIN,
  ],
  ['verify a.zip --html b.html --json', ['verify', 'a.zip', { html: 'b.html', json: true }], PLAIN],
  ['studio --port 80 --open', ['studio', { port: 80, open: true }], PLAIN],
  ['preview rames --port 80 --open --host', ['preview', ['rames'], { port: 80, open: true, host: true }], OWN],
  ['present rames --cohort nord --port 80', ['present', ['rames'], { cohort: ['nord'], port: 80, open: true }], OWN],
  ['present --no-open', ['present', [], { open: false }], OWN],
  ['list', ['list'], PLAIN],
  ['gallery', ['gallery'], OWN],
  ['schemas', ['schemas'], PLAIN],
  ['snippets', ['snippets'], OWN],
])('%s: gets its arguments, and the types of the project where it reads texts', async (line, expected, context) => {
  const { tasks } = await call(line.split(' '));
  expect(tasks).toHaveLength(1);
  expect([await tasks[0]?.(PLAIN), calls]).toEqual([3, [[...expected, context]]]);
});

type Key = keyof (typeof helpTexts)['fr'];

/** Texts that the help of each command shows, beside its exit codes. */
const SHOWN: Readonly<Record<string, readonly Key[]>> = {
  build: [
    'build',
    'namesAbout',
    'targetAbout',
    'cohortAbout',
    'out',
    'outAbout',
    'frozen',
    'noCourse',
    'sheets',
    'watch',
    'json',
    'lang',
    'exits',
  ],
  validate: ['validate', 'namesChecked', 'watchChecked', 'annotations', 'json', 'exits'],
  ids: ['ids', 'namesIds', 'write', 'exitsIds'],
  new: ['new', 'kindAbout', 'nameAbout', 'course', 'courseAbout', 'exits'],
  lock: ['lock', 'merge', 'exits'],
  'lock merge': ['merge', 'oursAbout', 'theirsAbout', 'mergeOut', 'mergeOutAbout', 'exitsMerge'],
  report: [
    'report',
    'folderAbout',
    'package',
    'packageAbout',
    'codebook',
    'codebookAbout',
    'reportOut',
    'reportOutAbout',
    'anonymous',
    'json',
    'exitsReport',
  ],
  verify: ['verify', 'zipAbout', 'html', 'htmlAbout', 'json', 'exitsVerify'],
  studio: ['studio', 'port', 'portStudio', 'openAbout', 'exits'],
  preview: ['preview', 'namesShown', 'port', 'portAbout', 'openAbout', 'hostAbout', 'exits'],
  present: ['present', 'namesPresented', 'cohortAbout', 'portPresented', 'noOpen', 'exits'],
  list: ['list', 'exits'],
  gallery: ['gallery', 'exits'],
  schemas: ['schemas', 'exits'],
  snippets: ['snippets', 'exits'],
  '': ['program', 'version', 'help', 'helpCommand', 'exits'],
};

test.each(Object.entries(SHOWN))('the help of “%s” has its texts, in both languages', async (line, keys) => {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  for (const language of ['fr', 'en'] as const) {
    const out = plain((await call([...line.split(' ').filter(Boolean), '--help'], language)).out);
    const texts: Readonly<Record<Key, string>> = helpTexts[language];
    expect([language, keys.filter((key) => !out.includes(plain(texts[key])))]).toEqual([language, []]);
  }
});

test('headings are in the user’s language; options may be after the command', async () => {
  const french = (await call(['build', '--help'])).out;
  for (const title of ['Usage :', 'Arguments :', 'Options :', 'Options de toutes les commandes :']) expect(french).toContain(title);
  expect(french).toContain('--target <cible...>');
  expect(french.replace(/\s+/g, ' ')).toContain('seulement ces cibles (scorm12, scorm2004-3, scorm2004-4, web)');
  const english = (await call(['--help'], 'en')).out;
  expect([english.includes('Usage: cartable [options] [command]'), english.includes('Commands:')]).toEqual([true, true]);
});
