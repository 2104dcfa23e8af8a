import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { statOrNull } from '../host/node/stat.ts';
import { type FoundRelease, findByDigest, type KeptRelease, SHORTEST } from '../versions/release/find-release.ts';
import type { VersionStrings } from '../versions/strings.ts';
import type { CommandContext } from './context.ts';
import { keptReleases } from './kept-releases.ts';
import { pathOf } from './path-of.ts';
import { NotComparable, packageAt } from './version-file.ts';

/** Finds the version of a zip: by its bytes, otherwise by its content, because a zip may have been packed again. */
function findByZip(kept: readonly KeptRelease[], path: string, strings: VersionStrings): FoundRelease[] {
  const { content, name } = packageAt(path, strings);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const exact = findByDigest(kept, sha256);
  const found = exact.length > 0 || content === '' ? exact : findByDigest(kept, content);
  if (found.length === 0) throw new NotComparable(strings.format('release.unknownFile', { file: name }));
  return found;
}

function find(kept: readonly KeptRelease[], wanted: string, context: CommandContext, strings: VersionStrings): FoundRelease[] {
  const path = pathOf(wanted, context);
  if (statOrNull(path)?.isFile() || /\.zip$/i.test(wanted)) return findByZip(kept, path, strings);
  if (wanted.length < SHORTEST) throw new NotComparable(strings.format('release.shortDigest', { digest: wanted }));
  const found = findByDigest(kept, wanted);
  if (found.length === 0) throw new NotComparable(strings.format('release.unknown', { digest: wanted }));
  return found;
}

function linesOf({ release, folder, found }: FoundRelease, strings: VersionStrings): string[] {
  const names = found
    ? [
        strings.format('release.which', { course: release.title, session: found.module ?? strings.format('release.whole') }),
        ...(found.cohort === undefined ? [] : [strings.format('cohort.some', { name: found.cohort })]),
        strings.format(`target.${found.target}`),
      ]
    : [release.title];
  return [
    [...names, strings.format('release.of', { date: strings.date(release.date) })].join(', '),
    `  ${strings.format('release.folder', { folder: relative(process.cwd(), folder) })}${found ? ` · ${found.file}` : ''}`,
    ...(release.note === undefined ? [] : [`  ${strings.format('release.note', { note: release.note })}`]),
  ];
}

/** Names the kept versions that have a digest or a package. @throws NotComparable with a sentence if there is none */
export function showWhich(wanted: string, isJson: boolean, context: CommandContext, strings: VersionStrings): void {
  const found = find(keptReleases(context, strings), wanted.trim(), context, strings);
  const plain = found.map(({ release, folder, found: one }) => ({
    course: release.course,
    date: release.date,
    folder: relative(process.cwd(), folder),
    digest: release.digest,
    ...(release.note !== undefined && { note: release.note }),
    ...(one && { package: one }),
  }));
  context.print(isJson ? JSON.stringify({ versions: plain }, null, 2) : found.flatMap((one) => linesOf(one, strings)).join('\n'));
}
