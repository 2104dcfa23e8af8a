import type { Token } from '../../src/model/activity.ts';
import { feedback, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import type { Answer, Options } from './scoring.ts';

/** Puts the choices in a random order (Fisher and Yates). */
function shuffle(items: HTMLElement[]): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = items[Math.floor(Math.random() * (last + 1))];
    const moved = items[last];
    if (!other || !moved || other === moved) continue;
    items[items.indexOf(other)] = moved;
    items[last] = other;
  }
  items[0]?.parentElement?.append(...items);
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const inputs = new Map([...root.querySelectorAll('input')].map((input) => [input.value, input]));
  const stored: readonly unknown[] = Array.isArray(answer) ? answer : [];
  // Once there is an answer the choices keep the order of the text, so that a learner who returns finds them in place.
  if (options.shuffle && stored.length === 0 && !locked) shuffle([...root.querySelectorAll<HTMLElement>('.c-item')]);

  for (const [token, input] of inputs) {
    input.checked = stored.includes(token);
    input.disabled = locked;
  }
  const ticked = (): Token[] => options.choices.map((choice) => choice.token).filter((token) => inputs.get(token)?.checked);
  root.onchange = () => context.draft(ticked());

  return {
    read() {
      const tokens = ticked();
      const first = root.querySelector('input');
      return tokens.length === 0 && first ? { missing: strings.missing ?? '', at: first } : tokens;
    },
    show(verdict) {
      for (const choice of options.choices) {
        const input = inputs.get(choice.token);
        const label = input?.parentElement;
        if (!input || !label?.parentElement) continue;
        const part = verdict?.parts[choice.token];
        input.disabled = locked || !!verdict?.final;
        mark(label, part);
        feedback(label.parentElement, verdict && (part || input.checked) ? choice.feedback : null, part);
      }
    },
  };
}
