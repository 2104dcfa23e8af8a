import type { Files } from './host.ts';

function once<Result>(look: (path: string) => Result): (path: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (path) => {
    const found = known.get(path) ?? { result: look(path) };
    known.set(path, found);
    return found.result;
  };
}

/** Keeps files as they were when first read: a save during the reading of a course counts for the next reading. */
export function steadyFiles(files: Files): Files {
  return {
    facts: once((path) => files.facts(path)),
    factsBehind: once((path) => files.factsBehind(path)),
    list: once((path) => files.list(path)),
    read: once((path) => files.read(path)),
    realPath: (path) => files.realPath(path),
    head: (path, length) => files.head(path, length),
    write: (path, content) => files.write(path, content),
    writeTogether: (all) => files.writeTogether(all),
    remove: (path) => files.remove(path),
  };
}
