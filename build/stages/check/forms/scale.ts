import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Block, Item } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { aroundShape } from '../body/form-body.ts';
import { checkBareLine, reportLost } from '../body/list-lines.ts';
import { reportDuplicates } from '../body/similar-texts.ts';

type List = Extract<Block, { kind: 'list' }>;

type ScaleOptions = Some<{ readonly levels?: readonly string[]; readonly facts?: boolean; readonly comment?: boolean }>;

/** An item that the learner places on the scale. */
interface Line {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** Id of its competency. */
  readonly competency?: string;
  /** Token of the fact that proves it, if facts are asked for. */
  readonly fact?: Token;
}

/** A step of the scale, from the lowest. */
interface Level {
  readonly token: Token;
  readonly text: string;
}

function competencyOf(item: Item, context: FormContext): string | undefined {
  const { id, entries, at } = item.attributes ?? { entries: [], at: item.at };
  if (id !== undefined) context.error('unknown-attribute', at, { name: context.name, key: `#${id}`, near: '' });
  let competency: string | undefined;
  for (const { key, value, at: where } of entries) {
    if (key !== 'competency' || typeof value !== 'string') {
      context.error('unknown-attribute', where, { name: context.name, key, near: key === 'competency' ? '' : 'competency' });
    } else if (context.competency(value, where)) competency = value;
  }
  return competency;
}

function readLine(item: Item, context: FormContext<ScaleOptions>): Line {
  checkBareLine(item, context);
  if (item.feedback) context.error('stray-quote', item.at);
  const html = item.html();
  const competency = competencyOf(item, context);
  return {
    token: context.part({ text: item.text }),
    html,
    text: plainHtml(html),
    ...(competency !== undefined && { competency }),
    ...(context.options.facts === true && { fact: context.part({ text: item.text, key: 'fact' }) }),
  };
}

/** Token of the comment, which is not in the text: no list is long enough for it. */
const COMMENT: Token = 'zz';
const COMMENT_CHARACTERS = 500;
const FACT_CHARACTERS = 300;

function fieldsOf(items: readonly Line[], context: FormContext<ScaleOptions>): Field[] {
  const facts = items.flatMap(({ fact }) => (fact === undefined ? [] : [{ token: fact, maxCharacters: FACT_CHARACTERS }]));
  return context.options.comment === true ? [...facts, { token: COMMENT, maxCharacters: COMMENT_CHARACTERS }] : facts;
}

interface Field {
  readonly token: Token;
  readonly maxCharacters: number;
}

export interface ScaleBody {
  readonly prompt: Html;
  /** From the lowest. */
  readonly levels: readonly Level[];
  readonly items: readonly Line[];
  /** Fields for facts and comment. */
  readonly fields?: readonly Field[];
}

/**
 * Reads items to place on a scale:
 * `{ prompt, levels: [{ token, text }], items: [{ token, html, text, competency?, fact? }], fields? }`.
 * The levels are the type's attribute of that name, from the lowest. Each is a part, so that answers survive a new level between
 * two others.
 */
export const scale: Form<ScaleBody, ScaleOptions> = {
  read(body, context) {
    const { before, shape: list, rest } = aroundShape(body, (block): block is List => block.kind === 'list' && !block.ordered);
    const prompt = context.html(before);
    const lines = list?.items ?? [];
    reportDuplicates(lines, context);
    const levels = (context.options.levels ?? []).map((text): Level => ({ token: context.part({ text }), text }));
    const items = lines.map((item) => readLine(item, context));
    reportLost(rest, context);
    const fields = fieldsOf(items, context);
    return { prompt, levels, items, ...(fields.length > 0 && { fields }) };
  },
};
