import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Block, Item } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { aroundShape } from '../body/form-body.ts';
import { checkLine, reportLost } from '../body/list-lines.ts';
import { reportDuplicates } from '../body/similar-texts.ts';

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

export interface StepsBody {
  readonly prompt: Html;
  /** In their right order. */
  readonly steps: readonly Step[];
}

/** Reads a numbered list, written in its right order: `{ prompt, steps: [{ token, html, text, feedback? }] }`. */
export const steps: Form<StepsBody> = {
  read(body, context) {
    const { before, shape: list, rest } = aroundShape(body, (block): block is List => block.kind === 'list' && block.ordered);
    if (list && list.start > 1) context.error('list-begins-above-one', list.at, { start: list.start });
    const prompt = context.html(before);
    const items = list?.items ?? [];
    reportDuplicates(items, context);
    const steps = items.map((item) => readStep(item, context));
    reportLost(rest, context);
    return { prompt, steps };
  },
};
