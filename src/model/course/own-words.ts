import type { Answer } from './activity.ts';

/** Text written by the learner. */
export interface OwnWords {
  /** Part of the question that it answers, such as a branch or a heading; '' if the question has no named parts. */
  readonly name: string;
  readonly text: string;
}

/**
 * Joins the texts in an answer: entries of a list on one line, members on separate lines; '' if there are none.
 * @param between separator between entries of a list
 */
function textIn(answer: Answer | undefined, between: string): string {
  if (typeof answer === 'string') return answer.trim();
  if (typeof answer !== 'object' || answer === null) return '';
  const texts = Object.values(answer)
    .map((one) => textIn(one, between))
    .filter(Boolean);
  return texts.join(Array.isArray(answer) ? between : '\n');
}

/** Collects the names of parts by token, from all lists in the options. */
function namesIn(options: unknown): ReadonlyMap<string, string> {
  const parts = Object.values(options ?? {}).flat() as readonly ({ readonly token?: string; readonly text?: string } | null)[];
  return new Map(parts.flatMap((part) => (part?.token && part.text ? [[part.token, part.text] as const] : [])));
}

/** A scale or sliders. */
interface Lines {
  readonly items?: readonly { readonly token: string; readonly text: string; readonly fact?: string }[];
  readonly levels?: readonly { readonly token: string; readonly text: string }[];
  readonly max?: number;
}

/** Answer to a scale or to sliders, by token. */
interface Placed {
  readonly levels?: Readonly<Record<string, unknown>>;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly comment?: unknown;
}

/** Returns the level or value of each line that has one, with its fact, then the comment. */
function linesIn({ levels, values, facts, comment }: Placed, options: Lines): OwnWords[] {
  const lines = (options.items ?? []).flatMap(({ token, text, fact = '' }): OwnWords[] => {
    const level = options.levels?.find((one) => one.token === levels?.[token])?.text.replace(/'/g, '’');
    const value = values?.[token];
    const given = level ?? (typeof value === 'number' ? `${value} / ${options.max}` : undefined);
    return given === undefined ? [] : [{ name: text, text: [given, facts?.[fact]].filter(Boolean).join('\n') }];
  });
  return typeof comment === 'string' && comment.trim() ? [...lines, { name: '', text: comment.trim() }] : lines;
}

/**
 * Returns the texts in an answer, one for each part that isn't empty. A question without parts has one text, or none if empty.
 * @param options options of the activity, which contain the names of parts
 * @param between separator between the entries of a list in a part, such as the ideas of a branch; entries may contain commas
 */
export function ownWords(answer: Answer | undefined, options?: unknown, between = '; '): OwnWords[] {
  const placed = answer as Placed | null | undefined;
  if (typeof (placed?.levels ?? placed?.values) === 'object') return linesIn(placed ?? {}, options ?? {});
  const names = namesIn(options);
  const isParted = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  const given = isParted ? Object.entries(answer) : [['', answer] as const];
  return given
    .map(([token, part]) => ({ name: names.get(token) ?? '', text: textIn(part, isParted ? between : ', ') }))
    .filter(({ text }) => text !== '');
}
