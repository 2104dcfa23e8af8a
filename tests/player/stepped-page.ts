/** Writes an activity. */
export const activity = (id: string, state = 'new'): string =>
  `<section id="a-${id}" data-activity="${id}" data-state="${state}" tabindex="-1"><p class="c-actions"><button data-action="check"></button></p></section>`;

/** A page with these steps, as the build writes it. */
export function page(...steps: readonly string[]): HTMLElement {
  const screens = steps.map((html, n) => `<div class="c-screen" data-screen="Étape ${n + 1}" tabindex="-1">${html}</div>`);
  document.body.innerHTML = `<div id="c-live"></div>
    <section class="c-page"><p class="c-stepline"><span>${steps.map(() => '<i></i>').join('')}</span><span></span></p>${screens.join('')}</section>
    <p id="c-go" hidden><button data-action="step" class="c-button-main"></button><button data-action="whole"></button></p>
    <nav id="c-nav"><button data-action="previous"></button><button data-action="next" class="c-button-main"></button></nav>`;
  return document.querySelector('.c-page') as HTMLElement;
}

/** Returns where each step stands. */
export const shown = (): string[] => [...document.querySelectorAll<HTMLElement>('.c-screen')].map(({ dataset }) => dataset.at ?? '');
/** Finds the line with the button that leads on. */
export const go = (): HTMLElement => document.getElementById('c-go') as HTMLElement;

/** Answers an activity right. */
export function answer(id: string): void {
  const root = document.getElementById(`a-${id}`) as HTMLElement;
  root.dataset.state = 'right';
  (root.querySelector('button') as HTMLElement).dataset.action = 'continue';
}
