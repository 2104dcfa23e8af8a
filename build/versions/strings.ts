import { type Change, type Kind, kinds, type Place, type Risk } from './kinds.ts';
import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };

const tables = { fr, en } as const;

type Key = keyof typeof fr;
type Values = Readonly<Record<string, string | number>>;

/** Largest length of a text inside a sentence, and of the unchanged words shown before a difference, in characters. */
const LONGEST = 90;
const BEFORE_DIFFERENCE = 30;

/** Sentences about versions, in one language. */
export interface VersionStrings {
  readonly lang: 'fr' | 'en';
  format(key: Key, values?: Values): string;
  /** Returns what changed and why it has its risk. */
  what(change: Change): string;
  why(change: Change): string;
  /** Names a risk. */
  risk(risk: Risk): string;
  /** Names a change's place, from the session to the part; '' for the package as a whole. */
  where(place: Place): string;
  /** Formats a date `2026-11-28…` as a reader writes it. */
  date(moment: string): string;
}

/** Cuts a text to fit into a sentence. @param from first character to show */
function short(text: string, from = 0): string {
  const rest = from > 0 ? `…${text.slice(from)}` : text;
  return rest.length > LONGEST ? `${rest.slice(0, LONGEST - 1).trimEnd()}…` : rest || '…';
}

/** Makes a text fit between quotation marks inside a sentence: those inside become another pair, and its last point is left out. */
function quotable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^«\s*([^«»]*?)\s*»$/, '$1')
    .replace(/«\s*/g, '“')
    .replace(/\s*»/g, '”')
    .replace(/(?<!\.)\.$/, '');
}

/** Returns where to begin in two long texts so that both show their first difference. */
function differenceOf(texts: readonly string[]): number {
  const [one = '', other = ''] = texts;
  if (texts.every((text) => text.length <= LONGEST)) return 0;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (at === one.length || at + BEFORE_DIFFERENCE < LONGEST) return 0;
  return one.lastIndexOf(' ', at - BEFORE_DIFFERENCE) + 1;
}

/** Makers of a value's words, for kinds whose values are codes or numbers with a special one. */
function valueFormatters(format: VersionStrings['format']): Partial<Record<Kind, (value: string | number) => string>> {
  const target = (value: string | number): string => format(`target.${value}` as Key);
  return {
    'standard-changed': target,
    'web-changed': target,
    'edition-changed': target,
    'pass-changed': (value) => (value === '' ? format('pass.none') : format('pass.some', { n: value })),
    'attempts-changed': (value) => (value === 0 ? format('attempts.all') : String(value)),
    'cohort-changed': (value) => (value === '' ? format('cohort.none') : format('cohort.some', { name: value })),
    'completion-changed': (value) => format(`completion.${value}` as Key),
  };
}

/** Returns the sentences of a language. */
export function versionStrings(lang: 'fr' | 'en'): VersionStrings {
  const table: Readonly<Record<Key, string>> = tables[lang];
  const day = new Intl.DateTimeFormat(lang === 'fr' ? 'fr' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const format: VersionStrings['format'] = (key, values = {}) =>
    table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const special = valueFormatters(format);
  const sentence = ({ kind, values = {} }: Change, part: 'what' | 'why'): string => {
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, quotable(String(value))]));
    const from = differenceOf(['before', 'after'].flatMap((name) => texts[name] ?? []));
    const own = special[kind];
    return format(
      `${kind}.${part}`,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, own?.(value) ?? short(texts[name] ?? '', from)])),
    );
  };
  return {
    lang,
    format,
    what: (change) => sentence(change, 'what'),
    why: (change) => sentence(change, 'why'),
    risk: (risk) => format(`risk.${risk}`),
    where: ({ session, page, activity }) =>
      [session?.title, page?.title, activity && format('quoted', { text: short(quotable(activity.title)) })]
        .filter((one) => one !== undefined)
        .join(' › '),
    date(moment) {
      const time = Date.parse(`${moment.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(time) ? moment : day.format(time);
    },
  };
}

/** Returns the risk of a change. */
export function riskOf({ kind }: Change): Risk {
  return kinds[kind];
}
