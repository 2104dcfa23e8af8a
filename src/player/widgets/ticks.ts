import type { Html, Token } from '../../model/course/activity.ts';
import type { Verdict } from '../../model/judging/verdict.ts';
import type { Missing } from '../frame/mount.ts';
import { feedback, mark } from './mark.ts';

/** Line with a checkbox or a radio button. */
interface Line {
  readonly token: Token;
  readonly feedback?: Html;
}

/** Checkboxes (or radio buttons) of an activity, in text order. */
export interface Ticks {
  /** Returns the tokens of the ticked options, in text order. */
  ticked(): Token[];
  /** Same as `ticked`, for types where ticking nothing is no answer. */
  read(missing: string | undefined): Token[] | Missing;
  /** Marks and explains the judged options; explains the ticked ones that aren't judged. */
  show(verdict: Verdict | null): void;
}

/** Binds the `.c-option`s of an activity to its lines: `value` is the token. */
export function bindTicks(root: HTMLElement, lines: readonly Line[], answer: unknown, locked: boolean): Ticks {
  const inputs = new Map([...root.querySelectorAll('input')].map((input) => [input.value, input]));
  const stored: readonly unknown[] = Array.isArray(answer) ? answer : [];
  for (const [token, input] of inputs) {
    input.checked = stored.includes(token);
    input.disabled = locked;
  }
  const ticked = (): Token[] => lines.map(({ token }) => token).filter((token) => inputs.get(token)?.checked);
  const [first] = inputs.values();
  return {
    ticked,
    read(missing = '') {
      const tokens = ticked();
      return tokens.length === 0 && first ? { missing, at: first } : tokens;
    },
    show(verdict) {
      for (const line of lines) {
        const input = inputs.get(line.token);
        const label = input?.parentElement;
        if (!input || !label?.parentElement) continue;
        const part = verdict?.parts[line.token];
        input.disabled = locked || !!verdict?.final;
        mark(label, part);
        feedback(label.parentElement, verdict && (part || input.checked) ? line.feedback : null, part);
      }
    },
  };
}
