import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Block, Item } from '../../source.ts';
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
  const found = body.findIndex((block) => block.kind === 'list' && block.ordered);
  const end = found < 0 ? body.length : found;
  const [list, ...rest] = body.slice(end) as [List?, ...Block[]];
  if (list && list.start > 1) context.error('list-begins-above-one', list.at, { start: list.start });
  const prompt = context.html(body.slice(0, end).filter((block) => block.kind !== 'quote'));
  const items = list?.items ?? [];
  reportTwice(items, context);
  const steps = items.map((item) => readStep(item, context));
  reportLost(rest, context);
  return { prompt, steps };
};
