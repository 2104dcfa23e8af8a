import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Block, Item } from '../../source.ts';
import { checkLine, reportAttributes } from '../list-lines.ts';
import { plainHtml } from '../plain-html.ts';
import { reportNearlyEqual, textKey } from '../similar-texts.ts';
import { titleHtml, titleText } from '../whole-title.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** A `##` with the lines under it. */
interface Open {
  readonly heading: Heading;
  readonly items: Item[];
}

interface Group {
  readonly token: Token;
  readonly title: string;
  readonly text: string;
}

/** A line, and the name of the group that it stands in. */
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

/** Puts a block where it belongs, or says that it belongs nowhere. */
function take(block: Block, prompt: Block[], groups: Open[], context: FormContext): void {
  const last = groups.at(-1);
  if (block.kind === 'quote') return;
  if (block.kind === 'heading' && block.level === 2) groups.push({ heading: block, items: [] });
  else if (block.kind === 'heading' && block.level === 1) context.error('heading-in-activity', block.at);
  else if (!last) prompt.push(block);
  else if (block.kind === 'list') last.items.push(...block.items);
  else if (block.kind === 'directive') context.html([block]);
  else context.error('text-in-group', block.at, { title: titleText(last.heading) });
}

function checkGroup({ heading, items }: Open, context: FormContext): void {
  const { attributes, at } = heading;
  if (titleText(heading) === '') context.error('card-without-title', at, { name: context.name });
  else if (items.length === 0) context.error('empty-category', at, { title: titleText(heading) });
  reportAttributes(attributes, '##', context);
  const met = new Set<string>();
  for (const { text, at: line } of items) {
    if (text !== '' && met.has(textKey(text))) context.error('item-twice', line, { item: text.slice(0, 60) });
    met.add(textKey(text));
  }
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

/** Where each item stands, by its key. */
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

/** An item that stands in two groups is one part, registered where it first stands. */
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
    const group = { token: context.part({ text: titleText(heading) }), title: html, text: plainHtml(html) };
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

/**
 * Reads groups of items: `{ prompt, groups: [{ token, title, text }], items: [{ token, html, text, groups, feedback? }],
 * multiple }`. `multiple`: some item belongs to two groups at least.
 */
export const read: ReadForm = (body, context) => {
  const prompt: Block[] = [];
  const open: Open[] = [];
  for (const block of body) take(block, prompt, open, context);
  checkGroups(open, context);
  const { groups, items } = readGroups(open, context);
  return { prompt: context.html(prompt), groups, items, multiple: items.some((item) => item.groups.length > 1) };
};
