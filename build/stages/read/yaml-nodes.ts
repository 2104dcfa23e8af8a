import { type Document, isScalar, visit } from 'yaml';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { forbiddenCharacter } from '../../files/forbidden-characters.ts';
import type { YamlPlaces } from './yaml-places.ts';

/** Reports forbidden characters written as YAML escapes; others were removed from the file's text before. */
export function reportEscaped(document: Document.Parsed, places: YamlPlaces, diagnostics: Diagnostics): void {
  visit(document, {
    Scalar(_key, { value, range }) {
      const character = typeof value === 'string' ? forbiddenCharacter(value) : null;
      if (character !== null) diagnostics.error('forbidden-sign', places.place(range?.[0] ?? 0), { sign: character });
    },
  });
}

/** Reports and removes `__proto__`, which can't be an own key of a JavaScript object. */
export function reportProto(document: Document.Parsed, places: YamlPlaces, diagnostics: Diagnostics): void {
  visit(document, {
    Pair(_key, { key }) {
      if (!isScalar(key) || key.value !== '__proto__') return undefined;
      diagnostics.error('unknown-key', places.place(key.range?.[0] ?? 0), { key: '__proto__', near: '' });
      return visit.REMOVE;
    },
  });
}
