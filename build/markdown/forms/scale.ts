import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Block, Item } from '../../source.ts';
import { aroundShape } from '../form-body.ts';
import { checkBareLine, reportLost } from '../list-lines.ts';
import { plainHtml } from '../plain-html.ts';
import { reportTwice } from '../similar-texts.ts';

type List = Extract<Block, { kind: 'list' }>;

/** Something that the learner places on the scale. */
interface Line {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** Id of the competency that it stands for. */
  readonly competency?: string;
  /** Token of the fact that proves it, where facts are asked for. */
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

function readLine(item: Item, context: FormContext): Line {
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

/** The comment is no part of the text: its token is one that no list is long enough for. */
const COMMENT: Token = 'zz';
const COMMENT_CHARACTERS = 500;
const FACT_CHARACTERS = 300;

function fieldsOf(items: readonly Line[], context: FormContext) {
  const facts = items.flatMap(({ fact }) => (fact === undefined ? [] : [{ token: fact, maxCharacters: FACT_CHARACTERS }]));
  return context.options.comment === true ? [...facts, { token: COMMENT, maxCharacters: COMMENT_CHARACTERS }] : facts;
}

/**
 * Reads what is to be placed on a scale: `{ prompt, levels: [{ token, text }], items: [{ token, html, text, competency?, fact? }], fields? }`.
 * The levels are the type's attribute of that name, from the lowest; each is a part, so that an answer outlives a new one between two.
 */
export const read: ReadForm = (body, context) => {
  const { before, shape: list, rest } = aroundShape(body, (block): block is List => block.kind === 'list' && !block.ordered);
  const prompt = context.html(before);
  const lines = list?.items ?? [];
  reportTwice(lines, context);
  const levels = ((context.options.levels ?? []) as readonly string[]).map((text): Level => ({ token: context.part({ text }), text }));
  const items = lines.map((item) => readLine(item, context));
  reportLost(rest, context);
  const fields = fieldsOf(items, context);
  return { prompt, levels, items, ...(fields.length > 0 && { fields }) };
};
