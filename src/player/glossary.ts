import { all, byId, make } from './element.ts';

/** Puts the definition beside its word, inside the window. */
function place(tip: HTMLElement, word: HTMLElement): void {
  const { left, bottom, top } = word.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = tip;
  tip.style.left = `${Math.max(16, Math.min(left, clientWidth - offsetWidth - 16))}px`;
  tip.style.top = `${bottom + offsetHeight + 8 > clientHeight ? top - offsetHeight - 8 : bottom + 8}px`;
}

/** Gives the function that makes a button of each new word with a definition, and the list of all; it says whether there is any. */
export function createGlossary(announce: (text: string) => void): () => boolean {
  const tip = byId('c-tip');
  const terms = new Map<string, string>();

  function explain(term: HTMLElement): void {
    const definition = term.dataset.def ?? '';
    const button = make('span', 'c-term-button', ...term.childNodes);
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    button.onclick = () => {
      tip.textContent = definition;
      // Without popovers (Safari below 17) it stands in the text.
      if (!tip.showPopover) term.after(tip);
      else {
        tip.showPopover();
        place(tip, button);
      }
      announce(definition);
    };
    button.onkeydown = (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      button.click();
    };
    term.append(button);
    terms.set(button.textContent, definition);
  }

  return () => {
    for (const term of all('.c-term')) if (!term.querySelector('.c-term-button')) explain(term);
    const sorted = [...terms].sort(([a], [b]) => a.localeCompare(b, document.documentElement.lang));
    byId('c-glossary').replaceChildren(...sorted.flatMap(([word, definition]) => [make('dt', '', word), make('dd', '', definition)]));
    return terms.size > 0;
  };
}
