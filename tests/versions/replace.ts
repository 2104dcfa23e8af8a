import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../build/pipeline.ts';
import type { Version } from '../../build/versions/model.ts';
import { readVersion } from '../../build/versions/read/read-version.ts';
import { zipFiles } from '../../build/versions/read/zip-files.ts';
import type { Answer } from '../../src/model/course/activity.ts';
import type { ModuleContent, Target } from '../../src/model/course/course.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { depot, type Files, requestFor } from '../bad-input/depot-project.ts';
import { readContent } from '../e2e/read-content.ts';
import { engine } from '../helpers/engine.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { readZip } from '../helpers/read-zip.ts';
import { type Stored, StrictLms } from '../helpers/strict-lms.ts';
import { numbersIn } from '../museum/numbers.ts';
import { interactionsIn, openVisit, type Scorings, standingIn } from '../museum/visit.ts';

/** Choices of a package among those of a build. */
export interface Chosen {
  readonly target?: Target;
  readonly cohort?: string;
  /** The package of the whole course. */
  readonly whole?: boolean;
}

/** A package on disk, read twice: by `diff`, and by running its scripts. */
export interface Package {
  readonly path: string;
  readonly version: Version;
  readonly standard: '1.2' | '2004' | 'web';
  /** Content of each item, by the identifier under which Moodle keeps attempts. */
  readonly items: ReadonlyMap<string, ModuleContent>;
}

/** Reads a package. @param name shown by `diff` */
export async function openPackage(path: string, name: string): Promise<Package> {
  const files = zipFiles(readFileSync(path));
  const version = files && readVersion(name, files);
  if (!version) throw new Error(`${path} is not read`);
  const entries = await readZip(path);
  const manifest = entries.find((entry) => entry.name === 'imsmanifest.xml')?.content.toString() ?? '';
  const hrefs = new Map(
    [...manifest.matchAll(/<resource identifier="([^"]+)"[^>]* href="([^"]*)index\.html"/g)].map(([, id, at]) => [id, at]),
  );
  const items = [...manifest.matchAll(/<item identifier="([^"]+)" identifierref="([^"]+)"/g)];
  const found = items.map(([, id = '', ref]): [string, ModuleContent] => [id, readContent(entries, hrefs.get(ref) ?? '')]);
  const [, edition] = /<schemaversion>([^<]*)</.exec(manifest) ?? [];
  return {
    path,
    version,
    standard: edition === undefined ? 'web' : edition === '1.2' ? '1.2' : '2004',
    items: new Map(found.length > 0 ? found : [['', readContent(entries)]]),
  };
}

/** Builds a project with its lock, as a trainer does. */
export async function packageOf(project: string, { target = 'scorm12', cohort, whole = false }: Chosen): Promise<Package> {
  const outcome = await build(requestFor(project, { targets: [target], cohorts: [cohort ?? 'base'] }), engine);
  const { packages, diagnostics } = outcome;
  const report = packages.find((one) => (one.module === undefined) === whole);
  if (!report) throw new Error(JSON.stringify(diagnostics.list.filter(({ severity }) => severity === 'error')));
  return openPackage(join(project, 'dist', report.file), report.file);
}

/** Writes the changes of a project's texts. `null` removes a file. */
export function rewrite(project: string, files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(project, 'modules/depot', name);
    if (text === null) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
}

export function projectWith(files: Files): string {
  return depot(files);
}

/** Answer of one learner: their choice, all pairs, some text. */
function answerTo(content: ModuleContent, id: string, learner: number, types: Scorings): Answer {
  const activity = content.activities.find((one) => one.id === id);
  if (!activity) throw new Error(`no activity ${id}`);
  const options = activity.options as { choices?: { token: string }[]; fields?: { token: string }[] };
  if (activity.type === 'choice') return [options.choices?.[learner % options.choices.length]?.token ?? ''];
  if (activity.type === 'open-question') return `Un texte sur ${id}`;
  return types[activity.type]?.largest(activity.options) ?? null;
}

function visit(content: ModuleContent, standard: '1.2' | '2004', lms: StrictLms, types: Scorings): Tracker {
  const world = { now: () => Date.UTC(2026, 11, 1, 9), random: () => 0.4, later: () => () => {}, witness: () => Promise.resolve(true) };
  return openVisit({ content, types, version: standard, lms, storage: memoryStorage(), ...world });
}

const moodle = (version: '1.2' | '2004', stored: Stored): StrictLms =>
  new StrictLms({ version, asMoodle: true, limits: { suspendData: 64_000, string: 64_000 }, stored });

