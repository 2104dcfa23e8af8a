import type { Deck } from './deck.ts';
import { element } from './strings.ts';

/** Fills the list of pages and screens. */
export function fillContents(deck: Deck, titles: readonly string[]): void {
  const list = element('r-contents-list');
  const dialog = element<HTMLDialogElement>('r-contents');
  let page = '';
  let items: HTMLElement = list;
  for (const [index, screen] of deck.screens.entries()) {
    if (screen.dataset.page !== page) {
      page = screen.dataset.page ?? '';
      const title = titles[Number(page)];
      if (title !== undefined) {
        const heading = document.createElement('h3');
        heading.textContent = title;
        list.append(heading);
      }
      items = document.createElement('ul');
      list.append(items);
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${index + 1}. ${screen.dataset.title ?? ''}`;
    button.addEventListener('click', () => {
      dialog.close();
      deck.go(index);
    });
    const item = document.createElement('li');
    item.append(button);
    items.append(item);
  }
}

/** Opens the list at the current screen. */
export function openContents(deck: Deck): void {
  const dialog = element<HTMLDialogElement>('r-contents');
  const buttons = [...dialog.querySelectorAll<HTMLButtonElement>('li > button')];
  for (const [index, button] of buttons.entries()) {
    if (index === deck.place.index) button.setAttribute('aria-current', 'step');
    else button.removeAttribute('aria-current');
  }
  dialog.showModal();
  buttons[deck.place.index]?.focus();
}
