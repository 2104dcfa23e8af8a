import { join } from 'pathe';
import { Diagnostics, type Position } from '../../diagnostics/diagnostics.ts';
import { asset, sizeOf } from '../../files/assets.ts';
import {
  type Folder,
  inspect,
  LARGEST_TEXT,
  namesIn,
  namesOrWhy,
  nearestFile,
  openFolder,
  readText,
  whyUnreadable,
} from '../../files/folder.ts';
import type { Files } from '../../host/host.ts';
import type { CohortSource, CourseSource, YamlFile } from '../../model/course.ts';
import { bankSchema, type CourseFile, cohortSchema, courseSchema, moduleSchema } from '../../model/course-file.ts';
import { ownValue } from '../../model/own-value.ts';
import type { BankFile, FileReader, ModuleFile, ParsedText } from '../../model/read-file.ts';
import { calloutFrame } from '../../types/callout-frame.ts';
import { idIn, splitFront } from './front-matter.ts';
import type { Environment } from './text/environment.ts';
import { expandIncludes, type Replacement } from './text/includes.ts';
import { sourceLines } from './text/source-text.ts';
import { parseBlocks } from './text/tree.ts';
import { readSound, readYaml } from './yaml.ts';

/** Reads `course.yaml` and the cohorts of a course's folder; null once something was reported. */
export function readCourse(files: Files, path: string, diagnostics: Diagnostics): CourseSource | null {
  const folder = openFolder(path, files);
  const start = { file: 'course.yaml', line: 1, column: 1 };
  if (inspect(folder, 'course.yaml') === 'missing' && inspect(folder, 'course.yml') !== 'missing') {
    diagnostics.error('course-file-name', { ...start, file: 'course.yml' }, { name: 'course.yml' });
    return null;
  }
  const text = readText(folder, 'course.yaml', start, diagnostics);
  const course = text === null ? null : readYaml(text, 'course.yaml', courseSchema, diagnostics);
  const cohorts = readCohorts(folder, diagnostics);
  if (course) findUnlisted(folder, course, diagnostics);
  return course && cohorts ? { folder, shown: path, course, cohorts } : null;
}

/** Finds the id in a file; undefined if it has none or can't be read. */
function idOf(folder: Folder, file: string): string | undefined {
  const path = join(folder.root, file);
  const facts = inspect(folder, file);
  if (typeof facts === 'string' || facts.bytes > LARGEST_TEXT || whyUnreadable(folder.files, path) !== null) return undefined;
  return idIn(new TextDecoder().decode(folder.files.read(path)));
}

/** Reports sessions that aren't built because the course doesn't list them; front matter shows that they are sessions. */
function findUnlisted(folder: Folder, course: YamlFile<CourseFile>, diagnostics: Diagnostics): void {
  const listed = new Set(course.value.modules.map((id) => `${id}.md`));
  for (const file of namesIn(folder.files, folder.root)) {
    if (!file.endsWith('.md') || listed.has(file)) continue;
    const id = idOf(folder, file);
    // A listed id with another file name is reported when its file is not found.
    if (id !== undefined && !listed.has(`${id}.md`)) diagnostics.warning('unlisted-module', course.at('modules'), { file, id });
  }
}

/** Lists the files in `cohorts/`, null if that is not a folder. */
function cohortFiles({ files, root }: Folder, diagnostics: Diagnostics): readonly string[] | null {
  const path = join(root, 'cohorts');
  const facts = files.facts(path);
  if (!facts) return [];
  if (facts.kind !== 'folder') return null;
  const names = namesOrWhy(files, path);
  if (typeof names === 'string')
    diagnostics.error('not-readable', { file: 'cohorts', line: 1, column: 1 }, { file: 'cohorts', why: names });
  return typeof names === 'string' ? [] : names;
}

/** Returns the name of a cohort, which becomes a folder of `dist/`; `base` is reserved for the version without one. */
function cohortName(file: string): string | null {
  const name = /^([a-z0-9][a-z0-9-]{0,59})\.ya?ml$/.exec(file)?.[1];
  return name === undefined || name === 'base' ? null : name;
}

function readCohorts(folder: Folder, diagnostics: Diagnostics): CohortSource[] | null {
  const found = cohortFiles(folder, diagnostics);
  if (!found) diagnostics.error('cohort-name', { file: 'cohorts', line: 1, column: 1 }, { name: 'cohorts' });
  // Some editors append an extension of their own, which Windows hides.
  const files = (found ?? []).filter((name) => /\.ya?ml(?:\.(?:txt|md|rtf|docx?))?$/i.test(name) && !name.startsWith('.'));
  const cohorts: CohortSource[] = [];
  for (const base of files) {
    const file = `cohorts/${base}`;
    const name = cohortName(base);
    if (name === null || cohorts.some((cohort) => cohort.name === name)) {
      diagnostics.error('cohort-name', { file, line: 1, column: 1 }, { name: base });
      continue;
    }
    const text = readText(folder, file, { file, line: 1, column: 1 }, diagnostics);
    // A cohort with a mistake is not used later, but doesn't hide other errors.
    if (text !== null) cohorts.push({ name, file: readSound(text, file, cohortSchema, { title: name }, diagnostics, 0, 'cohort-key') });
  }
  return found && cohorts;
}

