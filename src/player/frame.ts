import type { Activity, Answer } from '../model/activity.ts';
import type { Standing, Tracker } from '../tracker.ts';
import { rest, stayingAt, wake } from './calm.ts';
import { make } from './element.ts';
import { iconOf } from './mark.ts';
import type { Missing, Mount, MountContext, Mounted, Strings, Verdict } from './mount.ts';
import { spokenVerdict } from './spoken.ts';
import { t } from './words.ts';

/** What a frame needs of the page around it. */
export interface FrameWorld {
  readonly tracker: Pick<Tracker, 'standing' | 'draft' | 'submit'>;
  readonly activity: Activity;
  readonly mount: Mount<unknown, Answer>;
  /** What `mount` is given and doesn't change. */
  readonly context: Pick<
    MountContext<unknown, Answer>,
    'options' | 'strings' | 'attempts' | 'pass' | 'inner' | 'overview' | 'recall' | 'announce'
  >;
  /** True while a quiz keeps the verdicts of its questions to itself. */
  withheld(): boolean;
  /** After a submission. */
  submitted(): void;
  /** The learner wants to go to what comes after this activity. */
  goOn(root: HTMLElement): void;
}

/** One activity on the screen. */
export interface Frame {
  /** Shows what the tracker knows now. */
  render(): void;
  /** Forgets what the type built, and mounts it again on the markup of the start. */
  remount(): void;
  /** Its page is shown again. */
  shown(): void;
  /** Another question of its quiz was handed in: what follows is that one's to say. */
  passed(): void;
  /** The type's own words for the answer, where it has some. */
  text(): string | undefined;
}

type Outcome = Verdict['outcome'];

const MARKS = { right: 'right', partly: 'partly', wrong: 'wrong', done: 'info' } as const;

function isMissing(read: Answer | Missing): read is Missing {
  return !!read && (read as Missing).at instanceof Element;
}

/** The type's own words, or « Right. », « Partly right: 2 of 3. »: the count is left out where the ratio isn't one of parts. */
function verdictWords({ outcome, parts, ratio, final }: Verdict, strings: Strings): string {
  const own = strings[`verdict.${outcome}`];
  if (own) return own;
  const judged = Object.values(parts);
  const right = judged.filter((part) => part === 'right').length;
  const total = final || judged.includes('wrong') ? judged.length : Math.round(right / ratio);
  const counts = outcome === 'partly' && right > 0 && Math.abs(right - total * ratio) < 0.01;
  return counts ? t('verdict.partly.count', { right, total }) : t(`verdict.${outcome}`);
}

/** What the learner may do after a verdict. Of a question in a quiz no tries are counted: those of the quiz are what counts. */
function nextWords({ outcome, final }: Verdict, { locked, left }: Standing, { attempts, quiz }: Activity): string {
  if (outcome === 'right' || (locked && !final)) return '';
  if (final) return quiz ? '' : t('tries.none');
  return attempts > 0 && !quiz ? t('tries.left', { n: left }) : t('tries.again');
}

/** An answer that says no more than that the activity was seen. */
function isBlank(answer: Answer): boolean {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) && Object.keys(answer).length === 0;
}

