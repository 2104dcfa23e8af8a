import type { Files } from '../../host/host.ts';
import { utf8 } from '../../model/utf8.ts';

/** Shows some files with another content, and hides those with null. Nothing is written. @param changes by absolute path */
export function overlay(files: Files, changes: ReadonlyMap<string, string | null>): Files {
  const bytesOf = (path: string): Uint8Array | undefined => {
    const text = changes.get(path);
    return text === undefined || text === null ? undefined : utf8(text);
  };
  const facts = (of: (path: string) => ReturnType<Files['facts']>, path: string): ReturnType<Files['facts']> => {
    if (changes.get(path) === null) return null;
    const bytes = bytesOf(path);
    return bytes ? { kind: 'file', bytes: bytes.length, changed: 0 } : of(path);
  };
  return {
    facts: (path) => facts((one) => files.facts(one), path),
    factsBehind: (path) => facts((one) => files.factsBehind(one), path),
    realPath: (path) => (bytesOf(path) ? path : files.realPath(path)),
    read: (path) => bytesOf(path) ?? files.read(path),
    list: (path) => files.list(path),
    write: (path, content) => files.write(path, content),
    writeTogether: (all) => files.writeTogether(all),
    remove: (path) => files.remove(path),
    head: (path, length) => bytesOf(path)?.subarray(0, length) ?? files.head(path, length),
  };
}
