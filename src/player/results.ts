import type { ModuleContent } from '../model/course.ts';
import type { Tracker } from '../tracker.ts';
import { chapterRows, hasToReach } from './chapters.ts';
import { byId, make } from './element.ts';
import type { Frames } from './frames.ts';
import { linkList } from './progress.ts';
import { resultRow } from './result-row.ts';
import { t } from './words.ts';

function section(key: string, list: HTMLElement): HTMLElement[] {
  return list.firstChild ? [make('h2', '', t(key)), list] : [];
}

function competencyRow(title: string, { score, status }: { readonly score?: number; readonly status: string }): HTMLElement {
  return resultRow(title, t(`results.competency.${score === undefined && status === 'incomplete' ? 'new' : status}`), score);
}

/** Writes the view of the results as they stand now. */
export function writeResults(content: ModuleContent, tracker: Tracker, frames: Frames): void {
  const { pass = 0 } = content;
  const progress = tracker.progress();
  const { score, status, competencies, pages, left, time, active } = progress;
  const toReach = pass && status !== 'passed';
  const missed = content.activities.flatMap((activity) => {
    const { verdict } = tracker.standing(activity.id);
    return verdict && /wrong|partly/.test(verdict.outcome) && !frames.withheld(activity) ? [activity.id] : [];
  });
  const rows = content.competencies.flatMap(({ id, title }) => (competencies[id] ? [competencyRow(title, competencies[id])] : []));
  byId('c-results').replaceChildren(
    make(
      'div',
      'c-card c-prose',
      make('p', 'c-verdict-big', t(`results.${status}`)),
      make(
        'p',
        '',
        t(score === undefined ? 'results.none' : 'results.score', { score: Math.round(score ?? 0) }),
        ' ',
        toReach ? t('results.pass', { pass }) : '',
      ),
      make('p', '', t(`results.next.${left.length ? 'left' : toReach || hasToReach(content, progress) ? 'pass' : 'done'}`)),
    ),
    ...section('results.chapters', make('ul', 'c-bars', ...chapterRows(content, progress))),
    ...section('results.competencies', make('ul', 'c-bars', ...rows)),
    ...section('left', linkList(content, pages, left)),
    ...section('results.missed', linkList(content, pages, missed)),
    make('p', 'c-meta', t('results.time', { time: Math.ceil(time / 60), active: Math.ceil(active / 60) })),
  );
}
