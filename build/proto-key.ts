import { type Document, isScalar, visit } from 'yaml';
import type { Diagnostics } from './diagnostics.ts';
import type { YamlPlaces } from './yaml-places.ts';

/** Reports a key that no JavaScript object holds as its own, and takes it out. */
export function reportProto(document: Document.Parsed, places: YamlPlaces, diagnostics: Diagnostics): void {
  visit(document, {
    Pair(_key, { key }) {
      if (!isScalar(key) || key.value !== '__proto__') return undefined;
      diagnostics.error('unknown-key', places.place(key.range?.[0] ?? 0), { key: '__proto__', near: '' });
      return visit.REMOVE;
    },
  });
}
