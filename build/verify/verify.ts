import { type LaunchPlan, launchPlans } from './launch-plan.ts';
import type { Manifest } from './manifest/manifest.ts';
import { judge } from './played/judge.ts';
import type { Played } from './played/record.ts';
import { readPackage } from './read-package.ts';
import { rules } from './rules/all.ts';
import { apply, type Finding, type PackageFacts } from './rules/rule.ts';
import type { SchemaCheck, SchemaEdition } from './xsd/schema-check.ts';
import { checkContents, type OpenZip, openZip } from './zip/open-zip.ts';
import { ZipRefusal, type ZipSource } from './zip/source.ts';

/** Services that a check needs from its host. */
export interface VerifyHost {
  /** Checks manifests against schemas; null where there is no validator. */
  readonly checkSchemas: SchemaCheck | null;
  /** Opens the pages in a browser, and closes them. */
  play(zip: OpenZip, plans: readonly LaunchPlan[]): Promise<Played>;
}

/** Facts about a package. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly facts: PackageFacts | null;
  readonly plans: readonly LaunchPlan[];
  readonly schemas: 'valid' | 'invalid' | 'unchecked';
  readonly played: Played;
}

const SCHEMAS: Readonly<Record<Manifest['edition'], SchemaEdition>> = {
  '1.2': 'scorm12',
  '2004-2': 'scorm2004-3',
  '2004-3': 'scorm2004-3',
  '2004-4': 'scorm2004-4',
};

const ORDER = { error: 0, warning: 1, note: 2 } as const;

/**
 * Checks a manifest against the schemas of its edition. Errors in lines that an error of ours explains already are left out.
 * For the second edition of 2004, whose schemas we don't have, an error is only a warning.
 */
function checkSchemas(facts: PackageFacts, known: readonly Finding[], check: SchemaCheck | null): [Verdict['schemas'], Finding[]] {
  const { edition } = facts.manifest;
  if (!check || known.some(({ rule }) => rule === 'namespace')) return ['unchecked', []];
  const errors = check(facts.decoded.text, SCHEMAS[edition]);
  if (errors.length === 0) return ['valid', []];
  const explained = new Set(known.filter(({ severity }) => severity === 'error').map(({ line }) => line));
  // A finding about several identifiers names only the line of the first.
  const hasIds = known.some(({ rule }) => rule === 'id-form');
  const others = errors.filter(({ line, message }) => !explained.has(line) && !(hasIds && message.includes("'xs:ID'")));
  if (others.length === 0) return ['invalid', []];
  return [
    'invalid',
    [
      {
        rule: 'schema-invalid',
        severity: edition === '2004-2' ? 'warning' : 'error',
        sources: ['scorm.md 2', 'scorm.md 39'],
        items: others.map(({ message, line }) => `${line}: ${message.replace(/\{[^}]*\}/g, '')}`),
        line: others[0]?.line ?? 1,
      },
    ],
  ];
}

function refused(findings: readonly Finding[]): Verdict {
  return { findings, facts: null, plans: [], schemas: 'unchecked', played: { state: 'skipped', why: 'refused' } };
}

async function examine(source: ZipSource, host: VerifyHost): Promise<Verdict> {
  const zip = await openZip(source);
  await checkContents(zip);
  const { facts, findings } = await readPackage(zip);
  if (!facts) return refused(findings);
  const found = [...findings, ...apply(rules, facts)];
  const [schemas, schemaFindings] = checkSchemas(facts, found, host.checkSchemas);
  const plans = launchPlans(facts);
  const played: Played = plans.length === 0 ? { state: 'skipped', why: 'nothing' } : await host.play(zip, plans);
  const seen = played.state === 'played' ? judge(played.launches) : [];
  const all = [...found, ...schemaFindings, ...seen];
  return { findings: all.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]), facts, plans, schemas, played };
}

/** Checks any file as a SCORM package. It writes nothing and never throws for what the file holds. */
export async function verify(source: ZipSource, host: VerifyHost): Promise<Verdict> {
  try {
    return await examine(source, host);
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error;
    return refused([{ rule: error.id, severity: 'error', sources: ['scorm.md 28'], values: { item: error.item } }]);
  }
}

/** True if an LMS would refuse the package or track nothing of it. */
export function isRefused({ findings }: Pick<Verdict, 'findings'>): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
