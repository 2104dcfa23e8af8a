import { element } from './dom.ts';

/** An entry of a menu. */
export interface MenuEntry {
  readonly text: string;
  run(): void;
}

/** Shows a menu below a button until an entry is chosen, Escape is pressed or something else gets the focus. */
export class Menu {
  private readonly button: HTMLElement;
  private readonly list: HTMLElement;

  constructor(button: HTMLElement, name: string, entries: readonly MenuEntry[]) {
    this.button = button;
    this.list = element('div', { role: 'menu', 'aria-label': name, class: 's-pop', popover: 'auto' });
    for (const { text, run } of entries) {
      const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, text);
      item.addEventListener('click', () => {
        this.close();
        run();
      });
      this.list.append(item);
    }
    this.list.addEventListener('keydown', (event) => this.key(event));
    this.list.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState === 'closed') this.close();
    });
  }

  open(): void {
    document.body.append(this.list);
    this.button.setAttribute('aria-expanded', 'true');
    this.list.showPopover();
    const at = this.button.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.list;
    const isRoomBelow = at.bottom + offsetHeight < window.innerHeight;
    this.list.style.left = `${Math.max(8, at.right - offsetWidth)}px`;
    this.list.style.top = `${isRoomBelow ? at.bottom + 4 : Math.max(8, at.top - offsetHeight - 4)}px`;
    this.focusOn(0);
  }

  private close(): void {
    if (!this.list.isConnected) return;
    const hadFocus = this.list.contains(document.activeElement);
    this.button.setAttribute('aria-expanded', 'false');
    this.list.remove();
    if (hadFocus) this.button.focus();
  }

  private focusOn(index: number): void {
    const { children } = this.list;
    (children[(index + children.length) % children.length] as HTMLElement | undefined)?.focus();
  }

  private key(event: KeyboardEvent): void {
    const now = [...this.list.children].indexOf(document.activeElement ?? this.list);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab' || event.key === 'Escape') this.close();
    else if (next === undefined) return;
    else this.focusOn(next);
    event.preventDefault();
  }
}
