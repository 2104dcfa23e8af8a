import type { ModuleContent } from '../model/course.ts';
import { passOf, type Tally } from '../model/progress.ts';
import type { ChapterState } from '../model/state.ts';
import type { Progress, Tracker } from '../tracker.ts';
import { chapterLegend, chapterRows, hasToReach } from './chapters.ts';
import { byId, make } from './element.ts';
import type { openForget } from './forget.ts';
import type { Frames } from './frames.ts';
import type { textOfAttempts } from './other-attempts.ts';
import { linkList } from './progress.ts';
import { resultRow } from './result-row.ts';
import { wholePercent } from './whole-percent.ts';
import { t } from './words.ts';

function section(key: string, list: HTMLElement, level = 2): HTMLElement[] {
  return list.firstChild ? [make(`h${level}` as 'h2', '', t(key)), list] : [];
}

interface Row {
  readonly title: string;
  readonly words: string;
  readonly score: number | undefined;
}

/** With fewer answered questions than this, nothing is concluded about a competency. */
const ENOUGH = 3;

/** The last part of a key `results.competency.…`. */
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
    return [{ title, score: state === 'few' ? undefined : found.score, words: t(`results.competency.${state}`) + count }];
  });
}

/** Title and standing of each competency, in words. */
export function competencyWords(content: ModuleContent, progress: Progress): [title: string, standing: string][] {
  return competencyRows(content, progress).map(({ title, words }) => [title, words]);
}

/** Status and score in words, and what comes next. */
function standing(content: ModuleContent, progress: Progress): HTMLElement[] {
  const { pass } = content;
  const { score, status, left } = progress;
  const toReach = pass && status !== 'passed';
  // Where visiting the pages completes a session, activities may be left that nobody has to do.
  const isDone = status === 'completed' || status === 'passed';
  const next = left.length ? (isDone ? 'optional' : 'left') : toReach || hasToReach(content, progress) ? 'pass' : 'done';
  return [
    make('p', 'c-verdict-big', t(status === 'completed' && left.length ? 'results.completed.left' : `results.${status}`)),
    make(
      'p',
      '',
      t(score === undefined ? 'results.none' : 'results.score', { score: wholePercent(score ?? 0, pass) }),
      ' ',
      toReach ? t('results.pass', { pass }) : '',
    ),
    make('p', '', t(`results.next.${next}`)),
  ];
}

/** What it takes for a competency to be called so. */
function legend(content: ModuleContent): HTMLElement {
  const pass = passOf(content);
  const own = pass === undefined ? t('results.legend') : t('results.legend.pass', { pass });
  return make('p', 'c-hint', chapterLegend(content) ?? own);
}

function lists(content: ModuleContent, progress: Progress, level: number): HTMLElement[] {
  const rows = competencyRows(content, progress).map(({ title, words, score }) => resultRow(title, words, score));
  return [
    ...section('results.chapters', make('ul', 'c-bars', ...chapterRows(content, progress)), level),
    ...section('results.competencies', make('ul', 'c-bars', ...rows), level),
    ...(rows.length > 0 ? [legend(content)] : []),
    ...section('left', linkList(content, progress.pages, progress.left), level),
  ];
}

/** Code loaded with the pages after the first: the exports of this file, the text of other attempts, and the dialog that erases. */
export interface Results {
  readonly competencyWords: typeof competencyWords;
  readonly resultParts: typeof resultParts;
  readonly writeResults: typeof writeResults;
  readonly textOfAttempts: typeof textOfAttempts;
  readonly openForget: typeof openForget;
}

/** What an activity shows of the results as they stand now. @param level of its headings */
export function resultParts(content: ModuleContent, progress: Progress, level: number): HTMLElement[] {
  return [...standing(content, progress), ...lists(content, progress, level)];
}

/** Writes the view of the results as they stand now. */
export function writeResults(content: ModuleContent, tracker: Tracker, frames: Frames): void {
  const progress = tracker.progress();
  const { pages, time, active } = progress;
  const missed = content.activities.flatMap((activity) => {
    const { verdict } = tracker.standing(activity.id);
    return verdict && /wrong|partly/.test(verdict.outcome) && !frames.withheld(activity) ? [activity.id] : [];
  });
  byId('c-results').replaceChildren(
    make('div', 'c-card c-prose', ...standing(content, progress)),
    ...lists(content, progress, 2),
    ...section('results.missed', linkList(content, pages, missed)),
    make('p', 'c-meta', t('results.time', { time: Math.ceil(time / 60), active: Math.ceil(active / 60) })),
  );
}
