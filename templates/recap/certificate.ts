import { make } from '../../src/player/element.ts';
import type { Overview, Strings } from '../../src/player/mount.ts';
import { wholePercent } from '../../src/player/whole-percent.ts';
import { say } from '../../src/player/words.ts';

/** Fills the certificate with what the module and the LMS know at this moment; it is shown only where the module is completed. */
export function showCertificate(paper: HTMLElement, { content, launch, progress, competencies }: Overview, strings: Strings): void {
  const { status, score, time } = progress();
  paper.hidden = status !== 'completed' && status !== 'passed';
  const result = say(strings, status) + (score === undefined ? '' : say(strings, 'score', { score: wholePercent(score) }));
  const minutes = Math.ceil(time / 60);
  const facts: Readonly<Record<string, readonly (Node | string)[]>> = {
    // Without a name there is a line to write it on.
    name: [launch.learner.name || make('span', 'recap-line')],
    course: [content.courseTitle],
    // A course that is one SCO has one title.
    module: [content.title === content.courseTitle ? '' : content.title],
    organisation: [content.organisation ?? ''],
    result: [result],
    time: [say(strings, minutes < 60 ? 'time.minutes' : 'time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })],
    competencies: competencies().map(([title, standing]) => make('p', '', title, strings.colon ?? '', standing)),
    date: [new Date().toLocaleDateString(content.lang, { dateStyle: 'long' })],
  };
  for (const [name, values] of Object.entries(facts)) {
    const host = paper.querySelector(`[data-fact=${name}]`) as HTMLElement;
    host.replaceChildren(...values);
    host.hidden = (host.previousElementSibling as HTMLElement).hidden = !host.firstChild || values[0] === '';
  }
  (paper.querySelector('.recap-limits') as HTMLElement).textContent = strings[launch.alone ? 'limits.alone' : 'limits'] ?? '';
}
