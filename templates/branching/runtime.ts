import { isOffered } from '../../src/model/story.ts';
import { all, make } from '../../src/player/element.ts';
import { feedback } from '../../src/player/mark.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { type Answer, follow, MOST_STEPS, type Options, type Place } from './scoring.ts';

const TONES = { good: 'right', mixed: 'partly', bad: 'wrong' } as const;

/** With a script, decisions are buttons: they lead on instead of to a place of the page. */
function buttonsOf(root: HTMLElement): HTMLButtonElement[] {
  for (const link of all('a[data-choice]', root)) {
    const button = make('button', 'branching-choice', ...link.childNodes);
    button.type = 'button';
    button.dataset.choice = link.dataset.choice ?? '';
    link.replaceWith(button);
  }
  return all('[data-choice]', root) as HTMLButtonElement[];
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, strings } = context;
  const one = (selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;
  const [said, way, tools, lost] = [one('.branching-said'), one('.branching-way'), one('.branching-tools'), one('.branching-lost')];
  const list = one('.branching-way ol');
  const buttons = buttonsOf(root);
  const scenes = all('[data-scene]', root);
  let place = follow(options, context.answer);
  let off = context.locked;

  const titleOf = (): HTMLElement | undefined =>
    scenes.find(({ dataset }) => dataset.scene === place.scene?.token)?.querySelector<HTMLElement>('.branching-title') ?? undefined;

  function renderScene({ scene, values, steps }: Place): void {
    const round = steps.length >= MOST_STEPS && !scene?.ending;
    for (const box of scenes) {
      // On paper stands where the learner is, not where others might come to.
      box.classList.remove('c-panel');
      box.hidden = box.dataset.scene !== scene?.token;
    }
    for (const button of buttons) {
      const choice = scene?.choices.find(({ token }) => token === button.dataset.choice);
      (button.parentElement as HTMLElement).hidden = !choice || round || !isOffered(values, choice);
      button.disabled = off;
    }
    lost.hidden = !round;
    const title = titleOf();
    const words = title?.querySelector('.branching-end > span');
    if (!scene?.ending || !title || !words) return;
    title.dataset.mark = TONES[scene.ending];
    words.textContent = strings[`end.${scene.ending}`] ?? '';
  }

  function renderWay({ steps, scene }: Place): void {
    const last = steps[steps.length - 1];
    said.hidden = !last;
    (said.firstElementChild as HTMLElement).textContent = last ? say(strings, 'said', { choice: last.choice.text }) : '';
    feedback(said, last?.choice.feedback);
    way.hidden = !last;
    tools.hidden = !last || off;
    const lines = steps.map((step) => make('li', '', make('b', '', step.scene.text), make('span', '', step.choice.text)));
    const here = make('li', '', make('b', '', scene?.text ?? ''), make('span', '', strings[scene?.ending ? 'end' : 'way.now'] ?? ''));
    here.setAttribute('aria-current', 'step');
    list.replaceChildren(...lines, here);
  }

  function render(): void {
    renderScene(place);
    renderWay(place);
  }

  /** The new scene has the focus, below what is said of the decision that led to it. */
  function go(answer: Answer): void {
    place = follow(options, answer);
    render();
    titleOf()?.focus({ preventScroll: true });
    (said.hidden ? titleOf() : said)?.scrollIntoView({ block: 'nearest' });
  }

  const taken = (): Answer => place.steps.map(({ choice }) => choice.token);

  for (const button of buttons) {
    button.onclick = () => {
      const answer = [...taken(), button.dataset.choice ?? ''];
      go(answer);
      if (place.scene?.ending) context.submit(answer);
      else {
        context.draft(answer);
        // What the frame says of an ending has the reason in it.
        const reason = said.querySelector('.c-feedback');
        if (reason) context.announce(reason.textContent ?? '');
      }
    };
  }
  tools.onclick = ({ target }) => {
    const action = (target as Element).closest('button')?.dataset.action;
    if (!action) return;
    go(action === 'branching-back' ? taken().slice(0, -1) : []);
    context.draft(taken());
  };
  render();

  return {
    show(verdict) {
      off = context.locked || !!verdict?.final;
      render();
    },
    text() {
      const { steps, scene } = place;
      const lines = steps.map((step) => say(strings, 'step', { scene: step.scene.text, choice: step.choice.text }));
      const end = scene?.ending ? [say(strings, 'step', { scene: strings.end ?? '', choice: scene.text })] : [];
      return [...lines, ...end].join('\n');
    },
  };
}
