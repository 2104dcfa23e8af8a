import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { bindTicks } from '../../src/player/ticks.ts';
import { say } from '../../src/player/words.ts';
import type { Answer, Options } from './scoring.ts';

/** The signs behind a passage, which come before its mark: « …, À revoir ». */
const SIGNS = /^\s?[.,;:!?…)»]+/;

function takeSigns(passage: Element): void {
  const behind = passage.nextSibling as Text;
  const [signs] = SIGNS.exec(behind?.data ?? '') ?? [];
  if (!signs) return;
  behind.splitText(signs.length);
  passage.append(behind);
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const { ticked, read, show } = bindTicks(root, options.passages, answer, locked);
  root.querySelectorAll('.mark-text-passage').forEach(takeSigns);
  const count = root.querySelector('.c-count') as HTMLElement;
  const showCount = (): void => {
    count.textContent = say(strings, 'count', { n: ticked().length });
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
