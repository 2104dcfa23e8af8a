import { rankOf } from '../../src/model/course/levels.ts';
import type { Markup, MountContext, Mounted, Strings } from '../../src/player/frame/mount.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { showRoom } from '../../src/player/widgets/text-field.ts';
import { type Answer, levelOf } from './scoring.ts';
import type { Options } from './type.ts';

/** One line on the screen, with its radio buttons from the lowest level. */
interface Row {
  readonly line: string;
  readonly text: string;
  readonly inputs: readonly HTMLInputElement[];
  /** Element for the earlier level and the progress. */
  readonly before: HTMLElement;
}

function readRows(root: HTMLElement, options: Options): Row[] {
  const boxes = [...root.querySelectorAll<Markup<{ '.c-hint': HTMLElement }>>('[data-line]')];
  return boxes.map((box) => {
    const line = box.dataset.line ?? '';
    const text = options.items.find(({ token }) => token === line)?.text ?? '';
    return { line, text, inputs: [...box.querySelectorAll('input')], before: box.querySelector('.c-hint') };
  });
}

/** Reads the answer. @param wrote whether there is, or was, a comment */
function read(rows: readonly Row[], area: HTMLTextAreaElement | null, wrote: boolean): Answer {
  const chosen = rows.flatMap(({ line, inputs }) => inputs.filter(({ checked }) => checked).map(({ value }) => [line, value] as const));
  return { levels: Object.fromEntries(chosen), ...(area && wrote && { comment: area.value }) };
}

/** Formats each line with its level, then the comment, for the notebook. */
function inWords(rows: readonly Row[], comment: string, strings: Strings): string {
  const lines = rows.flatMap(({ text, inputs }) => {
    const level = inputs.find(({ checked }) => checked)?.parentElement?.textContent?.trim();
    return level ? [[text, level] as const] : [];
  });
  const all = comment ? [...lines, [strings.comment ?? '', comment] as const] : lines;
  return all.map(([line, level]) => format(strings, 'entry', { line, level })).join('\n');
}

function levelAt(inputs: readonly HTMLInputElement[], rank: number): string {
  return inputs[rank]?.parentElement?.textContent?.trim() ?? '';
}

/** Shows the earlier level in each line and, after submission, the progress. */
function showBefore(rows: readonly Row[], { options, strings, recall }: MountContext<Options, Answer>, judged: boolean): void {
  const earlier = recall(options.again ?? '');
  for (const { text, inputs, before } of rows) {
    const [from, to] = [rankOf(earlier, text, options.levels), inputs.findIndex(({ checked }) => checked)];
    const first = from < 0 ? '' : format(strings, 'before', { level: levelAt(inputs, from) });
    const way =
      judged && from >= 0 && to >= 0 ? format(strings, from === to ? 'same' : to > from ? 'up' : 'down', { n: Math.abs(to - from) }) : '';
    before.textContent = [first, way].filter(Boolean).join(' ');
  }
}

function fill(rows: readonly Row[], { options, answer, locked }: MountContext<Options, Answer>): void {
  for (const { line, inputs } of rows) {
    const level = levelOf(options, answer, line);
    for (const input of inputs) {
      input.checked = input.value === level;
      input.disabled = locked;
    }
  }
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { answer, locked, strings } = context;
  const rows = readRows(root, context.options);
  const area = root.querySelector('textarea');
  const count = root.querySelector<HTMLElement>('.c-count');
  const showCount = (): void => void (area && count && showRoom(count, area, strings));
  let judged = false;
  let wrote = answer?.comment !== undefined;

  const shown = (): void => showBefore(rows, context, judged);

  fill(rows, context);
  if (area) {
    area.value = answer?.comment ?? '';
    area.readOnly = locked;
  }
  showCount();
  shown();
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
      return at ? { missing: format(strings, 'missing', { n: open.length }), at } : current();
    },
    show(verdict) {
      judged = !!verdict;
      shown();
    },
    shown,
    text: () => inWords(rows, area?.value.trim() ?? '', strings),
  };
}
