import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { bindTicks } from '../../src/player/ticks.ts';
import type { Answer, Options } from './scoring.ts';

/** Puts the choices in a random order (Fisher and Yates). */
function shuffle(items: HTMLElement[]): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = items[Math.floor(Math.random() * (last + 1))];
    const moved = items[last];
    if (!other || !moved || other === moved) continue;
    items[items.indexOf(other)] = moved;
    items[last] = other;
  }
  items[0]?.parentElement?.append(...items);
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  // Once there is an answer the choices keep the order of the text, so that a learner who returns finds them in place.
  const isFresh = !Array.isArray(answer) || answer.length === 0;
  if (options.shuffle && isFresh && !locked) shuffle([...root.querySelectorAll<HTMLElement>('.c-item')]);
  const { ticked, read, show } = bindTicks(root, options.choices, answer, locked);
  root.onchange = () => context.draft(ticked());

  return {
    read: () => read(strings.missing),
    show,
  };
}
