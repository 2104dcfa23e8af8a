import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { typography } from '../../build/text/typography.ts';
import type { Answer, Score } from '../../src/model/course/activity.ts';
import type { Verdict } from '../../src/model/judging/verdict.ts';
import type { Mount, Mounted, Overview, Recalled } from '../../src/player/frame/mount.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { overviewOf } from './overview.ts';

const SHELL = { between: '\u202f; ', 'mark.right': 'Juste', 'mark.wrong': 'À revoir', 'mark.missed': 'Réponse attendue' };

Handlebars.registerHelper({
  icon: () => '',
  inc: (value: number) => value + 1,
  eq: (a: unknown, b: unknown) => a === b,
  typeset: typography,
  scramble: (list: readonly unknown[]) => list,
  turn: (list: readonly unknown[]) => list,
  asked: () => '',
  whereabouts: () => '',
  format: (strings: Readonly<Record<string, string>>, key: string) => strings[key],
});

/** An activity's body on its own page, mounted as by the frame. */
export interface Bench<A extends Answer> {
  readonly root: HTMLElement;
  readonly mounted: Mounted<A>;
  readonly drafts: A[];
  readonly submitted: A[];
  readonly announced: string[];
  /** The message about a missing answer, or null if the answer can be judged. */
  missing(): string | null;
  /** Types a text into a field. */
  type(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, text: string): void;
  /** Texts of the shown verdicts, in the order of the page. */
  marks(): string[];
  /** Texts of the shown reasons. */
  reasons(): string[];
}

/** Mounts a type's template and runtime with these options, in French. */
export function mountType<Options, A extends Answer>(
  name: string,
  mount: Mount<Options, A>,
  options: Options,
  answer: A | null = null,
  locked = false,
  recalled: Readonly<Record<string, Recalled>> = {},
  overview: Overview = overviewOf(),
): Bench<A> {
  const read = (file: string): string => readFileSync(`templates/${name}/${file}`, 'utf8');
  const { fr: strings } = JSON.parse(read('strings.json'));
  useStrings(SHELL);
  document.documentElement.lang = 'fr';
  document.body.innerHTML = `<div id="body">${Handlebars.compile(read('template.hbs'))({ id: 'fournil', options, t: strings, lang: 'fr' })}</div>`;
  const root = document.getElementById('body') as HTMLElement;
  const drafts: A[] = [];
  const submitted: A[] = [];
  const announced: string[] = [];
  const mounted = mount(root, {
    options,
    strings,
    answer,
    locked,
    attempts: 0,
    draft: (draft) => void drafts.push(draft),
    submit: (sent) => void submitted.push(sent),
    overview,
    recall: (id) => recalled[id],
    announce: (text) => void announced.push(text),
  });
  const words = (selector: string): string[] => [...root.querySelectorAll(selector)].map((one) => (one.textContent ?? '').trim());
  return {
    root,
    mounted,
    drafts,
    submitted,
    announced,
    missing() {
      const read = mounted.read?.() as { readonly missing?: unknown } | undefined;
      return typeof read?.missing === 'string' ? read.missing : null;
    },
    type(field, text) {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    marks: () => words('.c-mark'),
    reasons: () => words('.c-feedback'),
  };
}

/** Makes a verdict from a score, as the tracker does. */
export function verdictOf({ ratio, parts }: Score, final: boolean): Verdict {
  const kept = Object.entries(parts).filter(([, part]) => final || part !== 'missed');
  return { ratio, parts: Object.fromEntries(kept), final, outcome: ratio === 1 ? 'right' : ratio === 0 ? 'wrong' : 'partly' };
}
