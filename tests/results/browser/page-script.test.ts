// @vitest-environment happy-dom
import { afterAll, expect, test, vi } from 'vitest';

// The collection of this document can't be iterated, as that of browsers can.
Object.defineProperty(HTMLTableSectionElement.prototype, 'rows', {
  get(this: HTMLElement) {
    return [...this.children];
  },
  configurable: true,
});
afterAll(() => void Reflect.deleteProperty(HTMLTableSectionElement.prototype, 'rows'));
document.documentElement.lang = 'fr';
document.body.innerHTML = `<main><table><thead><tr><th aria-sort="none"><button>Nom</button></th><th aria-sort="none"><button>Note</button></th></tr></thead>
  <tbody><tr><td>Zoé</td><td data-key="9">x</td></tr><tr><td>élie</td><td data-key="10">x</td></tr><tr><td>Marc</td><td data-key="2">x</td></tr></tbody></table>
  <button data-copy="a@b.org">Copier</button><p data-copied="Copié"></p><p data-copied="C’est fait"></p><button data-print="liste">Imprimer</button>
  <select data-filter="mots"><option value=""></option><option value="un"></option></select><div id="mots"><p data-part="un"></p><p data-part="deux"></p></div><div id="autres"><p data-part="deux"></p></div>
  <table id="autre-table"><thead><tr><th aria-sort="ascending"></th></tr></thead></table>
  <button data-open="tout">Ouvrir</button><button data-open="reste">Ouvrir</button><div id="reste"><details></details></div><div id="tout"><details></details></div><details id="autre"></details></main><details id="dehors"></details>`;
/** A script, not a module: the compiler would not import it. */
const SCRIPT = '../../../build/results/browser/page-script.ts';
await import(SCRIPT);

const names = () => [...document.querySelectorAll('tbody tr td:first-child')].map((cell) => cell.textContent);
const sorts = () => [...document.querySelectorAll('main > table:first-child th')].map((head) => head.getAttribute('aria-sort'));
const click = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

test('a column is sorted up, then down, by numbers and letters of the language', () => {
  click('th:first-child button');
  expect([names(), sorts()]).toEqual([
    ['élie', 'Marc', 'Zoé'],
    ['ascending', 'none'],
  ]);
  click('th:first-child button');
  expect([names(), sorts()]).toEqual([
    ['Zoé', 'Marc', 'élie'],
    ['descending', 'none'],
  ]);
  click('th:nth-child(2) button');
  expect([names(), sorts()]).toEqual([
    ['Marc', 'Zoé', 'élie'],
    ['none', 'ascending'],
  ]);
  expect(document.querySelector('#autre-table th')?.getAttribute('aria-sort')).toBe('ascending');
});

test('a text is copied, which is announced; without the clipboard, by a selection', async () => {
  const write = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('denied'));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
  let selected = '';
  document.execCommand = () => {
    const field = document.querySelector('textarea');
    selected = field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) ?? '';
    return true;
  };
  const status = document.querySelector('[data-copied]');
  click('[data-copy]');
  await vi.waitFor(() => expect(status?.textContent).toBe('Copié'));
  expect([write.mock.calls, selected]).toEqual([[['a@b.org']], '']);
  expect([...document.querySelectorAll('[data-copied]')].map(({ textContent }) => textContent)).toEqual(['Copié', 'C’est fait']);
  click('[data-copy]');
  await vi.waitFor(() => expect(selected).toBe('a@b.org'));
  expect(document.querySelector('textarea')).toBeNull();
});

test('a part is printed alone', () => {
  const seen: (string | undefined)[] = [];
  window.print = () => void seen.push(document.body.dataset.only);
  click('[data-print]');
  expect([seen, document.body.dataset.only]).toEqual([['liste'], undefined]);
});

test('a list is filtered', () => {
  const select = document.querySelector('select') as HTMLSelectElement;
  const hidden = () => [...document.querySelectorAll<HTMLElement>('[data-part]')].map((part) => part.hidden);
  select.value = 'un';
  select.dispatchEvent(new Event('change'));
  expect(hidden()).toEqual([false, true, false]);
  select.value = '';
  select.dispatchEvent(new Event('change'));
  expect(hidden()).toEqual([false, false, false]);
});

test('folded parts open: some by a button, all for printing', () => {
  const open = () => [...document.querySelectorAll('details')].map((part) => part.open);
  click('[data-open]');
  expect(open()).toEqual([false, true, false, false]);
  click('[data-open=reste]');
  expect(open()).toEqual([true, true, false, false]);
  window.dispatchEvent(new Event('beforeprint'));
  expect(open()).toEqual([true, true, true, false]);
  expect(document.documentElement.classList.contains('js')).toBe(true);
});
