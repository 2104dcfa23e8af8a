import { sheets } from 'virtual:cartable-types';
import type { PieceIndex } from '../../host/engine.ts';
import { compiled } from '../../html/handlebars.ts';
import { sheetStyle } from '../../sheets/sheet-style.ts';
import type { Comparison } from '../comparison-schema.ts';
import { groupsOf, verdictOf } from '../grouped.ts';
import type { VersionWords } from '../words.ts';
import type { KeptPackage, Release } from './release-schema.ts';

const page = compiled(sheets.changes);

/** What happened to one package since the last version: compared, new, or no longer made. */
export interface PackageChange {
  readonly file: string;
  readonly package: Pick<KeptPackage, 'module' | 'cohort' | 'target'>;
  readonly change: Comparison | 'new' | 'gone';
}

function titleOf({ package: { module, cohort }, change }: PackageChange, words: VersionWords): string {
  const session = typeof change === 'string' ? undefined : change.new.sessions[0]?.title;
  const name = module === undefined ? words.say('release.whole') : (session ?? module);
  return cohort === undefined ? name : `${name} (${cohort})`;
}

function viewOf(change: PackageChange, files: readonly string[], words: VersionWords) {
  const head = { title: titleOf(change, words), files: files.join(', ') };
  if (change.change === 'new') return { ...head, risk: 'added', verdict: words.say('page.new'), groups: [], notes: [] };
  if (change.change === 'gone') return { ...head, risk: 'safe', verdict: words.say('page.gone'), groups: [], notes: [] };
  const { change: comparison } = change;
  const { risk, notes } = comparison;
  return { ...head, risk, verdict: verdictOf(comparison, words), groups: groupsOf(comparison, words), notes };
}

/** Joins packages of one session and cohort that change in the same way, whatever their target. */
function together(changes: readonly PackageChange[]): PackageChange[][] {
  const groups = new Map<string, PackageChange[]>();
  for (const one of changes) {
    const what = typeof one.change === 'string' ? one.change : one.change.changes;
    const key = JSON.stringify([one.package.module, one.package.cohort, what]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/**
 * Makes the page that lists what changed since the last kept version. One file, no script.
 * @param since date of the last version; absent: this is the first one
 */
export function changesPage(
  release: Release,
  changes: readonly PackageChange[],
  since: string | undefined,
  accent: string,
  words: VersionWords,
  index: PieceIndex,
): string {
  return page({
    lang: words.lang,
    pageTitle: words.say('page.title', { title: release.title }),
    kind: words.say('page.kind'),
    title: release.title,
    kept: words.say('page.kept', { date: words.date(release.date) }),
    since: since && words.say('page.since', { date: words.date(since) }),
    note: release.note,
    first: since === undefined ? words.say('page.first') : '',
    comparisons: together(changes).map((list) =>
      viewOf(
        list[0] as PackageChange,
        list.map(({ file }) => file),
        words,
      ),
    ),
    packagesTitle: words.say('page.packages'),
    packages: release.packages.map(({ file, content }) => ({ file, content, digestTitle: words.say('page.digest') })),
    css: sheetStyle('changes.css', accent, index),
  });
}
