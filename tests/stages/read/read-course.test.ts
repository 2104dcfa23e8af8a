import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { LARGEST_TEXT } from '../../../build/files/folder.ts';
import { MemoryFiles } from '../../../build/host/browser/files.ts';
import type { FileFacts } from '../../../build/host/host.ts';
import { readBank, readCourse, readModule } from '../../../build/stages/read/read.ts';

const COURSE = 'id: depot\ntitle: Dépôt\nmodules: [rames, quais]\n';
const session = (id: string, body = ''): string => `---\nid: ${id}\ntitle: ${id}\n---\n\n# Quai {#quai-${id}}\n\n${body}`;

/** Files in memory. The system lets nobody read some of them; others have the size that a test gives. */
class GuardedFiles extends MemoryFiles {
  readonly locked = new Set<string>();
  readonly sizes = new Map<string, number>();
  readonly links = new Set<string>();

  override facts(path: string): FileFacts | null {
    const facts = super.facts(path);
    return facts && { ...facts, ...(this.links.has(path) && { kind: 'link' as const }), bytes: this.sizes.get(path) ?? facts.bytes };
  }

  override list(path: string): readonly string[] {
    if (this.locked.has(path)) throw Object.assign(new Error('locked'), { code: 'EACCES' });
    return super.list(path);
  }

  override head(path: string, length: number): Uint8Array {
    if (this.locked.has(path)) throw Object.assign(new Error('locked'), { code: 'EACCES' });
    return super.head(path, length);
  }
}

/** Reads a course of the depot with more files. @param guard locks files, or changes their sizes */
function read(more: Readonly<Record<string, string>>, guard: (files: GuardedFiles) => void = () => undefined) {
  const files = new GuardedFiles();
  for (const [path, text] of Object.entries({ 'course.yaml': COURSE, ...more })) files.put(`/depot/${path}`, text);
  guard(files);
  const diagnostics = new Diagnostics();
  const course = readCourse(files, '/depot', diagnostics);
  const found = () => diagnostics.list.map(({ code, at, values }) => [code, `${at.file}:${at.line}:${at.column}`, values]);
  return { course, diagnostics, found };
}

/** Reads a session of a course. */
function readSession(id: string, more: Readonly<Record<string, string>>, guard?: (files: GuardedFiles) => void) {
  const { course, diagnostics, found } = read(more, guard);
  if (!course) throw new Error(JSON.stringify(found()));
  return { module: readModule(course, id, diagnostics), found };
}

test('cohorts that can’t be listed are reported, and the course is read without them', () => {
  const { course, found } = read({ 'cohorts/nuit.yaml': 'title: Nuit\n' }, (files) => files.locked.add('/depot/cohorts'));
  expect([course?.cohorts, found()]).toEqual([[], [['not-readable', 'cohorts:1:1', { file: 'cohorts', why: 'EACCES' }]]]);
});

test('a cohort has its name as title if it has none; one with a mistake is kept, one that can’t be read is not', () => {
  const { course, found } = read(
    { 'cohorts/jour.yml': 'tags: [jour]\n', 'cohorts/nuit.yaml': 'title: Nuit\npass: 60\n', 'cohorts/soir.yaml': 'title: Soir\n' },
    (files) => files.locked.add('/depot/cohorts/soir.yaml'),
  );
  expect(course?.cohorts.map(({ name, file }) => [name, file.value.title, file.isBroken])).toEqual([
    ['jour', 'jour', true],
    ['nuit', 'Nuit', true],
  ]);
  expect(found().map(([code, place]) => [code, place])).toEqual([
    ['missing-key', 'cohorts/jour.yml:1:1'],
    ['cohort-key', 'cohorts/nuit.yaml:2:1'],
    ['not-readable', 'cohorts/soir.yaml:1:1'],
  ]);
});

test('a cohort’s file in capitals is reported; a mistake in the course does not hide it', () => {
  const { course, found } = read({ 'course.yaml': 'id: [\n', 'cohorts/nuit.YAML': 'title: Nuit\n' });
  expect([course, found().map(([code]) => code)]).toEqual([null, ['yaml-not-closed', 'cohort-name']]);
});