/** Ties the markup of one activity to its type and to the tracker. */
export function bindFrame(root: HTMLElement, world: FrameWorld): Frame {
  const { activity, tracker, context } = world;
  const { id } = activity;
  const own = (selector: string) => root.querySelector<HTMLElement>(`:scope > ${selector}`);
  const missing = own('.c-missing');
  const actions = own('.c-actions');
  const button = actions?.firstElementChild as HTMLElement | undefined;
  const checkWords = button?.textContent ?? '';
  const outcome = own('.c-outcome') as HTMLElement;
  const [line, after] = outcome.children as unknown as readonly [HTMLElement, HTMLElement];
  let body = own('[data-body]') as HTMLElement;
  const pristine = activity.quiz && body.cloneNode(true);
  let mounted: Mounted<Answer> | undefined;
  /** A verdict is shown by the type. */
  let shown = false;
  /** The type was mounted locked. */
  let locked = false;
  /** The learner took the verdict away to try again. */
  let retrying = false;
  /** Something was handed in by the button since the page was opened. */
  let pressed = false;
  /** The learner has done something here. */
  let touched = false;

  function miss(text: string): void {
    if (!missing) return;
    missing.hidden = !text;
    (missing.lastChild as HTMLElement).textContent = text;
  }

  function submit(answer: Answer): void {
    miss('');
    retrying = false;
    // A type that hands in by itself: what the learner did in it counts as pressing.
    pressed ||= touched;
    tracker.submit(id, answer, !touched);
    render();
    speak();
    world.submitted();
  }

  function mount(): void {
    const standing = tracker.standing(id);
    if (pristine) {
      const fresh = pristine.cloneNode(true) as HTMLElement;
      body.replaceWith(fresh);
      body = fresh;
    }
    ({ locked } = standing);
    shown = false;
    body.inert = false;
    mounted = world.mount(body, {
      ...context,
      answer: standing.answer,
      locked,
      submit,
      draft(answer) {
        miss('');
        tracker.draft(id, answer, !touched);
        render();
      },
    });
  }

  function say(text: string, more: string, kind: Outcome): void {
    if (line.textContent === text + more) return;
    line.replaceChildren(...(text ? [iconOf(kind), make('span', '', make('b', '', text), more)] : []));
  }

  /** Only what the learner has just asked for is said: a verdict of an earlier visit, or one that a quiz reveals, is read in its place. */
  function speak(): void {
    if (line.textContent) context.announce(spokenVerdict(line.textContent, body));
  }

  function showButton(judged: Outcome | null, settled: boolean): void {
    if (!actions || !button) return;
    actions.hidden = tracker.standing(id).locked && !pressed;
    const press = judged && !settled ? 'retry' : settled && pressed ? 'continue' : 'check';
    if (button.dataset.action === press) return;
    button.dataset.action = press;
    button.textContent = press === 'check' ? checkWords : t(press);
    button.classList.toggle('c-button-main', press === 'check');
  }

  function render(): void {
    const standing = tracker.standing(id);
    const verdict = retrying ? null : standing.verdict;
    const withheld = world.withheld();
    const visible = withheld ? null : verdict;
    const judged = visible?.outcome ?? (verdict && 'done');
    // A type locks its answer when it shows the verdict; where that must wait, it is mounted again, locked.
    if (withheld && standing.locked && !locked) mount();
    if (visible || shown) mounted?.show(visible);
    shown = !!visible;
    const state = judged ?? (standing.answer === null ? 'new' : 'draft');
    const changed = state !== root.dataset.state;
    root.dataset.state = state;
    if (changed) root.dispatchEvent(new CustomEvent('cartable:change', { bubbles: true }));
    root.toggleAttribute('data-locked', standing.locked);
    // What handed itself in with nothing in it is nothing to tell; nor to explain, where something can be answered.
    const blank = isBlank(standing.answer);
    // A composed activity tells its result itself.
    const told = context.inner || blank ? null : judged;
    // A model answer would give away what may still be tried.
    const tried = activity.attempts === 0 || standing.locked || standing.verdict?.outcome === 'done';
    const explained = !!activity.after && standing.submitted && !withheld && tried && !(button && blank);
    const more = visible && visible.outcome !== 'done' ? nextWords(visible, standing, activity) : '';
    say(told ? (visible ? verdictWords(visible, context.strings) : t('verdict.done')) : '', more && ` ${more}`, told ?? 'done');
    if (explained && !after.firstChild) after.innerHTML = activity.after ?? '';
    after.hidden = !explained;
    if (told || explained) outcome.dataset.mark = MARKS[told ?? 'done'];
    else delete outcome.dataset.mark;
    showButton(judged, judged === 'done' || standing.locked);
  }

  function check(): void {
    const read = mounted?.read?.();
    if (read === undefined) return;
    if (isMissing(read)) {
      miss(read.missing);
      read.at.focus();
      return;
    }
    pressed = true;
    if (root.dataset.state === 'done') {
      render();
      speak();
    } else submit(read);
  }

  function retry(): void {
    retrying = true;
    render();
    body.querySelector<HTMLElement>('input, select, textarea, button, [tabindex="0"]')?.focus();
  }

  function press(): void {
    const { action } = (button as HTMLElement).dataset;
    if (action === 'continue') {
      world.goOn(root);
      return;
    }
    stayingAt(button as HTMLElement, line, action === 'check' ? check : retry);
    if (button?.dataset.action !== action) rest(root);
  }

  // Not at the root: of all that stands in what listens for a click, a screen reader says that it is clickable.
  for (const sign of ['pointerdown', 'keydown', 'click', 'input', 'change'])
    addEventListener(sign, ({ target }) => (touched ||= root.contains(target as Node)), true);
  if (button) button.onclick = press;
  root.onkeydown = (event) => {
    const field = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.isComposing || !button || field.closest('[data-activity]') !== root) return;
    if (!field.matches('input:not([type=radio], [type=checkbox])')) return;
    event.preventDefault();
    button.focus();
    button.click();
  };

  mount();
  render();
  return {
    render,
    remount() {
      retrying = pressed = false;
      wake(root);
      mount();
      render();
    },
    shown: () => mounted?.shown?.(),
    passed() {
      pressed = false;
      render();
    },
    text: () => mounted?.text?.(),
  };
}
