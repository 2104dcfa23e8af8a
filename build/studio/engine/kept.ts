import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PackageReport } from '../../model/report.ts';
import type { Version } from '../../versions/model.ts';
import { readVersion } from '../../versions/read/read-version.ts';
import { zipFiles } from '../../versions/read/zip-files.ts';
import { byTime, freeName, type KeptRelease, latestWith } from '../../versions/release/find-release.ts';
import { makeRelease } from '../../versions/release/make-release.ts';
import { RELEASE_FILE, releaseSchema } from '../../versions/release/release-schema.ts';
import { OUT, ROOT, type World } from './world.ts';

/** Reads the versions of a course that were kept, the oldest first. One that can't be read is left out. */
export function keptVersions(course: string, { files }: Pick<World, 'files'>): KeptRelease[] {
  const parent = `${ROOT}/releases/${course}`;
  const names = files.facts(parent)?.kind === 'folder' ? files.list(parent) : [];
  const found = names.flatMap((name): KeptRelease[] => {
    const path = `${parent}/${name}/${RELEASE_FILE}`;
    if (files.facts(path)?.kind !== 'file') return [];
    try {
      return [{ folder: `${parent}/${name}`, release: releaseSchema.parse(JSON.parse(new TextDecoder().decode(files.read(path)))) }];
    } catch {
      return [];
    }
  });
  return byTime(found);
}

/** Reads a package. @throws if it is none of ours */
export function versionIn(bytes: Uint8Array, name: string): Version {
  const inside = zipFiles(bytes);
  const version = inside && readVersion(name, inside);
  if (!version) throw new Error(`${name} is not a package.`);
  return version;
}

/** Keeps packages that were just made, as `cartable release` does, unless the last versions are the same. */
export function keepPackages(packages: readonly PackageReport[], { files, engine }: World): void {
  const [first] = packages;
  if (!first) return;
  const kept = keptVersions(first.course, { files });
  const isKept = ({ course, file, content }: PackageReport): boolean => {
    const name = file.slice(course.length + 1);
    return latestWith(kept, name)?.release.packages.find((one) => one.file === name)?.content === content;
  };
  if (packages.every(isKept)) return;
  const { release, files: made } = makeRelease(
    {
      packages,
      out: OUT,
      kept,
      isWhole: false,
      read: (path) => files.read(path),
      open: (path) => versionIn(files.read(path), path),
      sha1: (bytes) => bytesToHex(sha1(bytes)),
    },
    engine,
  );
  const parent = `${ROOT}/releases/${first.course}`;
  const folder = `${parent}/${freeName(release, (name) => files.facts(`${parent}/${name}`) !== null)}`;
  for (const { name, data } of made) files.write(`${folder}/${name}`, data);
}
