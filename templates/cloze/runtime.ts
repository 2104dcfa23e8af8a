import { expected } from '../../src/player/frame/expected.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { mark } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Answer, limitOf } from './scoring.ts';
import type { Options } from './type.ts';

type Field = (HTMLInputElement | HTMLSelectElement) & { closest(blank: '[data-blank]'): HTMLElement };

function lock(field: Field, on: boolean): void {
  if (field instanceof HTMLInputElement) field.readOnly = on;
  else field.disabled = on;
}

function blankOf(field: Field): HTMLElement {
  return field.closest('[data-blank]');
}

/** Finds a word of the list, which has typography. */
function shownAs(answer: string, field: Field): string {
  return [...field.querySelectorAll('option')].find(({ value }) => value === answer)?.text ?? answer;
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const limit = limitOf(options);
  const fields = new Map<string, Field>();
  for (const blank of root.querySelectorAll<Markup<{ '.c-input': Field }>>('[data-blank]'))
    fields.set(blank.dataset.blank ?? '', blank.querySelector('.c-input'));

  const current = (): Answer => {
    const filled = [...fields].filter(([, field]) => field.value.trim() !== '');
    return Object.fromEntries(filled.map(([token, field]) => [token, field.value]));
  };

  for (const [token, field] of fields) {
    const text = answer?.[token];
    if (field instanceof HTMLInputElement) field.maxLength = limit;
    field.value = typeof text === 'string' ? text : '';
    lock(field, locked);
  }
  root.oninput = (event) => {
    context.draft(current());
    const field = event.target as Field;
    const { value } = field;
    // The browser accepts no more characters: explain it, or a long answer would seem cut for no reason.
    const full = value.length >= limit ? format(strings, 'full', { limit }) : '';
    if (full) context.announce(full);
    expected(blankOf(field), full);
  };

  return {
    read() {
      const empty = [...fields.values()].filter((field) => field.value.trim() === '');
      return empty[0] ? { missing: format(strings, 'missing', { n: empty.length }), at: empty[0] } : current();
    },
    show(verdict) {
      for (const { token, accepted } of options.blanks) {
        const field = fields.get(token);
        if (!field) continue;
        const blank = blankOf(field);
        const part = verdict?.parts[token];
        lock(field, locked || !!verdict?.final);
        mark(blank, part);
        expected(
          blank,
          verdict?.final && part !== 'right' ? format(strings, 'expected', { answer: shownAs(accepted[0] ?? '', field) }) : '',
        );
      }
    },
  };
}
