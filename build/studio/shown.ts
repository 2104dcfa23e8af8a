import { signal } from '@preact/signals';
import type { Path } from './engine/calls.ts';

/** A place in a text. Lines count from 1. */
export interface Cursor {
  readonly path: Path;
  readonly line: number;
  /** Set if it was chosen in the preview: the text goes there. */
  readonly isPicked?: true;
}

/** The views of an open course; one is shown at a time. */
export type View = 'write' | 'course' | 'results' | 'prepare';

/** The parts of the view to write in. */
export type Pane = 'plan' | 'text' | 'preview';

/** State of the screen of an open course: its view, its place, and what is open over it. */
export class Shown {
  /** Dialog about the course's safety that is open. */
  readonly asked = signal<'versions' | null>(null);
  readonly cursor = signal<Cursor | null>(null);
  /** The view on screen. */
  readonly view = signal<View>('write');
  /** Path of the session's text that is chosen; '': the first. */
  readonly chosen = signal<Path>('');
  /** The pane on screen where there is room for one only. */
  readonly pane = signal<Pane>('text');
  /** A line of what is shown as a form instead of the text; line 0: the settings of the session. Null: the text. */
  readonly form = signal<Cursor | null>(null);
  /** Place for a new activity, while the dialog with all types is open; line 0: at the end. */
  readonly adding = signal<Cursor | null>(null);

  show(view: View): void {
    this.view.value = view;
  }

  /** Shows a place in a text: from a list of problems, the plan or another view. */
  goTo(place: Pick<Cursor, 'path' | 'line'>): void {
    this.show('write');
    this.chosen.value = place.path;
    this.pane.value = 'text';
    this.cursor.value = { ...place, isPicked: true };
  }
}
