import { isActive, leads, leavesOf, showOnly } from './leaves.ts';

/** Type scales to try, largest first: a screen with little content gets larger type. */
const SCALES = [1.45, 1.25, 1.1, 1];

/** Tolerance for rounding, in CSS pixels. */
const SLACK = 1;

/** Layout of a screen: divides a body that doesn't fit into parts. */
export class Parts {
  readonly #screen: HTMLElement;
  readonly #body: HTMLElement;
  #list: (readonly HTMLElement[])[] = [[]];
  #all: readonly HTMLElement[] = [];

  constructor(screen: HTMLElement) {
    this.#screen = screen;
    this.#body = screen.querySelector<HTMLElement>('.r-body') ?? screen;
  }

  get count(): number {
    return this.#list.length;
  }

  /** Divides the body to fit the window's current size. @param zoom chosen by the trainer */
  lay(isRevealed: boolean, zoom: number): void {
    this.#all = leavesOf(this.#body);
    const active = this.#all.filter((leaf) => isActive(leaf, isRevealed));
    this.#screen.classList.remove('r-tall', 'r-further', 'r-bare');
    for (const scale of SCALES) {
      document.documentElement.style.setProperty('--r-scale', String(scale * zoom));
      this.#show(active);
      if (this.#fits()) {
        this.#list = [active];
        return;
      }
    }
    this.#list = this.#divide(active);
  }

  /** Shows one part. */
  show(index: number): void {
    const part = this.#list[index] ?? [];
    this.#screen.classList.remove('r-bare', 'r-tall');
    this.#screen.classList.toggle('r-further', index > 0);
    this.#show(part);
    // For an element that only just doesn't fit, everything around it is reduced or hidden.
    if (!this.#fits()) this.#screen.classList.add('r-further', 'r-bare');
    this.#screen.classList.toggle('r-tall', !this.#fits());
    this.#body.tabIndex = this.#fits() ? -1 : 0;
    this.#body.scrollTop = 0;
  }

  /** Returns the first part that shows any of the answer. */
  answerPart(): number {
    return this.partOf('[data-mark="right"], [data-answer], .r-slot, details');
  }

  /** Returns the first part with an element that matches, or that is inside or around one that does; 0 if there is none. */
  partOf(selector: string): number {
    const found = this.#list.findIndex((part) => part.some((leaf) => leaf.closest(selector) ?? leaf.querySelector(selector)));
    return Math.max(0, found);
  }

  #fits(): boolean {
    return this.#body.scrollHeight <= this.#body.clientHeight + SLACK && this.#body.scrollWidth <= this.#body.clientWidth + SLACK;
  }

  #show(leaves: readonly HTMLElement[]): void {
    showOnly(this.#body, this.#all, new Set(leaves));
    const recap = this.#screen.querySelector<HTMLElement>('.r-recap');
    const hasReasons = leaves.some((leaf) => leaf.closest('.r-why'));
    if (recap) recap.hidden = !hasReasons || leaves.some((leaf) => leaf.matches('[data-mark="right"]:not(.r-why)'));
  }

  #fit(leaves: readonly HTMLElement[]): boolean {
    this.#show(leaves);
    return this.#fits();
  }

  #divide(active: readonly HTMLElement[]): HTMLElement[][] {
    const parts: HTMLElement[][] = [];
    for (let start = 0; start < active.length; ) {
      this.#screen.classList.toggle('r-further', start > 0);
      const end = this.#endFrom(active, start);
      parts.push(active.slice(start, end));
      start = end;
    }
    this.#screen.classList.remove('r-further');
    return parts.length > 0 ? parts : [[]];
  }

  /** Returns the index after the last element that fits. Each part has at least one element. */
  #endFrom(active: readonly HTMLElement[], start: number): number {
    let end = start + 1;
    while (end < active.length && this.#fit(active.slice(start, end + 1))) end++;
    if (end === active.length) return end;
    const together = this.#groupStart(active, start, end);
    if (together > start) return together;
    while (end - 1 > start && leads(active[end - 1])) end--;
    return end;
  }

  /** Returns the start of the list that `end` would divide, if the whole list fits on one screen; otherwise 0. */
  #groupStart(active: readonly HTMLElement[], start: number, end: number): number {
    const group = active[end]?.closest('[data-together]');
    if (!group) return 0;
    const first = active.findIndex((leaf) => group.contains(leaf));
    if (first <= start || first >= end) return 0;
    this.#screen.classList.add('r-further');
    const fits = this.#fit(active.filter((leaf) => group.contains(leaf)));
    this.#screen.classList.toggle('r-further', start > 0);
    return fits ? first : 0;
  }
}
