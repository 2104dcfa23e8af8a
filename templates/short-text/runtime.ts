import { expected } from '../../src/player/frame/expected.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { feedback, mark } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Answer, keyOf, limitOf, lineOf } from './scoring.ts';
import type { Options } from './type.ts';

export function mount(
  root: Markup<{ input: HTMLInputElement & { readonly parentElement: HTMLElement } }>,
  context: MountContext<Options, Answer>,
): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const input = root.querySelector('input');
  const field = input.parentElement;
  const limit = limitOf(options);

  input.maxLength = limit;
  input.value = typeof answer === 'string' ? answer : '';
  input.readOnly = locked;
  root.oninput = () => {
    context.draft(input.value);
    // The browser accepts no more characters: explain it, or a long answer would seem cut for no reason.
    const full = input.value.length >= limit ? format(strings, 'full', { limit }) : '';
    if (full) context.announce(full);
    expected(field, full);
  };

  return {
    read: () => (input.value.trim() === '' ? { missing: strings.missing ?? '', at: input } : input.value),
    show(verdict) {
      const outcome = verdict?.outcome;
      input.readOnly = locked || !!verdict?.final;
      mark(field, outcome === 'right' || outcome === 'wrong' ? outcome : null);
      feedback(field, verdict && lineOf(options, input.value)?.feedback, outcome);
      expected(field, verdict?.final && outcome !== 'right' ? format(strings, 'expected', { answer: keyOf(options) }) : '');
    },
  };
}
