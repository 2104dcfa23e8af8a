import type { Activity, Answer, Html } from '../../model/course/activity.ts';
import type { Verdict } from '../../model/judging/verdict.ts';
import type { Tracker } from '../../visit/tracker.ts';
import { rest, stayingAt, wake } from '../calm.ts';
import { createFrameView, type FrameView } from './frame-view.ts';
import type { Missing, Mount, MountContext, Mounted } from './mount.ts';
import { type FrameEvent, type Look, nextLook } from './phase.ts';
import { verdictText } from './verdict-text.ts';

/** Services that a frame needs from the page around it. */
export interface FrameWorld {
  readonly tracker: Pick<Tracker, 'standing' | 'draft' | 'submit'>;
  readonly activity: Activity;
  readonly mount: Mount<unknown, Answer>;
  /** Arguments of `mount` that don't change. */
  readonly context: Omit<MountContext<unknown, Answer>, 'answer' | 'locked' | 'draft' | 'submit'>;
  /** Returns true if a quiz still withholds this activity's verdict. */
  withheld(activity: Activity): boolean;
  /** Notifies an activity's quiz, and the quiz's other questions, that the activity was submitted. */
  submitted(activity: Activity): void;
  /** Goes on to the next activity or page, at the learner's request. */
  goOn(root: HTMLElement): void;
}

const NEW: Pick<Look, 'phase' | 'marks'> = { phase: 'new', marks: null };
const NO_LINE = ['', ''] as const;

function isMissing(read: Answer | Missing): read is Missing {
  return !!read && (read as Missing).at instanceof Element;
}

/** Returns true for an answer that only reports that the activity was seen. */
function isBlank(answer: Answer): boolean {
  return JSON.stringify(answer) === '{}';
}

/** Returns the content after an answer: first what depends on the outcome. */
function afterOf({ cases = [], after = '' }: Activity, marks: Verdict | null): Html {
  return cases.map((one) => (one.when.some((when) => when === marks?.outcome) ? one.after : '')).join('') + after;
}

/** Activity on screen: connects its markup with its type and the tracker. */
export class ActivityFrame {
  readonly #root: HTMLElement;
  readonly #world: FrameWorld;
  readonly #view: FrameView;
  #type: Mounted<Answer> | undefined;
  /** True if the type was mounted locked. */
  #isShut = false;
  #look: Pick<Look, 'phase' | 'marks'> = NEW;
  /** True if the learner has done something here. */
  #isTouched = false;
  /** True if the learner has submitted something since the page was opened. */
  #isPressed = false;

  constructor(root: HTMLElement, world: FrameWorld) {
    this.#root = root;
    this.#world = world;
    this.#view = createFrameView(root, world.activity.quiz !== undefined);
    const { button } = this.#view;
    // Not at the root: a screen reader announces everything inside an element with a click listener as clickable.
    for (const sign of ['pointerdown', 'keydown', 'click', 'input', 'change'])
      addEventListener(sign, ({ target }) => (this.#isTouched ||= root.contains(target as Node)), true);
    if (button) button.onclick = () => this.#press(button);
    root.onkeydown = (event) => {
      const field = event.target as HTMLElement;
      if (event.key !== 'Enter' || event.isComposing || !button || field.closest('[data-activity]') !== root) return;
      if (!field.matches('input:not([type=radio], [type=checkbox])')) return;
      event.preventDefault();
      button.focus();
      button.click();
    };
    this.#begin();
  }

  /** Shows the tracker's current state. */
  render(): void {
    this.#show('change');
  }

  /** Discards the type's elements, and mounts it again on the initial markup. */
  remount(): void {
    this.#isPressed = false;
    wake(this.#root);
    this.#begin();
  }

  /** Called when its page is shown again. */
  shown(): void {
    this.#type?.shown?.();
  }

  /** Called when another question of its quiz was submitted: the next step is offered there. */
  passed(): void {
    this.#isPressed = false;
    this.render();
  }

  /** Returns the answer as text by the type, if the type provides it. */
  text(): string | undefined {
    return this.#type?.text?.();
  }

  #begin(): void {
    this.#mount();
    this.#show('mount');
  }

  #mount(): void {
    const { activity, tracker, context, mount } = this.#world;
    const { answer, locked } = tracker.standing(activity.id);
    this.#isShut = locked;
    this.#look = NEW;
    this.#type = mount(this.#view.fresh(), {
      ...context,
      answer,
      locked,
      submit: (given) => this.#submit(given),
      draft: (given) => {
        this.#view.miss('');
        tracker.draft(activity.id, given, !this.#isTouched);
        this.render();
      },
    });
  }

  /**
   * Shows the activity after an event.
   * @param known verdict of the answer that was submitted
   */
  #show(event: FrameEvent, known?: Verdict): void {
    const { activity, context, tracker } = this.#world;
    const withheld = this.#world.withheld(activity);
    const standing = tracker.standing(activity.id, known);
    const { answer, verdict, locked } = standing;
    const look = nextLook(this.#look.phase, event, standing, withheld, this.#isPressed);
    const { shown, marks } = look;
    // A type locks its answer when it shows the verdict. If the verdict is withheld, mount the type again, locked.
    if (withheld && locked && !this.#isShut) this.#mount();
    if (marks || this.#look.marks) this.#type?.show(marks);
    this.#look = look;
    // An activity that submitted itself without an answer gets no verdict, and no explanation if it can still be answered.
    const blank = isBlank(answer);
    // Don't show a model answer while the learner may still try.
    const tried = activity.attempts === 0 || locked || verdict?.outcome === 'done';
    const explained = standing.submitted && !withheld && tried && !(this.#view.button && blank);
    // A composed activity shows its result itself.
    const line = shown && !context.inner && !blank ? verdictText(marks, standing, activity, context.strings) : NO_LINE;
    this.#view.show(look, locked, line, explained ? afterOf(activity, marks) : '');
  }

  #submit(answer: Answer): void {
    const { tracker, activity, submitted } = this.#world;
    this.#view.miss('');
    // In a type that submits by itself, any action of the learner counts as a press.
    this.#isPressed ||= this.#isTouched;
    const verdict = tracker.submit(activity.id, answer, !this.#isTouched);
    this.#show('submit', verdict);
    this.#view.speak();
    submitted(activity);
  }

  #press(button: HTMLElement): void {
    const { action } = button.dataset;
    if (action === 'continue') {
      this.#world.goOn(this.#root);
      return;
    }
    stayingAt(button, this.#view.line, () => {
      if (action === 'check') this.#check();
      else {
        this.#show('retry');
        this.#view.enter();
      }
    });
    if (button.dataset.action !== action) rest(this.#root);
  }

  #check(): void {
    const read = this.#type?.read?.();
    if (read === undefined) return;
    if (isMissing(read)) {
      this.#view.miss(read.missing);
      read.at.focus();
      return;
    }
    this.#isPressed = true;
    if (this.#root.dataset.state === 'done') {
      this.render();
      this.#view.speak();
    } else this.#submit(read);
  }
}
