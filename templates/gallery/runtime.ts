import { make } from '../../src/player/element.ts';
import { icon } from '../../src/player/mark.ts';

function buttonOf(name: string, words: string | undefined, press: () => void): HTMLButtonElement {
  const button = make('button', 'c-button c-button-small', icon(name), words ?? '');
  button.type = 'button';
  button.onclick = press;
  return button;
}

/**
 * The pictures, one at a time, in a window of its own and as large as the page allows.
 * @param words of the buttons, as the gallery's markup has them
 */
function openLarge(pictures: readonly HTMLImageElement[], first: number, words: DOMStringMap): void {
  let large = make('img', '');
  const caption = make('figcaption', '');
  // It says the picture's words, to screen readers too.
  caption.setAttribute('aria-live', 'polite');
  let at = first;
  const step = (by: number) => (): void => show(at + by);
  const close = buttonOf('x', words.close, () => dialog.close());
  close.autofocus = true;
  const tools = [buttonOf('arrow-left', words.previous, step(-1)), buttonOf('arrow-right', words.next, step(1)), close];
  const dialog = make('dialog', 'gallery-large', make('p', 'c-tools', ...tools), make('figure', '', large, caption));

  /** After the last comes the first again: no button goes away under a finger or the focus. */
  function show(to: number): void {
    at = (to + pictures.length) % pictures.length;
    const { alt } = pictures[at] as HTMLImageElement;
    const copy = (pictures[at] as HTMLImageElement).cloneNode() as HTMLImageElement;
    copy.loading = 'eager';
    // Its words stand under it.
    copy.alt = '';
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
  dialog.onkeydown = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    show(at + by);
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
