import type { Html, Token } from '../model/activity.ts';
import { feedback, mark } from './mark.ts';
import type { Missing, Verdict } from './mount.ts';

/** A line with a box or a radio button. */
interface Line {
  readonly token: Token;
  readonly feedback?: Html;
}

/** The boxes (or radio buttons) of an activity, in the order of its text. */
export interface Ticks {
  /** Tokens of what is ticked, in the order of the text. */
  ticked(): Token[];
  /** The same, for types where nothing ticked is no answer. */
  read(missing: string | undefined): Token[] | Missing;
  /** Marks and explains what was judged; what was only ticked is explained. */
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
