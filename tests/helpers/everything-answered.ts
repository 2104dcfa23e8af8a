import type { Activity, Answer, Scoring } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { Tracker } from '../../src/visit/tracker.ts';

const WORDS = (
  'l’été la rame attend à quai avant six heures et personne ne prévient l’équipe du dépôt qui vérifie chaque frein sans bruit ' +
  'puis un régulateur appelle : « le sable manque » dit-il ; on note donc trois écarts sur le carnet de bord où tout reste écrit'
).split(' ');

/** Writes French prose of a given length, with a word order that depends on the seed. */
function prose(characters: number, seed: number): string {
  let value = seed + 1;
  let text = '';
  while (text.length < characters) {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    text += `${WORDS[(value >>> 16) % WORDS.length]} `;
  }
  return text.slice(0, characters).replace(/\s$/, '.');
}

interface Field {
  readonly token: string;
  readonly maxCharacters?: number;
}

interface AnyOptions {
  readonly fields?: readonly Field[];
  readonly branches?: readonly Field[];
  readonly items?: readonly { readonly fact?: string }[];
}

type Texts = readonly (readonly [token: string, text: string])[];

/** Makers of answers with texts, by type; the other types give `largest`. */
const WORDED: Readonly<Record<string, (texts: Texts, largest: Answer, options: AnyOptions) => Answer>> = {
  'open-question': ([text]) => text?.[1] ?? '',
  writing: (texts) => Object.fromEntries(texts),
  recap: (texts) => Object.fromEntries(texts),
  scale: ([text], largest) => ({ ...(largest as object), ...(text && { comment: text[1] }) }),
  sliders: (texts, largest) => ({ ...(largest as object), facts: Object.fromEntries(texts) }),
  'mind-map': ([text], _, { branches = [] }) =>
    Object.fromEntries(
      branches.map(({ token }) => [token, [(text?.[1] ?? '').slice(0, Math.floor((text?.[1] ?? '').length / branches.length))]]),
    ),
};

function fullAnswer({ n, type, options }: Activity, scoring: Scoring, share: number): Answer {
  const { fields = [] } = options as AnyOptions;
  const texts = fields.map(
    ({ token, maxCharacters = 0 }, index) => [token, prose(Math.floor(maxCharacters * share), 100 * n + index)] as const,
  );
  const largest = scoring.largest(options);
  return WORDED[type]?.(texts, largest, options as AnyOptions) ?? largest;
}

/** Amount of work that a learner does. */
interface Diligence {
  /** Rounds of each quiz, up to its limit. */
  readonly rounds: number;
  /** Share 0..1 of each text's limit of characters. */
  readonly texts: number;
}

/** Sees every page and answers every activity. Each round of a quiz asks other questions. */
export function answerEverything(
  tracker: Tracker,
  content: ModuleContent,
  types: Readonly<Record<string, Scoring>>,
  { rounds, texts }: Diligence,
): void {
  const answer = (activity: Activity): void => {
    const scoring = types[activity.type];
    if (scoring) tracker.submit(activity.id, fullAnswer(activity, scoring, texts));
  };
  for (const { id } of content.pages) tracker.visit(id);
  for (const activity of content.activities.filter(({ quiz }) => quiz === undefined)) {
    const questions = content.activities.filter(({ quiz }) => quiz === activity.id);
    const { asks = questions.length } = types[activity.type]?.draw?.(null, activity.options) ?? {};
    const most = activity.attempts > 0 ? Math.min(rounds, activity.attempts) : rounds;
    if (questions.length === 0) answer(activity);
    for (let round = 0; questions.length > 0 && round < most; round++) {
      const asked = questions.slice(round * asks, (round + 1) * asks);
      if (round > 0) tracker.restart(questions.map(({ n }) => n));
      const drawn = { round: round + 1, drawn: asked.map(({ n }) => n), kept: [] };
      tracker.draft(activity.id, { ...drawn, done: false });
      asked.forEach(answer);
      tracker.submit(activity.id, { ...drawn, done: true });
      // The next round discards these answers.
      tracker.flush();
    }
  }
}
