import { answerText } from './answer-text.ts';
import { all, byId } from './element.ts';
import { t } from './words.ts';

/** After so many milliseconds what was announced is gone: who reads on to the end of the page does not meet it there, out of place. */
const SAID = 10_000;

let emptying: ReturnType<typeof setTimeout> | undefined;

/** Has a screen reader say a text once, even where it said the same before. */
export function announce(text: string): void {
  const live = byId('c-live');
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  clearTimeout(emptying);
  emptying = setTimeout(() => live.replaceChildren(), SAID);
}

/** Characters after which no other reason is said: it can be read where it stands. */
const LONGEST = 400;

/** The beginning of what a reason speaks of. */
function nameOf(host: HTMLElement): string {
  return answerText(host)
    .replaceAll('\n', ' ')
    .replace(/^(.{60}\S*?)[.,;:]*\s.+/, '$1…');
}

/**
 * What a screen reader says once of a verdict: its sentence, then the reasons and right answers that stand with what was
 * chosen. Where there are several, each comes after what it speaks of.
 * @param body what the type has marked
 */
export function spokenVerdict(verdict: string, body: HTMLElement): string {
  const reasons = new Map<HTMLElement, string>();
  for (const box of all('.c-feedback:not([data-mark="missed"]), .c-expected', body)) {
    const host = box.parentElement as HTMLElement;
    reasons.set(host, `${reasons.get(host) ?? ''} ${box.textContent}`.replace(/[ \n]+/g, ' ').trim());
  }
  let said = verdict;
  for (const [host, reason] of reasons) {
    if (said !== verdict && said.length + reason.length > LONGEST) return `${said} ${t('spoken.more')}`;
    const name = reasons.size > 1 && nameOf(host);
    said += ` ${name ? t('spoken.part', { name, reason }) : reason}`;
  }
  return said;
}
