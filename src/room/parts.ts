import { isActive, leads, leavesOf, showOnly, TOGETHER } from './leaves.ts';

/** Type scales to try, largest first: a screen with little content gets larger type. */
const SCALES = [1.45, 1.25, 1.1, 1];

/** Tolerance for rounding, in CSS pixels. */
const SLACK = 1;

/** Tests whether two elements belong to a list that isn't divided if it fits. */
function areTogether(one: HTMLElement | undefined, next: HTMLElement | undefined): boolean {
  const group = one?.closest(TOGETHER);
  return !!group && group === next?.closest(TOGETHER);
}

/** Returns the index of the last element that may begin the next part; 0 if the part can't be cut. */
function cutBefore(part: readonly HTMLElement[]): number {
  let at = part.length - 1;
  while (at > 0 && (leads(part[at - 1]) || areTogether(part[at - 1], part[at]))) at--;
  return Math.max(0, at);
}

/** Tests whether a part has no more than text around a question. */
function isText(part: readonly HTMLElement[]): boolean {
  return part.every((leaf) => leaf.closest('.r-context, .r-why'));
}

/** Layout of a screen: divides a body that doesn't fit into parts. */
export class Parts {
  readonly #screen: HTMLElement;
  readonly #body: HTMLElement;
  #list: (readonly HTMLElement[])[] = [[]];
  /** Type scale of each part. */
  #scales: readonly number[] = [1];
  #all: readonly HTMLElement[] = [];

  constructor(screen: HTMLElement) {
    this.#screen = screen;
    this.#body = screen.querySelector<HTMLElement>('.r-body') ?? screen;
  }

  get count(): number {
    return this.#list.length;
  }

  /** Divides the body to fit the window's current size. @param zoom chosen by the trainer */
  layOut(isRevealed: boolean, zoom: number): void {
    this.#all = leavesOf(this.#body);
    const active = this.#all.filter((leaf) => isActive(leaf, isRevealed));
    this.#screen.classList.remove('r-tall', 'r-further', 'r-bare', 'r-snug');
    const one = SCALES.find((scale) => this.#fitsAt(scale * zoom, active)) ?? this.#snug(zoom, active);
    if (one !== undefined) {
      this.#list = [active];
      this.#scales = [one * zoom];
      return;
    }
    this.#list = this.#divide(active);
    this.#scales = this.#scalesOf(zoom);
  }

  /** Moves the choices of a question closer together, under a smaller title, if that shows them all. @returns the scale if the rest fits too */
  #snug(zoom: number, active: readonly HTMLElement[]): number | undefined {
    const choices = active.filter((leaf) => leaf.closest('.r-options'));
    if (choices.length === 0) return undefined;
    this.#screen.classList.add('r-snug');
    if (this.#fitsAt(zoom, active)) return 1;
    if (!this.#fit(choices)) this.#screen.classList.remove('r-snug');
    return undefined;
  }

  /** Shows one part. */
  show(index: number): void {
    const part = this.#list[index] ?? [];
    this.#screen.classList.remove('r-bare', 'r-tall');
    this.#screen.classList.toggle('r-further', index > 0);
    this.#scale(this.#scales[index] ?? 1);
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

  #scale(scale: number): void {
    document.documentElement.style.setProperty('--r-scale', String(scale));
  }

  #fitsAt(scale: number, leaves: readonly HTMLElement[]): boolean {
    this.#scale(scale);
    return this.#fit(leaves);
  }

  /** Returns the type scale of each part: the same for all, except text around a question, which may be larger. */
  #scalesOf(zoom: number): number[] {
    const largest = (parts: readonly (readonly HTMLElement[])[]): number => {
      const fits = (scale: number): boolean =>
        parts.every((part) => {
          this.#screen.classList.toggle('r-further', part !== this.#list[0]);
          return this.#fitsAt(scale * zoom, part);
        });
      return (SCALES.find(fits) ?? 1) * zoom;
    };
    const common = largest(this.#list.filter((part) => !isText(part)));
    const scales = this.#list.map((part) => (isText(part) ? largest([part]) : common));
    this.#screen.classList.remove('r-further');
    return scales;
  }

  /** Divides the body into as few parts as fit, of similar heights. */
  #divide(active: readonly HTMLElement[]): HTMLElement[][] {
    const parts: HTMLElement[][] = [];
    for (let start = 0; start < active.length; ) {
      this.#screen.classList.toggle('r-further', start > 0);
      const end = this.#endFrom(active, start);
      parts.push(active.slice(start, end));
      start = end;
    }
    this.#even(parts);
    this.#screen.classList.remove('r-further');
    return parts.length > 0 ? parts : [[]];
  }

  /** Moves elements from filled parts to lower ones after them. */
  #even(parts: HTMLElement[][]): void {
    this.#show(parts.flat());
    const heights = new Map(parts.flat().map((leaf) => [leaf, leaf.offsetHeight]));
    const sum = (leaves: readonly HTMLElement[]): number => leaves.reduce((all, leaf) => all + (heights.get(leaf) ?? 0), 0);
    this.#screen.classList.add('r-further');
    for (let at = parts.length - 2; at >= 0; at--) {
      const [part, next] = [parts[at] as HTMLElement[], parts[at + 1] as HTMLElement[]];
      const from = cutBefore(part);
      const moved = part.slice(from);
      if (from === 0 || sum(moved) + sum(next) >= sum(part) || !this.#fit([...moved, ...next])) continue;
      parts.splice(at, 2, part.slice(0, from), [...moved, ...next]);
      // The part after it may now be higher than its own next one.
      at = parts.length - 1;
    }
  }

  /** Returns the index after the last element that fits. Each part has at least one element. */
  #endFrom(active: readonly HTMLElement[], start: number): number {
    let end = start + 1;
    while (end < active.length && this.#fit(active.slice(start, end + 1))) end++;
    if (end === active.length) return end;
    end = this.#groupStart(active, start, end) || end;
    while (end - 1 > start && leads(active[end - 1])) end--;
    return end;
  }

  /** Returns the start of the list that `end` would divide, if the whole list fits on one screen; otherwise 0. */
  #groupStart(active: readonly HTMLElement[], start: number, end: number): number {
    const group = active[end]?.closest(TOGETHER);
    if (!group) return 0;
    const first = active.findIndex((leaf) => group.contains(leaf));
    if (first <= start || first >= end) return 0;
    this.#screen.classList.add('r-further');
    const fits = this.#fit(active.filter((leaf) => group.contains(leaf)));
    this.#screen.classList.toggle('r-further', start > 0);
    return fits ? first : 0;
  }
}
