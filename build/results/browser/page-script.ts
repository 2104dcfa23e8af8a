// Runs in the reports' pages. It only sorts, copies, filters and prints: without it the pages still show everything.

document.documentElement.classList.add('js');

function all<Kind extends HTMLElement>(selector: string): Kind[] {
  return [...document.querySelectorAll<Kind>(selector)];
}

/** Returns the value that a cell is sorted by. */
function keyOf(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset.key ?? cell?.textContent ?? '';
}

function sortBy(head: HTMLTableCellElement): void {
  const table = head.closest('table');
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const isUp = head.getAttribute('aria-sort') !== 'ascending';
  for (const other of table.querySelectorAll('th[aria-sort]')) other.setAttribute('aria-sort', 'none');
  head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const rows = [...body.rows].sort((a, b) => collator.compare(keyOf(a, head.cellIndex), keyOf(b, head.cellIndex)) * (isUp ? 1 : -1));
  body.append(...rows);
}

for (const button of all<HTMLButtonElement>('th button'))
  button.addEventListener('click', () => {
    const head = button.closest('th');
    if (head) sortBy(head);
  });

/** Copies a text. Uses a selection if the browser denies local files access to the clipboard. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

for (const button of all<HTMLButtonElement>('[data-copy]'))
  button.addEventListener('click', async () => {
    await copy(button.dataset.copy ?? '');
    for (const status of all('[data-copied]')) status.textContent = status.dataset.copied ?? '';
  });

for (const button of all<HTMLButtonElement>('[data-print]'))
  button.addEventListener('click', () => {
    document.body.dataset.only = button.dataset.print ?? '';
    window.print();
    delete document.body.dataset.only;
  });

for (const select of all<HTMLSelectElement>('select[data-filter]'))
  select.addEventListener('change', () => {
    for (const part of all(`#${select.dataset.filter} [data-part]`))
      part.hidden = select.value !== '' && part.dataset.part !== select.value;
  });

function openAll(scope: string): void {
  for (const details of all<HTMLDetailsElement>(`${scope} details`)) details.open = true;
}

for (const button of all<HTMLButtonElement>('[data-open]')) button.addEventListener('click', () => openAll(`#${button.dataset.open}`));

window.addEventListener('beforeprint', () => openAll('main'));
