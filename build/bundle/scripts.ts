import { shellStrings } from 'virtual:cartable-types';
import type { Activity } from '../../src/model/activity.ts';
import type { Standard } from '../../src/model/course.ts';
import type { ActivityType } from '../activity-type.ts';
import type { RenderedModule } from '../built.ts';
import { ROOT } from '../markdown/markers.ts';
import { pieceIndex } from '../pieces.ts';

type Strings = Readonly<Record<string, string>>;

/** SCORM 1.2 has no field for a question's text, so its slots travel without. */
function activityFor(activity: Activity, standard: Standard): Activity {
  if (standard === '2004') return activity;
  return { ...activity, slots: activity.slots.map((slot) => ({ ...slot, text: '' })) };
}

/** Is it on the first page? It is answered before anything else has come. */
function isFirst({ page }: Activity, { content }: RenderedModule): boolean {
  return page === content.pages[0]?.id;
}

/**
 * What the launch must know of an activity that comes later: all that the record's order and the progress hang on.
 * A composed one keeps its options: an undrawn quiz weighs in the score.
 */
function outline(activity: Activity): Activity {
  const { after, slots, options, title, heading, gone, was, ...rest } = activity;
  return {
    ...rest,
    origins: '',
    title: '',
    options: (options as { questions?: unknown }).questions ? options : {},
    slots: slots.map(({ part, type }) => ({ ...(part !== undefined && { part }), type, right: [], text: '' })),
  };
}

/** What `outline` left out. */
function remainder({ options, slots, title, heading, after, origins, gone, was }: Activity): Partial<Activity> {
  return {
    options,
    slots: slots.map(({ right, text }) => ({ right, text })) as unknown as Activity['slots'],
    title,
    origins,
    ...(gone && { gone }),
    ...(was && { was }),
    ...(heading !== undefined && { heading }),
    ...(after !== undefined && { after }),
  };
}

/** What stands for a sign in the JSON of a script. `r` is the way to the package's root. Two line ends are none in older JavaScript. */
const IN_SCRIPT = [
  [ROOT, '"+r+"'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
] as const;

/** JSON as a script may hold it. Hardly a text has one of the signs, and a look costs less. */
function json(value: unknown): string {
  return IN_SCRIPT.reduce((text, [sign, set]) => (text.includes(sign) ? text.replaceAll(sign, set) : text), JSON.stringify(value));
}

/** A script that leaves a function of the way to the package's root: the same bytes wherever a page stands. The brackets have it compiled at once. */
function script(name: string, pieces: readonly string[]): string[] {
  return [`window.${name}=(function(r){return{`, ...pieces, '}});\n'];
}

function languageOf({ content }: RenderedModule): 'fr' | 'en' {
  return content.lang === 'en' ? 'en' : 'fr';
}

const onScreen = new WeakMap<Strings, Strings>();

/** A type's words without those for paper. */
function screenStrings(strings: Strings): Strings {
  const known = onScreen.get(strings) ?? Object.fromEntries(Object.entries(strings).filter(([key]) => !key.startsWith('print.')));
  onScreen.set(strings, known);
  return known;
}

function stringsOf(names: readonly string[], rendered: RenderedModule, all: ReadonlyMap<string, ActivityType>) {
  return Object.fromEntries(names.map((name) => [name, screenStrings(all.get(name)?.strings[languageOf(rendered)] ?? {})]));
}

/** Strings of the shell's scripts; those on other modules, chapters and closing tabs only where they can be needed. */
function shellWords({ content }: RenderedModule, lang: 'fr' | 'en', standard: Standard): Record<string, string | undefined> {
  const { shared, chapters } = content;
  const left = [...(shared ? [] : ['shared.']), ...(chapters ? [] : ['results.chapter']), ...(standard === '2004' ? [] : ['parting'])];
  const words = pieceIndex().words.filter((key) => !left.some((start) => key.startsWith(start)));
  return Object.fromEntries(words.map((key) => [key, shellStrings[lang][key]]));
}

/** `content.js`: what the launch needs. */
export function contentScript(rendered: RenderedModule, all: ReadonlyMap<string, ActivityType>, standard: Standard): string[] {
  const { content } = rendered;
  const activities = content.activities.map((activity) =>
    isFirst(activity, rendered) ? activityFor(activity, standard) : outline(activity),
  );
  const typeStrings = stringsOf(rendered.firstTypes, rendered, all);
  const strings = shellWords(rendered, languageOf(rendered), standard);
  return script('cartableContent', [json({ module: { ...content, activities }, strings, typeStrings }).slice(1, -1)]);
}

/** JSON of pages by their markup: most are the same in the other standard, for the next cohort, at the next save. */
const pageTexts = new Map<string, string>();
const activityTexts = new WeakMap<Activity, Map<Standard, string>>();

/** Pages of which the JSON is kept; beyond, all of it is forgotten. */
const MOST_PAGES = 200;

function pageText(html: string, keep: boolean): string {
  const known = pageTexts.get(html);
  if (known !== undefined) return known;
  const text = json(html);
  if (pageTexts.size >= MOST_PAGES) pageTexts.clear();
  if (keep) pageTexts.set(html, text);
  return text;
}

function activityText(activity: Activity, standard: Standard, keep: boolean): string {
  const known = activityTexts.get(activity)?.get(standard);
  if (known !== undefined) return known;
  const text = json(remainder(activityFor(activity, standard)));
  if (keep) activityTexts.set(activity, new Map(activityTexts.get(activity)).set(standard, text));
  return text;
}

function object(members: readonly (readonly [name: string, text: string])[]): string[] {
  return ['{', ...members.flatMap(([name, text], index) => [`${index === 0 ? '' : ','}${JSON.stringify(name)}:`, text]), '}'];
}

/** `pages.js`, in pieces: the other pages, and what their activities hold. */
export function restScript(rendered: RenderedModule, all: ReadonlyMap<string, ActivityType>, standard: Standard): string[] {
  const { content, rest, types, firstTypes, lasting, again } = rendered;
  const keep = (lasting ?? again) === true;
  const later = content.activities.filter((activity) => !isFirst(activity, rendered));
  const pages = object(Object.entries(rest).map(([id, html]) => [id, pageText(html, keep)]));
  const activities = object(later.map((activity) => [activity.id, activityText(activity, standard, keep)]));
  const strings = json(
    stringsOf(
      types.filter((type) => !firstTypes.includes(type)),
      rendered,
      all,
    ),
  );
  return script('cartableRest', ['"pages":', ...pages, ',"activities":', ...activities, ',"typeStrings":', strings]);
}
