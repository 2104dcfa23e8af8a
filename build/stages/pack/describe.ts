import type { Entry, Hashed, Host } from '../../host/host.ts';
import { DESCRIPTION, type PackagePlan } from '../../model/package.ts';
import { reportFacts } from './report-facts.ts';

/**
 * Computes the digest of a package's content: SHA-256 over each file, sorted by name. Each contributes its name, a zero byte, its
 * length in bytes, a zero byte and its bytes. The description itself is left out. Unlike the digest of the zip, it is independent
 * of compression.
 */
export function contentDigest(entries: readonly Entry[], sha256: Host['sha256']): string {
  const encoder = new TextEncoder();
  const sorted = entries.filter(({ name }) => name !== DESCRIPTION).sort((a, b) => (a.name < b.name ? -1 : 1));
  return sha256(
    sorted.flatMap((entry): Hashed[] => {
      if ('path' in entry) return [`${entry.name}\0${entry.bytes}\0`, { path: entry.path }];
      const bytes = typeof entry.data === 'string' ? encoder.encode(entry.data) : entry.data;
      return [`${entry.name}\0${bytes.length}\0`, bytes];
    }),
  );
}

/**
 * Makes the text of `cartable.json`, a description of the package for programs, without keys, feedback or model answers.
 * @param version of Cartable
 */
export function describe(plan: PackagePlan, content: string, version: string): string {
  const { course, cohort, modules, target, whole } = plan;
  const [first] = modules;
  const description = {
    format: 1,
    version,
    course: course.id,
    ...(whole
      ? { modules: modules.flatMap((one) => one.content.chapters?.map(({ id }) => id) ?? one.content.id) }
      : { module: first?.content.id }),
    ...(cohort && { cohort: cohort.name }),
    target,
    line: first?.content.line,
    content,
    theme: { name: course.theme.name, accent: course.theme.accent },
    ...reportFacts(plan),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
