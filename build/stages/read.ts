import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calloutFrame } from '../callout-frame.ts';
import { asset, sizeOf } from '../course-assets.ts';
import {
  bankSchema,
  type CohortFile,
  type CourseFile,
  cohortSchema,
  courseSchema,
  type ModuleFront,
  moduleSchema,
} from '../course-file.ts';
import { Diagnostics, type Position } from '../diagnostics.ts';
import { type Folder, inspect, LARGEST_TEXT, namesIn, namesOrWhy, nearestFile, openFolder, readText, whyUnreadable } from '../disk.ts';
import type { Environment } from '../markdown/environment.ts';
import { expandIncludes } from '../markdown/includes.ts';
import { pageChunks } from '../markdown/page-chunks.ts';
import { sourceLines } from '../markdown/source-text.ts';
import { parseBlocks } from '../markdown/tree.ts';
import type { PageMemory, ParsedText } from '../page-memory.ts';
import type { Block } from '../source.ts';
import { lstatOrNull } from '../stat.ts';
import { readSound, readYaml, type YamlFile } from '../yaml.ts';
import { idIn, splitFront } from './front-matter.ts';

/** A cohort's name and file. */
export interface CohortSource {
  readonly name: string;
  readonly file: YamlFile<CohortFile>;
}

/** `course.yaml`, its cohorts, and the folder that everything else is read from. */
export interface CourseSource {
  readonly folder: Folder;
  /** Path of the folder as the user knows it; diagnostics name files below it. */
  readonly shown: string;
  readonly course: YamlFile<CourseFile>;
  readonly cohorts: readonly CohortSource[];
}

/** A module, bank or include after `read`. Positions name the file as the user knows it. */
export interface ReadFile<Front> {
  readonly file: string;
  readonly front: YamlFile<Front>;
  readonly blocks: readonly Block[];
  readonly pageLinks: Environment['pageLinks'];
  readonly variables: Environment['variables'];
  /** Nothing was reported while it was read. */
  readonly isSound: boolean;
}

export type ModuleFile = ReadFile<ModuleFront>;
export type BankFile = ReadFile<{ title: string }>;

