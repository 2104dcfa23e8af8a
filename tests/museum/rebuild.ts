import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { readContent } from '../e2e/read-content.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { question, session } from '../helpers/one-course.ts';
import { readZip } from '../helpers/read-zip.ts';
import { COURSES, folderOf, type KeptCourse, packageIn, TARGETS, type Version } from './kept.ts';

/** Copies the sources and locks of a release: a build may write to a lock. @returns the project's folder */
export function copyOf(release: string): string {
  const project = mkdtempSync(join(tmpdir(), 'cartable-museum-'));
  cpSync(join(folderOf(release), 'modules'), join(project, 'modules'), { recursive: true });
  return project;
}

/** Builds all courses of a copy with today's program. @returns the output folder */
export function build(project: string, versions: readonly Version[], ...more: readonly string[]): string {
  const targets = versions.flatMap((version) => ['--target', TARGETS[version]]);
  return buildPackages(project, ...COURSES.map(({ unit }) => unit), '--cohort', 'base', ...targets, ...more);
}

/** Reads the module of a package that today's program built: all targets share it. */
export async function contentOf(packages: string, kept: KeptCourse): Promise<ModuleContent> {
  return readContent(await readZip(packageIn(packages, kept, '1.2')));
}

function edit(project: string, file: string, ...changes: readonly (readonly [from: string | RegExp, to: string])[]): void {
  const path = join(project, 'modules', file);
  const text = changes.reduce(
    (before, [from, to]) => {
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} has no ${from}`);
      return after;
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
}

/** Ids that `rewrite` adds, by course. `part`: the activity that gets one more part. */
export const ADDED: Readonly<Record<string, { page: string; chapter?: string; activity: string; part: string }>> = {
  'partenariats-reseaux': { page: 'p-neuve', activity: 'q-neuve', part: 's1-coup-oeil' },
  depot: { page: 'p-neuve', chapter: 'midi', activity: 'q-neuve', part: 'q-frein' },
};

/** Edits the texts of a copy as an author does: adds something in front of everything else, and removes something. */
export function rewrite(project: string): void {
  const page = `# Du neuf {#p-neuve}\n\n${question('q-neuve', 'La porte')}\n`;
  edit(
    project,
    'partenariats-reseaux/seance-1.md',
    ['# Avant de commencer', `${page}# Avant de commencer`],
    [/(\{#s1-coup-oeil[\s\S]*?\n\n)(?=- \[)/, '$1- [ ] Le vent ouvre la porte du centre.\n'],
    [/:::timeline\{#s1-frise[\s\S]*?\n:::\n/, ''],
  );
  edit(project, 'depot/matin.md', [/(\{#q-frein[\s\S]*?\n\n)(?=- \[)/, '$1- [ ] Le vent\n']);
  edit(project, 'depot/soir.md', [/:::choice\{#q-porte[\s\S]*?\n:::\n/, '']);
  edit(project, 'depot/course.yaml', ['modules: [', 'modules: [midi, ']);
  writeFileSync(join(project, 'modules/depot/midi.md'), String(session('midi', 'Midi', 'completion: visited', page)['midi.md']));
}
