import { make } from '../../src/player/widgets/element.ts';
import { icon } from '../../src/player/widgets/mark.ts';

/** Keys that move between pictures. */
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
 * Opens the pictures in a dialog, one at a time and as large as the page allows.
 * @param words labels of the buttons, from the gallery's markup
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

  /** Shows a picture. The last is followed by the first, so that no button has to be hidden while it is pressed or focused. */
  function show(to: number): void {
    at = (to + pictures.length) % pictures.length;
    const copy = (pictures[at] as HTMLImageElement).cloneNode() as HTMLImageElement;
    const { alt } = copy;
    // Its text is shown below it.
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

/** Turns each picture into a button that enlarges it; in old browsers without dialogs it stays a picture. */
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
