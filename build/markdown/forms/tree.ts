import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Block, Item } from '../../source.ts';
import { aroundShape } from '../form-body.ts';
import { checkLine, reportLost } from '../list-lines.ts';
import { plainHtml } from '../plain-html.ts';
import { reportTwice } from '../similar-texts.ts';

type List = Extract<Block, { kind: 'list' }>;

/** A branch to fill in. */
interface Branch {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** What its author hung on it already: a list, or ''. */
  readonly trail: string;
}

/** Levels that a picture shows legibly, the centre included. */
const DEEPEST = 4;
/** What the learner writes is no part of the text: its token is one that no list is long enough for. */
const IDEAS: Token = 'zz';

function isList(block: Block): block is List {
  return block.kind === 'list';
}

function listsIn({ children }: Item): List[] {
  return children.filter(isList);
}

/** Reports what no node of a tree can hold: its list of nodes is allowed. */
function checkNodes(items: readonly Item[], level: number, context: FormContext): void {
  reportTwice(items, context);
  for (const item of items) {
    checkLine({ ...item, children: item.children.filter((child) => !isList(child)) }, context);
    if (item.feedback) context.error('stray-quote', item.at);
    const lists = listsIn(item);
    if (lists[0] && level >= DEEPEST) context.error('tree-too-deep', lists[0].at, { limit: DEEPEST });
    else
      checkNodes(
        lists.flatMap((list) => list.items),
        level + 1,
        context,
      );
  }
}

function readBranch(item: Item, context: FormContext): Branch {
  const html = item.html();
  const trail = listsIn(item)
    .map((list) => list.html())
    .join('');
  return { token: context.part({ text: item.text }), html, text: plainHtml(html), trail };
}

/**
 * Reads a nested list whose only outer item is the centre: `{ prompt, html }`. With the type's attribute `fill`, its branches are to
 * be filled in: `{ prompt, centre: { html, text }, branches: [{ token, html, text, trail }], fields: [{ token, maxCharacters }] }`.
 */
export const read: ReadForm = (body, context) => {
  const { before, shape: list, rest } = aroundShape(body, isList);
  const prompt = context.html(before);
  reportLost(rest, context);
  const [centre, second] = list?.items ?? [];
  if (second) context.error('two-centres', second.at, { item: second.text.slice(0, 60) });
  const branches = centre ? listsIn(centre).flatMap(({ items }) => items) : [];
  if (branches.length === 0) context.error('no-branch', centre?.at ?? context.at);
  checkNodes(centre ? [centre] : [], 1, context);
  if (context.options.fill !== true) return { prompt, html: list?.html() ?? '' };
  const html = centre?.html() ?? '';
  return {
    prompt,
    centre: { html, text: plainHtml(html) },
    branches: branches.map((branch) => readBranch(branch, context)),
    fields: [{ token: IDEAS, maxCharacters: context.options.maxCharacters }],
  };
};
