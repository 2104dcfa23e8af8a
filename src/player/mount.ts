import type { Launch } from '../drivers/driver.ts';
import type { Answer, PartVerdict, Token } from '../model/activity.ts';
import type { ModuleContent } from '../model/course.ts';
import type { Progress } from '../model/progress.ts';

/** Strings of one type in the course's language, flat. `{name}` stands for a value. */
export type Strings = Readonly<Record<string, string>>;

/** How an answer was judged, as the learner may see it now. */
export interface Verdict {
  /** 'done' where nothing is right or wrong. */
  readonly outcome: 'right' | 'partly' | 'wrong' | 'done';
  /** 0..1. */
  readonly ratio: number;
  /** `missed` parts are given only when `final`. */
  readonly parts: Readonly<Record<Token, PartVerdict>>;
  /** No more tries, or all right: the inputs are locked and the right answers may be shown. */
  readonly final: boolean;
}

/** An answer that can't be judged yet: what is missing, and where the focus goes. */
export interface Missing {
  readonly missing: string;
  readonly at: HTMLElement;
}

/** The inner activities of a composed one (a quiz), as its runtime sees them. */
export interface Inner {
  /** Each inner activity by lock number; `ratio` 0..1 of its current answer. */
  list(): readonly {
    readonly n: number;
    readonly submitted: boolean;
    readonly ratio: number;
    readonly points: number;
    readonly root: HTMLElement;
  }[];
  /** Forgets the answers of these and mounts them afresh. */
  restart(numbers: readonly number[]): void;
  /** Shows the withheld verdicts. */
  reveal(): void;
  /** Called after each inner submission. */
  onChange(listener: () => void): void;
}

/** The module as a whole, as it stands now: for what sums it up. */
export interface Overview {
  readonly content: ModuleContent;
  readonly launch: Launch;
  progress(): Progress;
  /** Status and score in words, the score and status of each competency, and what is left to do. @param level of its headings */
  results(level: number): HTMLElement[];
  /** Title and standing of each competency, in words. */
  competencies(): readonly (readonly [title: string, standing: string])[];
  /** The listener is called after any change of progress. */
  subscribe(listener: () => void): void;
}

/** Another activity, of this module or of another, as it stands now. */
export interface Recalled {
  /** The title that its author gave it, else the question in plain words. */
  readonly title: string;
  readonly options: unknown;
  /** Submitted or draft; null where there is none. */
  readonly answer: Answer;
}

/** What a type's `mount` receives. */
export interface MountContext<Options, A extends Answer> {
  readonly options: Options;
  readonly strings: Strings;
  /** The stored answer (submitted or draft), null at first. */
  readonly answer: A | null;
  /** True: show the answer, let nothing be changed. */
  readonly locked: boolean;
  /** Tries allowed; 0 = no limit. */
  readonly attempts: number;
  /** Pass mark of its module or chapter in percent, where there is one. */
  readonly pass?: number | undefined;
  /** Only composed types: their inner activities. */
  readonly inner?: Inner | undefined;
  readonly overview: Overview;
  /** What the learner answered elsewhere, by the name that an attribute gives; what nobody knows here, or only older builds had, gives nothing. */
  recall(name: string): Recalled | undefined;
  /** Says every change of the answer; it is saved within five seconds. */
  draft(answer: A): void;
  /** Judges and saves an answer at once: for types without a « Vérifier » button of their own frame. */
  submit(answer: A): void;
  /** Says a sentence to screen readers, politely. */
  announce(text: string): void;
}

/** What `mount` gives back. */
export interface Mounted<A extends Answer> {
  /** Marks the parts and shows their feedback; null clears the marks (the learner tries again). */
  show(verdict: Verdict | null): void;
  /** Where given, the frame has a « Vérifier » button and asks this when it is pressed. */
  read?(): A | Missing;
  /** Called each time its page is shown again: what it recalls may have changed. */
  shown?(): void;
  /** The answer in words for the notebook, where the body's own text would not tell it. */
  text?(): string;
}

/** What a type's `runtime.ts` exports. */
export type Mount<Options, A extends Answer> = (root: HTMLElement, context: MountContext<Options, A>) => Mounted<A>;
