import { make } from '../widgets/element.ts';
import { iconOf } from '../widgets/mark.ts';
import { t } from '../widgets/strings.ts';
import type { Look } from './phase.ts';
import { cellsSoFar } from './so-far.ts';
import { announce, spokenVerdict } from './spoken.ts';

/** Markup of one activity: everything written by the frame, and the body filled by the type. */
export interface FrameView {
  readonly button: HTMLElement | undefined;
  /** Line of the verdict. */
  readonly line: HTMLElement;
  /** Returns the body to mount the type in. */
  fresh(): HTMLElement;
  /** Shows what is missing; '' hides it. */
  miss(text: string): void;
  /**
   * Shows the state and the button, the verdict as text, and the content after the answer.
   * @param line the verdict's sentence and the text after it; '' if empty
   * @param after HTML; '' if nothing is shown
   */
  show(look: Look, locked: boolean, line: readonly [text: string, more: string], after: string): void;
  /**
   * Announces the verdict on screen. Call it only if the learner has just asked for the verdict, not for one of an earlier visit
   * or one revealed by a quiz.
   */
  speak(): void;
  /** Focuses the first field. */
  enter(): void;
}

/** Binds the one button of an activity. */
function bindButton(actions: HTMLElement | null) {
  const button = actions?.firstElementChild as HTMLElement | undefined;
  const check = button?.textContent ?? '';
  return {
    button,
    offer(offered: Look['button']): void {
      if (!actions || !button) return;
      actions.hidden = offered === 'none';
      const action = actions.hidden ? 'check' : offered;
      if (button.dataset.action === action) return;
      button.dataset.action = action;
      // A type may label the retry button, and a quiz the button to continue.
      const named = actions.parentElement?.querySelector<HTMLElement>(':scope > [data-body]')?.dataset[action];
      button.textContent = action === 'check' ? check : named || t(action);
    },
  };
}

/** @param isFresh true if each mount needs the initial body, because the type changes it */
export function createFrameView(root: HTMLElement, isFresh: boolean): FrameView {
  const own = (selector: string) => root.querySelector<HTMLElement>(`:scope > ${selector}`);
  const missing = own('.c-missing');
  const { button, offer } = bindButton(own('.c-actions'));
  const outcome = own('.c-outcome') as HTMLElement;
  const [line, box] = outcome.children as unknown as readonly [HTMLElement, HTMLElement];
  let body = own('[data-body]') as HTMLElement;
  let shown = '';
  const pristine = isFresh && body.cloneNode(true);
  return {
    button,
    line,
    fresh() {
      if (pristine) {
        const next = pristine.cloneNode(true) as HTMLElement;
        body.replaceWith(next);
        body = next;
      }
      body.inert = false;
      return body;
    },
    miss(text) {
      if (!missing) return;
      missing.hidden = !text;
      (missing.lastChild as HTMLElement).textContent = text;
    },
    show({ state, shown: visible = 'done', button: offered }, locked, [text, more], after) {
      const changed = state !== root.dataset.state;
      root.dataset.state = state;
      if (changed) root.dispatchEvent(new CustomEvent('cartable:change', { bubbles: true }));
      root.toggleAttribute('data-locked', locked);
      if (line.textContent !== text + more)
        line.replaceChildren(
          ...(text ? [iconOf(visible), make('span', '', make('b', '', text), more), ...(visible === 'right' ? cellsSoFar(root) : [])] : []),
        );
      if (after && after !== shown) box.innerHTML = after;
      shown = after || shown;
      box.hidden = !after;
      if (text || after) outcome.dataset.mark = text && visible !== 'done' ? visible : 'info';
      else delete outcome.dataset.mark;
      offer(offered);
    },
    speak() {
      if (line.textContent) announce(spokenVerdict(line.textContent, body));
    },
    enter: () => body.querySelector<HTMLElement>('input, select, textarea, button, [tabindex="0"]')?.focus(),
  };
}
