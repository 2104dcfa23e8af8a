import { parseXml, XmlError } from '../model/xml.ts';
import { decodeXml } from './manifest/decode.ts';
import { readManifest } from './manifest/manifest.ts';
import type { Finding, Hit, PackageFacts } from './rules/rule.ts';
import type { RuleId } from './strings.ts';
import { bytesOf } from './zip/content.ts';
import type { OpenZip } from './zip/open-zip.ts';

/** Largest manifest that is read, in bytes: one of 5,000 files has half a megabyte. */
const LARGEST = 8 * 1024 * 1024;

const MANIFEST = 'imsmanifest.xml';

/** Files by which packages of other standards are known. */
const OTHERS: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/(?:^|\/)cmi5\.xml$/i, 'cmi5'],
  [/(?:^|\/)tincan\.xml$/i, 'xAPI (Tin Can)'],
  [/\.(?:crs|au)$/i, 'AICC'],
  [/(?:^|\/)h5p\.json$/i, 'H5P'],
  [/(?:^|\/)moodle_backup\.xml$/i, 'Moodle (.mbz)'],
];

/** A package that could be read, with what was found on the way; or what prevents it. */
export type Reading = { readonly facts: PackageFacts | null; readonly findings: readonly Finding[] };

function error(rule: RuleId, sources: readonly string[], hit: Hit = {}): Finding {
  return { rule, severity: 'error', sources, ...hit };
}

/** Explains a zip without a manifest. */
function withoutManifest(names: readonly string[]): Finding {
  const other = OTHERS.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (other) return error('other-format', ['scorm.md 29'], { values: { format: other[1] } });
  const zips = names.filter((name) => /\.zip$/i.test(name));
  if (zips.length > 0 && names.length <= 5) return error('zip-inside', ['scorm.md 28'], { values: { first: zips[0] ?? '' }, items: zips });
  return error('manifest-none', ['scorm.md 29']);
}

/** Finds the manifest: at the root with its exact name, else with another case, else in the folder nearest to the root. */
function findManifest(names: readonly string[]): { readonly name: string; readonly base: string } | null {
  if (names.includes(MANIFEST)) return { name: MANIFEST, base: '' };
  const depth = (name: string): number => name.split('/').length;
  const found = names.filter((name) => name.toLowerCase().split('/').at(-1) === MANIFEST && !name.startsWith('__MACOSX/'));
  const [name] = found.sort((a, b) => depth(a) - depth(b));
  return name === undefined ? null : { name, base: name.slice(0, name.lastIndexOf('/') + 1) };
}

/** Reads the manifest of a zip. @throws ZipRefusal if its content isn't what the zip states */
export async function readPackage(zip: OpenZip): Promise<Reading> {
  const names = [...zip.files.keys()];
  const found = findManifest(names);
  const entry = found && zip.files.get(found.name);
  if (!found || !entry) return { facts: null, findings: [withoutManifest(names)] };
  const { name, base } = found;
  const own = name.slice(base.length);
  const findings = own === MANIFEST ? [] : [error('manifest-case', ['scorm.md 29'], { values: { name: own } })];
  const stop = (rule: RuleId, hit: Hit = {}): Reading => ({ facts: null, findings: [...findings, error(rule, ['scorm.md 29'], hit)] });
  if (entry.size > LARGEST) return stop('manifest-large', { values: { n: Math.round(entry.size / 1024 / 1024) } });
  const decoded = decodeXml(await bytesOf(zip.source, entry));
  if (!decoded) return stop('manifest-bytes');
  // In a comment too: how comments and instructions nest is easy to get wrong, and nobody needs one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(decoded.text)) return stop('manifest-doctype');
  try {
    const root = parseXml(decoded.text);
    if (root.local !== 'manifest') return stop('manifest-root', { values: { name: root.name }, line: root.line });
    return { facts: { zip, base, decoded, manifest: readManifest(root) }, findings };
  } catch (problem) {
    if (!(problem instanceof XmlError)) throw problem;
    return stop('manifest-xml', { line: problem.line });
  }
}
