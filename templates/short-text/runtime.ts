import { expected } from '../../src/player/expected.ts';
import { feedback, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, limitOf, mistakeIn, type Options } from './scoring.ts';

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const input = root.querySelector('input') as HTMLInputElement;
  const field = input.parentElement as HTMLElement;
  const limit = limitOf(options);

  input.maxLength = limit;
  input.value = typeof answer === 'string' ? answer : '';
  input.readOnly = locked;
  root.oninput = () => {
    context.draft(input.value);
    // The browser takes no more: say it, or a long answer would seem cut without a reason.
    const full = input.value.length >= limit ? say(strings, 'full', { limit }) : '';
    if (full) context.announce(full);
    expected(field, full);
  };

  return {
    read: () => (input.value.trim() === '' ? { missing: strings.missing ?? '', at: input } : input.value),
    show(verdict) {
      const wrong = !!verdict && verdict.outcome !== 'right';
      input.readOnly = locked || !!verdict?.final;
      mark(field, verdict && (wrong ? 'wrong' : 'right'));
      feedback(field, wrong ? mistakeIn(options, input.value)?.feedback : null, 'wrong');
      expected(field, wrong && verdict.final ? say(strings, 'expected', { answer: options.answer[0] ?? '' }) : '');
    },
  };
}
