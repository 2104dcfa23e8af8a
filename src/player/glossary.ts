import { all, byId, make } from './element.ts';

/** Puts the definition beside its word, inside the window. */
function place(tip: HTMLElement, word: HTMLElement): void {
  const { left, bottom, top } = word.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = tip;
  tip.style.left = `${Math.max(16, Math.min(left, clientWidth - offsetWidth - 16))}px`;
  tip.style.top = `${bottom + offsetHeight + 8 > clientHeight ? top - offsetHeight - 8 : bottom + 8}px`;
}

/** Makes a button of each word with a definition, and the list of all. False where there is none. */
export function startGlossary(announce: (text: string) => void): boolean {
  const tip = byId('c-tip');
  const terms = new Map<string, string>();
  for (const term of all('.c-term')) {
    const definition = term.dataset.def ?? '';
    const button = make('button', 'c-term-button', ...term.childNodes);
    button.type = 'button';
    button.addEventListener('click', () => {
      tip.textContent = definition;
      tip.showPopover?.();
      place(tip, button);
      announce(definition);
    });
    term.append(button);
    terms.set(button.textContent, definition);
  }
  const sorted = [...terms].sort(([a], [b]) => a.localeCompare(b, document.documentElement.lang));
  byId('c-glossary').append(...sorted.flatMap(([word, definition]) => [make('dt', '', word), make('dd', '', definition)]));
  return terms.size > 0;
}