function environment(source: CourseSource, file: string, lines: readonly string[], diagnostics: Diagnostics): Environment {
  return {
    file,
    lang: source.course.value.lang,
    lines,
    report: (code, at, values) => diagnostics.error(code, at, values),
    warn: (code, at, values) => diagnostics.warning(code, at, values),
    pageLinks: [],
    variables: [],
    reached: new Map(),
    notes: new Map(),
    asset: (address, at) => asset(source.folder, address, at, diagnostics),
    pictureSize: (path) => sizeOf(source.folder, path),
    callout: (kind) => calloutFrame(kind, source.course.value.lang),
  };
}

/** Lists the files that take the place of one for cohorts. */
function replacementsOf({ cohorts }: CourseSource, path: string): Replacement[] {
  return cohorts.flatMap(({ name, file }) => {
    const other = ownValue(file.value.includes, path);
    return other === undefined ? [] : [{ file: other, cohorts: [name], at: file.at('includes', path) }];
  });
}

/** Parses a file. @param lines of the file, from `sourceLines` */
function parseText(source: CourseSource, file: string, lines: readonly string[], diagnostics: Diagnostics): ParsedText {
  const env = environment(source, file, lines, diagnostics);
  const included = new Set<string>();
  const blocks = expandIncludes(parseBlocks(lines.join('\n'), env), {
    chain: [file],
    read: (path, from) => readText(source.folder, path, from, diagnostics),
    parse: (path, content) => {
      const inner = sourceLines(content);
      const innerEnv: Environment = {
        ...environment(source, path, inner, diagnostics),
        pageLinks: env.pageLinks,
        variables: env.variables,
      };
      return parseBlocks(inner.join('\n'), innerEnv);
    },
    report: env.report,
    cohorts: ['', ...source.cohorts.map(({ name }) => name)],
    replacements: (path) => replacementsOf(source, path),
    included,
    count: { files: 0 },
  });
  return { blocks, included, pageLinks: env.pageLinks, variables: env.variables };
}

function readMarkdown<S extends typeof moduleSchema | typeof bankSchema>(
  source: CourseSource,
  file: string,
  at: Position,
  schema: S,
  standIn: Readonly<Record<string, string>>,
  diagnostics: Diagnostics,
) {
  const text = readText(source.folder, file, at, diagnostics, schema === bankSchema ? 'missing-bank' : 'missing-asset');
  if (text === null) return null;
  const firstReport = diagnostics.list.length;
  const { front, skip, body } = splitFront(text, file, diagnostics);
  const keys = Object.keys(standIn).map((key) => `${key}: …`);
  if (front === null) diagnostics.error('front-matter-missing', { file, line: 1, column: 1 }, { keys: keys.join(', ') });
  const yaml = readSound(front ?? '', file, schema, standIn, front === null ? new Diagnostics() : diagnostics, skip);
  const parsed = parseText(source, file, sourceLines(body), diagnostics);
  return { file, front: yaml, ...parsed, isSound: !diagnostics.failedSince(firstReport) };
}

/** Finds a file whose front matter has this id, under another name or with an extension that Windows hides. */
function fileOf({ folder, course }: CourseSource, id: string): string | undefined {
  return namesIn(folder.files, folder.root).find((file) => {
    if (course.value.modules.includes(file.replace(/\.md$/, ''))) return false;
    return /\.(?:md|txt)$/i.test(file) && idOf(folder, file) === id;
  });
}

/** Finds the session with the name nearest to a missing one, or a bank with the same name. */
function nearestModule(folder: Folder, id: string): string {
  const near = nearestFile(folder, `${id}.md`);
  return near.includes('/') ? '' : near.replace(/\.md$/, '');
}

/** Reads one module of the course; null if there is no text to read, which was reported. */
export function readModule(source: CourseSource, id: string, diagnostics: Diagnostics): ModuleFile | null {
  const at = source.course.at('modules', source.course.value.modules.indexOf(id));
  if (inspect(source.folder, `${id}.md`) === 'missing') {
    const file = fileOf(source, id);
    if (file === undefined) diagnostics.error('missing-module', at, { id, near: nearestModule(source.folder, id) });
    else diagnostics.error('module-file-name', at, { id, file });
    return null;
  }
  return readMarkdown(source, `${id}.md`, at, moduleSchema, { id, title: id }, diagnostics) as ModuleFile | null;
}

/** Reads a bank that a quiz names. */
export function readBank(source: CourseSource, path: string, at: Position, diagnostics: Diagnostics): BankFile | null {
  return readMarkdown(source, path, at, bankSchema, { title: path }, diagnostics) as BankFile | null;
}

/** Makes a reader of a course's files. */
export function fileReader(source: CourseSource): FileReader {
  return {
    module: (id, folder, diagnostics) => readModule({ ...source, folder }, id, diagnostics),
    bank: (path, at, folder, diagnostics) => readBank({ ...source, folder }, path, at, diagnostics),
  };
}
