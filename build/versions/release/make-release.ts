import { join } from 'pathe';
import type { Engine } from '../../host/engine.ts';
import { LOCK_FILE } from '../../model/lock.ts';
import type { PackageReport } from '../../model/report.ts';
import { compareVersions } from '../compare-versions.ts';
import type { Version } from '../model.ts';
import { type VersionStrings, versionStrings } from '../strings.ts';
import { changesPage, type PackageChange } from './changes-page.ts';
import { type KeptRelease, latestWith, releaseDigest } from './find-release.ts';
import { type KeptPackage, RELEASE_FILE, type Release } from './release-schema.ts';

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

/** Source of a version to keep. */
export interface ReleaseInput {
  /** Packages of one course, as the last build reported them. */
  readonly packages: readonly PackageReport[];
  /** Output folder of that build. */
  readonly out: string;
  /** Kept versions of this course, the oldest first. */
  readonly kept: readonly KeptRelease[];
  /** False: only some packages of the course were made; nothing is said about the others. */
  readonly isWhole: boolean;
  readonly note?: string | undefined;
  /** Reads a file by its absolute path. */
  read(path: string): Uint8Array;
  /** Reads a package by its absolute path. @throws if it is none */
  open(path: string): Version;
  /** Computes SHA-1, in hexadecimal. */
  sha1(bytes: Uint8Array): string;
}

/** A package of the last build as it lies in the output folder. */
interface Built {
  readonly kept: KeptPackage;
  readonly version: Version;
  readonly files: ReleaseFiles['files'];
}

/** Sheets that are kept: those that belong to one package. */
const KEPT_SHEETS = /\.(?:codebook\.csv|depot\.html)$/;

const PAGES = { fr: 'changements.html', en: 'changes.html' } as const;

function readBuilt({ course, module, cohort, target, file, sheets }: PackageReport, input: ReleaseInput, { host }: Engine): Built {
  // Paths in a kept version are below the course: its folder has the course's name already.
  const below = (path: string): string => path.slice(course.length + 1);
  const path = join(input.out, file);
  const bytes = input.read(path);
  const version = { ...input.open(path), name: below(file) };
  const own = sheets.map((sheet) => sheet.file).filter((name) => KEPT_SHEETS.test(name));
  return {
    version,
    kept: {
      file: below(file),
      ...(module !== undefined && { module }),
      ...(cohort !== undefined && { cohort }),
      target,
      content: version.content,
      sha256: host.sha256([bytes]),
      sha1: input.sha1(bytes),
      sheets: own.map(below),
    },
    files: [{ name: below(file), data: bytes }, ...own.map((name) => ({ name: below(name), data: input.read(join(input.out, name)) }))],
  };
}

/** Compares each package with the last one that was kept of the same session, cohort and target. */
function changesSince(built: readonly Built[], { kept, isWhole, open }: ReleaseInput, strings: VersionStrings): PackageChange[] {
  const last = kept.at(-1);
  if (!last) return [];
  const changes = built.map(({ kept: own, version }): PackageChange => {
    const before = latestWith(kept, own.file);
    if (!before) return { file: own.file, package: own, change: 'new' };
    const compared = compareVersions(open(join(before.folder, own.file)), version, strings);
    return { file: own.file, package: own, change: 'error' in compared ? 'new' : compared };
  });
  const gone = isWhole ? last.release.packages.filter(({ file }) => !built.some((one) => one.kept.file === file)) : [];
  return [...changes, ...gone.map((one): PackageChange => ({ file: one.file, package: one, change: 'gone' }))];
}

/** Returns the day in the local time zone. */
function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Collects everything that a kept version has. Nothing is written. */
export function makeRelease(input: ReleaseInput, engine: Engine): ReleaseFiles {
  const built = input.packages.map((report) => readBuilt(report, input, engine));
  const [first] = built as [Built, ...Built[]];
  const { course, courseTitle, lang, cartable, theme } = first.version;
  // The page is for the trainer, in the language of the course.
  const strings = versionStrings(lang === 'en' ? 'en' : 'fr');
  const kept = built.map((one) => one.kept);
  const now = new Date();
  const note = input.note?.trim() ?? '';
  const release: Release = {
    format: 1,
    course,
    title: courseTitle,
    cartable,
    digest: releaseDigest(kept, engine.host.sha256),
    date: dayOf(now),
    moment: now.toISOString(),
    ...(note !== '' && { note }),
    packages: kept,
  };
  const since = input.kept.at(-1);
  const changes = changesSince(built, input, strings);
  const page = PAGES[strings.lang];
  const html = changesPage(release, changes, since?.release.date, theme.accent ?? '#1d4ed8', strings, engine.pieces.index);
  return {
    release,
    changes,
    since,
    page,
    files: [
      ...built.flatMap(({ files }) => files),
      { name: LOCK_FILE, data: input.read(join(input.out, course, LOCK_FILE)) },
      { name: page, data: html },
      { name: RELEASE_FILE, data: `${JSON.stringify(release, null, 2)}\n` },
    ],
  };
}
