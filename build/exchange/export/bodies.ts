import { rangeIn } from '../../../templates/numeric/number.ts';
import type { ValidActivity } from '../../model/source.ts';
import { placeOf, withBlanks } from '../blanks.ts';
import type { Body, Choice, Remark } from '../model.ts';
import { rangeAround } from '../read/numbers.ts';
import type { Converter } from './converter.ts';

/** A line with a box, as the forms read it. */
interface Line {
  readonly html: string;
  readonly text: string;
  readonly right: boolean;
  readonly weight?: number;
  readonly feedback?: string;
}

interface Input {
  readonly activity: ValidActivity;
  readonly converter: Converter;
  remark(level: Remark['level'], key: string, values: Remark['values']): void;
}

type MakeBodies = (input: Input) => readonly Body[];

function feedbackOf(feedback: string | undefined, converter: Converter): { readonly feedback?: string } {
  return feedback === undefined || feedback === '' ? {} : { feedback: converter.text(feedback) };
}

function choice({ activity, converter }: Input): Body[] {
  const { choices, multiple, shuffle } = activity.options as { choices: Line[]; multiple: boolean; shuffle: boolean };
  const right = choices.filter((one) => one.right).length;
  const weightOf = (one: Line): number => {
    if (one.weight !== undefined) return one.weight;
    if (!multiple) return one.right ? 100 : 0;
    return (one.right ? 100 : -100) / Math.max(1, right);
  };
  const own = choices.map(
    (one): Choice => ({ text: converter.line(one.html), weight: weightOf(one), ...feedbackOf(one.feedback, converter) }),
  );
  return [{ kind: multiple ? 'multiple' : 'single', choices: own, shuffle }];
}

/** Makes a question of each statement. */
function trueFalse({ activity, converter }: Input): Body[] {
  const { choices, prompt } = activity.options as { choices: Line[]; prompt: string };
  const before = converter.text(prompt);
  return choices.map(({ html, right, feedback }, index): Body => {
    const text = [before, converter.line(html)].filter((one) => one !== '').join('\n\n');
    const own = feedbackOf(feedback, converter).feedback;
    const name = choices.length > 1 ? `${activity.id}-${index + 1}` : activity.id;
    return {
      kind: 'true-false',
      isTrue: right,
      text,
      name,
      idNumber: name,
      ...(own !== undefined && { results: { right: own, wrong: own } }),
    };
  });
}

function matching({ activity, converter, remark }: Input): Body[] {
  const { pairs } = activity.options as { pairs: { left?: string; right: string; feedback?: string }[] };
  for (const { feedback } of pairs) if (feedback) remark('lost', 'export.feedback', { text: converter.text(feedback).slice(0, 200) });
  const asked = pairs.flatMap(({ left, right }) => (left === undefined ? [] : [[converter.line(left), converter.line(right)] as const]));
  const lures = pairs.flatMap(({ left, right }) => (left === undefined ? [converter.line(right)] : []));
  return [{ kind: 'matching', pairs: asked, lures }];
}

function essay({ activity }: Input): Body[] {
  const { fields } = activity.options as { fields: { minWords?: number; maxWords?: number }[] };
  const { minWords, maxWords } = fields[0] ?? {};
  return [{ kind: 'essay', ...(minWords !== undefined && { minWords }), ...(maxWords !== undefined && { maxWords }) }];
}

function cloze({ activity, converter }: Input): Body[] {
  const options = activity.options as {
    prompt: string;
    html: string;
    blanks: { html: string; lead: string; trail: string; accepted: string[] }[];
    mode: string;
    distractors?: string[];
  };
  // A blank keeps its place through the conversion, because it is a word without a meaning.
  const marked = options.blanks.map(({ html, lead, trail }, index) => `${html}${lead}${placeOf(index)}${trail}`).join('');
  const text = converter.text(`${options.prompt}\n${marked}${options.html}`);
  const blanks = options.blanks.map(({ accepted }) => `[[${accepted.join(' / ')}]]`);
  return [{ kind: 'cloze', text: withBlanks(text, blanks), isList: options.mode === 'list', distractors: options.distractors ?? [] }];
}

function order({ activity, converter, remark }: Input): Body[] {
  const { steps } = activity.options as { steps: { html: string; feedback?: string }[] };
  for (const { feedback } of steps) if (feedback) remark('lost', 'export.feedback', { text: converter.text(feedback).slice(0, 200) });
  return [{ kind: 'order', steps: steps.map(({ html }) => converter.line(html)) }];
}

function short({ activity, converter }: Input): Body[] {
  const { answer = [], choices } = activity.options as { answer?: string[]; choices: Line[] };
  const plain = answer.map((text) => ({ text: converter.plain(text), weight: 100 }));
  const lines = choices.map(({ text, right, weight, feedback }) => ({
    text: converter.plain(text),
    weight: right ? (weight ?? 100) : 0,
    ...feedbackOf(feedback, converter),
  }));
  return [{ kind: 'short', answers: [...plain, ...lines] }];
}

function numeric({ activity, converter }: Input): Body[] {
  const { answer, tolerance, unit, choices } = activity.options as { answer?: number; tolerance: number; unit?: string; choices: Line[] };
  const own = rangeAround(answer, tolerance);
  const lines = choices.flatMap(({ text, right, weight, feedback }) => {
    const range = rangeIn(converter.plain(text), unit);
    if (!range) return [];
    return [{ low: range.min, high: range.max, weight: right ? (weight ?? 100) : 0, ...feedbackOf(feedback, converter) }];
  });
  const answers = [...(own ? [{ ...own, weight: 100 }] : []), ...lines];
  return [{ kind: 'numeric', answers, ...(unit !== undefined && { unit: converter.plain(unit) }) }];
}

const MAKERS: Readonly<Record<string, MakeBodies>> = {
  choice,
  'true-false': trueFalse,
  matching,
  'open-question': essay,
  cloze,
  order,
  'short-text': short,
  numeric,
};

/** Makes the bodies of the questions that an activity becomes; undefined if its type has no counterpart. */
export function bodiesOf(activity: ValidActivity, converter: Converter, remark: Input['remark']): readonly Body[] | undefined {
  return Object.hasOwn(MAKERS, activity.type) ? MAKERS[activity.type]?.({ activity, converter, remark }) : undefined;
}
