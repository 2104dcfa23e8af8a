import type { ModuleContent } from '../model/course/course.ts';
import { passOf, type Tally } from '../model/judging/progress.ts';
import { isCompleted } from '../model/judging/status.ts';
import type { ChapterState } from '../model/state/state.ts';
import type { Progress, Tracker } from '../visit/tracker.ts';
import { showCertificateButtons, type writeCertificate } from './certificate.ts';
import { chapterLegend, chapterRows, hasToReach } from './chapters.ts';
import type { openForget } from './forget.ts';
import type { Frames } from './frame/frames.ts';
import type { downloadAttempts } from './other-attempts.ts';
import { personName } from './person-name.ts';
import type { linkList } from './progress.ts';
import { type Cells, resultRow } from './result-row.ts';
import { scoreBands } from './score-bands.ts';
import { scoreRing } from './score-ring.ts';
import { byId, make } from './widgets/element.ts';
import { wholePercent } from './widgets/whole-percent.ts';
import { t } from './widgets/words.ts';

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

/** Shows status and score as text, and what to do next. */
function standing(content: ModuleContent, progress: Progress): HTMLElement[] {
  const { pass } = content;
  const { score, status, left } = progress;
  const toReach = pass && status !== 'passed';
  // If visiting the pages completes a session, optional activities may be left.
  const isDone = isCompleted(status);
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

/** Explains when a competency counts as reached. */
function legend(content: ModuleContent): HTMLElement {
  const pass = passOf(content);
  const own = pass === undefined ? t('results.legend') : t('results.legend.pass', { pass });
  return make('p', 'c-hint', chapterLegend(content) ?? own);
}

function lists(content: ModuleContent, progress: Progress, level: number, links: typeof linkList): HTMLElement[] {
  const rows = competencyRows(content, progress).map(({ title, words, score, cells }) => resultRow(title, words, score, cells));
  return [
    ...section('results.chapters', make('ul', 'c-bars', ...chapterRows(content, progress)), level),
    ...section('results.competencies', make('ul', 'c-bars', ...rows), level),
    ...(rows.length > 0 ? [legend(content)] : []),
    ...section('left', links(content, progress.pages, progress.left), level),
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
  return [...standing(content, progress), ...lists(content, progress, level, links)];
}

/** Shows the result, with the score as a ring, and the learner's name. */
function hero(content: ModuleContent, progress: Progress, name: string): HTMLElement {
  const { score, status } = progress;
  const [verdict, ...more] = standing(content, progress);
  const { first } = personName(name);
  const isDone = isCompleted(status);
  if (verdict && isDone && first) verdict.textContent = t('results.to', { verdict: verdict.textContent ?? '', name: first });
  const ring = score === undefined ? [] : [scoreRing(score, t('results.ring', { score: wholePercent(score, content.pass) }))];
  const words = make('div', 'c-hero-words c-prose', ...(verdict ? [verdict] : []), ...more);
  const box = make('div', 'c-hero', ...ring, words);
  box.toggleAttribute('data-done', isDone);
  return box;
}

/** Makes links to the pages that go further. */
function furtherList({ pages }: ModuleContent): HTMLElement {
  const items = pages.flatMap(({ id, title, further }) => {
    if (!further) return [];
    const link = make('a', '', title);
    link.href = `#p-${id}`;
    return [make('li', '', link)];
  });
  return make('ul', '', ...items);
}

/** Writes the view of the current results. @param links as in `resultParts` */
export function writeResults(content: ModuleContent, tracker: Tracker, frames: Frames, links: typeof linkList): void {
  const progress = tracker.progress();
  const { pages, time, active } = progress;
  const missed = content.activities.flatMap((activity) => {
    const { verdict } = tracker.standing(activity.id);
    return verdict && /wrong|partly/.test(verdict.outcome) && !frames.withheld(activity) ? [activity.id] : [];
  });
  showCertificateButtons(tracker);
  byId('c-results').replaceChildren(
    hero(content, progress, tracker.launch.learner.name),
    ...scoreBands(content, progress),
    ...lists(content, progress, 2, links),
    ...section('results.missed', links(content, pages, missed)),
    ...section('further.title', furtherList(content)),
    make('p', 'c-meta', t('results.time', { time: Math.ceil(time / 60), active: Math.ceil(active / 60) })),
  );
}
