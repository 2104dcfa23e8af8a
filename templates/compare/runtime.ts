import { expected } from '../../src/player/expected.ts';
import { mark } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, givenTo, type Options } from './scoring.ts';

/** Rows that are not asked for are hidden; one always stays. */
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
    // It filters: nothing is answered.
    event.stopPropagation();
  };
}

/** What stands in a cell, its list replaced by what was chosen there; the name of its column is said before. */
function wordsIn(cell: Element, select: HTMLSelectElement): string {
  const chosen = select.value ? (select.selectedOptions[0]?.text ?? '') : '…';
  const words = [...cell.childNodes].filter((node) => (node as Element).className !== 'compare-of');
  return words.map((node) => (node.contains(select) ? chosen : node.textContent)).join('');
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const fields = new Map([...root.querySelectorAll('select')].map((select) => [select.dataset.blank ?? '', select]));
  const all = [...fields];
  const current = (): Answer => Object.fromEntries(all.filter(([, { value }]) => value).map(([blank, { value }]) => [blank, value]));

  filter(root);
  for (const [blank, select] of all) {
    select.value = givenTo(options, answer, blank) ?? '';
    select.disabled = locked;
  }
  root.onchange = () => context.draft(current());
  // A table that is only read is done once it was shown; the frame says in `show` whether it was before.
  let done = locked || options.asks;
  queueMicrotask(() => {
    if (!done) context.submit({});
  });

  return {
    read() {
      const open = all.filter(([, { value }]) => !value);
      return open[0] ? { missing: say(strings, 'missing', { n: open.length }), at: open[0][1] } : current();
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
        expected(field, verdict?.final && part !== 'right' ? say(strings, 'expected', { answer: words }) : '');
      }
    },
    text() {
      const columns = [...root.querySelectorAll('thead th')].map(({ textContent }) => textContent ?? '');
      const entries = all.map(([, select]) => {
        const cell = select.closest('td') as HTMLTableCellElement;
        const row = cell.parentElement?.firstElementChild?.textContent ?? '';
        return say(strings, 'entry', { row, column: columns[cell.cellIndex] ?? '', cell: wordsIn(cell, select) });
      });
      return entries.join('\n');
    },
  };
}
