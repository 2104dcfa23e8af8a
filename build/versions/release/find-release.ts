import type { Host } from '../../host/host.ts';
import type { KeptPackage, Release } from './release-schema.ts';

/** Shortest beginning of a digest that is looked for, in characters. */
export const SHORTEST = 8;

/** A kept version and the folder that holds it. */
export interface KeptRelease {
  readonly folder: string;
  readonly release: Release;
}

/** A kept version; `found`: the package that was looked for, absent if it was the whole version. */
export interface FoundRelease extends KeptRelease {
  readonly found?: KeptPackage;
}

/** Computes the digest of a version, over the content of its packages. */
export function releaseDigest(packages: readonly Pick<KeptPackage, 'file' | 'content'>[], sha256: Host['sha256']): string {
  const lines = packages.map(({ file, content }) => `${file}\0${content}\0`);
  return sha256(lines.sort());
}

/** Sorts kept versions by time, the oldest first. */
export function byTime(list: readonly KeptRelease[]): KeptRelease[] {
  return [...list].sort((one, other) => (one.release.moment < other.release.moment ? -1 : 1));
}

/** Finds the newest version that has a package. @param kept the oldest first @param file its path in the version's folder */
export function latestWith(kept: readonly KeptRelease[], file: string): KeptRelease | undefined {
  return kept.findLast(({ release }) => release.packages.some((one) => one.file === file));
}

/** Names the folder of a new version, in that of its course. A version that came back on the same day gets a number. */
export function freeName({ date, digest }: Pick<Release, 'date' | 'digest'>, isTaken: (name: string) => boolean): string {
  const name = `${date}-${digest.slice(0, 8)}`;
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name}-${n}`;
    if (!isTaken(free)) return free;
  }
}

/** Finds versions and packages by the beginning of a digest: of the content, of the zip (SHA-256 or SHA-1), or of the version. */
export function findByDigest(kept: readonly KeptRelease[], wanted: string): FoundRelease[] {
  const isWanted = (digest: string): boolean => digest.startsWith(wanted.toLowerCase());
  return kept.flatMap((one): FoundRelease[] => {
    if (isWanted(one.release.digest)) return [one];
    const found = one.release.packages.filter(({ content, sha256, sha1 }) => [content, sha256, sha1].some(isWanted));
    return found.map((found) => ({ ...one, found }));
  });
}
