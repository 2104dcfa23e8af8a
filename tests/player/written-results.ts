import { readFileSync } from 'node:fs';
import type { Frames } from '../../src/player/frame/frames.ts';
import { linkList } from '../../src/player/progress.ts';
import { writeResults } from '../../src/player/results.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Progress, Tracker } from '../../src/visit/tracker.ts';
import { bakery } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';

/** Sets the language of the page. */
export function speak(lang: 'fr' | 'en'): void {
  document.documentElement.lang = lang;
  useStrings(JSON.parse(readFileSync(`src/strings/${lang}.json`, 'utf8')));
}

/** Returns a French string. */
export function words(key: string): string {
  return JSON.parse(readFileSync('src/strings/fr.json', 'utf8'))[key];
}

interface Shown {
  readonly outcomes?: Readonly<Record<string, string>>;
  readonly locked?: readonly string[];
  readonly withheld?: readonly string[];
  readonly answers?: Readonly<Record<string, string>>;
  readonly own?: ReturnType<typeof bakery>;
}

/** Writes the view for a learner whose answers have these outcomes, all pages seen. */
export function writtenResults(
  more: Partial<Progress>,
  { outcomes = {}, locked = [], withheld = [], answers = {}, own = bakery() }: Shown = {},
): HTMLElement {
  speak('fr');
  document.body.innerHTML =
    '<p class="c-head" id="other"></p><section data-page="vente"><div data-takeaway>Noter.</div></section><p class="c-after"></p><p id="c-certificate"></p><button data-action="certificate"></button><div><p class="c-head"></p><div id="c-results"></div></div>';
  const pages = Object.fromEntries(own.pages.map(({ id }) => [id, 'done' as const]));
  const now: Progress = { ...overviewOf().progress(), pages, left: [], status: 'incomplete', ...more };
  const tracker = {
    launch: overviewOf().launch,
    progress: () => now,
    standing: (id: string) => ({
      answer: answers[id] ?? null,
      verdict: outcomes[id] ? { outcome: outcomes[id] } : null,
      locked: locked.includes(id),
    }),
  } as unknown as Tracker;
  writeResults(own, tracker, { withheld: ({ id }: { id: string }) => withheld.includes(id) } as unknown as Frames, linkList);
  return document.getElementById('c-results') as HTMLElement;
}
