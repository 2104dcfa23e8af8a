import { zipSync } from 'fflate';
import { DESCRIPTION, type PackagePlan } from '../../model/package.ts';
import { check, entriesOf, plansOf } from '../../pipeline.ts';
import { makeReport } from '../../results/make-report.ts';
import type { SourceFile } from '../../results/model.ts';
import { readFile } from '../../results/read/read-file.ts';
import { codebook } from '../../sheets/codebook.ts';
import { codebookOf } from '../../sheets/depot-sections.ts';
import { fileOf } from '../../stages/pack/package-report.ts';
import { keptVersions } from './kept.ts';
import type { ReportAnswer, ReportRequest } from './results-calls.ts';
import { lookAt, type World } from './world.ts';

/** Codebooks and packages that explain answers. */
interface Keys {
  readonly packages: SourceFile[];
  readonly codebooks: SourceFile[];
}

/** Finds those of all kept versions, the oldest first. */
function keptKeys({ course, files }: World): Keys {
  const all = keptVersions(course, { files }).flatMap(({ folder, release }) =>
    release.packages.map(({ file, sheets }) => ({ folder, names: [file, ...sheets] })),
  );
  const found = all.flatMap(({ folder, names }) =>
    names.flatMap((name): SourceFile[] => {
      const path = `${folder}/${name}`;
      return files.facts(path)?.kind === 'file' ? [{ name: name.replace(/^.*\//, ''), bytes: files.read(path) }] : [];
    }),
  );
  return {
    packages: found.filter(({ name }) => name.endsWith('.zip')),
    codebooks: found.filter(({ name }) => name.endsWith('.codebook.csv')),
  };
}

/** Makes the description of a package as a zip, for its titles and pages. */
function describedBy(plan: PackagePlan, { engine }: World): SourceFile {
  const entry = entriesOf(plan, engine).find(({ name }) => name === DESCRIPTION);
  const data = entry && 'data' in entry ? entry.data : '';
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return { name: fileOf(plan).replace(/^.*\//, ''), bytes: zipSync({ [DESCRIPTION]: bytes }) };
}

/** Makes those of the texts of today: for a course that was packed elsewhere. */
function keysOfTexts(world: World): Keys {
  const { course, engine } = world;
  const request = lookAt([course], ['scorm12'], ['']);
  const run = check(request, engine);
  const keys: Keys = { packages: [], codebooks: [] };
  if (run.diagnostics.failed) return keys;
  for (const checked of run.requested) {
    for (const plan of plansOf(checked, request, engine)) {
      const modules = plan.modules.map(({ content }) => content);
      const described = describedBy(plan, world);
      const bytes = codebook(modules, plan.retired, plan.target, plan.course.lang, engine.types);
      keys.packages.push(described);
      keys.codebooks.push({ name: codebookOf(described.name), bytes });
    }
  }
  return keys;
}

async function hasCodebook(files: readonly SourceFile[]): Promise<boolean> {
  for (const file of files) if ((await readFile(file, () => {})).kind === 'codebook') return true;
  return false;
}

/** Makes a report of downloads, as `cartable report` does. Nothing is stored. */
export async function report({ files, anonymous, place }: ReportRequest, world: World): Promise<ReportAnswer> {
  const kept = keptKeys(world);
  const isGiven = await hasCodebook(files);
  const source = isGiven ? 'given' : kept.codebooks.length > 0 ? 'kept' : 'texts';
  const keys = source === 'texts' ? keysOfTexts(world) : kept;
  const made = await makeReport({ folder: place, files, ...keys, anonymous, lang: world.language, isInPage: true });
  return 'errors' in made ? made : { ...made, source };
}
