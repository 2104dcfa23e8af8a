import { all, byId } from '../widgets/element.ts';
import { t } from '../widgets/strings.ts';
import { answerText } from './answer-text.ts';

/** Time (ms) after which an announcement is removed, so that nobody reads it at the end of the page, out of context. */
const SAID = 10_000;

let emptying: ReturnType<typeof setTimeout> | undefined;

/** Announces a text to screen readers once, even if the last one was the same. */
export function announce(text: string): void {
  const live = byId('c-live');
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  clearTimeout(emptying);
  emptying = setTimeout(() => live.replaceChildren(), SAID);
}

/** Maximum length of an announcement, in characters; further reasons can be read on the page. */
const LONGEST = 400;

/** Returns the beginning of the part that a reason belongs to. */
function nameOf(host: HTMLElement): string {
  return answerText(host)
    .replaceAll('\n', ' ')
    .replace(/^(.{60}\S*?)[.,;:]*\s.+/, '$1…');
}

/**
 * Makes the announcement of a verdict: its sentence, then the reasons and right answers shown with the learner's choices.
 * If there are several, each follows the beginning of its part.
 * @param body body that the type has marked
 */
export function spokenVerdict(verdict: string, body: HTMLElement): string {
  const reasons = new Map<HTMLElement, string>();
  for (const box of all('.c-feedback:not([data-mark="missed"]), .c-expected', body)) {
    const [parent, fold] = [box.parentElement as HTMLElement, box.closest<HTMLElement>('.c-why')];
    const host = fold?.parentElement ?? parent;
    reasons.set(host, `${reasons.get(host) ?? ''} ${box.textContent}`.replace(/[ \n]+/g, ' ').trim());
  }
  let sentence = verdict;
  for (const [host, reason] of reasons) {
    if (sentence !== verdict && sentence.length + reason.length > LONGEST) return `${sentence} ${t('spoken.more')}`;
    const name = reasons.size > 1 && nameOf(host);
    sentence += ` ${name ? t('spoken.part', { name, reason }) : reason}`;
  }
  return sentence;
}
