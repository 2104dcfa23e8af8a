import type { Activity, Answer } from '../../../src/model/course/activity.ts';
import type { Verdict } from '../../../src/model/judging/verdict.ts';
import { ActivityFrame, type FrameWorld } from '../../../src/player/frame/frame.ts';
import type { MountContext } from '../../../src/player/frame/mount.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';
import type { Standing } from '../../../src/visit/tracker.ts';
import { activity } from '../../helpers/bakery.ts';
import { words } from '../stage.ts';

export const wrong: Verdict = { outcome: 'wrong', ratio: 0, parts: { b: 'wrong' }, final: false };
export const last: Verdict = { ...wrong, final: true };
export const noted: Verdict = { outcome: 'done', ratio: 1, parts: {}, final: false };
export const fresh: Standing = { answer: null, submitted: false, tries: 0, left: Number.POSITIVE_INFINITY, locked: false, verdict: null };
export const tried = (verdict: Verdict): Standing => ({ ...fresh, answer: 'b', submitted: true, tries: 1, locked: verdict.final, verdict });

const BODY = '<input type="text"><input type="radio"><input type="checkbox"><textarea></textarea><p data-activity="in"><input id="in"></p>';

/** Opens an activity whose type, tracker and page only note what is asked of them. */
export function openFrame(
  more: Partial<Activity> = {},
  at: Partial<Standing> = {},
  button = '<p class="c-actions"><button>Vérifier</button></p>',
) {
  useStrings(words);
  document.body.innerHTML = `<div id="c-live"></div><section data-activity="four"><div data-body>${BODY}</div>
    <p class="c-missing" hidden><span></span></p>${button}<div class="c-outcome"><p class="c-verdict"></p><div hidden></div></div></section>`;
  const root = document.querySelector('section') as HTMLElement;
  const now = { standing: { ...fresh, ...at }, withheld: false, verdict: wrong, read: 'b' as unknown };
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]): void =>
      void calls.push([name, ...given]);
  const contexts: MountContext<unknown, Answer>[] = [];
  const world = {
    tracker: {
      standing: (...given: unknown[]) => {
        if (given[1]) calls.push(['standing', ...given]);
        return now.standing;
      },
      draft: note('draft'),
      submit: (...given: unknown[]) => {
        calls.push(['submit', ...given]);
        now.standing = tried(now.verdict);
        return now.verdict;
      },
    },
    activity: activity(4, 'four', 'pick', more),
    mount: (body: HTMLElement, context: MountContext<unknown, Answer>) => {
      contexts.push(context);
      body.append('mounted');
      return { show: note('show'), shown: note('shown'), text: () => 'Texte', read: () => now.read };
    },
    context: { options: { right: 'a' }, strings: {}, attempts: 3 },
    withheld: () => now.withheld,
    submitted: note('submitted'),
    goOn: note('go on'),
  } as unknown as FrameWorld;
  const frame = new ActivityFrame(root, world);
  const all = (selector: string) => root.querySelector(selector) as HTMLElement;
  const press = () => all('.c-actions > button').click();
  return {
    frame,
    root,
    now,
    calls,
    contexts,
    world,
    all,
    press,
    take: () => calls.splice(0),
    verdict: () => all('.c-verdict').textContent,
  };
}
