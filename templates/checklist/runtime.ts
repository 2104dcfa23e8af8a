import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { bindTicks } from '../../src/player/widgets/ticks.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

export function mount(root: Markup<{ '.c-count': HTMLElement }>, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { ticked, show } = bindTicks(root, options.choices, answer, locked);
  const count = root.querySelector('.c-count');
  const showCount = (): void => {
    count.textContent = format(strings, 'count', { n: ticked().length, total: options.choices.length });
  };
  showCount();
  root.onchange = () => {
    showCount();
    context.draft(ticked());
  };
  return { read: ticked, show };
}
