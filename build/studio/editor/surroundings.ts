import { StateEffect, StateField } from '@codemirror/state';
import type { CourseFacts, Path, TypeFacts } from '../engine/calls.ts';
import type { DirectiveText } from '../text/outline.ts';

/** Actions that a text offers and something else carries out. Without one, its button puts the cursor into the text. */
export interface EditorActions {
  /** Opens the form of a directive. Offsets refer to the text with `\n` as its line break. */
  onEdit?(directive: DirectiveText): void;
  /** Opens the settings of the session. */
  onEditFront?(): void;
  /** Offers all activities. @param offset where the new one goes */
  onAdd?(offset: number): void;
  /** Asks for a picture. @param offset where it goes */
  onPicture?(offset: number): void;
}

/** Facts that the drawing of a text depends on besides the text. */
export interface Surroundings {
  readonly types: ReadonlyMap<string, TypeFacts>;
  readonly course: CourseFacts | null;
  /** Paths of pictures and other files, as the text names them: `assets/plan.svg`. */
  readonly files: readonly Path[];
  /** Finds the address of a picture in the page. */
  picture(path: Path): string | undefined;
  /** Collects all ids that are taken, those of earlier versions too. */
  ids(): ReadonlySet<string>;
  readonly actions: EditorActions;
  /** Changes with everything in here that is drawn, but for the types: the same key, the same drawing. */
  readonly key: string;
}

const NOTHING: Surroundings = {
  types: new Map(),
  course: null,
  files: [],
  picture: () => undefined,
  ids: () => new Set(),
  actions: {},
  key: '',
};

export const setSurroundings = StateEffect.define<Surroundings>();

export const surroundings = StateField.define<Surroundings>({
  create: () => NOTHING,
  update: (value, { effects }) => effects.find((one) => one.is(setSurroundings))?.value ?? value,
});
