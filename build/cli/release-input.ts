import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageReport } from '../model/report.ts';
import type { KeptRelease } from '../versions/release/find-release.ts';
import type { ReleaseInput } from '../versions/release/make-release.ts';
import type { VersionStrings } from '../versions/strings.ts';
import type { CommandContext } from './context.ts';
import { packageAt } from './version-file.ts';

/** Collects what a version of a whole course is made of, on the disk. */
export function releaseInput(
  packages: readonly PackageReport[],
  kept: readonly KeptRelease[],
  note: string | undefined,
  { project }: CommandContext,
  strings: VersionStrings,
): ReleaseInput {
  return {
    packages,
    out: join(project, 'dist'),
    kept,
    isWhole: true,
    note,
    read: (path) => readFileSync(path),
    open: (path) => packageAt(path, strings),
    sha1: (bytes) => createHash('sha1').update(bytes).digest('hex'),
  };
}
