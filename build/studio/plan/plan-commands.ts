import { signal } from '@preact/signals';
import type { Path } from '../engine/calls.ts';
import type { Studio } from '../studio.ts';
import { usedIds } from '../text/fresh-ids.ts';
import { type Direction, duplicated, movedStep, movedTo, type PlanPlace, renamedPage, withoutPlace, withPage } from '../text/plan-edits.ts';

/** The last command, in words, and a way to undo it. */
export interface Note {
  readonly text: string;
  /** Text before; absent if there is nothing to undo. */
  readonly before?: string;
  readonly after?: string;
}

/** Changes of one text from its plan. Each replaces the text as a whole with one that differs only where something was moved. */
export class PlanCommands {
  readonly note = signal<Note | null>(null);
  private readonly studio: Studio;
  private readonly path: Path;

  constructor(studio: Studio, path: Path) {
    this.studio = studio;
    this.path = path;
  }

  get raw(): string {
    return this.studio.project.text(this.path) ?? '';
  }

  /** @returns whether it has moved */
  step(place: PlanPlace, way: Direction, text: string): boolean {
    return this.change(movedStep(this.raw, place, way), { text });
  }

  move(from: PlanPlace, to: PlanPlace, side: 'before' | 'after' | 'inside', text: string): boolean {
    return this.change(movedTo(this.raw, from, to, side), { text });
  }

  rename(page: number, title: string): boolean {
    return this.change(renamedPage(this.raw, page, title), null);
  }

  duplicate(place: PlanPlace, text: string): boolean {
    return this.change(duplicated(this.raw, place, usedIds(this.studio.project)), { text });
  }

  add(after: number, title: string, lead: string): boolean {
    return this.change(withPage(this.raw, after, title, lead, usedIds(this.studio.project)), null);
  }

  remove(place: PlanPlace, text: string): boolean {
    const before = this.raw;
    return this.change(withoutPlace(before, place), { text, before });
  }

  /** Takes the last removal back, unless the text has changed since. */
  undo(): void {
    const { before, after } = this.note.value ?? {};
    this.note.value = null;
    if (before !== undefined && this.raw === after) this.studio.edit(this.path, before);
  }

  private change(after: string, note: Note | null): boolean {
    if (after === this.raw) return false;
    this.studio.edit(this.path, after);
    this.note.value = note && (note.before === undefined ? note : { ...note, after });
    return true;
  }
}
