import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Node } from '../../source.ts';
import { type Section, sectionsOf } from '../form-body.ts';
import { reportAttributes } from '../list-lines.ts';

interface Card {
  readonly token: string;
  readonly title: string;
  readonly second?: string;
  readonly nodes: Node[];
}

function readCard({ heading, blocks }: Section, context: FormContext): Card {
  const { title, second, attributes, at } = heading;
  reportAttributes(attributes, '##', context);
  const token = context.part({ text: second ? `${title.text} | ${second.text}` : title.text });
  const nodes = context.nodes(blocks);
  if (title.text === '') context.error('card-without-title', at, { name: context.name });
  else if (nodes.length === 0 && !second) context.error('empty-card', at, { title: title.text });
  return { token, title: title.html(), ...(second && { second: second.html() }), nodes };
}

/** `{ prompt, cards: [{ token, title, second?, nodes }] }`: one card for each `## Title | second part`. */
export const read: ReadForm = (body, context) => {
  const { before, sections } = sectionsOf(body);
  if (sections.length === 0) context.error('no-card', context.at, { name: context.name });
  return { prompt: context.html(before), cards: sections.map((section) => readCard(section, context)) };
};
