import { join } from 'node:path';
import { play } from '../../build/verify/play/play.ts';
import type { PlayedLaunch } from '../../build/verify/played/record.ts';
import { type Verdict, verify } from '../../build/verify/verify.ts';
import { sourceOf } from '../../build/verify/zip/source.ts';
import { root } from '../helpers/examples-project.ts';
import { findBrowser } from '../setup/browser.js';
import { depot, zipped } from '../verify/packages.ts';

const program = join(root, '.cartable/program');

/** Checks a package and plays it in a browser of its own. */
export function checked(zip: Uint8Array, browser: string | undefined | null = findBrowser()): Promise<Verdict> {
  const settings = { browser: browser ?? undefined, program, progress: () => undefined };
  return verify(sourceOf(zip), { checkSchemas: null, play: (open, plans) => play(open, plans, settings) });
}

/** A package of pages with these contents, by id. */
export function pagesOf(bodies: Readonly<Record<string, string>>, target: 'scorm12' | 'scorm2004-4' = 'scorm12'): Uint8Array {
  const files = depot(target, Object.keys(bodies));
  for (const [id, body] of Object.entries(bodies)) files.set(`${id}.html`, `<!DOCTYPE html><title>Dépôt</title>${body}`);
  return zipped(files);
}

/** Observations of a page. */
export interface Observed {
  readonly rules: readonly string[];
  readonly items: (rule: string) => readonly string[];
  readonly launch: PlayedLaunch | undefined;
}

/** Sorts what was observed by the page's id. */
export function observed({ findings, played }: Verdict, id: string): Observed {
  if (played.state !== 'played') throw new Error(played.why);
  const title = `Le poste d’${id}`;
  const seen = findings.filter(({ rule, values }) => rule.startsWith('play-') && values?.title === title);
  return {
    rules: seen.map(({ rule }) => rule as string).sort(),
    items: (rule) => seen.find((one) => one.rule === rule)?.items ?? [],
    launch: played.launches.find((one) => one.title === title),
  };
}
