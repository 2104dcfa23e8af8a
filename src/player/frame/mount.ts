import type { Launch } from '../../lms/driver.ts';
import type { Answer } from '../../model/course/activity.ts';
import type { ModuleContent } from '../../model/course/course.ts';
import type { Progress } from '../../model/judging/progress.ts';
import type { Verdict } from '../../model/judging/verdict.ts';

/** Strings of one type in the course's language, flat. `{name}` stands for a value. */
export type Strings = Readonly<Record<string, string>>;

/** Reason why an answer can't be judged yet: what is missing, and the element to focus. */
export interface Missing {
  readonly missing: string;
  readonly at: HTMLElement;
}

/** Inner activities of a composed one (a quiz), as seen by its runtime. */
export interface Inner {
  /** Lists the inner activities with lock number; `ratio` 0..1 of the current answer. */
  list(): readonly {
    readonly n: number;
    readonly submitted: boolean;
    readonly ratio: number;
    readonly points: number;
    readonly root: HTMLElement;
  }[];
  /** Forgets the answers of these activities and mounts them afresh. */
  restart(numbers: readonly number[]): void;
  /** Shows the withheld verdicts. */
  reveal(): void;
  /** Adds a listener, called after each inner submission. */
  onChange(listener: () => void): void;
}

/** Current state of the whole module, for activities that sum it up. */
export interface Overview {
  readonly content: ModuleContent;
  readonly launch: Launch;
  progress(): Progress;
  /** Makes the results: status and score as text, those of each competency, and what is left. @param level heading level */
  results(level: number): HTMLElement[];
  /** Returns title and state of each competency, as text. */
  competencies(): readonly (readonly [title: string, standing: string])[];
  /** Adds a listener, called after any change of progress. */
  subscribe(listener: () => void): void;
}

/** Current state of another activity, in this module or another one. */
export interface Recalled {
  /** Author's title, or else the question as plain text. */
  readonly title: string;
  readonly options: unknown;
  /** Submitted answer or draft; null if there is none. */
  readonly answer: Answer;
}

/** Arguments of a type's `mount`. */
export interface MountContext<Options, A extends Answer> {
  readonly options: Options;
  readonly strings: Strings;
  /** Stored answer (submitted or draft), null at first. */
  readonly answer: A | null;
  /** If true, the answer is read-only. */
  readonly locked: boolean;
  /** Tries allowed; 0 = no limit. */
  readonly attempts: number;
  /** Pass mark of its module or chapter in percent, if there is one. */
  readonly pass?: number | undefined;
  /** Inner activities, for composed types only. */
  readonly inner?: Inner | undefined;
  readonly overview: Overview;
  /** Finds an answer given elsewhere, by the name in an attribute; undefined if unknown here, or removed from the course. */
  recall(name: string): Recalled | undefined;
  /** Reports a change of the answer; it is saved within five seconds. */
  draft(answer: A): void;
  /** Judges and saves an answer at once: for types whose frame has no « Vérifier » button. */
  submit(answer: A): void;
  /** Announces a sentence to screen readers, politely. */
  announce(text: string): void;
}

/** Result of `mount`. */
export interface Mounted<A extends Answer> {
  /** Marks the parts and shows their feedback; null clears the marks, for another try. */
  show(verdict: Verdict | null): void;
  /** Returns the answer. If defined, the frame has a « Vérifier » button, and calls this when it is pressed. */
  read?(): A | Missing;
  /** Called each time its page is shown again: recalled answers may have changed. */
  shown?(): void;
  /** Returns the answer as text for the notebook, if the body's own text doesn't contain it. */
  text?(): string;
}

/**
 * Markup of a type's own template. Elements that always exist are listed by selector, so that queries for them can't fail.
 * @typeParam Parts selector → element
 */
export type Markup<Parts> = { querySelector<Selector extends keyof Parts>(selector: Selector): Parts[Selector] } & HTMLElement;

interface Mountable<Options, A extends Answer> {
  // Declared as a method, so that a type may use a narrower type than `HTMLElement` for its markup.
  mount(root: HTMLElement, context: MountContext<Options, A>): Mounted<A>;
}

/** Export of a type's `runtime.ts`. */
export type Mount<Options, A extends Answer> = Mountable<Options, A>['mount'];
