import type { Token } from '../../src/model/course/activity.ts';
import type { Markup, MountContext } from '../../src/player/frame/mount.ts';
import { DoublePress } from '../../src/player/widgets/double-press.ts';
import { dragOnTop } from '../../src/player/widgets/drag.ts';
import { all } from '../../src/player/widgets/element.ts';
import { format } from '../../src/player/widgets/strings.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** A row: the left cell, the button that shows the label, and the button that removes it. */
export interface Row {
  readonly token: Token;
  readonly element: HTMLElement;
  readonly left: string;
  readonly slot: HTMLButtonElement;
  readonly off: HTMLElement;
}

type RowMarkup = Markup<{ '.matching-left': HTMLElement; '.matching-slot': HTMLButtonElement; '.matching-off': HTMLElement }>;
type Root = Markup<{ '.matching-tray': HTMLElement; '.matching-count': HTMLElement }>;

/** Maximum height of rows and labels together, as a share of the window's height. If they are taller, the labels move into a row. */
const SCREEN = 0.75;

/** Rows and labels. A learner presses a row and then its label, or a label and then its row. */
export class Board {
  readonly rows: readonly Row[];
  readonly #root: Root;
  readonly #context: MountContext<Options, Answer>;
  readonly #tray: HTMLElement;
  readonly #chips: readonly HTMLButtonElement[];
  #off = false;
  /** The selected row or label, which waits for the other one. */
  #row: Row | undefined;
  #chip: HTMLButtonElement | undefined;
  /** Catches double presses, because the tray moves after each label. */
  readonly #presses = new DoublePress();

