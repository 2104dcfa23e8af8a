import { partsOf } from '../model/course/chapters.ts';
import type { ModuleContent } from '../model/course/course.ts';
import { passOf, type Tally } from '../model/judging/progress.ts';
import { isCompleted } from '../model/judging/status.ts';
import type { ChapterState } from '../model/state/state.ts';
import type { Progress, Tracker } from '../visit/tracker.ts';
import { showCertificateButtons, type writeCertificate } from './certificate.ts';
import { chapterLegend, chapterRows, nextChapter } from './chapters.ts';
import type { openForget } from './forget.ts';
import type { Frames } from './frame/frames.ts';
import { takeaway, wordsThenAndNow } from './keepsakes.ts';
import type { downloadAttempts } from './other-attempts.ts';
import type { linkList } from './progress.ts';
import { bigHero, smallHero } from './result-hero.ts';
import { type Cells, resultRow } from './result-row.ts';
import { scoreBands } from './score-bands.ts';
import { all, byId, make } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

function section(key: string, list: HTMLElement, level = 2): HTMLElement[] {
  return list.firstChild ? [make(`h${level}` as 'h2', '', t(key)), list] : [];
}

interface Row {
  readonly title: string;
  readonly words: string;
  readonly score: number | undefined;
  readonly cells?: Cells;
}

/** Maximum number of cells; for more questions a bar is easier to read. */
const MOST_CELLS = 12;

/** Minimum number of answered questions to conclude anything about a competency. */
const ENOUGH = 3;

/** Returns the last part of a key `results.competency.…`. */
function stateOf({ score, status }: ChapterState, { answered, isHeld, isBelow }: Tally): string {
  if (isHeld && answered > 0 && answered < ENOUGH) return 'few';
  if (score === undefined && status === 'incomplete') return 'new';
  return isBelow ? 'failed' : status;
}

function competencyRows(content: ModuleContent, { competencies, tallies }: Progress): Row[] {
  return content.competencies.flatMap(({ id, title }): Row[] => {
    const [found, tally] = [competencies[id], tallies[id]];
    if (!found || !tally) return [];
    const { right, answered } = tally;
    const state = stateOf(found, tally);
    const count = state === 'few' || answered === 0 ? '' : t('results.questions', { n: right, answered });
    const cells = count !== '' && answered <= MOST_CELLS && { cells: { right, answered } };
    return [{ title, score: state === 'few' ? undefined : found.score, words: t(`results.competency.${state}`) + count, ...cells }];
  });
}

/** Returns title and state of each competency, as text. */
export function competencyWords(content: ModuleContent, progress: Progress): [title: string, standing: string][] {
  return competencyRows(content, progress).map(({ title, words }) => [title, words]);
}

/** Explains when a competency counts as reached. */
function legend(content: ModuleContent): HTMLElement {
  const pass = passOf(content);
  const own = pass === undefined ? t('results.legend') : t('results.legend.pass', { pass });
  return make('p', 'c-hint', chapterLegend(content) ?? own);
}

function folded(title: string, ...body: readonly HTMLElement[]): HTMLElement {
  return make('details', 'c-details', make('summary', '', title), make('div', 'c-details-body', ...body));
}

/** Makes a row of several titles in the same state, which comes first. */
function sharedRow(words: string, titles: readonly string[]): HTMLElement {
  return make('li', '', make('p', '', words.charAt(0).toUpperCase() + words.slice(1), ' ', make('b', '', titles.join(t('between')))));
}

/** Makes a row for each competency; those of which there is nothing to draw, and the same to report, share a row. */
function rowsOf(found: readonly Row[]): HTMLElement[] {
  const isDrawn = ({ score, cells }: Row): boolean => score !== undefined || cells !== undefined;
  const alike = new Map<string, string[]>();
  for (const { words, title } of found.filter((one) => !isDrawn(one))) alike.set(words, [...(alike.get(words) ?? []), title]);
  return [
    ...found.filter(isDrawn).map(({ title, words, score, cells }) => resultRow(title, words, score, cells)),
    ...[...alike].map(([words, titles]) => sharedRow(words, titles)),
  ];
}

/** Shows how far chapters and competencies have come. @param explain puts the legend where it belongs */
function standings(
  content: ModuleContent,
  progress: Progress,
  level: number,
  explain: (legend: HTMLElement) => HTMLElement,
): HTMLElement[] {
  const rows = rowsOf(competencyRows(content, progress));
  return [
    ...section('results.chapters', make('ul', 'c-bars', ...chapterRows(content, progress)), level),
    ...section('results.competencies', make('ul', 'c-bars', ...rows), level),
    ...(rows.length > 0 ? [explain(legend(content))] : []),
  ];
}

