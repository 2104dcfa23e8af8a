import { countWords } from '../../src/model/judging/typed-answer.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { showOwnWords } from '../../src/player/widgets/own-words.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { faultOf, isFull, showCount } from '../../src/player/widgets/text-field.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** Box that shows an earlier answer, in its last element. */
type Earlier = HTMLElement & { readonly lastElementChild: HTMLElement };

export function mount(
  root: Markup<{ textarea: HTMLTextAreaElement; '.c-count': HTMLElement }>,
  context: MountContext<Options, Answer>,
): Mounted<Answer> {
  const { answer, locked, strings } = context;
  const field = context.options.fields[0];
  const area = root.querySelector('textarea');
  const count = root.querySelector('.c-count');
  /** A text with a warning: if submitted again unchanged, it is accepted. */
  let warned = '';

  /** Shows the text of an earlier answer, if any. */
  function showEarlier(): void {
    const box = root.querySelector<Earlier>('.open-question-earlier');
    if (box) box.hidden = !showOwnWords(box.lastElementChild, context.recall(context.options.recall ?? ''));
  }

  showEarlier();
  area.value = typeof answer === 'string' ? answer : '';
  area.readOnly = locked;
  showCount(count, area.value, field, strings);
  root.oninput = () => {
    context.draft(area.value);
    showCount(count, area.value, field, strings);
    if (isFull(area.value, field)) context.announce(strings.full ?? '');
  };

  return {
    read() {
      const text = area.value;
      if (text.trim() === '') return { missing: strings.missing ?? '', at: area };
      const fault = faultOf(text, field);
      if (!fault || text === warned) return text;
      warned = text;
      const { minWords: min = 0, maxWords: max = 0 } = field;
      return { missing: format(strings, fault, { n: countWords(text), min, max }), at: area };
    },
    shown: showEarlier,
    show(verdict) {
      area.readOnly = locked || !!verdict?.final;
    },
  };
}
