import { icon } from '../../src/player/mark.ts';

/** The picture in a window of its own, as large as the page allows. */
function openLarge(picture: HTMLImageElement, close: string): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'gallery-large';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'c-button c-button-small';
  button.append(icon('x'), close);
  const copy = picture.cloneNode() as HTMLImageElement;
  copy.loading = 'eager';
  dialog.append(button, copy);
  dialog.setAttribute('aria-label', picture.alt);
  document.body.append(dialog);
  dialog.onclick = () => dialog.close();
  dialog.onclose = () => {
    dialog.remove();
    picture.parentElement?.focus();
  };
  dialog.showModal();
}

/** Each picture becomes a button that shows it larger; without a window of its own (old browsers) it stays a picture. */
export function mount(root: HTMLElement): void {
  const { larger = '', close = '' } = root.dataset;
  if (!('showModal' in HTMLElement.prototype) && typeof HTMLDialogElement === 'undefined') return;
  for (const picture of root.querySelectorAll('img')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'gallery-open';
    picture.replaceWith(button);
    button.append(picture, icon('zoom-in'));
    button.setAttribute('aria-label', `${larger} ${picture.alt}`);
    button.setAttribute('aria-haspopup', 'dialog');
    button.onclick = () => openLarge(picture, close);
  }
}
