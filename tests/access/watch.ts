import { answerPage, type Plan } from './hands.ts';
import type { Step } from './steps.ts';
import { all, motion, nameOf } from './survey.ts';

const LIVE = '[role="status"], [role="alert"], [role="log"], output, [aria-live]:not([aria-live="off"])';

/** Words of one live region. */
interface Saying {
  readonly region: string;
  readonly text: string;
}

/** Listens to all live regions of the page. @returns gives what was announced since the last call, once a region */
export function listen(): () => Saying[] {
  const met: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void met.push(...records));
  observer.observe(document.body, { childList: true, characterData: true, attributes: true, attributeFilter: ['hidden'], subtree: true });
  return () => {
    const changed = new Set<Element>();
    for (const { target, type } of [...met.splice(0), ...observer.takeRecords()]) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      // An icon that changes in it says nothing; one that comes or goes with its words does.
      if (region?.isConnected && (type !== 'attributes' || target === region)) changed.add(region);
    }
    return [...changed].flatMap((region) => {
      const text = (region as HTMLElement).checkVisibility() ? (region.textContent ?? '').trim() : '';
      return text ? [{ region: region.id || region.className, text }] : [];
    });
  };
}

function rootOf({ at }: Step): HTMLElement | null {
  return at.closest<HTMLElement>('[data-activity]');
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Announcement of a submission: the verdict, by one region and no other. */
function judge(root: HTMLElement, announced: readonly Saying[]): string[] {
  const verdict = plain(root.querySelector(':scope > .c-outcome > .c-verdict')?.textContent);
  // A quiz that keeps its verdicts says its result at its last question; the verdict of that one is read in its place.
  const others = announced.filter(({ region }) => region !== 'quiz-result');
  const revealed = others.length < announced.length;
  const spoken = others.filter(({ text }) => plain(text).startsWith(verdict) || (revealed && text === 'C’est noté.'));
  if (verdict && spoken.length === 1 && others.length === 1) return [];
  return [`${root.id} « ${verdict} » was said ${spoken.length} times: ${JSON.stringify(announced)}`];
}

export interface Watched {
  /** Focus that went to nowhere. */
  readonly lost: string[];
  /** Verdicts that were announced twice, or not at all. */
  readonly announced: string[];
  readonly moved: string[];
}

/** Answers the page on screen, and checks after each step what a screen reader gets, the focus, and movement. */
export async function watchPage(plan: Plan): Promise<Watched> {
  const watched: Watched = { lost: [], announced: [], moved: [] };
  const received = listen();
  let before: Element | null = null;
  await answerPage(plan, {
    before() {
      received();
      before = document.activeElement;
    },
    after(step) {
      const root = rootOf(step);
      const announced = received();
      if (before !== document.body && document.activeElement === document.body) watched.lost.push(nameOf(step.at));
      watched.moved.push(...document.getAnimations().map(() => nameOf(step.at)));
      if (root && step.at.matches('[data-action]') && !/^(?:new|draft)$/.test(root.dataset.state ?? ''))
        watched.announced.push(...judge(root, announced));
      else if (announced.length > 1) watched.announced.push(`${nameOf(step.at)}: ${JSON.stringify(announced)}`);
    },
  });
  watched.moved.push(...motion());
  return watched;
}

/** Marks of a verdict on a part: each of the four signs that it lacks. */
function lacking(mark: HTMLElement): string[] {
  const host = mark.closest<HTMLElement>('[data-mark]');
  if (!host) return ['a host'];
  const boxes = [
    host,
    host.querySelector('.c-option-text'),
    host.querySelector('.c-input'),
    host.querySelector('[class*="-words"], [class*="-card"]'),
  ];
  const styles = boxes.flatMap((box) => (box ? [getComputedStyle(box), getComputedStyle(box, '::before')] : []));
  const border = styles.some(
    (one) => Number.parseFloat(one.borderInlineStartWidth) >= 1.5 || Number.parseFloat(one.borderBlockEndWidth) >= 1.5,
  );
  const tint = styles.some((one) => !/^(?:rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)|rgb\(245, 247, 250\))$/.test(one.backgroundColor));
  const missed = host.dataset.mark === 'missed';
  return [
    ...(mark.querySelector('svg use') ? [] : ['icon']),
    ...(plain(mark.textContent) ? [] : ['word']),
    ...(border ? [] : ['border']),
    // What was left out is shown by a dashed border, on the colour of what was not chosen.
    ...(tint || missed ? [] : ['tint']),
  ];
}

/** Verdicts on screen that lack an icon, a word, a border, a tint, or what to do next. */
export function verdicts(): string[] {
  const faults = all('.c-page:not([hidden]) .c-mark').flatMap((mark) => lacking(mark).map((sign) => `no ${sign}: ${nameOf(mark)}`));
  for (const root of all('.c-page:not([hidden]) [data-activity]:not([hidden])')) {
    const outcome = root.querySelector<HTMLElement>(':scope > .c-outcome');
    if (!outcome?.dataset.mark || !root.checkVisibility()) continue;
    const { borderInlineStartWidth, backgroundColor } = getComputedStyle(outcome);
    const button = root.querySelector<HTMLElement>(':scope > .c-actions > button');
    const line = outcome.querySelector('.c-verdict');
    if (!line?.querySelector('svg') || !line.querySelector('b')?.textContent) faults.push(`no icon or word: ${root.id}`);
    // What nothing judges is a quiet line.
    if (outcome.dataset.mark === 'info') continue;
    if (Number.parseFloat(borderInlineStartWidth) < 3 || backgroundColor === 'rgba(0, 0, 0, 0)')
      faults.push(`no border or tint: ${root.id}`);
    // What follows a question of a quiz is announced by the one that was handed in last.
    const isInner = !!root.parentElement?.closest('[data-activity]');
    if (button && isInner && !button.checkVisibility()) continue;
    if (button && !/^(?:retry|continue)$/.test(button.dataset.action ?? '')) faults.push(`no next step: ${root.id}`);
  }
  return faults;
}

export interface Watching {
  listen: typeof listen;
  watchPage: typeof watchPage;
  verdicts: typeof verdicts;
}
