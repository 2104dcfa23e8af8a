import { answer2004, badType, readReal, splitLanguage } from './formats-2004.ts';
import type { Settings } from './types.ts';
import { accept, type Format, oneOf, refuse } from './verdict.ts';

/** The two sides of an interaction's type (RTE 4.2.9.1 for the patterns, 4.2.9.2 for the responses). */
export interface ResponseFormats {
  pattern: Format;
  response: Format;
  /** Number of patterns that every LMS stores; if only one makes sense, a second is refused with 351. */
  most: number;
}

/** short_identifier_type (RTE 4.1.1.5), SPM 250; Moodle's is `\w.` only (moodle.md 24). */
function isToken(value: string, settings: Settings): boolean {
  return (settings.moodle ? /^[\w.]{1,250}$/ : /^[^\s{}[\]]+$/).test(value);
}

const tooLong = (texts: readonly string[], limit: number): boolean => texts.some((text) => text.length > limit);

/** `a[,]b`: tokens, at most 36 of 250. */
function tokens(settings: Settings, rule: { empty: boolean; distinct: boolean }): Format {
  return (value) => {
    if (value === '') return rule.empty ? accept(value) : refuse(badType);
    const items = value.split('[,]');
    if (!items.every((item) => isToken(item, settings))) return refuse(badType);
    if (rule.distinct && new Set(items).size < items.length) return refuse(badType);
    return accept(value, items.length > 36 || tooLong(items, 250));
  };
}

/** `source[.]target[,]…`: both halves are tokens. */
function pairs(settings: Settings, empty: boolean): Format {
  return (value) => {
    if (value === '') return empty ? accept(value) : refuse(badType);
    const items = value.split('[,]').map((item) => item.split('[.]'));
    const legal = items.every((halves) => halves.length === 2 && halves.every((half) => isToken(half, settings)));
    return legal ? accept(value, items.length > 36 || tooLong(items.flat(), 250)) : refuse(badType);
  };
}

/** `step[.]answer[,]…`: one half may be empty; in a pattern the answer may be `min[:]max`; in Moodle both are tokens or numbers. */
function steps(settings: Settings, range: boolean): Format {
  const legalAnswer = (answer: string) => {
    if (settings.moodle) return answer === '' || isToken(answer, settings) || readReal(answer, settings) !== undefined;
    if (!answer.includes('[:]')) return !/\[[,.]\]/.test(answer);
    return range && isRange(answer, settings);
  };
  return (value) => {
    const body = range ? value.replace(/^\{order_matters=(?:true|false)\}/, '') : value;
    const items = body.split('[,]').map((item) => item.split('[.]'));
    const legal = items.every(
      ([step = '', answer, ...rest]) =>
        rest.length === 0 &&
        answer !== undefined &&
        step + answer !== '' &&
        (step === '' || isToken(step, settings)) &&
        legalAnswer(answer),
    );
    return legal ? accept(value, items.length > 125 || tooLong(items.flat(), 250)) : refuse(badType);
  };
}

/** `min[:]max`, with open ends except in Moodle; min ≤ max. */
function isRange(value: string, settings: Settings): boolean {
  const ends = value.split('[:]');
  if (ends.length !== 2) return false;
  const numbers = ends.map((end) => (end === '' ? null : readReal(end, settings)));
  if (numbers.includes(undefined) || (settings.moodle && numbers.includes(null))) return false;
  const [min, max] = numbers;
  return typeof min !== 'number' || typeof max !== 'number' || min <= max;
}

const flag = /^\{(case_matters|order_matters)=([^}]*)\}/;

/** Returns the text after `{case_matters=…}` and `{order_matters=…}`, each at most once, in any order; undefined if ill-formed. */
function afterFlags(value: string, known: readonly string[]): string | undefined {
  let rest = value;
  const seen = new Set<string>();
  for (let found = flag.exec(rest); found !== null; found = flag.exec(rest)) {
    const [whole, name = '', setting = ''] = found;
    if (!known.includes(name) || seen.has(name) || !/^(?:true|false)$/.test(setting)) return undefined;
    seen.add(name);
    rest = rest.slice(whole.length);
  }
  return rest;
}

/** Localized texts joined by `[,]`, at most 10 of 250; a pattern may begin with its two flags. */
function fillIn(settings: Settings, flags: readonly string[]): Format {
  return (value) => {
    if (settings.moodle && value.includes('\n')) return refuse(badType);
    const body = flags.length === 0 ? value : afterFlags(value, flags);
    const items = body?.split('[,]').map(splitLanguage);
    if (items === undefined || items.includes(undefined)) return refuse(badType);
    return accept(
      value,
      items.length > 10 ||
        tooLong(
          items.map((item) => item?.text ?? ''),
          250,
        ),
    );
  };
}

/** One localized text of 4000; ADL cuts longer ones, Moodle accepts them, so neither refuses. */
function longFillIn(settings: Settings, flags: readonly string[]): Format {
  return (value) => {
    const body = flags.length === 0 ? value : afterFlags(value, flags);
    const parts = body === undefined ? undefined : splitLanguage(body);
    if (body === undefined || parts === undefined) return refuse(badType);
    if (settings.moodle && value.includes('\n')) return refuse(badType);
    const extra = parts.text.length - 4000;
    if (extra <= 0) return accept(value);
    return settings.moodle ? accept(value, true) : accept(value.slice(0, -extra), true);
  };
}

function one(format: (value: string) => boolean): Format {
  return (value) => (format(value) ? accept(value) : refuse(badType));
}

/** The formats of each interaction type, by the type's name. */
export function responses2004(settings: Settings): Record<string, ResponseFormats> {
  const bool = oneOf('true|false', badType);
  // ADL accepts an empty response as "nothing chosen", Moodle does not (scorm.md 20).
  const choice = tokens(settings, { empty: !settings.moodle, distinct: true });
  const sequence = tokens(settings, { empty: false, distinct: false });
  const token = one((value) => isToken(value, settings));
  const text = answer2004(4000, settings);
  return {
    'true-false': { pattern: bool, response: bool, most: 1 },
    choice: { pattern: tokens(settings, { empty: true, distinct: true }), response: choice, most: 10 },
    'fill-in': {
      pattern: fillIn(settings, ['case_matters', 'order_matters']),
      response: fillIn(settings, []),
      most: 5,
    },
    'long-fill-in': {
      pattern: longFillIn(settings, ['case_matters']),
      response: longFillIn(settings, []),
      most: 5,
    },
    matching: { pattern: pairs(settings, false), response: pairs(settings, !settings.moodle), most: 5 },
    performance: { pattern: steps(settings, true), response: steps(settings, false), most: 5 },
    sequencing: { pattern: sequence, response: sequence, most: 5 },
    likert: { pattern: token, response: token, most: 1 },
    numeric: {
      pattern: one((value) => isRange(value, settings)),
      response: one((value) => readReal(value, settings) !== undefined),
      most: 1,
    },
    other: { pattern: text, response: text, most: 1 },
  };
}
