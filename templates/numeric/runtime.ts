import { expected } from '../../src/player/frame/expected.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { feedback, mark } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { accepted, found, LIMIT, numberOf } from './number.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** Formats the right number, or the bounds between which it is, in the page's language. */
function inWords(options: Options): string {
  const format = new Intl.NumberFormat(document.documentElement.lang || 'fr', { maximumFractionDigits: 12, useGrouping: false });
  const numbers = accepted(options, 1)[0]?.shown.map((value) => format.format(value)) ?? [];
  return `${numbers.join(' – ')} ${options.unit ?? ''}`.trim();
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
  input.inputMode = accepted(options, 0.01).some(({ min }) => min < 0) ? 'text' : 'decimal';
  input.value = typeof answer === 'string' ? answer : '';
  input.readOnly = locked;
  root.oninput = () => context.draft(input.value);

  return {
    read() {
      if (input.value.trim() === '') return { missing: strings.missing ?? '', at: input };
      return numberOf(options, input.value) === null ? { missing: strings.number ?? '', at: input } : input.value;
    },
    show(verdict) {
      const outcome = verdict?.outcome;
      input.readOnly = locked || !!verdict?.final;
      mark(field, outcome === 'right' || outcome === 'wrong' ? outcome : null);
      feedback(field, verdict && found(options, input.value)?.line?.feedback, outcome);
      expected(field, verdict?.final && outcome !== 'right' ? format(strings, 'expected', { answer: inWords(options) }) : '');
    },
  };
}
