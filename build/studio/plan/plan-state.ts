import { signal } from '@preact/signals';
import type { Path } from '../engine/calls.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import type { Direction } from '../text/plan-edits.ts';
import type { PlanCommands } from './plan-commands.ts';
import type { PlanPage, PlanPart } from './plan-items.ts';

/** Side of a row that something is dropped at. */
export type Side = 'before' | 'after' | 'inside';

/** Question that the plan asks in a dialog. */
export type Asking =
  | { readonly kind: 'add' }
  | { readonly kind: 'rename'; readonly page: PlanPage }
  | { readonly kind: 'remove'; readonly item: PlanPage | PlanPart };

export function isPage(item: PlanPage | PlanPart): item is PlanPage {
  return 'parts' in item;
}

/** Returns the words by which a row is known. */
export function nameOf(item: PlanPage | PlanPart): string {
  if (isPage(item)) return item.title || t('plan.untitled');
  return item.title || labelOf(item);
}

/** Returns the name of a part's type. */
export function labelOf({ type, label }: PlanPart): string {
  return type === 'trainer' ? t('plan.trainer') : label || type;
}

/** State that the rows of a plan share: open pages, the dragged row, and the commands. */
export class PlanRows {
  /** Pages that were opened or closed by hand, by key; the cursor's page is open. */
  readonly opened = signal<ReadonlyMap<string, boolean>>(new Map());
  readonly dragged = signal<PlanPage | PlanPart | null>(null);
  readonly goal = signal<{ readonly key: string; readonly side: Side } | null>(null);
  readonly asking = signal<Asking | null>(null);
  /** Key of the row that takes the focus when it is drawn again. */
  readonly focused = signal<string | null>(null);
  readonly commands: PlanCommands;
  private readonly studio: Studio;
  private readonly path: Path;

  constructor(studio: Studio, path: Path, commands: PlanCommands) {
    this.studio = studio;
    this.path = path;
    this.commands = commands;
  }

  isOpen(page: PlanPage): boolean {
    return this.opened.value.get(page.key) ?? this.isCurrent(page);
  }

  isCurrent(item: PlanPage | PlanPart): boolean {
    const { line, lastLine } = isPage(item) ? { line: item.shownFrom, lastLine: item.lastLine } : item;
    const { value: cursor } = this.studio.cursor;
    const at = cursor?.path === this.path ? cursor.line : 1;
    return at >= line && at <= lastLine;
  }

  toggle(page: PlanPage): void {
    this.open(page, !this.isOpen(page));
  }

  goTo(item: PlanPage | PlanPart): void {
    if (isPage(item)) this.open(item, true);
    this.studio.goTo({ path: this.path, line: item.line });
  }

  step(item: PlanPage | PlanPart, way: Direction): void {
    const words = t(way === 'up' ? 'plan.movedUp' : 'plan.movedDown', { name: nameOf(item) });
    if (this.commands.step(item.place, way, words)) this.focused.value = item.key;
  }

  /** Chooses where what is dragged would go. @returns whether it can */
  aim(on: PlanPage | PlanPart, isUpperHalf: boolean): boolean {
    const { value: item } = this.dragged;
    if (!item || item.key === on.key || (isPage(item) && !isPage(on))) return false;
    const side = !isPage(item) && isPage(on) ? 'inside' : isUpperHalf ? 'before' : 'after';
    const { value: goal } = this.goal;
    if (goal?.key !== on.key || goal.side !== side) this.goal.value = { key: on.key, side };
    return true;
  }

  drop(on: PlanPage | PlanPart): void {
    const [{ value: item }, { value: goal }] = [this.dragged, this.goal];
    this.endDrag();
    if (item && goal) this.commands.move(item.place, on.place, goal.side, t('plan.moved', { name: nameOf(item) }));
  }

  endDrag(): void {
    this.dragged.value = null;
    this.goal.value = null;
  }

  private open({ key }: PlanPage, isOpen: boolean): void {
    this.opened.value = new Map(this.opened.value).set(key, isOpen);
  }
}
