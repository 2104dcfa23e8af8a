import { shownOrganization } from './manifest/manifest.ts';
import type { Played, PlayedLaunch } from './played/record.ts';
import { writesOf } from './played/values.ts';
import type { FindingJson, LaunchJson, VerdictJson } from './result-schema.ts';
import type { Finding } from './rules/rule.ts';
import type { VerifyStrings } from './strings.ts';
import { isRefused, type Verdict } from './verify.ts';

/** Characters that could move a terminal's cursor or reverse a text. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Makes a text of the package safe to show. */
function safe(text: string): string {
  return text.replace(UNSAFE, '�');
}

function safeValues(values: Finding['values'] = {}): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? safe(value) : value]));
}

/** Most names of one finding. */
const MOST = 200;

/** File that was checked. */
export interface CheckedFile {
  readonly name: string;
  readonly bytes: number;
}

function findingJson({ rule, severity, sources, values, items = [], line }: Finding, strings: VerifyStrings): FindingJson {
  return {
    rule,
    severity,
    sources: [...sources],
    ...strings.rule(rule, safeValues(values)),
    ...(line !== undefined && { line }),
    items: items.slice(0, MOST).map(safe),
  };
}

function launchJson(launch: PlayedLaunch): LaunchJson {
  const { title, href, isSco, calls, missing, elsewhere, errors } = launch;
  const written = writesOf(launch).map((write) => ({ ...write, element: safe(write.element), value: safe(write.value) }));
  const lost = written.filter(({ kept }) => !kept).map(({ element }) => element);
  return {
    title: safe(title),
    href: safe(href),
    isSco,
    calls: calls.map((call) => ({ ...call, args: [...call.args] })),
    written,
    lost,
    missing: missing.map(safe),
    elsewhere: elsewhere.map(safe),
    errors: errors.map(safe),
  };
}

function playedJson(played: Played, strings: VerifyStrings): VerdictJson['played'] {
  if (played.state === 'skipped') {
    const why = strings.format(`played.${played.why}`, { browser: played.browser ?? '' });
    return { browser: '', why, launches: [], left: 0 };
  }
  return { browser: played.browser, why: '', launches: played.launches.map(launchJson), left: played.left };
}

/** Describes a verdict as data, its messages in one language. */
export function toJson(verdict: Verdict, { name, bytes }: CheckedFile, strings: VerifyStrings): VerdictJson {
  const { facts, findings, plans, schemas, played } = verdict;
  const isFine = findings.every(({ severity }) => severity === 'note');
  return {
    format: 1,
    file: safe(name),
    bytes,
    verdict: isRefused(verdict) ? 'refused' : isFine ? 'fine' : 'warnings',
    ...(facts && {
      package: {
        title: safe(shownOrganization(facts.manifest)?.title.trim() ?? ''),
        standard: facts.manifest.edition,
        files: facts.zip.files.size,
        pages: plans.map(({ title, href, isSco }) => ({ title: safe(title), href, isSco })),
        schemas,
      },
    }),
    findings: findings.map((finding) => findingJson(finding, strings)),
    played: playedJson(played, strings),
  };
}
