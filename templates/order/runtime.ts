import type { Verdict } from '../../src/model/judging/verdict.ts';
import { expected } from '../../src/player/frame/expected.ts';
import type { Markup, MountContext, Mounted, Strings } from '../../src/player/frame/mount.ts';
import { dragOnTop } from '../../src/player/widgets/drag.ts';
import { mark } from '../../src/player/widgets/mark.ts';
import { scoreHead, showWhy } from '../../src/player/widgets/review.ts';
import { format } from '../../src/player/widgets/strings.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

type Steps = { readonly children: HTMLCollectionOf<HTMLElement> } & HTMLElement;

function stepsIn(list: Steps): HTMLElement[] {
  return [...list.children];
}

/** Puts the steps of an answer first, in its order, followed by new steps. */
function arrange(list: Steps, answer: Answer): boolean {
  const all = stepsIn(list);
  const known = answer.flatMap((token) => all.find((step) => step.dataset.chip === token) ?? []);
  if (known.length > 0) list.append(...new Set([...known, ...all]));
  return known.length > 0;
}

/** Disables the buttons of the first and last step that have no effect. They stay focusable. */
function showEnds(steps: readonly HTMLElement[]): void {
  steps.forEach((step, index) => {
    step.querySelector('.order-up')?.setAttribute('aria-disabled', String(index === 0));
    step.querySelector('.order-down')?.setAttribute('aria-disabled', String(index === steps.length - 1));
  });
}

function showVerdict(verdict: Verdict | null, list: Steps, options: Options, strings: Strings): void {
  options.steps.forEach(({ token, feedback: reason }, index) => {
    const step = stepsIn(list).find((one) => one.dataset.chip === token);
    if (!step) return;
    const part = verdict?.parts[token];
    mark(step, part);
    expected(step, verdict?.final && part !== 'right' ? format(strings, 'expected', { place: index + 1 }) : '');
    showWhy(step, part && reason, part, strings);
  });
  const before = list.previousElementSibling;
  if (before?.matches('.c-score')) before.remove();
  const verdicts = verdict ? options.steps.map(({ token }) => verdict.parts[token] ?? 'missed') : [];
  if (verdicts.some((one) => one !== 'right')) list.before(scoreHead(verdicts, strings));
}

/** Lets steps be moved by their buttons and by the arrow keys. */
function onMove(list: HTMLElement, move: (button: Element, up: boolean) => void): void {
  list.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('.c-tool');
    if (button) move(button, button.matches('.order-up'));
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.target as Element, event.key === 'ArrowUp');
  });
}

export function mount(root: Markup<{ ol: Steps }>, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const list = root.querySelector('ol');
  const tokens = (): Answer => stepsIn(list).map((step) => step.dataset.chip ?? '');
  let touched = Array.isArray(answer) && arrange(list, answer);
  let off = locked;

  function lock(on: boolean): void {
    off = on;
    for (const tools of list.querySelectorAll<HTMLElement>('.c-tools')) tools.hidden = on;
  }

  function change(step: HTMLElement): void {
    touched = true;
    showEnds(stepsIn(list));
    context.draft(tokens());
    context.announce(format(strings, 'moved', { place: stepsIn(list).indexOf(step) + 1, total: options.steps.length }));
  }

  function move(button: Element, up: boolean): void {
    const step = button.closest<HTMLElement>('.c-step');
    const other = up ? step?.previousElementSibling : step?.nextElementSibling;
    if (!step || !other || off) return;
    // Moves the neighbour, so that the step keeps the focus and screen readers keep their position.
    if (up) step.after(other);
    else step.before(other);
    change(step);
    step.scrollIntoView({ block: 'nearest' });
  }

  onMove(list, move);
  dragOnTop(root, { enabled: () => !off, sort: true, dropped: change });

  showEnds(stepsIn(list));
  lock(locked);

  return {
    read() {
      const at = list.querySelector<HTMLElement>('.order-down');
      return touched || !at ? tokens() : { missing: strings.missing ?? '', at };
    },
    show(verdict) {
      lock(locked || !!verdict);
      showVerdict(verdict, list, options, strings);
    },
  };
}
