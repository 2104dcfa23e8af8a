import type { MountContext, Mounted, Strings } from '../../src/player/frame/mount.ts';
import { all, make } from '../../src/player/widgets/element.ts';
import { shuffled } from '../../src/player/widgets/shuffled.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { bindTicks } from '../../src/player/widgets/ticks.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** Puts the choices in a random order. */
function shuffle(items: readonly HTMLElement[]): void {
  items[0]?.parentElement?.append(...shuffled(items));
}

/** Hides the unticked choices behind a button. @returns a function that hides them or shows the whole list again */
function foldable(list: HTMLElement, strings: Strings): (isFolded: boolean) => void {
  const button = make('button', 'c-button c-button-link');
  button.type = 'button';
  const line = make('p', 'c-tools choice-rest', button);
  function open(isOpen: boolean): void {
    list.toggleAttribute('data-folded', !isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  }
  button.onclick = () => open(list.hasAttribute('data-folded'));
  return (isFolded) => {
    const items = all('.c-item', list);
    for (const item of items) item.toggleAttribute('data-rest', !item.querySelector(':checked'));
    const n = items.filter((item) => item.hasAttribute('data-rest')).length;
    button.textContent = format(strings, 'rest', { n });
    open(!isFolded);
    if (isFolded && n > 0) list.after(line);
    else line.remove();
  };
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  // With an answer the choices keep the order of the text, so that returning learners find them in place.
  const isFresh = !Array.isArray(answer) || answer.length === 0;
  if (options.shuffle && isFresh && !locked) shuffle([...root.querySelectorAll<HTMLElement>('.c-item')]);
  const { ticked, read, show } = bindTicks(root, options.choices, answer, locked);
  const fold = foldable(root.querySelector('.c-options') as HTMLElement, strings);
  root.onchange = () => context.draft(ticked());

  return {
    read: () => read(strings.missing),
    show(verdict) {
      show(verdict);
      fold(verdict?.outcome === 'right');
    },
  };
}
