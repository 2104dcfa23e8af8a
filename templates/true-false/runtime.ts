import type { MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { feedback, mark } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** An input inside its label. */
type Input = HTMLInputElement & { readonly parentElement: HTMLElement };

/** One statement on the screen: its box, and its two inputs, true first. */
interface Row {
  readonly box: HTMLElement;
  readonly inputs: readonly Input[];
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const rows = new Map<string, Row>();
  for (const box of root.querySelectorAll('fieldset'))
    rows.set(box.dataset.statement ?? '', { box, inputs: [...box.querySelectorAll<Input>('input')] });

  const chosenIn = (row: Row): boolean | undefined => {
    const chosen = row.inputs.findIndex((input) => input.checked);
    return chosen < 0 ? undefined : chosen === 0;
  };
  const current = (): Answer => {
    const entries = [...rows].map(([token, row]) => [token, chosenIn(row)] as const);
    return Object.fromEntries(entries.filter((entry): entry is [string, boolean] => entry[1] !== undefined));
  };
  const lock = (on: boolean): void => {
    for (const { inputs } of rows.values()) for (const input of inputs) input.disabled = on;
  };

  for (const [token, { inputs }] of rows) {
    for (const input of inputs) input.checked = String(answer?.[token]) === input.value;
  }
  lock(locked);
  root.onchange = () => context.draft(current());

  return {
    read() {
      const open = [...rows.values()].filter((row) => chosenIn(row) === undefined);
      const at = open[0]?.inputs[0];
      return at ? { missing: format(strings, 'missing', { n: open.length }), at } : current();
    },
    show(verdict) {
      lock(locked || !!verdict?.final);
      for (const { token, right, feedback: reason } of options.choices) {
        const row = rows.get(token);
        if (!row) continue;
        const part = verdict?.parts[token];
        for (const input of row.inputs) {
          const missed = verdict?.final && part !== 'right' && (input.value === 'true') === right;
          mark(input.parentElement, input.checked ? part : missed ? 'missed' : null);
        }
        feedback(row.box, part && reason, part);
      }
    },
  };
}
