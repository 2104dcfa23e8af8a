import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releaseInput } from '../../build/cli/release-input.ts';
import { NotComparable } from '../../build/cli/version-file.ts';
import type { PackageReport } from '../../build/model/report.ts';
import type { KeptRelease } from '../../build/versions/release/find-release.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { commandContext } from '../helpers/command-context.ts';

const PACKAGE = join(import.meta.dirname, '../museum/0.1/packages/depot/depot.scorm12.zip');

test('a version of a whole course is read from the disk, below the output folder', () => {
  const packages = [{ file: 'depot/rames.zip' } as PackageReport];
  const kept = [{ folder: 'releases/depot/1' } as KeptRelease];
  const input = releaseInput(packages, kept, 'Mars', commandContext('/projet').context, versionStrings('fr'));
  expect(input).toMatchObject({ packages, kept, note: 'Mars', out: join('/projet', 'dist'), isWhole: true });
  const bytes = readFileSync(PACKAGE);
  expect(bytes.equals(input.read(PACKAGE))).toBe(true);
  expect(input.open(PACKAGE).course).toBe('depot');
  expect(() => input.open(join(PACKAGE, '../absent.zip'))).toThrow(NotComparable);
  expect(input.sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'));
});