/** Code loaded with the pages after the first: results, notebook, text of other attempts, and the dialog for erasing. */
export interface Results {
  readonly competencyWords: typeof competencyWords;
  readonly resultParts: typeof resultParts;
  readonly writeResults: typeof writeResults;
  readonly downloadAttempts: typeof downloadAttempts;
  readonly writeCertificate: typeof writeCertificate;
  readonly openForget: typeof openForget;
}

/**
 * Makes the current results for an activity that shows them.
 * @param level heading level
 * @param links code from the launch, so that the script of the views doesn't contain it twice
 */
export function resultParts(content: ModuleContent, progress: Progress, level: number, links: typeof linkList): HTMLElement[] {
  return [
    smallHero(content, progress),
    ...standings(content, progress, level, (legend) => legend),
    ...section('left', links(content, progress.pages, progress.left), level),
  ];
}

/** Makes links to the pages that go further. */
function furtherList({ pages }: ModuleContent): HTMLElement {
  const items = pages.flatMap(({ id, title, further }) => {
    if (!further) return [];
    const link = make('a', '', title);
    link.href = `#p-${id}`;
    return [make('li', '', link)];
  });
  return make('ul', 'c-ways', ...items);
}

/** Lists the activities that weren't all right, without those whose verdict is still withheld. */
function missedIn({ activities }: ModuleContent, tracker: Tracker, frames: Frames): string[] {
  return activities.flatMap((activity) => {
    const { verdict } = tracker.standing(activity.id);
    return verdict && /wrong|partly/.test(verdict.outcome) && !frames.withheld(activity) ? [activity.id] : [];
  });
}

/** Folds what was missed, page by page. */
function missedPart(
  { chapters, ...whole }: ModuleContent,
  { pages }: Progress,
  missed: readonly string[],
  links: typeof linkList,
): HTMLElement[] {
  const items = whole.pages.flatMap(({ id, title }) => {
    const here = whole.activities.filter((one) => one.page === id && missed.includes(one.id)).map((one) => one.id);
    return here.length > 0 ? [make('li', '', make('b', '', title), links(whole, pages, here))] : [];
  });
  if (items.length === 0) return [];
  return [make('h2', '', t('results.missed')), folded(t('results.missed.all', { n: missed.length }), make('ul', 'c-missed', ...items))];
}

/** Returns the id of what can raise the score: a graded quiz, or what was missed and can be answered again. */
function worthAgain(content: ModuleContent, tracker: Tracker, missed: readonly string[]): string | undefined {
  const progress = tracker.progress();
  const below = partsOf(content).filter(({ id }) => (progress.chapters.find((one) => one.id === id) ?? progress).status !== 'passed');
  const graded = below.flatMap(({ activities }) => activities).find(({ quiz, points }) => quiz && points > 0)?.quiz;
  return graded ?? missed.find((id) => !tracker.standing(id).locked) ?? missed[0];
}

/** Returns a link to the first thing left to do or, below the pass mark, to what can raise the score; null if there is none. */
function firstMissing(
  content: ModuleContent,
  tracker: Tracker,
  missed: readonly string[],
  links: typeof linkList,
): HTMLAnchorElement | null {
  const { left, pages } = tracker.progress();
  return links(content, pages, left.length > 0 ? left : [worthAgain(content, tracker, missed) ?? '']).querySelector('a');
}

/** Writes the view of the current results. @param links as in `resultParts` */
export function writeResults(content: ModuleContent, tracker: Tracker, frames: Frames, links: typeof linkList): void {
  const progress = tracker.progress();
  const { pages, left } = progress;
  const missed = missedIn(content, tracker, frames);
  const host = byId('c-results');
  const [head] = all('.c-head', host.parentElement as HTMLElement) as [HTMLElement];
  const open = links(content, pages, left);
  open.classList.add('c-ways');
  host.replaceChildren(
    bigHero(content, tracker, head, firstMissing(content, tracker, missed, links)),
    make(
      'div',
      'c-results-in c-prose',
      ...scoreBands(content, progress),
      ...section('left', open),
      ...(left.length === 0 ? takeaway(content) : []),
      ...wordsThenAndNow(content, tracker),
      ...standings(content, progress, 2, (legend) => folded(t('results.how'), legend)),
      ...missedPart(content, progress, missed, links),
      ...nextChapter(content, progress),
      ...section('further.title', furtherList(content)),
    ),
  );
  for (const card of all('.c-after')) card.hidden = !isCompleted(progress.status);
  showCertificateButtons(tracker);
}
