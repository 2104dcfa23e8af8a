import type { Verdict } from '../../src/model/judging/verdict.ts';
import { isOffered } from '../../src/model/record/story.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { all, make } from '../../src/player/widgets/element.ts';
import { feedback } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Answer, follow, MOST_STEPS, type Place } from './scoring.ts';
import type { Options } from './type.ts';

const TONES = { good: 'right', mixed: 'partly', bad: 'wrong' } as const;

type Button = HTMLButtonElement & { readonly parentElement: HTMLElement };
type LastChoice = HTMLElement & { readonly firstElementChild: HTMLElement };

interface Parts {
  readonly '.branching-said': LastChoice;
  readonly '.branching-way': HTMLElement;
  readonly '.branching-tools': HTMLElement;
  readonly '.branching-lost': HTMLElement;
}

/** Replaces links by buttons, which continue the story instead of scrolling the page. */
function buttonsOf(root: HTMLElement): Button[] {
  for (const link of all('a[data-choice]', root)) {
    const button = make('button', 'branching-choice', ...link.childNodes);
    button.type = 'button';
    button.dataset.choice = link.dataset.choice ?? '';
    link.replaceWith(button);
  }
  return all<Button>('[data-choice]', root);
}

function lineOf(text: string, choice: string): HTMLElement {
  return make('li', '', make('b', '', text), make('span', '', choice));
}

class Branching implements Mounted<Answer> {
  readonly #context: MountContext<Options, Answer>;
  readonly #lastChoice: LastChoice;
  readonly #way: HTMLElement;
  readonly #tools: HTMLElement;
  readonly #lost: HTMLElement;
  readonly #scenes: readonly HTMLElement[];
  readonly #buttons: readonly Button[];
  #place: Place;
  #off: boolean;

  constructor(root: Markup<Parts>, context: MountContext<Options, Answer>) {
    const one = <Selector extends keyof Parts>(selector: Selector): Parts[Selector] => root.querySelector(selector);
    this.#context = context;
    this.#lastChoice = one('.branching-said');
    this.#way = one('.branching-way');
    this.#tools = one('.branching-tools');
    this.#lost = one('.branching-lost');
    this.#buttons = buttonsOf(root);
    this.#scenes = all('[data-scene]', root);
    this.#place = follow(context.options, context.answer);
    this.#off = context.locked;
    for (const button of this.#buttons) button.onclick = () => this.#decide(button.dataset.choice ?? '');
    this.#tools.onclick = ({ target }) => this.#goBack((target as Element).closest('button')?.dataset.action);
    this.#render();
  }

  show(verdict: Verdict | null): void {
    this.#off = this.#context.locked || !!verdict?.final;
    this.#render();
  }

  text(): string {
    const { steps, scene } = this.#place;
    const { strings } = this.#context;
    const lines = steps.map((step) => format(strings, 'step', { scene: step.scene.text, choice: step.choice.text }));
    const end = scene?.ending ? [format(strings, 'step', { scene: strings.end ?? '', choice: scene.text })] : [];
    return [...lines, ...end].join('\n');
  }

  get #title(): HTMLElement | null | undefined {
    return this.#scenes.find(({ dataset }) => dataset.scene === this.#place.scene?.token)?.querySelector<HTMLElement>('.branching-title');
  }

  get #taken(): Answer {
    return this.#place.steps.map(({ choice }) => choice.token);
  }

  #decide(token: string): void {
    const { submit, draft, announce } = this.#context;
    const answer = [...this.#taken, token];
    this.#go(answer);
    if (this.#place.scene?.ending) submit(answer);
    else {
      draft(answer);
      // The frame announces an ending with its feedback.
      const reason = this.#lastChoice.querySelector('.c-feedback');
      if (reason) announce(reason.textContent ?? '');
    }
  }

  #goBack(action: string | undefined): void {
    if (!action) return;
    this.#go(action === 'branching-back' ? this.#taken.slice(0, -1) : []);
    this.#context.draft(this.#taken);
  }

  /** Shows and focuses the new scene, below the feedback of the decision that led to it. */
  #go(answer: Answer): void {
    this.#place = follow(this.#context.options, answer);
    this.#render();
    const title = this.#title;
    title?.focus({ preventScroll: true });
    (this.#lastChoice.hidden ? title : this.#lastChoice)?.scrollIntoView({ block: 'nearest' });
  }

  #render(): void {
    this.#renderScene();
    this.#renderEnding();
    this.#renderWay();
  }

  #renderScene(): void {
    const { scene, values, steps } = this.#place;
    const round = steps.length >= MOST_STEPS && !scene?.ending;
    for (const box of this.#scenes) {
      // Paper shows the learner's current scene, not all scenes.
      box.classList.remove('c-panel');
      box.hidden = box.dataset.scene !== scene?.token;
    }
    for (const button of this.#buttons) {
      const choice = scene?.choices.find(({ token }) => token === button.dataset.choice);
      button.parentElement.hidden = !choice || round || !isOffered(values, choice);
      button.disabled = this.#off;
    }
    this.#lost.hidden = !round;
  }

  #renderEnding(): void {
    const { scene } = this.#place;
    const title = this.#title;
    const words = title?.querySelector('.branching-end > span');
    if (!scene?.ending || !title || !words) return;
    title.dataset.mark = TONES[scene.ending];
    words.textContent = this.#context.strings[`end.${scene.ending}`] ?? '';
  }

  #renderWay(): void {
    const { steps, scene } = this.#place;
    const { strings } = this.#context;
    const lastChoice = this.#lastChoice;
    const last = steps[steps.length - 1];
    lastChoice.hidden = !last;
    lastChoice.firstElementChild.textContent = last ? format(strings, 'said', { choice: last.choice.text }) : '';
    feedback(lastChoice, last?.choice.feedback);
    this.#way.hidden = !last;
    this.#tools.hidden = !last || this.#off;
    const here = lineOf(scene?.text ?? '', strings[scene?.ending ? 'end' : 'way.now'] ?? '');
    here.setAttribute('aria-current', 'step');
    this.#way.querySelector('ol')?.replaceChildren(...steps.map((step) => lineOf(step.scene.text, step.choice.text)), here);
  }
}

export function mount(root: Markup<Parts>, context: MountContext<Options, Answer>): Mounted<Answer> {
  return new Branching(root, context);
}
