import { dragOnTop } from '../../src/player/drag.ts';
import { expected } from '../../src/player/expected.ts';
import { feedback, mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import type { Answer, Options } from './scoring.ts';

/** Puts the steps of an answer first, in its order; steps that it does not know stay behind them. */
function arrange(list: HTMLElement, answer: Answer): boolean {
  const all = [...list.children] as HTMLElement[];
  const known = answer.flatMap((token) => all.find((step) => step.dataset.chip === token) ?? []);
  if (known.length > 0) list.append(...new Set([...known, ...all]));
  return known.length > 0;
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const list = root.querySelector('ol') as HTMLElement;
  const steps = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const tokens = (): Answer => steps().map((step) => step.dataset.chip ?? '');
  let touched = Array.isArray(answer) && arrange(list, answer);
  let off = locked;

  /** The first step can't go up, the last one not down; their buttons keep the focus all the same. */
  function showEnds(): void {
    const all = steps();
    all.forEach((step, index) => {
      step.querySelector('.order-up')?.setAttribute('aria-disabled', String(index === 0));
      step.querySelector('.order-down')?.setAttribute('aria-disabled', String(index === all.length - 1));
    });
  }

  function lock(on: boolean): void {
    off = on;
    for (const tools of list.querySelectorAll<HTMLElement>('.c-tools')) tools.hidden = on;
  }

  function change(step: HTMLElement): void {
    touched = true;
    showEnds();
    context.draft(tokens());
    context.announce(say(strings, 'moved', { place: steps().indexOf(step) + 1, total: options.steps.length }));
  }

  function move(button: Element | null, up: boolean): void {
    const step = button?.closest<HTMLElement>('.c-step');
    const other = up ? step?.previousElementSibling : step?.nextElementSibling;
    if (!step || !other || off) return;
    // The neighbour moves: the step keeps the focus, and a screen reader its place.
    if (up) step.after(other);
    else step.before(other);
    change(step);
    step.scrollIntoView({ block: 'nearest' });
  }

  list.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('.c-tool');
    if (button) move(button, button.matches('.order-up'));
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.target as Element, event.key === 'ArrowUp');
  });
  dragOnTop(root, { enabled: () => !off, sort: true, dropped: change });

  showEnds();
  lock(locked);

  return {
    read() {
      const at = list.querySelector<HTMLElement>('.order-down');
      return touched || !at ? tokens() : { missing: strings.missing ?? '', at };
    },
    show(verdict) {
      lock(locked || !!verdict?.final);
      options.steps.forEach(({ token, feedback: reason }, index) => {
        const step = steps().find((one) => one.dataset.chip === token);
        if (!step) return;
        const part = verdict?.parts[token];
        mark(step, part);
        expected(step, verdict?.final && part !== 'right' ? say(strings, 'expected', { place: index + 1 }) : '');
        feedback(step, part && reason, part);
      });
    },
  };
}
