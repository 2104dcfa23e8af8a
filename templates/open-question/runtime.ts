import { countWords } from '../../src/model/typed-answer.ts';
import type { MountContext, Mounted, Strings } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import type { Answer, Field, Options } from './scoring.ts';

/** « 12 mots (au moins 15) · 80 caractères sur 960 » */
function countLine(text: string, { minWords, maxWords, maxCharacters }: Field, strings: Strings): string {
  const bounds = [
    minWords && say(strings, 'count.min', { min: minWords }),
    maxWords && say(strings, 'count.max', { max: maxWords }),
  ].filter(Boolean);
  const words = say(strings, 'count.words', { n: countWords(text) }) + (bounds.length > 0 ? ` (${bounds.join(', ')})` : '');
  const full = text.length >= maxCharacters ? `. ${strings.full}` : '';
  return `${words} · ${say(strings, 'count.characters', { n: text.length, max: maxCharacters })}${full}`;
}

/** Why a text may not be what was asked for; '' where it is. */
function doubt(text: string, { minWords = 0, maxWords = Number.POSITIVE_INFINITY }: Field, strings: Strings): string {
  const n = countWords(text);
  if (n < minWords) return say(strings, 'short', { n, min: minWords });
  return n > maxWords ? say(strings, 'long', { n, max: maxWords }) : '';
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { answer, locked, strings } = context;
  const field = context.options.fields[0] as Field;
  const area = root.querySelector('textarea') as HTMLTextAreaElement;
  const count = root.querySelector('.c-count') as HTMLElement;
  /** A text that the learner was warned of: sent once more as it is, it is taken. */
  let warned = '';

  const isFull = (): boolean => area.value.length >= field.maxCharacters;
  const showCount = (): void => {
    count.textContent = countLine(area.value, field, strings);
    count.toggleAttribute('data-over', isFull() || countWords(area.value) > (field.maxWords ?? Number.POSITIVE_INFINITY));
  };

  /** Words of an earlier answer, where there are some. */
  function showEarlier(): void {
    const said = context.recall(context.options.recall ?? '')?.answer;
    const box = root.querySelector<HTMLElement>('.open-question-earlier');
    if (!box || typeof said !== 'string' || said.trim() === '') return;
    (box.lastElementChild as HTMLElement).textContent = said;
    box.hidden = false;
  }

  showEarlier();
  area.value = typeof answer === 'string' ? answer : '';
  area.readOnly = locked;
  showCount();
  root.oninput = () => {
    context.draft(area.value);
    showCount();
    if (isFull()) context.announce(strings.full ?? '');
  };

  return {
    read() {
      const text = area.value;
      if (text.trim() === '') return { missing: strings.missing ?? '', at: area };
      const why = doubt(text, field, strings);
      if (why === '' || text === warned) return text;
      warned = text;
      return { missing: why, at: area };
    },
    shown: showEarlier,
    show(verdict) {
      area.readOnly = locked || !!verdict?.final;
    },
  };
}
