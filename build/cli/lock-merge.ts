import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { whyUnreadable } from '../files/folder.ts';
import { nodeFiles } from '../host/node/files.ts';
import { statOrNull } from '../host/node/stat.ts';
import { writeWhole } from '../host/node/write-whole.ts';
import type { Lock } from '../model/lock.ts';
import { LOCK_FILE } from '../model/lock.ts';
import { partWords } from '../model/part-words.ts';
import { writeLock } from '../stages/number/lock.ts';
import { type Merge, mergeLocks, type Renumbered } from '../stages/number/lock-merge.ts';
import { bodySum, readLockText } from '../stages/number/read-lock.ts';
import { reportNotWritable } from '../stages/pack/not-writable.ts';
import { readCourse } from '../stages/read/read.ts';
import type { CommandContext } from './context.ts';
import { frameOf, visible } from './frames.ts';
import { count, fill, strings } from './strings.ts';

export interface MergeOptions {
  readonly out?: string;
}

/** Longest quotation of a choice. */
const LONGEST = 60;

/** Formats a path as the user may type it. */
function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}

/** Reads a file; null if it can't, which is reported. PowerShell writes the output of `git show` as UTF-16. */
function textOf(path: string, diagnostics: Diagnostics): string | null {
  const at = { file: path, line: 1, column: 1 };
  const file = shown(path);
  const stat = statOrNull(path);
  const why = stat?.isFile() ? whyUnreadable(nodeFiles, path) : null;
  if (why !== null) diagnostics.error('not-readable', at, { file, why });
  else if (!stat?.isFile()) diagnostics.error(stat ? 'not-a-file' : 'no-such-file', at, { file });
  if (why !== null || !stat?.isFile()) return null;
  const bytes = readFileSync(path);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

/** Finds the id of the course whose folder contains one of the files; '' if there is none. */
function courseNear(paths: readonly string[]): string {
  for (const folder of new Set(paths.map((path) => dirname(resolve(path))))) {
    if (!statOrNull(`${folder}/course.yaml`)?.isFile()) continue;
    const source = readCourse(nodeFiles, folder, new Diagnostics());
    if (source) return source.course.value.id;
  }
  return '';
}

/** A lock to merge. */
interface Side {
  readonly path: string;
  readonly lock: Lock;
  readonly sum: string;
}

function sideOf(path: string, course: string, diagnostics: Diagnostics): Side | null {
  const text = textOf(path, diagnostics);
  const found = text === null ? null : readLockText(text, course, path, diagnostics, { shown: shown(path) });
  if (text === null || !found || found.sum === 'wrong') return null;
  const isNameless = found.lock.version === 1 && course === '';
  if (isNameless) diagnostics.error('lock-without-course', { file: path, line: 1, column: 1 });
  return isNameless ? null : { path, lock: found.lock, sum: bodySum(text) };
}

/** Quotes the text of a part after a space; '' if there is none. */
function quotedText(text: string | undefined, { language }: CommandContext): string {
  const quoted = partWords(text ?? '');
  const short = quoted.length > LONGEST ? `${quoted.slice(0, LONGEST)}…` : quoted;
  return short === '' ? '' : ` ${language === 'fr' ? `« ${short} »` : `“${short}”`}`;
}

/** Formats a line for an item with a new number or letter. */
function lineOf({ module, id, text, from, to }: Renumbered, context: CommandContext): string {
  return visible(`  ${module || strings[context.language].whole}  #${id}${quotedText(text, context)}  ${from} → ${to}`);
}

/** Lists answers that packages of the merged lock don't find: of activities with a new number, or choices with a new letter. */
function lostAnswers(renumbered: readonly Renumbered[], context: CommandContext): string {
  const held = renumbered.filter(({ holdsAnswers }) => holdsAnswers);
  const whole = new Set(held.filter(({ text }) => text === undefined).map(({ id }) => id));
  const lost = held.map(({ id, text }) =>
    whole.has(id) ? fill(strings[context.language].mergedAll, { id }) : `#${id}${quotedText(text, context)}`,
  );
  return visible([...new Set(lost)].join(context.language === 'fr' ? ' ; ' : '; '));
}

/** Tests whether both files are copies under other names, no longer needed after the merge. */
function areSpare(ours: string, theirs: string, out: string): boolean {
  return basename(out) === LOCK_FILE && [ours, theirs].every((path) => basename(path) !== LOCK_FILE);
}

function showMerge({ renumbered, kept }: Merge, ours: string, theirs: string, out: string, context: CommandContext): void {
  const w = strings[context.language];
  const lines = [fill(w.merged, { out: shown(out) }), count('mergedKept', { n: kept, theirs: shown(theirs) }, context.language)];
  if (renumbered.length > 0) {
    const packages = [...new Set(renumbered.map(({ module }) => module || w.whole))].join(', ');
    const lost = lostAnswers(renumbered, context);
    lines.push(w.mergedMoved, ...renumbered.map((one) => lineOf(one, context)), fill(w.mergedReplace, { theirs: shown(theirs), packages }));
    if (lost !== '') lines.push(fill(w.mergedAnswers, { theirs: shown(theirs), lost }));
  }
  if (areSpare(ours, theirs, out)) lines.push(fill(w.mergedSpare, { ours: shown(ours), theirs: shown(theirs) }));
  context.print([...lines, fill(w.next, { command: context.command('build') })].join('\n'));
}

function write(path: string, lock: Lock, diagnostics: Diagnostics): void {
  try {
    writeWhole(path, writeLock(lock));
  } catch (error) {
    if (!reportNotWritable(error, path, diagnostics)) throw error;
  }
}

/**
 * `cartable lock merge`: makes one lock of two that were built separately. Exit codes: 0 merged; 1 one of them can't be used, or
 * the result can't be written, and nothing was.
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
  for (const diagnostic of diagnostics.list) context.complain(frameOf(diagnostic, context.language, context.command));
  if (!merge || diagnostics.failed) return 1;
  showMerge(merge, ours, theirs, out, context);
  return 0;
}
