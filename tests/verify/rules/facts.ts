import { parseXml } from '../../../build/model/xml.ts';
import { readManifest } from '../../../build/verify/manifest/manifest.ts';
import { apply, type PackageFacts, type Rule } from '../../../build/verify/rules/rule.ts';

export const CP12 = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
export const ADL12 = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';
export const CP2004 = 'http://www.imsglobal.org/xsd/imscp_v1p1';

const SPACES = `xmlns="${CP12}" xmlns:adlcp="${ADL12}"`;

/** Makes the facts of a package from the inside of its manifest. */
export function factsOf(inside: string, more: Partial<PackageFacts> = {}, attributes = SPACES): PackageFacts {
  const root = parseXml(`<manifest identifier="m" ${attributes}>${inside}</manifest>`);
  const zip = { files: new Map() } as unknown as PackageFacts['zip'];
  return { zip, base: '', decoded: { text: '', encoding: 'utf-8', hasMark: false }, manifest: readManifest(root), ...more };
}

/** Lists what rules find: each rule with its values, names and line. */
export function found(rules: readonly Rule[], facts: PackageFacts): unknown[] {
  return apply(rules, facts).map(({ rule, values, items, line }) => [rule, values ?? items, line].filter((one) => one !== undefined));
}

/** Lists the ids of rules by what breaking them means. A rule without a source isn't listed. */
export function gradesOf(rules: readonly Rule[]): Readonly<Record<Rule['severity'], readonly string[]>> {
  const of = (grade: Rule['severity']): string[] =>
    rules.filter(({ severity, sources }) => severity === grade && sources.length > 0).map(({ id }) => id);
  return { error: of('error'), warning: of('warning'), note: of('note') };
}

/** Lists the ids of rules by their sources. */
export function sourcesOf(rules: readonly Pick<Rule, 'id' | 'sources'>[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { id, sources } of rules) found[sources.join(', ')] = `${found[sources.join(', ')] ?? ''} ${id}`.trim();
  return found;
}
