import type { ModuleContent } from '../model/course/course.ts';
import { isCompleted } from '../model/judging/status.ts';
import type { Progress, Tracker } from '../visit/tracker.ts';
import { hasToReach } from './chapters.ts';
import { personName } from './person-name.ts';
import { all, make } from './widgets/element.ts';
import { icon } from './widgets/mark.ts';
import { scoreHero } from './widgets/score-ring.ts';
import { t } from './widgets/strings.ts';
import { wholePercent } from './widgets/whole-percent.ts';

/** Head of the results: the verdict, the score, and what to do next. */
interface Standing {
  readonly verdict: string;
  readonly score: string;
  /** Words beside the ring: that there is no score yet, or the pass mark to reach. */
  readonly more: readonly string[];
  readonly next: string;
}

function standing(content: ModuleContent, progress: Progress): Standing {
  const { pass } = content;
  const { score, status, left } = progress;
  const toReach = pass && status !== 'passed';
  // If visiting the pages completes a session, optional activities may be left.
  const isDone = isCompleted(status);
  const next = left.length ? (isDone ? 'optional' : 'left') : toReach || hasToReach(content, progress) ? 'pass' : 'done';
  const reached = t(score === undefined ? 'results.none' : 'results.score', { score: wholePercent(score ?? 0, pass) });
  return {
    verdict: t(status === 'completed' && left.length ? 'results.completed.left' : `results.${status}`),
    score: reached,
    more: [...(score === undefined ? [reached] : []), ...(toReach ? [t('results.pass', { pass })] : [])],
    next: t(`results.next.${next}`),
  };
}

/** Shows score and verdict in an activity. */
export function smallHero(content: ModuleContent, progress: Progress): HTMLElement {
  const { verdict, score, more, next } = standing(content, progress);
  return scoreHero(progress.score, content.pass, [verdict, ...more, next], score);
}

function fact(name: string, text: string): HTMLElement {
  return make('li', '', icon(name), make('span', '', text));
}

/** Makes the one button: to what is missing, to the certificate, or to leave. @param missing link to the first thing that is missing */
function mainButton(isDone: boolean, missing: HTMLAnchorElement | null): HTMLElement {
  if (missing && !isDone) {
    const link = make('a', 'c-button c-button-main', t('results.go', { title: missing.textContent ?? '' }), icon('arrow-right'));
    link.href = missing.hash;
    return link;
  }
  const isCertified = isDone && document.getElementById('c-certificate') !== null;
  const button = make('button', 'c-button c-button-main');
  button.type = 'button';
  button.dataset.action = isCertified ? 'certificate' : 'leave';
  button.append(icon(isCertified ? 'file-text' : 'log-out'), make('span', '', t(isCertified ? 'certificate.mine' : 'leave')));
  return button;
}

/** Copies drawings of the cover; none if the module has no cover. */
export function copiesOf(selector: string): Node[] {
  return all<HTMLElement>(`[data-view="cover"] :is(${selector})`).map((one) => one.cloneNode(true));
}

/**
 * Makes the band at the top of the results.
 * @param head over-title and title of the view
 * @param missing link to the first thing that is missing, if there is one
 */
export function bigHero(content: ModuleContent, tracker: Tracker, head: HTMLElement, missing: HTMLAnchorElement | null): HTMLElement {
  const progress = tracker.progress();
  const { score, status, time, active } = progress;
  const isDone = isCompleted(status);
  const { verdict, score: reached, more, next } = standing(content, progress);
  const { first } = personName(tracker.launch.learner.name);
  const spent = t('results.time', { time: Math.ceil(time / 60), active: Math.ceil(active / 60) });
  const hero = scoreHero(score, content.pass, [isDone && first ? t('results.to', { verdict, name: first }) : verdict, next], reached);
  const marks = more.length > 0 ? [fact('chart-no-axes-column', more.join(' '))] : [];
  const facts = make('ul', 'c-cover-facts', ...marks, fact('clock', spent));
  hero.lastElementChild?.append(facts, make('div', 'c-tools', mainButton(isDone, missing)));
  const inside = make(
    'div',
    'c-cover-in',
    make('div', 'c-cover-words', head, hero),
    ...(isDone ? copiesOf('.c-cover-picture, .c-cover-people') : []),
  );
  return make('div', isDone ? 'c-cover-band' : 'c-calm-band', ...(isDone ? copiesOf('.c-land') : []), inside);
}
