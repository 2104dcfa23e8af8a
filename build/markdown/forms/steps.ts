import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Block, Item } from '../../source.ts';
import { aroundShape } from '../form-body.ts';
import { checkLine, reportLost } from '../list-lines.ts';
import { plainHtml } from '../plain-html.ts';
import { reportTwice } from '../similar-texts.ts';

type List = Extract<Block, { kind: 'list' }>;

interface Step {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  readonly feedback?: string;
}

function readStep(item: Item, context: FormContext): Step {
  checkLine(item, context);
  const html = item.html();
  return { token: context.part({ text: item.text }), html, text: plainHtml(html), ...(item.feedback && { feedback: item.feedback() }) };
}

/** Reads a numbered list, written in its right order: `{ prompt, steps: [{ token, html, text, feedback? }] }`. */
export const read: ReadForm = (body, context) => {
  const { before, shape: list, rest } = aroundShape(body, (block): block is List => block.kind === 'list' && block.ordered);
  if (list && list.start > 1) context.error('list-begins-above-one', list.at, { start: list.start });
  const prompt = context.html(before);
  const items = list?.items ?? [];
  reportTwice(items, context);
  const steps = items.map((item) => readStep(item, context));
  reportLost(rest, context);
  return { prompt, steps };
};
