import { countWords } from '../../src/model/typed-answer.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { showOwnWords } from '../../src/player/own-words.ts';
import { faultOf, isFull, showCount } from '../../src/player/text-field.ts';
import { say } from '../../src/player/words.ts';
import type { Answer, Field, Options } from './scoring.ts';

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { answer, locked, strings } = context;
  const field = context.options.fields[0] as Field;
  const area = root.querySelector('textarea') as HTMLTextAreaElement;
  const count = root.querySelector('.c-count') as HTMLElement;
  /** A text that the learner was warned of: sent once more as it is, it is taken. */
  let warned = '';

  /** Words of an earlier answer, where there are some. */
  function showEarlier(): void {
    const box = root.querySelector<HTMLElement>('.open-question-earlier');
    if (box) box.hidden = !showOwnWords(box.lastElementChild as HTMLElement, context.recall(context.options.recall ?? ''));
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
      return { missing: say(strings, fault, { n: countWords(text), min, max }), at: area };
    },
    shown: showEarlier,
    show(verdict) {
      area.readOnly = locked || !!verdict?.final;
    },
  };
}
