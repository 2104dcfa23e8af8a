import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeFiles } from '../host/node/files.ts';
import { byTime, type KeptRelease } from '../versions/release/find-release.ts';
import { RELEASE_FILE, releaseSchema } from '../versions/release/release-schema.ts';
import type { VersionStrings } from '../versions/strings.ts';
import type { CommandContext } from './context.ts';

/** Folder of all kept versions of a project. */
export function releasesFolder({ project }: CommandContext): string {
  return join(project, 'releases');
}

function foldersIn(path: string): string[] {
  if (nodeFiles.factsBehind(path)?.kind !== 'folder') return [];
  const names = nodeFiles.list(path).filter((name) => !name.startsWith('.'));
  return names.map((name) => join(path, name)).filter((inner) => nodeFiles.factsBehind(inner)?.kind === 'folder');
}

/** Reads the versions that were kept, the oldest first. One that can't be read is reported and left out. */
export function keptReleases(context: CommandContext, strings: VersionStrings): KeptRelease[] {
  const folders = foldersIn(releasesFolder(context)).flatMap(foldersIn);
  const found = folders.flatMap((folder): KeptRelease[] => {
    const path = join(folder, RELEASE_FILE);
    try {
      return [{ folder, release: releaseSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) }];
    } catch {
      context.complain(strings.format('release.badReleases', { file: relative(process.cwd(), path) }));
      return [];
    }
  });
  return byTime(found);
}
