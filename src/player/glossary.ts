import { announce } from './frame/spoken.ts';
import { all, byId, make } from './widgets/element.ts';

/** Places the definition next to its word, inside the window. */
function place(tip: HTMLElement, word: HTMLElement): void {
  const { left, bottom, top } = word.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = tip;
  tip.style.left = `${Math.max(16, Math.min(left, clientWidth - offsetWidth - 16))}px`;
  tip.style.top = `${bottom + offsetHeight + 8 > clientHeight ? top - offsetHeight - 8 : bottom + 8}px`;
}

/** @returns function that turns new terms with a definition into buttons, lists all terms, and shows the link if there are any */
export function createGlossary(): () => void {
  const tip = byId('c-tip');
  const terms = new Map<string, string>();

  function explain(term: HTMLElement): void {
    const definition = term.dataset.def ?? '';
    const button = make('span', 'c-term-button', ...term.childNodes);
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    button.onclick = () => {
      tip.textContent = definition;
      // Without popovers (Safari below 17), the definition is part of the text.
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
    byId('c-to-glossary').hidden = terms.size === 0;
  };
}
