import { expected } from '../../src/player/frame/expected.ts';
import type { MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { mark } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Answer, givenTo } from './scoring.ts';
import type { Options } from './type.ts';

/** A list in a cell. */
type Select = { closest(selector: 'td'): HTMLTableCellElement } & HTMLSelectElement;

/** Hides unselected rows; one always stays. */
function filter(root: HTMLElement): void {
  const boxes = [...root.querySelectorAll<HTMLInputElement>('.compare-filter input')];
  const rows = [...root.querySelectorAll<HTMLElement>('tbody > tr')];
  const field = root.querySelector<HTMLElement>('.compare-filter');
  if (!field) return;
  field.hidden = false;
  field.onchange = (event) => {
    const box = event.target as HTMLInputElement;
    if (!boxes.some(({ checked }) => checked)) box.checked = true;
    for (const [index, row] of rows.entries()) row.hidden = !boxes[index]?.checked;
    // This is a filter, not an answer.
    event.stopPropagation();
  };
}

/** Returns a cell's text after the name of its column, with the chosen item instead of its list. */
function wordsIn(cell: Element, select: HTMLSelectElement): string {
  const chosen = select.value ? (select.selectedOptions[0]?.text ?? '') : '…';
  const words = [...cell.childNodes].filter((node) => (node as Element).className !== 'compare-of');
  return words.map((node) => (node.contains(select) ? chosen : node.textContent)).join('');
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const fields = new Map([...root.querySelectorAll<Select>('select')].map((select) => [select.dataset.blank ?? '', select]));
  const all = [...fields];
  const current = (): Answer => Object.fromEntries(all.filter(([, { value }]) => value).map(([blank, { value }]) => [blank, value]));

  filter(root);
  for (const [blank, select] of all) {
    select.value = givenTo(options, answer, blank) ?? '';
    select.disabled = locked;
  }
  root.onchange = () => context.draft(current());
  // A read-only table is done once it was shown; `show` gets a verdict if it was done before.
  let done = locked || options.asks;
  queueMicrotask(() => {
    if (!done) context.submit({});
  });

  return {
    read() {
      const open = all.filter(([, { value }]) => !value);
      return open[0] ? { missing: format(strings, 'missing', { n: open.length }), at: open[0][1] } : current();
    },
    show(verdict) {
      done ||= verdict !== null;
      for (const { token, answer: right } of options.blanks) {
        const select = fields.get(token);
        const field = select?.parentElement;
        if (!select || !field) continue;
        const part = verdict?.parts[token];
        select.disabled = locked || !!verdict?.final;
        mark(field, part);
        const words = options.blanks.find((blank) => blank.token === right)?.text ?? '';
        expected(field, verdict?.final && part !== 'right' ? format(strings, 'expected', { answer: words }) : '');
      }
    },
    text() {
      const columns = [...root.querySelectorAll('thead th')].map(({ textContent }) => textContent ?? '');
      const entries = all.map(([, select]) => {
        const cell = select.closest('td');
        const row = cell.parentElement?.firstElementChild?.textContent ?? '';
        return format(strings, 'entry', { row, column: columns[cell.cellIndex] ?? '', cell: wordsIn(cell, select) });
      });
      return entries.join('\n');
    },
  };
}