/** Plays an item from its first page to its last, and leaves. @returns what the LMS keeps */
function play(content: ModuleContent, standard: '1.2' | '2004', learner: number, types: Scorings): Stored {
  const lms = moodle(standard, {});
  const tracker = visit(content, standard, lms, types);
  for (const page of content.pages) {
    tracker.visit(page.id);
    for (const { id, page: home, quiz, type } of content.activities) {
      if (home === page.id && quiz === undefined && type !== 'quiz') tracker.submit(id, answerTo(content, id, learner, types));
    }
  }
  tracker.leave();
  return lms.stored;
}

/** Names of everything to do in an item: pages, activities, parts, and what is required. */
function toDo(content: ModuleContent): string[] {
  const { pages, activities } = numbersIn(content);
  return [
    ...content.pages.flatMap(({ id, further }) => [`page ${id}`, ...(further ? [] : [`on the route ${id}`])]),
    ...content.activities.flatMap(({ id, required }) => (required ? [`required ${id}`] : [])),
    ...Object.entries(activities).flatMap(([id, { parts }]) => [`activity ${id}`, ...parts.map(([token]) => `part ${id} ${token}`)]),
    ...Object.keys(pages).map((id) => `page ${id}`),
  ];
}

/** Tokens of parts in an answer, whatever its shape; words of the learner are longer. */
function tokensIn(answer: unknown): string[] {
  if (typeof answer === 'string') return /^[a-z]{1,2}$/.test(answer) ? [answer] : [];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => [...(Array.isArray(answer) ? [] : tokensIn(key)), ...tokensIn(value)]);
}

/** Work that one learner finds again after a package was replaced. */
function found(old: ModuleContent, now: ModuleContent, from: '1.2' | '2004', to: '1.2' | '2004', learner: number, types: Scorings) {
  const stored = play(old, from, learner, types);
  const before = standingIn(visit(old, from, moodle(from, stored), types), old);
  const lms = moodle(to, stored);
  const tracker = visit(now, to, lms, types);
  const after = standingIn(tracker, now);
  tracker.visit(now.pages[0]?.id ?? '');
  tracker.leave();
  const parts = numbersIn(now).activities;
  const isShown = (id: string): boolean => {
    const given = before.activities[id]?.answer;
    if (given === undefined || given === null) return true;
    const { answer } = after.activities[id] ?? {};
    const known = parts[id]?.parts.map(([token]) => token) ?? [];
    return JSON.stringify(answer) === JSON.stringify(given) && tokensIn(given).every((token) => known.includes(token));
  };
  const responses = (all: Stored, version: '1.2' | '2004') => interactionsIn(all, version).filter(({ response }) => response !== undefined);
  const reported = responses(stored, from).map(({ id }) => id);
  const ids = new Set(old.activities.map(({ id }) => id));
  return {
    begun: tracker.found !== 'nothing',
    hidden: Object.keys(before.activities).filter((id) => !isShown(id)),
    // Nobody did anything in the second visit: a new answer was private before.
    exposed: from === to ? responses(lms.stored, to).filter(({ id }) => ids.has(id) && !reported.includes(id)).length : 0,
    kept: from !== to || responses(stored, from).every(({ id }) => interactionsIn(lms.stored, to).some((one) => one.id === id)),
    statuses: [before.status, after.status],
  };
}

const RANKS = ['incomplete', 'failed', 'completed', 'passed'];

/**
 * Replaces one package by another as Moodle does, under learners who have done everything, and watches what they find.
 * @returns the gravest of what happened, in the words of `diff`, and whether records stayed as they were
 */
export function replaced(old: Package, now: Package, types: Scorings) {
  const results = [...old.items].flatMap(([identifier, content]) => {
    const next = now.items.get(identifier);
    // moodle.md 25: without its item, an attempt is deleted. A web package was no attempt.
    if (!next || old.standard === 'web' || now.standard === 'web')
      return [{ begun: false, hidden: [], exposed: 0, kept: true, statuses: ['', ''] }];
    const [from, to] = [old.standard, now.standard];
    return [0, 1, 2, 3].map((learner) => found(content, next, from, to, learner, types));
  });
  const known = new Set([...old.items.values()].flatMap(toDo));
  const isMore = [...now.items.values()].flatMap(toDo).some((name) => !known.has(name));
  const isRedo = results.some(({ begun, exposed }) => !begun || exposed > 0);
  const isHidden = results.some(({ hidden }) => hidden.length > 0);
  return {
    risk: isRedo ? 'redo' : isHidden ? 'hidden' : isMore ? 'added' : 'safe',
    keeps: results.every(({ kept }) => kept),
    lowers: results.some(({ statuses: [before = '', after = ''] }) => RANKS.indexOf(after) < RANKS.indexOf(before)),
  };
}
