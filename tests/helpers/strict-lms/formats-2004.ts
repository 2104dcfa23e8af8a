import { isLanguage } from './languages.ts';
import type { Settings } from './types.ts';
import { accept, acceptCut, type Format, matching, oneOf, refuse } from './verdict.ts';

/** 406 "type mismatch", 407 "out of range" (RTE 3.1.7). */
export const badType = 406;
const outOfRange = 407;

// ADL parses with Double.parseDouble, hence exponent and blanks around; but see `real2004` for NaN.
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const moodleNumber = /^-?\d{1,5}(?:\.\d{1,18})?$/;

/** Parses a number; undefined if it isn't one for this LMS. */
export function readReal(value: string, settings: Settings): number | undefined {
  const legal = settings.moodle ? moodleNumber.test(value) : number.test(value.trim());
  return legal ? Number(value) : undefined;
}

/**
 * real(10,7) within a range, both ends included (RTE 4.1.1.4). `NaN`, which ADL's parser accepts, is 406,
 * because tests must detect it.
 */
export function real2004(settings: Settings, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Format {
  return (value) => {
    const read = readReal(value, settings);
    if (read === undefined) return refuse(badType);
    return read >= min && read <= max ? accept(value) : refuse(outOfRange);
  };
}

/** characterstring with an SPM: ADL cuts silently and answers true, Moodle refuses (scorm.md 21). */
export function text2004(limit: number, settings: Settings): Format {
  return (value) => (settings.moodle && value.length > limit ? refuse(badType) : acceptCut(value, limit));
}

/** A free answer: Moodle refuses newlines (moodle.md 24). */
export function answer2004(limit: number, settings: Settings): Format {
  return (value) => (settings.moodle && value.includes('\n') ? refuse(badType) : text2004(limit, settings)(value));
}

/** Splits a localized string into prefix and text; undefined if its language isn't valid. */
export function splitLanguage(value: string): { prefix: string; text: string } | undefined {
  if (!value.startsWith('{lang=')) return { prefix: '', text: value };
  const [prefix = '', language = ''] = /^\{lang=([^}]*)\}/.exec(value) ?? [];
  return isLanguage(language) ? { prefix, text: value.slice(prefix.length) } : undefined;
}

/** localized_string_type (RTE 4.1.1.6): the SPM counts the text, not its `{lang=…}`. */
export function localized2004(limit: number): Format {
  return (value) => {
    const parts = splitLanguage(value);
    if (parts === undefined) return refuse(badType);
    const { keep, overlong } = acceptCut(parts.text, limit);
    return accept(parts.prefix + keep, overlong);
  };
}

/** A description: Moodle refuses newlines, more than 250 characters, and a brace at the start except a language's (moodle.md 24). */
export function description2004(settings: Settings): Format {
  const format = localized2004(250);
  return (value) => {
    const text = splitLanguage(value)?.text ?? value;
    if (settings.moodle && (text.length > 250 || text.startsWith('{') || value.includes('\n'))) return refuse(badType);
    return format(value);
  };
}

/** long_identifier_type (RTE 4.1.1.3): a URI without blanks or braces; a `urn:` has both its parts. SPM 4000. */
export function identifier2004(settings: Settings): Format {
  return (value) => {
    const legal = /^[^\s{}[\]]+$/.test(value) && (!value.startsWith('urn:') || /^urn:[A-Za-z0-9-]+:./.test(value));
    return legal ? text2004(4000, settings)(value) : refuse(badType);
  };
}

const timestampShape = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d{1,2}(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?)?)?)?$/;

/**
 * time(second,10,0) (RTE 4.1.1.8) as ADL and Moodle read it: at most two decimals, a zone only after a fraction
 * (`:30Z` and `toISOString()` are 406), years 1970–2038.
 */
export const timestamp2004: Format = (value) => {
  const found = timestampShape.exec(value);
  if (found === null) return refuse(badType);
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found;
  const within = (text: string | undefined, min: number, max: number) => Number(text) >= min && Number(text) <= max;
  const legal =
    within(year, 1970, 2038) &&
    within(month, 1, 12) &&
    within(day, 1, 31) &&
    within(hour, 0, 23) &&
    within(minute, 0, 59) &&
    within(second, 0, 59);
  return legal ? accept(value) : refuse(badType);
};

/** timeinterval(second,10,2) (RTE 4.1.1.9): a fraction of seconds only, at most 2 decimals; no weeks, no sign. */
export const timespan2004 = matching(/^P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?$/, badType);

export const completionStatus2004 = oneOf('completed|incomplete|not attempted|unknown', badType);
export const successStatus2004 = oneOf('passed|failed|unknown', badType);
export const exit2004 = oneOf('suspend|normal|time-out|logout|', badType);
export const captioning2004 = oneOf('-1|0|1', badType);
export const interactionType2004 = oneOf(
  'true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other',
  badType,
);

const resultWord = oneOf('correct|incorrect|unanticipated|neutral', badType);
/** `incorrect`, as opposed to `wrong` in 1.2; or any real (RTE 4.2.9). */
export function result2004(settings: Settings): Format {
  return (value) => (resultWord(value).error === 0 ? accept(value) : real2004(settings)(value));
}

/** cmi.learner_preference.language: a language or nothing (RTE 4.2.13). */
export const language2004: Format = (value) => (value === '' || isLanguage(value) ? accept(value) : refuse(badType));

const navigation = /^(?:continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|\{target=[^{}]+\}(?:choice|jump))$/;
/** adl.nav.request (SN 5.6.2); ADL accepts bare `choice` and `_none_`, Moodle doesn't. */
export function navigation2004(settings: Settings): Format {
  return (value) => {
    const bare = !settings.moodle && /^(?:choice|jump|_none_)$/.test(value);
    return bare || navigation.test(value) ? accept(value) : refuse(badType);
  };
}
