import { expected } from '../../src/player/frame/expected.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { feedback, mark } from '../../src/player/widgets/mark.ts';
import { say } from '../../src/player/widgets/words.ts';
import { LIMIT, numberOf } from './number.ts';
import { type Answer, mistakeIn } from './scoring.ts';
import type { Options } from './type.ts';

/** Formats the right number in the page's language. */
function inWords({ answer, unit = '' }: Options): string {
  const number = new Intl.NumberFormat(document.documentElement.lang || 'fr', { maximumFractionDigits: 12, useGrouping: false }).format(
    answer,
  );
  return `${number} ${unit}`.trim();
}

export function mount(
  root: Markup<{ input: HTMLInputElement; '.c-field': HTMLElement }>,
  context: MountContext<Options, Answer>,
): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const input = root.querySelector('input');
  const field = root.querySelector('.c-field');

  input.maxLength = LIMIT;
  // The decimal keypad of iOS has no minus sign.
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
