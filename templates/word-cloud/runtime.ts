import { make } from '../../src/player/element.ts';
import { icon } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, type Options, wordsOf } from './scoring.ts';

/** Characters of one word, or of a short group of them. */
const LONGEST = 40;

function sameWord(one: string, other: string): boolean {
  return one.localeCompare(other, document.documentElement.lang, { sensitivity: 'base' }) === 0;
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { min, max, fields } = options;
  const field = root.querySelector('input') as HTMLInputElement;
  const [list, count] = ['ul', '.c-count'].map((selector) => root.querySelector(selector) as HTMLElement) as [HTMLElement, HTMLElement];
  const add = root.querySelector('.word-cloud-add') as HTMLButtonElement;
  let words = wordsOf(answer);
  let off = locked;

  function take(word: string): void {
    words = words.filter((one) => one !== word);
    change(say(strings, 'taken', { word }));
    field.focus();
  }

  function entry(word: string): HTMLElement {
    const item = make('li', '', make('span', '', word));
    if (off) return item;
    const button = make('button', 'word-cloud-take', icon('x'), make('span', 'c-words', say(strings, 'take', { word })));
    button.type = 'button';
    button.onclick = () => take(word);
    item.append(button);
    return item;
  }

  function render(): void {
    list.replaceChildren(...words.map(entry));
    count.textContent = say(strings, 'count', { n: words.length, min, max });
    const left = (fields[0]?.maxCharacters ?? 0) - words.join('').length;
    field.maxLength = Math.max(1, Math.min(LONGEST, left));
    field.disabled = add.disabled = off || words.length >= max || left < 1;
  }

  function change(told: string): void {
    render();
    context.draft(words);
    context.announce(told);
  }

  function put(): void {
    const word = field.value.trim().replace(/\s+/g, ' ');
    field.value = '';
    field.focus();
    if (word === '') return;
    if (words.some((one) => sameWord(one, word))) {
      context.announce(say(strings, 'twice', { word }));
      return;
    }
    words = [...words, word];
    change(`${say(strings, 'added', { word })} ${say(strings, 'count', { n: words.length, min, max })}`);
    // A field that takes no more would lose the focus.
    if (field.disabled) list.querySelector<HTMLElement>('li:last-child > button')?.focus();
  }

  add.onclick = put;
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.isComposing || field.value.trim() === '') return;
    // The frame would take the key for « done ».
    event.stopPropagation();
    event.preventDefault();
    put();
  };
  render();

  return {
    read() {
      if (field.value.trim() !== '' && !field.disabled) put();
      const open = min - words.length;
      return open > 0 ? { missing: say(strings, 'missing', { n: open }), at: field } : words;
    },
    show(verdict) {
      off = locked || !!verdict?.final;
      render();
    },
    text: () => words.join(', '),
  };
}
