import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { statOrNull } from '../host/node/stat.ts';
import { type FoundRelease, findByDigest, type KeptRelease, SHORTEST } from '../versions/release/find-release.ts';
import type { VersionWords } from '../versions/words.ts';
import type { CommandContext } from './context.ts';
import { keptReleases } from './kept-releases.ts';
import { pathOf } from './path-of.ts';
import { NotComparable, packageAt } from './version-file.ts';

/** Finds the version of a zip: by its bytes, otherwise by its content, because a zip may have been packed again. */
function findByZip(kept: readonly KeptRelease[], path: string, words: VersionWords): FoundRelease[] {
  const { content, name } = packageAt(path, words);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const exact = findByDigest(kept, sha256);
  const found = exact.length > 0 || content === '' ? exact : findByDigest(kept, content);
  if (found.length === 0) throw new NotComparable(words.say('release.unknownFile', { file: name }));
  return found;
}

function find(kept: readonly KeptRelease[], wanted: string, context: CommandContext, words: VersionWords): FoundRelease[] {
  const path = pathOf(wanted, context);
  if (statOrNull(path)?.isFile() || /\.zip$/i.test(wanted)) return findByZip(kept, path, words);
  if (wanted.length < SHORTEST) throw new NotComparable(words.say('release.shortDigest', { digest: wanted }));
  const found = findByDigest(kept, wanted);
  if (found.length === 0) throw new NotComparable(words.say('release.unknown', { digest: wanted }));
  return found;
}

function linesOf({ release, folder, found }: FoundRelease, words: VersionWords): string[] {
  const names = found
    ? [
        words.say('release.which', { course: release.title, session: found.module ?? words.say('release.whole') }),
        ...(found.cohort === undefined ? [] : [words.say('cohort.some', { name: found.cohort })]),
        words.say(`target.${found.target}`),
      ]
    : [release.title];
  return [
    [...names, words.say('release.of', { date: words.date(release.date) })].join(', '),
    `  ${words.say('release.folder', { folder: relative(process.cwd(), folder) })}${found ? ` · ${found.file}` : ''}`,
    ...(release.note === undefined ? [] : [`  ${words.say('release.note', { note: release.note })}`]),
  ];
}

/** Names the kept versions that have a digest or a package. @throws NotComparable with a sentence if there is none */
export function showWhich(wanted: string, isJson: boolean, context: CommandContext, words: VersionWords): void {
  const found = find(keptReleases(context, words), wanted.trim(), context, words);
  const plain = found.map(({ release, folder, found: one }) => ({
    course: release.course,
    date: release.date,
    folder: relative(process.cwd(), folder),
    digest: release.digest,
    ...(release.note !== undefined && { note: release.note }),
    ...(one && { package: one }),
  }));
  context.print(isJson ? JSON.stringify({ versions: plain }, null, 2) : found.flatMap((one) => linesOf(one, words)).join('\n'));
}
