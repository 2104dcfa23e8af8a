import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { Diagnostics } from '../diagnostics.ts';
import { whyUnreadable } from '../disk.ts';
import type { Lock } from '../lock.ts';
import { writeLock } from '../lock.ts';
import { type Merge, mergeLocks, type Renumbered } from '../lock-merge.ts';
import { reportNotWritable } from '../not-writable.ts';
import { partWords } from '../part-words.ts';
import { bodySum, readLockText } from '../read-lock.ts';
import { readCourse } from '../stages/read.ts';
import { statOrNull } from '../stat.ts';
import { writeWhole } from '../write-whole.ts';
import type { CommandContext } from './context.ts';
import { frameOf, visible } from './frames.ts';
import { count, say, words } from './words.ts';

export interface MergeOptions {
  readonly out?: string;
}

/** Longest piece of a choice that is quoted. */
const LONGEST = 60;

/** Reads a file; null where it can't be read, which is reported. PowerShell writes the output of `git show` as UTF-16. */
function textOf(path: string, diagnostics: Diagnostics): string | null {
  const why = whyUnreadable(path) ?? (statOrNull(path)?.isFile() ? null : 'EISDIR');
  if (why !== null) {
    diagnostics.error('not-readable', { file: path, line: 1, column: 1 }, { file: basename(path), why });
    return null;
  }
  const bytes = readFileSync(path);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

/** Id of the course in whose folder one of the files lies; '' where none does. */
function courseNear(paths: readonly string[]): string {
  for (const folder of new Set(paths.map((path) => dirname(resolve(path))))) {
    if (!statOrNull(`${folder}/course.yaml`)?.isFile()) continue;
    const source = readCourse(folder, new Diagnostics());
    if (source) return source.course.value.id;
  }
  return '';
}

/** A lock that is to be merged. */
interface Side {
  readonly path: string;
  readonly lock: Lock;
  readonly sum: string;
}

function sideOf(path: string, course: string, diagnostics: Diagnostics): Side | null {
  const text = textOf(path, diagnostics);
  const found = text === null ? null : readLockText(text, course, path, diagnostics);
  if (text === null || !found || found.sum === 'wrong') return null;
  const isNameless = found.lock.version === 1 && course === '';
  if (isNameless) diagnostics.error('lock-without-course', { file: path, line: 1, column: 1 });
  return isNameless ? null : { path, lock: found.lock, sum: bodySum(text) };
}

/** One line for an item that has a new number or letter. */
function lineOf({ module, id, text, from, to }: Renumbered, context: CommandContext): string {
  const said = partWords(text ?? '');
  const short = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
  const quoted = short === '' ? '' : ` ${context.language === 'fr' ? `« ${short} »` : `“${short}”`}`;
  return visible(`  ${module || words[context.language].whole}  #${id}${quoted}  ${from} → ${to}`);
}

function showMerge({ renumbered, kept }: Merge, theirs: string, out: string, context: CommandContext): void {
  const w = words[context.language];
  const shown = (path: string): string => relative(process.cwd(), path) || path;
  const lines = [say(w.merged, { out: shown(out) }), count('mergedKept', { n: kept, theirs: shown(theirs) }, context.language)];
  if (renumbered.length > 0) {
    const packages = [...new Set(renumbered.map(({ module }) => module || w.whole))].join(', ');
    const ids = [...new Set(renumbered.filter(({ holdsAnswers }) => holdsAnswers).map(({ id }) => `#${id}`))].join(', ');
    lines.push(w.mergedMoved, ...renumbered.map((one) => lineOf(one, context)), say(w.mergedReplace, { theirs: shown(theirs), packages }));
    if (ids !== '') lines.push(say(w.mergedAnswers, { ids }));
  }
  context.print([...lines, say(w.next, { command: context.command('build') })].join('\n'));
}

function write(path: string, lock: Lock, diagnostics: Diagnostics): void {
  try {
    writeWhole(path, writeLock(lock));
  } catch (error) {
    if (!reportNotWritable(error, path, diagnostics)) throw error;
  }
}

/**
 * `cartable lock merge`: one lock of two that were built apart. Exit codes: 0 merged; 1 one of them can't be used, or the result
 * can't be written, and nothing was.
 */
export async function runLockMerge(ours: string, theirs: string, options: MergeOptions, context: CommandContext): Promise<number> {
  const out = options.out ?? ours;
  const diagnostics = new Diagnostics();
  const course = courseNear([out, ours, theirs]);
  const [one, two] = [sideOf(ours, course, diagnostics), sideOf(theirs, course, diagnostics)];
  const isOther = one && two && one.lock.line !== two.lock.line;
  if (isOther) diagnostics.error('lock-other-course', { file: theirs, line: 1, column: 1 }, { file: ours });
  const merge = one && two && !isOther ? mergeLocks(one.lock, two.lock, two.sum) : undefined;
  if (merge) write(out, merge.lock, diagnostics);
  for (const diagnostic of diagnostics.list) context.complain(frameOf(diagnostic, context.language));
  if (!merge || diagnostics.failed) return 1;
  showMerge(merge, theirs, out, context);
  return 0;
}
