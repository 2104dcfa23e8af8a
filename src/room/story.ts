import { changed, type Decision, isOffered, type Values } from '../model/record/story.ts';

/** A visited scene, with the values on arrival. */
interface Stop {
  readonly scene: string;
  readonly values: Values;
}

/** Shows the scenes of a story, one decision at a time. */
class Story {
  readonly #root: HTMLElement;
  readonly #changed: () => void;
  #path: Stop[];

  constructor(root: HTMLElement, whenChanged: () => void) {
    this.#root = root;
    this.#changed = whenChanged;
    const values: Values = JSON.parse(root.dataset.state ?? '{}');
    this.#path = [{ scene: root.querySelector<HTMLElement>('.r-scene')?.dataset.scene ?? '', values }];
    root.addEventListener('click', (event) => this.#click((event.target as Element).closest('button')));
    this.#draw();
  }

  get #stop(): Stop {
    return this.#path.at(-1) as Stop;
  }

  #click(button: HTMLButtonElement | null): void {
    if (!button) return;
    const { to, rule = '{}' } = button.dataset;
    if (to !== undefined) this.#path.push({ scene: to, values: changed(this.#stop.values, JSON.parse(rule) as Decision) });
    else if (button.hasAttribute('data-back')) this.#path.pop();
    else if (button.hasAttribute('data-again')) this.#path.length = 1;
    else return;
    const reason = to === undefined ? '' : (button.parentElement?.querySelector('.r-told')?.textContent ?? '');
    this.#draw();
    this.#changed();
    const now = this.#root.querySelector<HTMLElement>('.r-scene:not([data-elsewhere]) h2');
    now?.setAttribute('tabindex', '-1');
    now?.focus();
    this.#showReason(reason);
  }

  /** Shows the reason of the decision above the new scene. */
  #showReason(text: string): void {
    this.#root.querySelector('.r-after')?.remove();
    if (text.trim() === '') return;
    const line = document.createElement('p');
    line.className = 'r-after';
    line.textContent = text.trim();
    this.#root.querySelector('.r-scene:not([data-elsewhere])')?.prepend(line);
    this.#changed();
  }

  #draw(): void {
    const { scene, values } = this.#stop;
    for (const one of this.#root.querySelectorAll<HTMLElement>('.r-scene'))
      one.toggleAttribute('data-elsewhere', one.dataset.scene !== scene);
    for (const way of this.#root.querySelectorAll<HTMLButtonElement>('[data-to]')) {
      way.disabled = !isOffered(values, JSON.parse(way.dataset.rule ?? '{}') as Decision);
    }
    for (const button of this.#root.querySelectorAll<HTMLButtonElement>('[data-back], [data-again]'))
      button.disabled = this.#path.length < 2;
    const state = this.#root.querySelector('.r-state');
    if (state)
      state.textContent = Object.entries(values)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · ');
  }
}

/** Starts the stories of the page. @param whenChanged called after each decision */
export function bindStories(stage: HTMLElement, whenChanged: () => void): void {
  for (const root of stage.querySelectorAll<HTMLElement>('.r-story')) new Story(root, whenChanged);
}
