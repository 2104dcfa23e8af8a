import type { Entry } from '../../host/host.ts';
import type { PackageFiles } from '../model.ts';

/** Opens the entries of a package that is not written. Files of the course are media, which nobody reads as text. */
export function entryFiles(entries: readonly Entry[]): PackageFiles {
  const found = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: [...found.keys()],
    text(name) {
      const entry = found.get(name);
      if (!entry || 'path' in entry) return undefined;
      return typeof entry.data === 'string' ? entry.data : new TextDecoder().decode(entry.data);
    },
  };
}
