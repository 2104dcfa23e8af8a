import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Seen, SeenOptions } from '../../src/model/seen.ts';
import type { Mount, Verdict } from '../../src/player/mount.ts';
import { overviewOf } from './overview.ts';

/** One `##` of a text, as its template gets it. */
export interface CardText {
  readonly title: string;
  readonly second?: string;
  readonly content?: string;
}

/** What a learner finds, and what is saved of it. */
export interface CardBench {
  readonly root: HTMLElement;
  readonly drafts: Seen[];
  readonly submitted: Seen[];
  readonly said: string[];
  /** As the frame does it once the answer was submitted. */
  show(verdict: Verdict | null): void;
  /** Presses all that match, one after the other. */
  press(selector: string): void;
  /** What is done in a later turn of the browser. */
  settled(): Promise<void>;
  /** Titles of what carries a tick. */
  ticked(): string[];
}

export interface BenchState {
  readonly answer?: Seen;
  readonly locked?: boolean;
  /** Options of the type besides its cards. */
  readonly options?: object;
}

export const DONE: Verdict = { outcome: 'done', ratio: 1, parts: {}, final: false };

/** Mounts a type of the cards family with tokens a, b, c …, in a frame's section. */
export function mountCards(name: string, mount: Mount<SeenOptions, Seen>, texts: readonly CardText[], state: BenchState = {}): CardBench {
  const read = (file: string): string => readFileSync(`templates/${name}/${file}`, 'utf8');
  const helpers = { icon: () => '', eq: (a: unknown, b: unknown) => a === b };
  const strings = JSON.parse(read('strings/fr.json'));
  const options = { ...state.options, cards: texts.map((text, index) => ({ ...text, token: 'abcdef'[index] ?? '' })) };
  const body = Handlebars.compile(read('template.hbs'))({ id: 'depot', options, t: strings, lang: 'fr', level: 2 }, { helpers });
  document.body.innerHTML = `<section data-activity="depot" aria-labelledby="a-depot-label"><p id="a-depot-label">Le dépôt</p><div data-body>${body}</div></section>`;
  const root = document.querySelector('[data-body]') as HTMLElement;
  const drafts: Seen[] = [];
  const submitted: Seen[] = [];
  const said: string[] = [];
  const mounted = mount(root, {
    options,
    strings,
    answer: state.answer ?? null,
    locked: state.locked ?? false,
    attempts: 0,
    draft: (answer) => void drafts.push(answer),
    submit: (answer) => void submitted.push(answer),
    overview: overviewOf(),
    recall: () => undefined,
    announce: (text) => void said.push(text),
  });
  return {
    root,
    drafts,
    submitted,
    said,
    show: mounted.show,
    press(selector) {
      for (const one of root.querySelectorAll<HTMLElement>(selector)) one.click();
    },
    settled: () => new Promise((resolve) => setTimeout(resolve)),
    ticked: () => [...root.querySelectorAll('.c-seen')].map((tick) => tick.parentElement?.firstChild?.textContent?.trim() ?? ''),
  };
}
