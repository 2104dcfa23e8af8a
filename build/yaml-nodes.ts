import { type Document, isScalar, visit } from 'yaml';
import type { Diagnostics } from './diagnostics.ts';
import { forbiddenSign } from './forbidden-signs.ts';
import type { YamlPlaces } from './yaml-places.ts';

/** Reports signs that no text may hold, where they are written with a backslash: that of the file has none any more. */
export function reportEscaped(document: Document.Parsed, places: YamlPlaces, diagnostics: Diagnostics): void {
  visit(document, {
    Scalar(_key, { value, range }) {
      const sign = typeof value === 'string' ? forbiddenSign(value) : null;
      if (sign !== null) diagnostics.error('forbidden-sign', places.place(range?.[0] ?? 0), { sign });
    },
  });
}

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
