import { expected } from '../../src/player/expected.ts';
import { feedback, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, LIMIT, mistakeIn, numberOf, type Options } from './scoring.ts';

/** The right number as it is written in the page's language. */
function inWords({ answer, unit = '' }: Options): string {
  const number = new Intl.NumberFormat(document.documentElement.lang || 'fr', { maximumFractionDigits: 12, useGrouping: false }).format(
    answer,
  );
  return `${number} ${unit}`.trim();
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const input = root.querySelector('input') as HTMLInputElement;
  const field = root.querySelector('.c-field') as HTMLElement;

  input.maxLength = LIMIT;
  // The decimal keypad of iOS has no minus.
  input.inputMode = options.answer - options.tolerance < 0 ? 'text' : 'decimal';
  input.value = typeof answer === 'string' ? answer : '';
  input.readOnly = locked;
  root.oninput = () => context.draft(input.value);

  return {
    read() {
      if (input.value.trim() === '') return { missing: strings.missing ?? '', at: input };
      return numberOf(options, input.value) === null ? { missing: strings.number ?? '', at: input } : input.value;
    },
    show(verdict) {
      const wrong = !!verdict && verdict.outcome !== 'right';
      input.readOnly = locked || !!verdict?.final;
      mark(field, verdict && (wrong ? 'wrong' : 'right'));
      feedback(field, wrong ? mistakeIn(options, input.value)?.feedback : null, 'wrong');
      expected(field, wrong && verdict.final ? say(strings, 'expected', { answer: inWords(options) }) : '');
    },
  };
}
