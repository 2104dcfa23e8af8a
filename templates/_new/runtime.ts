import type { Token } from '../../src/model/course/activity.ts';
import type { MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { feedback, mark } from '../../src/player/widgets/mark.ts';
import { type Answer, isTicked } from './scoring.ts';
import type { Options } from './type.ts';

/** Adds behaviour to the markup of `template.hbs`. The frame around it shows the « Vérifier » button, because there is a `read`. */
export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const inputs = new Map([...root.querySelectorAll('input')].map((input) => [input.value, input]));
  const ticked = (): Token[] => options.choices.map((line) => line.token).filter((token) => inputs.get(token)?.checked);

  for (const [token, input] of inputs) {
    input.checked = isTicked(answer, token);
    input.disabled = locked;
  }
  root.onchange = () => context.draft(ticked());

  return {
    read() {
      const tokens = ticked();
      const first = root.querySelector('input');
      return tokens.length === 0 && first ? { missing: strings.missing ?? '', at: first } : tokens;
    },
    show(verdict) {
      for (const { token, feedback: reason } of options.choices) {
        const input = inputs.get(token);
        const label = input?.parentElement;
        if (!input || !label?.parentElement) continue;
        const part = verdict?.parts[token];
        const shown = input.checked || part === 'missed' ? part : null;
        input.disabled = locked || !!verdict?.final;
        mark(label, shown);
        feedback(label.parentElement, shown ? reason : null, shown ?? undefined);
      }
    },
  };
}
