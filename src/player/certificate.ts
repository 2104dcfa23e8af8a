import type { ModuleContent } from '../model/course/course.ts';
import { isCompleted } from '../model/judging/status.ts';
import type { Tracker } from '../visit/tracker.ts';
import { personName } from './person-name.ts';
import { copiesOf } from './result-hero.ts';
import { all, byId, make } from './widgets/element.ts';
import { icon } from './widgets/mark.ts';
import { t } from './widgets/strings.ts';
import { wholePercent } from './widgets/whole-percent.ts';

/** Formats minutes as hours and minutes. */
function inHours(minutes: number): string {
  return minutes < 60
    ? t('certificate.minutes', { minutes })
    : t('certificate.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Shows the buttons that lead to the certificate, once the module is completed. */
export function showCertificateButtons(tracker: Tracker): void {
  const { status } = tracker.progress();
  const isThere = document.getElementById('c-certificate') !== null && isCompleted(status);
  for (const button of all('[data-action="certificate"]')) button.hidden = !isThere;
}

/** Returns where a competency stands, if there is enough to conclude anything. */
function standingOf(words: string): HTMLElement | string {
  return words === t('results.competency.few') ? '' : make('small', '', words);
}

/** Fills the certificate with the current data of the module and the LMS. */
export function writeCertificate(
  { lang, minutes }: ModuleContent,
  tracker: Tracker,
  competencies: readonly (readonly [title: string, standing: string])[],
): void {
  const { launch, progress } = tracker;
  const { status, score, time } = progress();
  const facts: Readonly<Record<string, string>> = {
    planned: minutes > 0 ? inHours(minutes) : '',
    spent: inHours(Math.ceil(time / 60)),
    result:
      t(status === 'passed' ? 'certificate.passed' : 'certificate.completed') +
      (score === undefined ? '' : t('results.percent', { score: wholePercent(score) })),
    date: new Date().toLocaleDateString(lang, { dateStyle: 'long' }),
    limits: t(launch.alone ? 'certificate.limits.alone' : 'certificate.limits'),
  };
  const paper = byId('c-certificate');
  // The cover's drawing, once: the certificate is written each time it is shown.
  const [land] = paper.getElementsByClassName('c-land').length > 0 ? [] : copiesOf('.c-land');
  if (land) paper.firstElementChild?.prepend(land);
  for (const host of all('[data-fact]', paper)) {
    const { fact = '' } = host.dataset;
    if (fact === 'name') {
      // If the name is unknown, show a line to write it on.
      host.replaceChildren(personName(launch.learner.name).full || make('span', 'c-line'));
    } else if (fact === 'competencies') {
      host.replaceChildren(
        ...competencies.map(([title, standing]) => make('li', '', icon('check'), make('span', '', title), standingOf(standing))),
      );
      for (const block of all('[data-competencies]')) block.hidden = competencies.length === 0;
    } else host.textContent = facts[fact] ?? '';
    if (host.parentElement?.matches('.c-certificate-facts > div')) host.parentElement.hidden = host.textContent === '';
  }
}
