import { signal } from '@preact/signals';
import type { Path, TypeFacts } from '../engine/calls.ts';
import type { Studio } from '../studio.ts';
import type { DirectiveText } from '../text/outline.ts';
import { type Replacement, replaceIn, shownText } from '../text/raw-text.ts';

/** Time (ms) within which changes of one field are one step of undo. */
const ONE_STEP = 1200;

/** A version of the text, and the field that was changed after it. */
interface Version {
  readonly raw: string;
  readonly field: string;
  readonly time: number;
}

/** Changes of one text by forms, with undo. The text itself is in the project. */
export class TextSession {
  readonly studio: Studio;
  readonly path: Path;
  /** Rises when what can be undone changes. */
  readonly steps = signal(0);
  /** Name of the field that is focused once the form is drawn again. */
  wanted = '';
  /** True: the last change has added a part. */
  isNew = false;
  private past: Version[] = [];
  private future: string[] = [];
  private last: string;

  constructor(studio: Studio, path: Path) {
    this.studio = studio;
    this.path = path;
    this.last = this.raw;
  }

  private get raw(): string {
    return this.studio.project.text(this.path) ?? '';
  }

  /** The text as offsets refer to it, with `\n` as its breaks. */
  get text(): string {
    return shownText(this.raw);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /**
   * Applies replacements in any order, without overlap.
   * @param field name of what is changed; typing in one field is one step
   * @param focus name of the field to focus then; '' leaves the focus
   */
  change(replacements: readonly Replacement[], field: string, focus = ''): void {
    this.wanted = focus;
    this.isNew = field === 'add';
    if (replacements.length === 0) this.draw();
    else this.apply(replacements, field);
  }

  private apply(replacements: readonly Replacement[], field: string): void {
    this.forgetForeign();
    const now = Date.now();
    const before = this.past.at(-1);
    if (!before || before.field !== field || now - before.time > ONE_STEP) this.past.push({ raw: this.raw, field, time: now });
    else this.past[this.past.length - 1] = { ...before, time: now };
    this.future = [];
    this.put(
      replaceIn(
        this.raw,
        [...replacements].sort((one, other) => one.from - other.from),
      ),
    );
  }

  undo(): void {
    this.forgetForeign();
    const version = this.past.pop();
    if (!version) return;
    this.future.push(this.raw);
    this.put(version.raw);
  }

  redo(): void {
    this.forgetForeign();
    const raw = this.future.pop();
    if (raw === undefined) return;
    this.past.push({ raw: this.raw, field: '', time: 0 });
    this.put(raw);
  }

  private put(raw: string): void {
    this.last = raw;
    this.studio.edit(this.path, raw);
    this.draw();
  }

  private draw(): void {
    this.steps.value += 1;
  }

  /** Forgets all steps if something else has changed the text: undoing would remove that too. */
  private forgetForeign(): void {
    if (this.raw === this.last) return;
    this.past = [];
    this.future = [];
    this.last = this.raw;
  }
}

/** Context of each part of a form. It is made anew from each text. */
export interface Editing {
  readonly session: TextSession;
  readonly text: string;
  readonly directive: DirectiveText;
  readonly types: readonly TypeFacts[];
  /** Undefined: a name that no type has. */
  readonly type: TypeFacts | undefined;
  /** Opens the form of another directive. @param line counts from 1 */
  open(line: number): void;
}
