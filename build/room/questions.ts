import type { Html } from '../../src/model/course/activity.ts';
import { withFitHeadings } from '../html/headings.ts';
import type { BuiltPage } from '../model/built.ts';
import type { ValidActivity } from '../model/source.ts';
import { answerKey, keyInShort } from '../sheets/answer-key.ts';
import { caseTitle } from '../sheets/case-title.ts';
import { oneRound } from '../sheets/one-round.ts';
import { escapeHtml, plainHtml } from '../text/plain-html.ts';
import { askOf } from './ask.ts';
import type { Lists } from './forms/form.ts';
import { roomForm } from './forms/form-of.ts';
import { why } from './forms/pieces.ts';
import type { RoomRenderer } from './renderer.ts';
import type { Screen } from './screen.ts';

/** Position of a question in the module. */
export interface Spot {
  readonly page: BuiltPage;
  readonly index: number;
  /** Nearest heading above it; '' if there is none. */
  readonly heading: Html;
}

/** Position of a question in a quiz. */
interface Place {
  readonly n: number;
  readonly all: number;
}

function promptOf({ options }: ValidActivity): string {
  return typeof options.prompt === 'string' ? options.prompt : '';
}

/** Returns the texts for after the answer; before those that depend on it, the condition. */
function afterOf({ cases = [], after }: ValidActivity, { sheetStrings }: RoomRenderer): Html {
  const pieces = cases.map((one) => why(`<p><b>${escapeHtml(caseTitle(one, sheetStrings))}</b></p>${one.after}`));
  return pieces.join('') + (after ? why(after) : '');
}

/** Makes the screen of a question. */
function questionScreen(activity: ValidActivity, { page, index, heading }: Spot, renderer: RoomRenderer, place?: Place): Screen {
  const { strings, types, sheetStrings } = renderer;
  const type = types.get(activity.type);
  const label = type?.strings[strings.lang].label ?? '';
  const known = renderer.activity(activity.id);
  const groups = known ? answerKey(withFitHeadings(known, 2), type?.scoring, sheetStrings) : [];
  const lists = Object.fromEntries(Object.entries(activity.options).filter(([, value]) => Array.isArray(value))) as Lists;
  const shown = roomForm({
    activity,
    lists,
    groups,
    strings,
    paper: renderer.paper(activity),
    render: (nodes) => renderer.render(nodes),
  });
  // An activity without answers asks nothing: it gets the heading above it.
  const above = known?.slots.length ? '' : heading || escapeHtml(page.title);
  const fallback = activity.heading === undefined ? above || escapeHtml(label) : escapeHtml(activity.heading);
  const { context, ask } = askOf(promptOf(activity), fallback);
  const own = plainHtml(ask) === activity.heading ? undefined : activity.heading;
  const over = place ? strings.format('question', { ...place }) : (own ?? label);
  return {
    kind: 'question',
    page: index,
    title: activity.heading ?? plainHtml(ask),
    kick: [plainHtml(ask) === page.title ? '' : page.title, over].filter(Boolean).map(escapeHtml).join(' · '),
    heading: ask,
    context,
    todo: strings.todo(activity.type),
    ...(shown.keep && { keep: shown.keep }),
    body: shown.body + afterOf(activity, renderer),
    reveals: shown.reveals || activity.after !== undefined || activity.cases !== undefined,
    key: keyInShort(groups),
  };
}

/** Makes the screens of a quiz: the same round of questions as on the handout. */
function quizScreens(quiz: ValidActivity, spot: Spot, renderer: RoomRenderer): Screen[] {
  const { strings, types } = renderer;
  const { page, index } = spot;
  const nodes = quiz.options.questions as readonly { readonly kind: string; readonly activity?: ValidActivity }[];
  const questions = nodes.flatMap(({ activity }) => (activity ? [{ activity }] : []));
  const { draw, shares } = types.get(quiz.type)?.scoring ?? {};
  const options = renderer.activity(quiz.id)?.options;
  const { asks = questions.length } = draw?.(null, options) ?? {};
  const chosen = oneRound(questions, { asks, shares: shares?.(options) ?? [] }, quiz.id);
  const all = chosen.size;
  const round = questions.filter((one) => chosen.has(one));
  const title = quiz.heading ?? types.get(quiz.type)?.strings[strings.lang].label ?? '';
  const isDrawn = all < questions.length;
  const intro: Screen = {
    kind: 'text',
    page: index,
    title,
    kick: escapeHtml(page.title),
    heading: escapeHtml(title),
    body: `${promptOf(quiz)}<p>${escapeHtml(isDrawn ? strings.format('round', { n: all, all: questions.length }) : strings.format('do.choice'))}</p>`,
    reveals: false,
  };
  const screens = round.map(({ activity }, at) => questionScreen(activity, spot, renderer, { n: at + 1, all }));
  return promptOf(quiz) === '' ? screens : [intro, ...screens];
}

/** Makes the screens of an activity: one, or one for each question of a quiz, then those of nested activities. */
export function questionScreens(activity: ValidActivity, spot: Spot, renderer: RoomRenderer): Screen[] {
  if (activity.options.questions !== undefined) return quizScreens(activity, spot, renderer);
  const own = questionScreen(activity, spot, renderer);
  return [own, ...renderer.takeNested().flatMap((inner) => questionScreens(inner, spot, renderer))];
}
