import { sheets } from 'virtual:cartable-papers';
import type { PieceIndex } from '../../host/engine.ts';
import { compiled } from '../../html/handlebars.ts';
import { sheetStyle } from '../../sheets/sheet-style.ts';
import type { Comparison } from '../comparison-schema.ts';
import { groupsOf, verdictOf } from '../grouped.ts';
import type { VersionStrings } from '../strings.ts';
import type { KeptPackage, Release } from './release-schema.ts';

const page = compiled(sheets.changes);

/** Fate of one package since the last version: compared, new, or no longer made. */
export interface PackageChange {
  readonly file: string;
  readonly package: Pick<KeptPackage, 'module' | 'cohort' | 'target'>;
  readonly change: Comparison | 'new' | 'gone';
}

/** Names the session of some packages, and their cohort if they are all of one. */
function titleOf([first, ...others]: Alike, strings: VersionStrings): string {
  const { module, cohort } = first.package;
  const session = typeof first.change === 'string' ? undefined : first.change.new.sessions[0]?.title;
  const name = module === undefined ? strings.format('page.whole') : (session ?? module);
  const isOfOne = cohort !== undefined && others.every((other) => other.package.cohort === cohort);
  return isOfOne ? `${name} (${cohort})` : name;
}

function viewOf(alike: Alike, strings: VersionStrings) {
  const [{ change }] = alike;
  const head = { title: titleOf(alike, strings), files: alike.map(({ file }) => file).join(', '), groups: [], notes: [] };
  if (change === 'new') return { ...head, risk: 'added', verdict: strings.format('page.new') };
  if (change === 'gone') return { ...head, risk: 'safe', verdict: strings.format('page.gone') };
  const { risk, notes } = change;
  return { ...head, risk, verdict: verdictOf(change, strings), groups: groupsOf(change, strings), notes };
}

/** Packages of one session that change in the same way, whatever their cohort and target. */
type Alike = readonly [PackageChange, ...PackageChange[]];

function together(changes: readonly PackageChange[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const one of changes) {
    const what = typeof one.change === 'string' ? one.change : one.change.changes;
    const key = JSON.stringify([one.package.module, what]);
    const known = groups.get(key);
    groups.set(key, known ? [...known, one] : [one]);
  }
  return [...groups.values()];
}

/** Sums up what changed, one entry for the packages of a session that change alike. */
export function summariesOf(changes: readonly PackageChange[], strings: VersionStrings) {
  return together(changes).map((alike) => viewOf(alike, strings));
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
  strings: VersionStrings,
  index: PieceIndex,
): string {
  return page({
    lang: strings.lang,
    pageTitle: strings.format('page.title', { title: release.title }),
    kind: strings.format('page.kind'),
    title: release.title,
    keptTitle: strings.format('page.kept'),
    kept: strings.date(release.date),
    sinceTitle: strings.format('page.compared'),
    since: since && strings.date(since),
    note: release.note,
    first: since === undefined ? strings.format('page.first') : '',
    comparisons: summariesOf(changes, strings),
    packagesTitle: strings.format('page.packages'),
    packages: release.packages.map(({ file, content }) => ({ file, content, digestTitle: strings.format('page.digest') })),
    css: sheetStyle('changes.css', accent, index),
  });
}
