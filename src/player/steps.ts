import { announce } from './frame/spoken.ts';
import { all, make } from './widgets/element.ts';
import { icon } from './widgets/mark.ts';
import { t } from './widgets/strings.ts';

const ANSWERED = '[data-activity]:not([data-state="new"], [data-state="draft"])';
/** Selects the button to try again, which comes before the one that leads on. */
const RETRY = '[data-action="retry"]';
/** Selects the button to continue after an answered activity. */
const LEADS_ON = '.c-actions:not([hidden]) > [data-action="continue"]';
/** Selects the element to focus in a step: its heading. */
const HEAD = 'h2, h3, [data-activity]';

/** Counts the steps reached: up to the last one with an answer, and the one after it. */
function reachedIn(steps: readonly HTMLElement[]): number {
  let reached = 0;
  steps.forEach((step, index) => {
    if (step.querySelector(ANSWERED)) reached = index + 1;
  });
  return reached;
}

/** Puts a button before a finished step, which shows the step's title and opens it again. */
function addFold(step: HTMLElement): void {
  const title = step.dataset.screen ?? '';
  const button = make('button', 'c-fold', icon('check'), make('span', '', title), icon('chevron-down'));
  button.type = 'button';
  button.dataset.action = 'fold';
  button.setAttribute('aria-expanded', 'false');
  step.prepend(button);
}

/** Shows a page one step at a time: finished steps are folded above, later ones are hidden. */
export class Steps {
  /** True if the learner has asked for whole pages. */
  #isWhole = false;
  #section: HTMLElement | undefined;
  #steps: readonly HTMLElement[] = [];
  #now = 0;
  /** Last step shown on each page. */
  readonly #left = new Map<HTMLElement, number>();

  /** Shows a page, at the step after the last answer or at the last step shown. Its activities must be mounted. */
  enter(section: HTMLElement): void {
    this.#section = section;
    this.#steps = all('.c-screen', section);
    for (const step of this.#steps) if (!step.querySelector('.c-fold')) addFold(step);
    this.#now = Math.max(this.#left.get(section) ?? 0, reachedIn(this.#steps));
    this.refresh();
  }

  /** Called when a view is shown, which has no steps. */
  leave(): void {
    this.#section = undefined;
    const go = document.getElementById('c-go');
    if (go) go.hidden = true;
  }

  /** Updates the steps after new answers. */
  refresh(): void {
    if (!this.#section) return;
    const last = this.#steps.length - 1;
    const isWhole = this.#isWhole || this.#now > last;
    const step = this.#steps[this.#now];
    const asking = isWhole ? this.#section : step;
    const leads =
      !asking?.querySelector('[data-activity]:not([data-optional])') || (!!asking.querySelector(ANSWERED) && !asking.querySelector(RETRY));
    const go = document.getElementById('c-go');
    const button = go?.querySelector('button');
    const own = asking?.querySelector(LEADS_ON);
    // One filled button at a time: the activity's own, as long as it has one.
    for (const onward of [button, document.getElementById('c-nav')?.lastElementChild])
      onward?.classList.toggle('c-button-main', leads && !own);
    if (!go || !button) return;
    this.#steps.forEach((one, index) => {
      one.dataset.at = isWhole ? 'now' : this.#at(index);
    });
    this.#left.set(this.#section, this.#now);
    go.hidden = isWhole || this.#now === last;
    button.hidden = !!own;
    this.#showWhere(isWhole);
  }

  /** Goes to the next step. @returns false if there is none */
  next(): boolean {
    if (this.#isWhole || this.#now >= this.#steps.length - 1) return false;
    this.#now++;
    this.refresh();
    announce(this.#where());
    this.#focus();
    return true;
  }

  /** Shows all pages as a whole from now on. */
  showWhole(): void {
    this.#isWhole = true;
    document.body.dataset.whole = '';
    this.refresh();
    this.#focus();
  }

  /** Opens or folds a finished step. */
  fold(button: HTMLElement): void {
    const step = button.parentElement as HTMLElement;
    step.toggleAttribute('data-open');
    button.setAttribute('aria-expanded', String(step.hasAttribute('data-open')));
  }

  /** Shows the step that contains an element. */
  reveal(element: Element): void {
    const step = element.closest<HTMLElement>('.c-screen');
    const index = step ? this.#steps.indexOf(step) : -1;
    if (!step || index < 0) return;
    if (index > this.#now) this.#now = index;
    else if (step.dataset.at === 'past' && !step.hasAttribute('data-open')) this.fold(step.firstElementChild as HTMLElement);
    this.refresh();
  }

  /** Returns true for an element in a step that is not on screen yet. */
  isAhead(element: Element): boolean {
    return element.closest<HTMLElement>('.c-screen')?.dataset.at === 'later';
  }

  #at(index: number): 'past' | 'now' | 'later' {
    if (index === this.#now) return 'now';
    return index < this.#now ? 'past' : 'later';
  }

  #where(): string {
    return t('step.where', { step: this.#now + 1, total: this.#steps.length });
  }

  #showWhere(isWhole: boolean): void {
    const line = this.#section?.querySelector<HTMLElement>('.c-stepline');
    if (!line) return;
    line.hidden = isWhole;
    all('i', line).forEach((segment, index) => {
      segment.dataset.at = this.#at(index);
    });
    (line.lastElementChild as HTMLElement).textContent = this.#where();
  }

  #focus(): void {
    const step = this.#steps[this.#now];
    if (!step) return;
    const head = step.querySelector<HTMLElement>(HEAD) ?? step;
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    step.scrollIntoView();
  }
}
