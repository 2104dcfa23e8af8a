import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../model/utf8.ts';

/**
 * Shows and wires the two buttons that fold and unfold a guide, and opens what a link leads to. Without it everything is open, and
 * each part still folds by itself.
 */
export const FOLD_SCRIPT = `(() => {
  const bar = document.querySelector('.s-folds');
  bar.hidden = false;
  bar.addEventListener('click', ({ target }) => {
    const isOpen = target.value === 'unfold';
    if (target.value) for (const part of document.querySelectorAll(isOpen ? 'details' : '.s-fold')) part.open = isOpen;
  });
  const reveal = () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let part = goal?.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
    if (goal) goal.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
})();`;

/** The script as a source of a content policy. */
export const FOLD_SOURCE = `'sha256-${btoa(String.fromCharCode(...sha256(utf8(FOLD_SCRIPT))))}'`;
