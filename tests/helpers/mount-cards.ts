import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Verdict } from '../../src/model/judging/verdict.ts';
import type { Seen, SeenOptions } from '../../src/model/state/seen.ts';
import type { Mount } from '../../src/player/frame/mount.ts';
import { overviewOf } from './overview.ts';

/** One `##` of a text, as in the template's data. */
export interface CardText {
  readonly title: string;
  readonly second?: string;
  readonly content?: string;
}

/** The activity on screen, and its saved answer. */
export interface CardBench {
  readonly root: HTMLElement;
  readonly drafts: Seen[];
  readonly submitted: Seen[];
  readonly announced: string[];
  /** Shows a verdict, as the frame does after a submission. */
  show(verdict: Verdict | null): void;
  /** Presses all matching elements in order. */
  press(selector: string): void;
  /** Waits for later tasks of the browser. */
  settled(): Promise<void>;
  /** Titles of the items with a tick. */
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
export function mountCards<Options extends SeenOptions>(
  name: string,
  mount: Mount<Options, Seen>,
  texts: readonly CardText[],
  state: BenchState = {},
): CardBench {
  const read = (file: string): string => readFileSync(`templates/${name}/${file}`, 'utf8');
  const helpers = { icon: () => '', eq: (a: unknown, b: unknown) => a === b };
  const { fr: strings } = JSON.parse(read('strings.json'));
  const options = {
    ...state.options,
    cards: texts.map((text, index) => ({ ...text, token: 'abcdef'[index] ?? '' })),
  } as unknown as Options;
  const body = Handlebars.compile(read('template.hbs'))({ id: 'depot', options, t: strings, lang: 'fr', level: 2 }, { helpers });
  document.body.innerHTML = `<section data-activity="depot" aria-labelledby="a-depot-label"><p id="a-depot-label">Le dépôt</p><div data-body>${body}</div></section>`;
  const root = document.querySelector('[data-body]') as HTMLElement;
  const drafts: Seen[] = [];
  const submitted: Seen[] = [];
  const announced: string[] = [];
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
    announce: (text) => void announced.push(text),
  });
  return {
    root,
    drafts,
    submitted,
    announced,
    show: mounted.show,
    press(selector) {
      for (const one of root.querySelectorAll<HTMLElement>(selector)) one.click();
    },
    settled: () => new Promise((resolve) => setTimeout(resolve)),
    ticked: () => [...root.querySelectorAll('.c-seen')].map((tick) => tick.parentElement?.firstChild?.textContent?.trim() ?? ''),
  };
}
