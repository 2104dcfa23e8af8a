import type { Decoded } from '../manifest/decode.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { RuleId } from '../strings.ts';
import type { OpenZip } from '../zip/open-zip.ts';

/**
 * How bad it is: `error`, an LMS would refuse the package or track nothing; `warning`, some LMSs have trouble with it, or learners
 * would; `note`, good to know.
 */
export type Severity = 'error' | 'warning' | 'note';

/** One violation of a rule. */
export interface Hit {
  readonly values?: Readonly<Record<string, string | number>>;
  /** Names that it is about: files, identifiers, hosts. */
  readonly items?: readonly string[];
  /** Line of the manifest. */
  readonly line?: number;
}

/** A violation with its rule. */
export interface Finding extends Hit {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Sources of the rule: `scorm.md 30`. */
  readonly sources: readonly string[];
}

/** Facts for the rules about a package. */
export interface PackageFacts {
  readonly zip: OpenZip;
  /** Folder of the manifest: empty, or with a slash at its end. */
  readonly base: string;
  readonly decoded: Decoded;
  readonly manifest: Manifest;
}

/** A rule about a package. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly sources: readonly string[];
  check(facts: PackageFacts): readonly Hit[];
}

/** Makes one hit of all names, or none. */
export function hitFor(items: readonly string[], line?: number): readonly Hit[] {
  if (items.length === 0) return [];
  return [{ items, values: { n: items.length, first: items[0] ?? '' }, ...(line !== undefined && { line }) }];
}

/** Makes a hit if a fact holds. */
export function hitIf(fact: boolean, hit: Hit = {}): readonly Hit[] {
  return fact ? [hit] : [];
}

/** Applies rules. */
export function apply(rules: readonly Rule[], facts: PackageFacts): Finding[] {
  return rules.flatMap(({ id, severity, sources, check }) => check(facts).map((hit) => ({ rule: id, severity, sources, ...hit })));
}
