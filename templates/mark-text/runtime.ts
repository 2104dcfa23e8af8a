import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { bindTicks } from '../../src/player/widgets/ticks.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** Punctuation after a passage, which precedes its verdict: « …, À revoir ». */
const SIGNS = /^\s?[.,;:!?…)»]+/;

function takeSigns(passage: Element): void {
  const behind = passage.nextSibling as Text;
  const [signs] = SIGNS.exec(behind?.data ?? '') ?? [];
  if (!signs) return;
  behind.splitText(signs.length);
  passage.append(behind);
}

export function mount(root: Markup<{ '.c-count': HTMLElement }>, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { ticked, read, show } = bindTicks(root, options.passages, answer, locked);
  root.querySelectorAll('.mark-text-passage').forEach(takeSigns);
  const count = root.querySelector('.c-count');
  const showCount = (): void => {
    count.textContent = format(strings, 'count', { n: ticked().length });
  };
  showCount();
  root.onchange = () => {
    showCount();
    context.draft(ticked());
  };

  return {
    read: () => read(strings.missing),
    show,
    text() {
      const words = [...root.querySelectorAll(':checked + .mark-text-words')];
      return words.map(({ textContent }) => `– ${textContent}`).join('\n');
    },
  };
}
