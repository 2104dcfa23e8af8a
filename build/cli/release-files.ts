import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_FILE } from '../model/lock.ts';
import type { PackageReport } from '../model/report.ts';
import { compareVersions } from '../versions/compare-versions.ts';
import type { Version } from '../versions/model.ts';
import { changesPage, type PackageChange } from '../versions/release/changes-page.ts';
import { type KeptRelease, releaseDigest } from '../versions/release/find-release.ts';
import type { KeptPackage, Release } from '../versions/release/release-schema.ts';
import { type VersionWords, versionWords } from '../versions/words.ts';
import type { CommandContext } from './context.ts';
import { RELEASE_FILE } from './kept-releases.ts';
import { packageAt } from './version-file.ts';

/** A version to keep: its files, and what changed since the last one. */
export interface ReleaseFiles {
  readonly release: Release;
  readonly files: readonly { readonly name: string; readonly data: Uint8Array | string }[];
  readonly changes: readonly PackageChange[];
  /** The last version; absent: this is the first one. */
  readonly since: KeptRelease | undefined;
  /** Name of the page with the changes. */
  readonly page: string;
}

/** A package of the last build as it lies in `dist/`. */
interface Built {
  readonly kept: KeptPackage;
  readonly version: Version;
  readonly files: ReleaseFiles['files'];
}

/** Sheets that are kept: those that belong to one package. */
const KEPT_SHEETS = /\.(?:codebook\.csv|depot\.html)$/;

const PAGES = { fr: 'changements.html', en: 'changes.html' } as const;

function readBuilt({ course, module, cohort, target, file, sheets }: PackageReport, out: string, words: VersionWords): Built {
  // Paths in a kept version are below the course: its folder has the course's name already.
  const below = (path: string): string => path.slice(course.length + 1);
  const bytes = readFileSync(join(out, file));
  const hash = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');
  const version = { ...packageAt(join(out, file), words), name: below(file) };
  const own = sheets.map((sheet) => sheet.file).filter((name) => KEPT_SHEETS.test(name));
  return {
    version,
    kept: {
      file: below(file),
      ...(module !== undefined && { module }),
      ...(cohort !== undefined && { cohort }),
      target,
      content: version.content,
      sha256: hash('sha256'),
      sha1: hash('sha1'),
      sheets: own.map(below),
    },
    files: [{ name: below(file), data: bytes }, ...own.map((name) => ({ name: below(name), data: readFileSync(join(out, name)) }))],
  };
}

/** Compares each package with that of the same session, cohort and target in the last version. */
function changesSince(built: readonly Built[], since: KeptRelease | undefined, words: VersionWords): PackageChange[] {
  if (!since) return [];
  const { folder, release } = since;
  const changes = built.map(({ kept, version }): PackageChange => {
    const before = release.packages.find(({ file }) => file === kept.file);
    if (!before) return { file: kept.file, package: kept, change: 'new' };
    const compared = compareVersions(packageAt(join(folder, before.file), words), version, words);
    return { file: kept.file, package: kept, change: 'error' in compared ? 'new' : compared };
  });
  const gone = release.packages.filter(({ file }) => !built.some(({ kept }) => kept.file === file));
  return [...changes, ...gone.map((one): PackageChange => ({ file: one.file, package: one, change: 'gone' }))];
}

/** Returns the day in the local time zone. */
function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * Collects everything that a kept version has. Nothing is written.
 * @param packages of one course, as the last build reported them
 */
export function makeRelease(
  packages: readonly PackageReport[],
  since: KeptRelease | undefined,
  note: string | undefined,
  context: CommandContext,
): ReleaseFiles {
  const out = join(context.project, 'dist');
  const built = packages.map((report) => readBuilt(report, out, versionWords(context.language)));
  const [first] = built as [Built, ...Built[]];
  const { course, courseTitle, lang, cartable, theme } = first.version;
  // The page is for the trainer, in the language of the course.
  const words = versionWords(lang === 'en' ? 'en' : 'fr');
  const kept = built.map((one) => one.kept);
  const now = new Date();
  const release: Release = {
    format: 1,
    course,
    title: courseTitle,
    cartable,
    digest: releaseDigest(kept, context.engine.host.sha256),
    date: dayOf(now),
    moment: now.toISOString(),
    ...(note !== undefined && note.trim() !== '' && { note: note.trim() }),
    packages: kept,
  };
  const changes = changesSince(built, since, words);
  const page = PAGES[words.lang];
  const html = changesPage(release, changes, since?.release.date, theme.accent ?? '#1d4ed8', words, context.engine.pieces.index);
  return {
    release,
    changes,
    since,
    page,
    files: [
      ...built.flatMap(({ files }) => files),
      { name: LOCK_FILE, data: readFileSync(join(out, course, LOCK_FILE)) },
      { name: page, data: html },
      { name: RELEASE_FILE, data: `${JSON.stringify(release, null, 2)}\n` },
    ],
  };
}