  constructor(root: Root, context: MountContext<Options, Answer>) {
    this.#root = root;
    this.#context = context;
    this.#tray = root.querySelector('.matching-tray');
    this.#chips = all<HTMLButtonElement>('.c-chip', root);
    this.rows = all<RowMarkup>('.matching-row', root).map((element) => ({
      token: element.dataset.pair ?? '',
      element,
      left: element.querySelector('.matching-left').textContent?.trim() ?? '',
      slot: element.querySelector('.matching-slot'),
      off: element.querySelector('.matching-off'),
    }));
    // A saved label may no longer exist. Its row is then empty.
    for (const { token, slot } of this.rows) slot.value = this.textOf(context.answer?.[token]) ? (context.answer?.[token] ?? '') : '';
    root.addEventListener('click', (event) => this.#press(event));
    root.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#letGo();
    });
    dragOnTop(root, {
      enabled: () => !this.#off,
      started: () => this.#wait(),
      dropped: (chip, place) => this.#put(this.#rowOf(place), chip as HTMLButtonElement),
    });
  }

  textOf(target: unknown): string {
    return this.#context.options.targets.find(({ token }) => token === target)?.text ?? '';
  }

  answer(): Answer {
    return Object.fromEntries(this.rows.flatMap(({ token, slot }) => (slot.value ? [[token, slot.value]] : [])));
  }

  lock(on: boolean): void {
    this.#off = on;
    this.#wait();
    for (const { slot } of this.rows) slot.disabled = on;
    for (const chip of this.#chips) chip.disabled = on;
  }

  #rowOf(element: Element | null | undefined): Row | undefined {
    const own = element?.closest('.matching-row');
    return this.rows.find((row) => row.element === own);
  }

  #press(event: MouseEvent): void {
    const pressed = event.target as Element;
    const isPointer = event.detail > 0;
    if (this.#off || this.#presses.isSecond(event)) return;
    const control = pressed.closest('a, button, [role="button"]');
    const chip = this.#chips.find((one) => one === control);
    const row = this.#rowOf(pressed);
    if (chip) this.#pressChip(chip, event);
    else if (row && control === row.off) this.#free(row);
    else if (row && (!control || control === row.slot)) this.#pressRow(row, isPointer);
  }

  #pressChip(chip: HTMLButtonElement, event: MouseEvent): void {
    const row = this.#row;
    const isPointer = event.detail > 0;
    if (row) {
      this.#presses.moved(event);
      this.#put(row, chip, isPointer);
    } else if (chip === this.#chip) this.#wait();
    else {
      this.#wait(undefined, chip);
      this.#context.announce(format(this.#context.strings, 'picked', { item: this.textOf(chip.dataset.chip) }));
      // Keyboard users have no pointer to move to a row, so the focus goes there.
      if (!isPointer) this.rows[0]?.slot.focus();
    }
  }

  #pressRow(row: Row, isPointer: boolean): void {
    if (this.#chip) this.#put(row, this.#chip);
    else if (row === this.#row) this.#letGo();
    else {
      this.#wait(row);
      if (isPointer) row.slot.focus({ preventScroll: true });
      else this.#chips[0]?.focus();
      this.#context.announce(format(this.#context.strings, 'chosen', { item: row.left }));
    }
  }

  /** Puts a label in a row. @param goesOn whether to select the next empty row */
  #put(row: Row | undefined, chip: HTMLButtonElement, goesOn = false): void {
    if (!row) return;
    const { strings, draft, announce } = this.#context;
    row.slot.value = chip.dataset.chip ?? '';
    const after = [...this.rows.slice(this.rows.indexOf(row)), ...this.rows];
    row.slot.focus({ preventScroll: true });
    this.#wait(goesOn ? after.find(({ slot }) => !slot.value) : undefined);
    draft(this.answer());
    announce(format(strings, 'placed', { item: this.textOf(row.slot.value), place: row.left }));
  }

  #free(row: Row): void {
    const { strings, draft, announce } = this.#context;
    row.slot.value = '';
    row.slot.focus({ preventScroll: true });
    this.#wait();
    draft(this.answer());
    announce(format(strings, 'freed', { place: row.left }));
  }

  /** Clears the selection, after Escape or a second press of the same button. */
  #letGo(): void {
    (this.#row?.slot ?? this.#chip)?.focus({ preventScroll: true });
    this.#wait();
  }

  #wait(row?: Row, chip?: HTMLButtonElement): void {
    this.#row = row;
    this.#chip = chip;
    this.#render();
  }

  #render(): void {
    const { strings } = this.#context;
    for (const row of this.rows) this.#renderRow(row, strings[row === this.#row ? 'which' : this.#chip ? 'here' : 'empty'] ?? '');
    for (const chip of this.#chips) {
      const { chip: token } = chip.dataset;
      chip.dataset.used = String(this.rows.some(({ slot }) => slot.value === token));
      chip.setAttribute('aria-pressed', String(chip === this.#chip));
      // Tab moves from row to row. Labels are in the tab order only while a row waits for one.
      chip.tabIndex = this.#row ? 0 : -1;
    }
    const n = this.rows.filter(({ slot }) => slot.value).length;
    this.#root.querySelector('.matching-count').textContent = format(strings, 'count', { n, total: this.rows.length });
    this.#moveTray();
  }

  #renderRow({ element, slot, off }: Row, empty: string): void {
    const chip = this.#chips.find(({ dataset }) => dataset.chip === slot.value);
    const waits = this.#row?.slot === slot;
    element.toggleAttribute('data-waits', waits);
    element.toggleAttribute('data-target', !!this.#chip);
    element.toggleAttribute('data-joined', !!chip);
    slot.setAttribute('aria-pressed', String(waits));
    off.hidden = !chip || this.#off;
    slot.replaceChildren(...(chip ? [...chip.cloneNode(true).childNodes] : [empty]));
  }

  /** Moves the labels into the waiting row if the rows fill the screen. */
  #moveTray(): void {
    const isTall = this.#root.offsetHeight > innerHeight * SCREEN;
    const host = (isTall && this.#row?.element) || this.#root;
    if (this.#tray.parentElement !== host) host.append(this.#tray);
  }
}
