import { shellStrings } from 'virtual:cartable-types';
import type { Activity } from '../../../src/model/course/activity.ts';
import type { Standard } from '../../../src/model/course/course.ts';
import type { Engine, PieceIndex } from '../../host/engine.ts';
import type { RenderedModule } from '../../model/built.ts';
import { ROOT } from '../../model/markers.ts';
import type { ActivityType } from '../../types/activity-type.ts';

type Strings = Readonly<Record<string, string>>;

/** Drops the texts of slots for SCORM 1.2, which has no field for them. */
function activityFor(activity: Activity, standard: Standard): Activity {
  if (standard === '2004') return activity;
  return { ...activity, slots: activity.slots.map((slot) => ({ ...slot, text: '' })) };
}

/** Tests for the first page: its activities may be answered before the rest is loaded. */
function isFirst({ page }: Activity, { content }: RenderedModule): boolean {
  return page === content.pages[0]?.id;
}

/**
 * Reduces an activity of a later page to the data for the record's order and the progress.
 * A composed one keeps its options, because an undrawn quiz counts in the score.
 */
function outline(activity: Activity): Activity {
  const { after, cases, slots, options, title, heading, gone, was, ...rest } = activity;
  return {
    ...rest,
    origins: '',
    title: '',
    options: (options as { questions?: unknown }).questions ? options : {},
    slots: slots.map(({ part, type }) => ({ ...(part !== undefined && { part }), type, right: [], text: '' })),
  };
}

/** Returns the members that `outline` left out. */
function remainder({ options, slots, title, heading, after, cases, origins, gone, was }: Activity): Partial<Activity> {
  return {
    options,
    slots: slots.map(({ right, text }) => ({ right, text })) as unknown as Activity['slots'],
    title,
    origins,
    ...(gone && { gone }),
    ...(was && { was }),
    ...(heading !== undefined && { heading }),
    ...(after !== undefined && { after }),
    ...(cases && { cases }),
  };
}

/** Escapes in the JSON of a script. `r` is the path to the package's root. U+2028 and U+2029 end lines in older JavaScript. */
const IN_SCRIPT = [
  [ROOT, '"+r+"'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
] as const;

/** Formats JSON for a script. Few texts have one of these characters, and a test is cheaper. */
function json(value: unknown): string {
  return IN_SCRIPT.reduce(
    (text, [character, set]) => (text.includes(character) ? text.replaceAll(character, set) : text),
    JSON.stringify(value),
  );
}

/** Makes a script with a function of the path to the package's root: same bytes for every page. The brackets make it compile at once. */
function script(name: string, value: object): string {
  return `window.${name}=(function(r){return${json(value)}});\n`;
}

function languageOf({ content }: RenderedModule): 'fr' | 'en' {
  return content.lang === 'en' ? 'en' : 'fr';
}

/** Returns a type's strings without those for paper. */
function screenStrings(strings: Strings): Strings {
  return Object.fromEntries(Object.entries(strings).filter(([key]) => !key.startsWith('print.')));
}

function stringsOf(names: readonly string[], rendered: RenderedModule, all: ReadonlyMap<string, ActivityType>) {
  return Object.fromEntries(names.map((name) => [name, screenStrings(all.get(name)?.strings[languageOf(rendered)] ?? {})]));
}

/** Selects strings for the shell's scripts; those on other modules, chapters, closing tabs and pages that go further only if needed. */
function usedShellStrings(rendered: RenderedModule, standard: Standard, index: PieceIndex): Record<string, string | undefined> {
  const { shared, chapters, pages } = rendered.content;
  const strings = shellStrings[languageOf(rendered)];
  const left = [
    ...(shared ? [] : ['shared.']),
    ...(chapters ? [] : ['results.chapter']),
    ...(standard === '2004' ? [] : ['parting']),
    ...(pages.some(({ further }) => further) ? [] : ['further.']),
  ];
  const keys = index.stringKeys.filter((key) => !left.some((start) => key.startsWith(start)));
  return Object.fromEntries(keys.map((key) => [key, strings[key]]));
}

/** Makes `content.js`, the data for the launch. */
export function contentScript(rendered: RenderedModule, standard: Standard, { types, pieces }: Pick<Engine, 'types' | 'pieces'>): string {
  const { content } = rendered;
  const activities = content.activities.map((activity) =>
    isFirst(activity, rendered) ? activityFor(activity, standard) : outline(activity),
  );
  const typeStrings = stringsOf(rendered.firstTypes, rendered, types);
  const strings = usedShellStrings(rendered, standard, pieces.index);
  return script('cartableContent', { module: { ...content, activities }, strings, typeStrings });
}

/** Makes `pages.js`: the other pages and their activities. */
export function restScript(rendered: RenderedModule, standard: Standard, { types: all }: Pick<Engine, 'types'>): string {
  const { content, rest, types, firstTypes } = rendered;
  const later = content.activities.filter((activity) => !isFirst(activity, rendered));
  const activities = Object.fromEntries(later.map((activity) => [activity.id, remainder(activityFor(activity, standard))]));
  const laterTypes = types.filter((type) => !firstTypes.includes(type));
  return script('cartableRest', { pages: rest, activities, typeStrings: stringsOf(laterTypes, rendered, all) });
}
