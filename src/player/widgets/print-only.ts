/** Prints an element (a `c-paper`) without anything around it. */
export function printOnly(paper: HTMLElement): void {
  const chain: HTMLElement[] = [];
  for (let one = paper.parentElement; one && !one.classList.contains('c-main'); one = one.parentElement) chain.push(one);
  for (const one of chain) one.classList.add('c-only');
  const undo = (): void => {
    for (const one of chain) one.classList.remove('c-only');
  };
  window.addEventListener('afterprint', undo, { once: true });
  window.print();
}