/** Reads `course.yaml` and the cohorts of a course's folder; null once something was reported. */
export function readCourse(path: string, diagnostics: Diagnostics): CourseSource | null {
  const folder = openFolder(path);
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

/** The id that a file gives itself; undefined where it has none, or can't be looked into. */
function idOf(folder: Folder, file: string): string | undefined {
  const stat = inspect(folder, file);
  if (typeof stat === 'string' || stat.size > LARGEST_TEXT || whyUnreadable(join(folder.root, file)) !== null) return undefined;
  return idIn(readFileSync(join(folder.root, file), 'utf8'));
}

/** A session that nobody builds, since the list of the course doesn't name it: its front matter shows that it is one. */
function findUnlisted(folder: Folder, course: YamlFile<CourseFile>, diagnostics: Diagnostics): void {
  const listed = new Set(course.value.modules.map((id) => `${id}.md`));
  for (const file of readdirSync(folder.root)) {
    if (!file.endsWith('.md') || listed.has(file)) continue;
    const id = idOf(folder, file);
    // One that is listed has another name than its file, which is told where that is missed.
    if (id !== undefined && !listed.has(`${id}.md`)) diagnostics.warning('unlisted-module', course.at('modules'), { file, id });
  }
}

/** Names of the files in `cohorts/`, null where there is something else by that name. */
function cohortFiles(folder: Folder, diagnostics: Diagnostics): readonly string[] | null {
  const path = join(folder.root, 'cohorts');
  const stat = lstatOrNull(path);
  if (!stat) return [];
  if (!stat.isDirectory()) return null;
  const names = namesOrWhy(path);
  if (typeof names === 'string')
    diagnostics.error('not-readable', { file: 'cohorts', line: 1, column: 1 }, { file: 'cohorts', why: names });
  return typeof names === 'string' ? [] : names;
}

/** A cohort is a folder of `dist/`, and `--cohort base` is the version without one. */
function cohortName(file: string): string | null {
  const name = /^([a-z0-9][a-z0-9-]{0,59})\.ya?ml$/.exec(file)?.[1];
  return name === undefined || name === 'base' ? null : name;
}

function readCohorts(folder: Folder, diagnostics: Diagnostics): CohortSource[] | null {
  const found = cohortFiles(folder, diagnostics);
  if (!found) diagnostics.error('cohort-name', { file: 'cohorts', line: 1, column: 1 }, { name: 'cohorts' });
  // Editors of other texts add an ending of their own, which Windows hides.
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
    // A cohort with a slip takes no part in what follows, but hides nothing of it.
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

/** @param text lines of a file as `sourceLines` gives them, or a part of them at their places */
function parseText(source: CourseSource, file: string, lines: readonly string[], text: string, diagnostics: Diagnostics): ParsedText {
  const env = environment(source, file, lines, diagnostics);
  const blocks = expandIncludes(parseBlocks(text, env), {
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
    count: { files: 0 },
  });
  return { blocks, pageLinks: env.pageLinks, variables: env.variables };
}

function parsePages(lines: readonly string[], memory: PageMemory | undefined, parse: (text: string) => ParsedText): ParsedText {
  const chunks = memory ? pageChunks(lines) : null;
  if (!memory || !chunks) return parse(lines.join('\n'));
  const parts = chunks.map(({ start, text }) => memory.text(start, text, () => parse('\n'.repeat(start) + text)));
  return {
    blocks: parts.flatMap((part) => part.blocks),
    pageLinks: parts.flatMap((part) => part.pageLinks),
    variables: parts.flatMap((part) => part.variables),
  };
}

function readMarkdown<S extends typeof moduleSchema | typeof bankSchema>(
  source: CourseSource,
  file: string,
  at: Position,
  schema: S,
  standIn: Readonly<Record<string, string>>,
  diagnostics: Diagnostics,
  memory?: PageMemory,
) {
  const text = readText(source.folder, file, at, diagnostics, schema === bankSchema ? 'missing-bank' : 'missing-asset');
  if (text === null) return null;
  const said = diagnostics.list.length;
  const { front, skip, body } = splitFront(text, file, diagnostics);
  const keys = Object.keys(standIn).map((key) => `${key}: …`);
  if (front === null) diagnostics.error('front-matter-missing', { file, line: 1, column: 1 }, { keys: keys.join(', ') });
  const read = () => readSound(front ?? '', file, schema, standIn, front === null ? new Diagnostics() : diagnostics, skip);
  const yaml = memory ? memory.frontMatter(`${skip} ${front}`, read) : read();
  const lines = sourceLines(body);
  const parsed = parsePages(lines, memory, (part) => parseText(source, file, lines, part, diagnostics));
  return { file, front: yaml, ...parsed, isSound: !diagnostics.failedSince(said) };
}

/** The file that says itself to be a session, under a name of its own or with an ending that Windows hides. */
function fileOf({ folder, course }: CourseSource, id: string): string | undefined {
  return namesIn(folder.root).find((file) => {
    if (course.value.modules.includes(file.replace(/\.md$/, ''))) return false;
    return /\.(?:md|txt)$/i.test(file) && idOf(folder, file) === id;
  });
}

/** The session whose name is nearest to a missing one; a bank may bear the very same. */
function nearestModule(folder: Folder, id: string): string {
  const near = nearestFile(folder, `${id}.md`);
  return near.includes('/') ? '' : near.replace(/\.md$/, '');
}

/**
 * Reads one module of the course; null where there is no text to read, which was reported.
 * @param memory pages of it that were read before
 */
export function readModule(source: CourseSource, id: string, diagnostics: Diagnostics, memory?: PageMemory): ModuleFile | null {
  const at = source.course.at('modules', source.course.value.modules.indexOf(id));
  if (inspect(source.folder, `${id}.md`) === 'missing') {
    const file = fileOf(source, id);
    if (file === undefined) diagnostics.error('missing-module', at, { id, near: nearestModule(source.folder, id) });
    else diagnostics.error('module-file-name', at, { id, file });
    return null;
  }
  return readMarkdown(source, `${id}.md`, at, moduleSchema, { id, title: id }, diagnostics, memory) as ModuleFile | null;
}

/** Reads a bank that a quiz names. */
export function readBank(source: CourseSource, path: string, at: Position, diagnostics: Diagnostics): BankFile | null {
  return readMarkdown(source, path, at, bankSchema, { title: path }, diagnostics) as BankFile | null;
}
