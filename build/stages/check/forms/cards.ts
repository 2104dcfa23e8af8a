import type { Html } from '../../../../src/model/course/activity.ts';
import type { Node } from '../../../model/source.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { type Section, sectionsOf } from '../body/form-body.ts';
import { iconIn } from '../body/list-lines.ts';

interface Card {
  readonly token: string;
  readonly title: string;
  readonly second?: string;
  /** The marker of its pictogram. */
  readonly icon?: string;
  readonly nodes: Node[];
}

function readCard({ heading, blocks }: Section, context: FormContext): Card {
  const { title, second, attributes, at } = heading;
  const icon = iconIn(attributes, '##', context);
  const token = context.part({ text: second ? `${title.text} | ${second.text}` : title.text });
  const nodes = context.nodes(blocks);
  if (title.text === '') context.error('card-without-title', at, { name: context.name });
  else if (nodes.length === 0 && !second) context.error('empty-card', at, { title: title.text });
  return { token, title: title.html(), ...(second && { second: second.html() }), ...icon, nodes };
}

export interface CardsBody {
  readonly prompt: Html;
  readonly cards: readonly Card[];
}

/** `{ prompt, cards: [{ token, title, second?, icon?, nodes }] }`: one card for each `## Title | second part`. */
export const cards: Form<CardsBody> = {
  read(body, context) {
    const { before, sections } = sectionsOf(body);
    if (sections.length === 0) context.error('no-card', context.at, { name: context.name });
    return { prompt: context.html(before), cards: sections.map((section) => readCard(section, context)) };
  },
};
