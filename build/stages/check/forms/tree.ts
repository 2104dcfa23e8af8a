import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Block, Item } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { aroundShape } from '../body/form-body.ts';
import { checkLine, reportLost } from '../body/list-lines.ts';
import { reportDuplicates } from '../body/similar-texts.ts';

type List = Extract<Block, { kind: 'list' }>;

/** A branch to fill in. */
interface Branch {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** The author's nodes below it: a list, or ''. */
  readonly trail: string;
}

/** Levels that are still legible, the centre included. */
const DEEPEST = 4;
/** Token of the learner's ideas, which are not in the text: no list is long enough for it. */
const IDEAS: Token = 'zz';

function isList(block: Block): block is List {
  return block.kind === 'list';
}

function listsIn({ children }: Item): List[] {
  return children.filter(isList);
}

/** Reports content that a node of a tree can't have; its list of nodes is allowed. */
function checkNodes(items: readonly Item[], level: number, context: FormContext): void {
  reportDuplicates(items, context);
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

interface Field {
  readonly token: Token;
  readonly maxCharacters: number;
}

export interface TreeBody {
  readonly prompt: Html;
  /** The whole list, if it is only to be read. */
  readonly html?: Html;
  /** This and the following only if it is to be filled in. */
  readonly centre?: { readonly html: Html; readonly text: string };
  readonly branches?: readonly Branch[];
  /** One field; its `maxCharacters` is the limit of all ideas together. */
  readonly fields?: readonly Field[];
}

/**
 * Reads a nested list whose only outer item is the centre: `{ prompt, html }`. With the type's attribute `fill`, its branches are to
 * be filled in: `{ prompt, centre: { html, text }, branches: [{ token, html, text, trail }], fields: [{ token, maxCharacters }] }`.
 */
export const tree: Form<TreeBody, Some<{ readonly fill: boolean; readonly maxCharacters: number }>> = {
  read(body, context) {
    const { before, shape: list, rest } = aroundShape(body, isList);
    const prompt = context.html(before);
    reportLost(rest, context);
    const [centre, second] = list?.items ?? [];
    if (second) context.error('two-centres', second.at, { item: second.text.slice(0, 60) });
    const branches = centre ? listsIn(centre).flatMap(({ items }) => items) : [];
    if (branches.length === 0) context.error('no-branch', centre?.at ?? context.at);
    checkNodes(centre ? [centre] : [], 1, context);
    if (!context.options.fill) return { prompt, html: list?.html() ?? '' };
    const html = centre?.html() ?? '';
    return {
      prompt,
      centre: { html, text: plainHtml(html) },
      branches: branches.map((branch) => readBranch(branch, context)),
      fields: [{ token: IDEAS, maxCharacters: context.options.maxCharacters }],
    };
  },
};
