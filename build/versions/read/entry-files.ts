import type { Entry, Files } from '../../host/host.ts';
import type { PackageFiles } from '../model.ts';

/** Opens the entries of a package that is not written. @param files of the disk, for media of the course */
export function entryFiles(entries: readonly Entry[], files: Pick<Files, 'read'>): PackageFiles {
  const held = (entry: Entry): Uint8Array | undefined => {
    if ('path' in entry) return undefined;
    return typeof entry.data === 'string' ? new TextEncoder().encode(entry.data) : entry.data;
  };
  const found = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    sizes: new Map(entries.map((entry) => [entry.name, 'path' in entry ? entry.bytes : (held(entry)?.length ?? 0)])),
    read(name) {
      const entry = found.get(name);
      return entry && ('path' in entry ? files.read(entry.path) : held(entry));
    },
  };
}
