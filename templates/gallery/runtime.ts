import { make } from '../../src/player/element.ts';
import { icon } from '../../src/player/mark.ts';

/** Keys that lead from picture to picture. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

function buttonOf(name: string, words: string | undefined, press: () => void): HTMLButtonElement {
  const button = make('button', 'c-button c-button-small', icon(name), words ?? '');
  button.type = 'button';
  button.onclick = press;
  return button;
}

function toolsOf(words: DOMStringMap, step: (by: number) => void, end: () => void): HTMLElement {
  const close = buttonOf('x', words.close, end);
  close.autofocus = true;
  const [previous, next] = [buttonOf('arrow-left', words.previous, () => step(-1)), buttonOf('arrow-right', words.next, () => step(1))];
  return make('p', 'c-tools', previous, next, close);
}

/**
 * The pictures, one at a time, in a window of its own and as large as the page allows.
 * @param words of the buttons, as the gallery's markup has them
 */
function openLarge(pictures: readonly HTMLImageElement[], first: number, words: DOMStringMap): void {
  let large = make('img', '');
  const caption = make('figcaption', '');
  caption.setAttribute('aria-live', 'polite');
  let at = first;
  const tools = toolsOf(
    words,
    (by) => show(at + by),
    () => dialog.close(),
  );
  const dialog = make('dialog', 'gallery-large', tools, make('figure', '', large, caption));

  /** After the last comes the first again: no button goes away under a finger or the focus. */
  function show(to: number): void {
    at = (to + pictures.length) % pictures.length;
    const copy = (pictures[at] as HTMLImageElement).cloneNode() as HTMLImageElement;
    const { alt } = copy;
    // Its words stand under it.
    Object.assign(copy, { loading: 'eager', alt: '' });
    large.replaceWith(copy);
    large = copy;
    caption.replaceChildren(...(alt ? [alt, ' '] : []), make('span', '', `(${at + 1} ${words.of} ${pictures.length})`));
    dialog.setAttribute('aria-label', caption.textContent ?? '');
  }

  show(first);
  document.body.append(dialog);
  dialog.onclick = ({ target }) => {
    if (target === dialog || target === large) dialog.close();
  };
  dialog.onkeydown = ({ key }) => {
    if (key in STEPS) show(at + (STEPS[key] ?? 0));
  };
  dialog.onclose = () => {
    dialog.remove();
    pictures[first]?.parentElement?.focus();
  };
  dialog.showModal();
}

/** Each picture becomes a button that shows it larger; without a window of its own (old browsers) it stays a picture. */
export function mount(root: HTMLElement): void {
  if (typeof HTMLDialogElement === 'undefined') return;
  const pictures = [...root.querySelectorAll('img')];
  for (const [index, picture] of pictures.entries()) {
    const button = make('button', 'gallery-open');
    button.type = 'button';
    picture.replaceWith(button);
    button.append(picture, icon('zoom-in'));
    button.setAttribute('aria-label', `${root.dataset.larger} ${picture.alt}`);
    button.setAttribute('aria-haspopup', 'dialog');
    button.onclick = () => openLarge(pictures, index, root.dataset);
  }
}
