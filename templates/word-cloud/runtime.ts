import type { Markup, MountContext, Mounted, Strings } from '../../src/player/frame/mount.ts';
import { make } from '../../src/player/widgets/element.ts';
import { icon } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Answer, wordsOf } from './scoring.ts';
import type { Options } from './type.ts';

/** Characters of one word, or of a short group of them. */
const LONGEST = 40;

interface Parts {
  readonly input: HTMLInputElement;
  readonly ul: HTMLElement;
  readonly '.c-count': HTMLElement;
  readonly '.word-cloud-add': HTMLButtonElement;
}

function sameWord(one: string, other: string): boolean {
  return one.localeCompare(other, document.documentElement.lang, { sensitivity: 'base' }) === 0;
}

/** Makes the element of a word. @param take removes it; absent if nothing can be changed */
function entryOf(word: string, strings: Strings, take?: () => void): HTMLElement {
  const item = make('li', '', make('span', '', word));
  if (!take) return item;
  const button = make('button', 'word-cloud-take', icon('x'), make('span', 'c-words', format(strings, 'take', { word })));
  button.type = 'button';
  button.onclick = take;
  item.append(button);
  return item;
}

/** Makes Enter in a non-empty field act as the button beside it. */
function onEnter(field: HTMLInputElement, put: () => void): void {
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.isComposing || field.value.trim() === '') return;
    // The frame would interpret the key as « done ».
    event.stopPropagation();
    event.preventDefault();
    put();
  };
}

export function mount(root: Markup<Parts>, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { min, max, fields } = options;
  const field = root.querySelector('input');
  const [list, count] = [root.querySelector('ul'), root.querySelector('.c-count')];
  const add = root.querySelector('.word-cloud-add');
  let words = wordsOf(answer);
  let off = locked;

  const counted = (): string => format(strings, 'count', { n: words.length, min, max });

  function render(): void {
    list.replaceChildren(...words.map((word) => entryOf(word, strings, off ? undefined : () => take(word))));
    count.textContent = counted();
    const left = (fields[0]?.maxCharacters ?? 0) - words.join('').length;
    field.maxLength = Math.max(1, Math.min(LONGEST, left));
    field.disabled = add.disabled = off || words.length >= max || left < 1;
  }

  function change(message: string): void {
    render();
    context.draft(words);
    context.announce(message);
  }

  function take(word: string): void {
    words = words.filter((one) => one !== word);
    change(format(strings, 'taken', { word }));
    field.focus();
  }

  function put(): void {
    const word = field.value.trim().replace(/\s+/g, ' ');
    field.value = '';
    field.focus();
    if (word === '') return;
    if (words.some((one) => sameWord(one, word))) {
      context.announce(format(strings, 'twice', { word }));
      return;
    }
    words = [...words, word];
    change(`${format(strings, 'added', { word })} ${counted()}`);
    // A disabled field would lose the focus.
    if (field.disabled) list.querySelector<HTMLElement>('li:last-child > button')?.focus();
  }

  add.onclick = put;
  onEnter(field, put);
  render();

  return {
    read() {
      if (field.value.trim() !== '' && !field.disabled) put();
      const open = min - words.length;
      return open > 0 ? { missing: format(strings, 'missing', { n: open }), at: field } : words;
    },
    show(verdict) {
      off = locked || !!verdict?.final;
      render();
    },
    text: () => words.join(', '),
  };
}
