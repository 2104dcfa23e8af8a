import type { ModuleContent } from '../model/course.ts';
import type { Tracker } from '../tracker.ts';
import { byId, make } from './element.ts';
import type { Frames } from './frames.ts';
import { activityLinks } from './progress.ts';
import { t } from './words.ts';

/** « 1 h 5 min » of whole seconds. */
function timeWords(seconds: number): string {
  const m = Math.floor(seconds / 60);
  return t(m < 1 ? 'time.short' : m < 60 ? 'time.minutes' : 'time.hours', { h: Math.floor(m / 60), m: m % 60 });
}

function section(key: string, filled: number, content: HTMLElement): HTMLElement[] {
  return filled ? [make('h2', '', t(key)), content] : [];
}

function competencyRow(title: string, { score, status }: { readonly score?: number; readonly status: string }): HTMLElement {
  const words = t(`results.competency.${score === undefined && status === 'incomplete' ? 'new' : status}`);
  if (score === undefined) return make('li', '', make('p', '', title, ' ', make('b', '', words)));
  const bar = make('progress', 'c-progress');
  bar.max = 100;
  bar.value = score;
  bar.setAttribute('aria-label', title);
  return make('li', '', make('p', '', title, ' ', make('b', '', `${words}, ${t('results.percent', { score: Math.round(score) })}`)), bar);
}

/** Writes the view of the results as they stand now. */
export function writeResults(content: ModuleContent, tracker: Tracker, frames: Frames): void {
  const { pass = 0 } = content;
  const { score, status, competencies, left, time, active } = tracker.progress();
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
      make('p', '', t(score === undefined ? 'results.none' : 'results.score', { score: Math.round(score ?? 0) }), toReach ? ` ${t('results.pass', { pass })}` : ''),
      make('p', '', t(`results.next.${left.length ? 'left' : toReach ? 'pass' : 'done'}`)),
    ),
    ...section('results.competencies', rows.length, make('ul', 'c-bars', ...rows)),
    ...section('left', left.length, activityLinks(content, left)),
    ...section('results.missed', missed.length, activityLinks(content, missed)),
    make('p', 'c-meta', t('results.time', { time: timeWords(time), active: timeWords(active) })),
  );
}