test('a session that isn’t listed is reported though a file is in the place of the cohorts; the course is named as it was asked for', () => {
  const { course, found } = read({ cohorts: 'x', 'voies.md': session('voies') });
  expect([course, found().map(([code]) => code)]).toEqual([null, ['cohort-name', 'unlisted-module']]);
  const files = new MemoryFiles();
  files.put('/depot/course.yaml', COURSE);
  const moved = readCourse(files, '/depot/../depot', new Diagnostics());
  expect([moved?.shown, moved?.folder.root]).toEqual(['/depot/../depot', '/depot']);
});

test('the file of another session is none of one that is missing, whatever its id', () => {
  const { module, found } = readSession('rames', { 'quais.md': session('rames') });
  expect([module, found()]).toEqual([null, [['missing-module', 'course.yaml:3:11', { id: 'rames', near: 'quais' }]]]);
});

test('of several files with the id of a missing session the first is named', () => {
  const { found } = readSession('rames', { 'c.md': session('rames'), 'b.md': session('rames'), 'a.md': session('voies') });
  expect(found().at(-1)).toEqual(['module-file-name', 'course.yaml:3:11', { id: 'rames', file: 'b.md' }]);
});

test('a session is looked for in files of up to 2 MiB that can be read', () => {
  const code = (guard: (files: GuardedFiles) => void) => readSession('rames', { 'seance.md': session('rames') }, guard).found()[0]?.[0];
  expect([
    code((files) => files.sizes.set('/depot/seance.md', LARGEST_TEXT)),
    code((files) => files.sizes.set('/depot/seance.md', LARGEST_TEXT + 1)),
    code((files) => files.locked.add('/depot/seance.md')),
    code((files) => files.links.add('/depot/seance.md')),
  ]).toEqual(['module-file-name', 'missing-module', 'missing-module', 'missing-module']);
});

test('a bank without a title has its file as title', () => {
  const { course, diagnostics } = read({ 'banks/freins.md': '---\n---\n\nUn texte.\n' });
  const bank = course && readBank(course, 'banks/freins.md', { file: 'rames.md', line: 9, column: 3 }, diagnostics);
  expect([bank?.front.value.title, bank?.isSound, diagnostics.list.map(({ code }) => code)]).toEqual([
    'banks/freins.md',
    false,
    ['missing-key'],
  ]);
});

test('a file that is missing in the place of another is reported where the cohort names it', () => {
  const { found } = readSession('rames', {
    'rames.md': session('rames', '::include{file="un.md"}\n'),
    'un.md': 'Un.\n',
    'cohorts/nuit.yaml': 'title: Nuit\nincludes: { un.md: absent.md }\n',
  });
  expect(found()).toEqual([['missing-asset', 'cohorts/nuit.yaml:2:20', { file: 'absent.md', near: '' }]]);
});

test('the second session of the list is reported at its place', () => {
  expect(readSession('quais', {}).found()).toEqual([['missing-module', 'course.yaml:3:18', { id: 'quais', near: '' }]]);
});

test('mistakes in front matter have their lines of the file, and what was reported before leaves a session sound', () => {
  const { module, found } = readSession('rames', {
    'rames.md': session('rames').replace('---\n', '\n---\n').replace('title', 'titel'),
  });
  expect([module?.isSound, found().map(([code, place]) => [code, place])]).toEqual([false, [['unknown-key', 'rames.md:4:1']]]);
  const { course, diagnostics } = read({ 'rames.md': session('rames') });
  diagnostics.error('no-course', { file: 'x', line: 1, column: 1 }, { path: 'x' });
  expect(course && readModule(course, 'rames', diagnostics)?.isSound).toBe(true);
});

test('a session that includes itself is a loop; callouts are in the language of the course', () => {
  const { module, found } = readSession('rames', { 'rames.md': session('rames', '::include{file="rames.md"}\n') });
  expect(module?.blocks.map(({ kind }) => kind)).toEqual(['heading']);
  expect(found()).toEqual([['include-loop', 'rames.md:8:1', { chain: 'rames.md → rames.md' }]]);
  const english = readSession('rames', {
    'course.yaml': `${COURSE}lang: en\n`,
    'rames.md': session('rames', '> [!WARNING]\n> Mind the gap.\n'),
  });
  const html = english.module?.blocks.map((block) => (block.kind === 'directive' ? '' : block.html())).join('');
  expect([english.found(), html?.includes('Warning'), html?.includes('Attention')]).toEqual([[], true, false]);
});
