import { rankOf } from '../../src/model/levels.ts';
import type { MountContext, Mounted, Strings } from '../../src/player/mount.ts';
import { showRoom } from '../../src/player/text-field.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, levelOf, type Options } from './scoring.ts';

/** One line on the screen, with its radio buttons from the lowest level. */
interface Row {
  readonly line: string;
  readonly text: string;
  readonly inputs: readonly HTMLInputElement[];
  /** Where the earlier level and the way since are told. */
  readonly before: HTMLElement;
}

function readRows(root: HTMLElement, options: Options): Row[] {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-line]')];
  return boxes.map((box) => {
    const line = box.dataset.line ?? '';
    const text = options.items.find(({ token }) => token === line)?.text ?? '';
    return { line, text, inputs: [...box.querySelectorAll('input')], before: box.querySelector('.c-hint') as HTMLElement };
  });
}

/** @param wrote there is, or was, a comment */
function read(rows: readonly Row[], area: HTMLTextAreaElement | null, wrote: boolean): Answer {
  const chosen = rows.flatMap(({ line, inputs }) => inputs.filter(({ checked }) => checked).map(({ value }) => [line, value] as const));
  return { levels: Object.fromEntries(chosen), ...(area && wrote && { comment: area.value }) };
}

/** Each line with its level, then the comment, for the notebook. */
function inWords(rows: readonly Row[], comment: string, strings: Strings): string {
  const said = rows.flatMap(({ text, inputs }) => {
    const level = inputs.find(({ checked }) => checked)?.parentElement?.textContent?.trim();
    return level ? [[text, level] as const] : [];
  });
  const all = comment ? [...said, [strings.comment ?? '', comment] as const] : said;
  return all.map(([line, level]) => say(strings, 'entry', { line, level })).join('\n');
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const rows = readRows(root, options);
  const area = root.querySelector('textarea');
  const count = root.querySelector<HTMLElement>('.c-count');
  const showCount = (): void => void (area && count && showRoom(count, area, strings));
  let judged = false;
  let wrote = answer?.comment !== undefined;

  function showBefore(): void {
    const earlier = context.recall(options.again ?? '');
    for (const { text, inputs, before } of rows) {
      const [from, to] = [rankOf(earlier, text, options.levels), inputs.findIndex(({ checked }) => checked)];
      const first = from < 0 ? '' : say(strings, 'before', { level: inputs[from]?.parentElement?.textContent?.trim() ?? '' });
      const way =
        judged && from >= 0 && to >= 0 ? say(strings, from === to ? 'same' : to > from ? 'up' : 'down', { n: Math.abs(to - from) }) : '';
      before.textContent = [first, way].filter(Boolean).join(' ');
    }
  }

  for (const { line, inputs } of rows) {
    const level = levelOf(options, answer, line);
    for (const input of inputs) {
      input.checked = input.value === level;
      input.disabled = locked;
    }
  }
  if (area) {
    area.value = answer?.comment ?? '';
    area.readOnly = locked;
  }
  showCount();
  showBefore();
  const current = (): Answer => {
    wrote ||= !!area?.value;
    return read(rows, area, wrote);
  };
  root.oninput = () => {
    context.draft(current());
    showCount();
    if (count?.hasAttribute('data-over')) context.announce(strings.full ?? '');
  };

  return {
    read() {
      const open = rows.filter(({ inputs }) => !inputs.some(({ checked }) => checked));
      const at = open[0]?.inputs[0];
      return at ? { missing: say(strings, 'missing', { n: open.length }), at } : current();
    },
    show(verdict) {
      judged = !!verdict;
      showBefore();
    },
    shown: showBefore,
    text: () => inWords(rows, area?.value.trim() ?? '', strings),
  };
}
