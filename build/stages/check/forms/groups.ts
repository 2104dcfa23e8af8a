import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Block, Item } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { checkLine, iconIn } from '../body/list-lines.ts';
import { reportEqual, reportNearlyEqual, textKey } from '../body/similar-texts.ts';
import { titleHtml, titleText } from '../body/whole-title.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** A `##` with the lines below it. */
interface Open {
  readonly heading: Heading;
  readonly items: Item[];
}

interface Group {
  readonly token: Token;
  readonly title: string;
  readonly text: string;
  /** The marker of its pictogram. */
  readonly icon?: string;
}

/** A line, and the name of its group. */
interface Place {
  readonly item: Item;
  readonly group: string;
}

interface Placed {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  readonly groups: Token[];
  readonly feedback?: string;
}

/** Adds a block to the prompt or a group, or reports it. */
function take(block: Block, prompt: Block[], open: Open[], context: FormContext): void {
  const last = open.at(-1);
  if (block.kind === 'quote') return;
  if (block.kind === 'heading' && block.level === 2) open.push({ heading: block, items: [] });
  else if (block.kind === 'heading' && block.level === 1) context.error('heading-in-activity', block.at);
  else if (!last) prompt.push(block);
  else if (block.kind === 'list') last.items.push(...block.items);
  else if (block.kind === 'directive') context.html([block]);
  else context.error('text-in-group', block.at, { title: titleText(last.heading) });
}

function checkGroup({ heading, items }: Open, context: FormContext): void {
  const { at } = heading;
  if (titleText(heading) === '') context.error('card-without-title', at, { name: context.name });
  else if (items.length === 0) context.error('empty-category', at, { title: titleText(heading) });
  reportEqual(items, context);
}

function checkGroups(groups: readonly Open[], context: FormContext): void {
  const met = new Set<string>();
  for (const group of groups) {
    checkGroup(group, context);
    const key = textKey(titleText(group.heading));
    if (met.has(key) && key !== '') context.error('group-twice', group.heading.at, { title: titleText(group.heading) });
    met.add(key);
  }
  reportNearlyEqual(
    groups.flatMap(({ items }) => items),
    context,
  );
}

/** Finds the groups of each item, by its key. */
function placesOf(open: readonly Open[]): Map<string, [Place, ...Place[]]> {
  const places = new Map<string, [Place, ...Place[]]>();
  for (const { heading, items } of open) {
    for (const item of items) {
      const key = textKey(item.text);
      const place = { item, group: titleText(heading) };
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  }
  return places;
}

/** Reads an item. In two groups it is one part, registered at its first position. */
function readItem(places: readonly [Place, ...Place[]], context: FormContext): Placed {
  const [{ item: first }] = places;
  const names = [...new Set(places.map(({ group }) => group))];
  const html = first.html();
  const feedback = places.map(({ item }) => item.feedback?.() ?? '').join('');
  return {
    token: context.part({ text: first.text, key: names.join(' | ') }),
    html,
    text: plainHtml(html),
    groups: [],
    ...(feedback !== '' && { feedback }),
  };
}

function readGroups(open: readonly Open[], context: FormContext): { groups: Group[]; items: Placed[] } {
  const placed = new Map<string, Placed>();
  const places = placesOf(open);
  const groups = open.map(({ heading, items }): Group => {
    const html = titleHtml(heading);
    const group = {
      token: context.part({ text: titleText(heading) }),
      title: html,
      text: plainHtml(html),
      ...iconIn(heading.attributes, '##', context),
    };
    for (const item of items) {
      checkLine(item, context);
      const key = textKey(item.text);
      const known = placed.get(key) ?? readItem(places.get(key) as [Place], context);
      known.groups.push(group.token);
      placed.set(key, known);
    }
    return group;
  });
  return { groups, items: [...placed.values()] };
}

export interface GroupsBody {
  readonly prompt: Html;
  readonly groups: readonly Group[];
  readonly items: readonly Placed[];
  /** True if some item belongs to at least two groups. */
  readonly multiple: boolean;
}

/**
 * Reads groups of items: `{ prompt, groups: [{ token, title, text, icon? }], items: [{ token, html, text, groups, feedback? }],
 * multiple }`. `multiple`: some item belongs to two groups at least.
 */
export const groups: Form<GroupsBody> = {
  read(body, context) {
    const prompt: Block[] = [];
    const open: Open[] = [];
    for (const block of body) take(block, prompt, open, context);
    checkGroups(open, context);
    const { groups, items } = readGroups(open, context);
    return { prompt: context.html(prompt), groups, items, multiple: items.some((item) => item.groups.length > 1) };
  },
};
