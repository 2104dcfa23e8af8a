import { zipSync } from 'fflate';
import { manifest } from '../../build/stages/manifest/manifest.ts';
import type { Played } from '../../build/verify/played/record.ts';
import { type Verdict, verify } from '../../build/verify/verify.ts';
import { schemaCheck } from '../../build/verify/xsd/validator.ts';
import { sourceOf } from '../../build/verify/zip/source.ts';
import { engine } from '../helpers/engine.ts';

type Edition = 'scorm12' | 'scorm2004-3' | 'scorm2004-4';

/** Files of a package by name, as text or bytes. */
export type Files = Map<string, string | Uint8Array>;

/** Without a browser. */
const UNPLAYED: Played = { state: 'skipped', why: 'no-browser' };

const checkSchemas = schemaCheck((edition) => engine.pieces.schemas(edition));

/** A package of a tram depot, with which nothing is wrong: one page, or two. */
export function depot(target: Edition = 'scorm12', pages: readonly string[] = ['aiguillage']): Files {
  const scos = pages.map((id) => ({ id, title: `Le poste d’${id}`, href: `${id}.html`, files: [`${id}.html`], competencies: [] }));
  const text = manifest({ target, id: 'depot', title: 'Le dépôt', scos, shared: ['style.css'] });
  return new Map<string, string | Uint8Array>([
    ['imsmanifest.xml', text],
    ...pages.map((id) => [`${id}.html`, '<!DOCTYPE html><title>Dépôt</title><p>Aiguille 4'] as const),
    ['style.css', 'p { color: #333 }'],
    ...engine.pieces.schemas(target).map(({ name, ...entry }) => [name, entry.data as Uint8Array] as const),
  ]);
}

/** Zips files as they are. */
export function zipped(files: Files): Uint8Array {
  const bytes = [...files].map(([name, data]) => [name, typeof data === 'string' ? new TextEncoder().encode(data) : data] as const);
  return zipSync(Object.fromEntries(bytes));
}

/** Checks a zip without playing it. */
export function check(zip: Uint8Array): Promise<Verdict> {
  return verify(sourceOf(zip), { checkSchemas, play: async () => UNPLAYED });
}

/** Rules that a verdict names, as `rule:line`. */
export function rulesOf({ findings }: Verdict): string[] {
  return findings.map(({ rule, line }) => (line === undefined ? rule : `${rule}:${line}`));
}

/** Replaces text in a file. @throws if it isn't there */
export function change(files: Files, from: string | RegExp, to: string, name = 'imsmanifest.xml'): void {
  const before = String(files.get(name));
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} has no ${from}`);
  files.set(name, after);
}
