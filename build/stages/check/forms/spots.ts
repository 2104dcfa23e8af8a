import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Block, Node } from '../../../model/source.ts';
import { percentOf } from '../../../text/percent.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { type Section, sectionsOf } from '../body/form-body.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** A place on the picture. */
interface Spot {
  readonly token: Token;
  /** Percent of the picture's width and height, from its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly text: string;
  readonly right: boolean;
  /** Shown once it was chosen, if the places are a question. */
  readonly feedback?: string;
  /** Content that it opens, if they are not a question. */
  readonly nodes?: Node[];
}

function isRight({ attributes, title }: Heading, context: FormContext): boolean {
  const { id, entries, at } = attributes ?? { entries: [], at: title.at };
  if (id !== undefined) context.error('unknown-attribute', at, { name: '##', key: `#${id}`, near: '' });
  for (const entry of entries) {
    if (entry.key !== 'right') context.error('unknown-attribute', entry.at, { name: '##', key: entry.key, near: 'right' });
  }
  return entries.some(({ key }) => key === 'right');
}

function readSpot({ heading, blocks }: Section, asks: boolean, context: FormContext): Spot {
  const { title, second, at } = heading;
  const [x, y] = title.text.trim().split(/\s+/).map(percentOf);
  if (x === undefined || y === undefined) context.error('point-outside', at, { text: title.text.slice(0, 40) });
  if (!second) context.error('spot-without-name', at);
  const right = isRight(heading, context);
  const html = second?.html() ?? '';
  const spot = {
    token: context.part({ text: second?.text ?? '', ...(right && { key: 'x' }) }),
    x: x ?? 0,
    y: y ?? 0,
    title: html,
    text: plainHtml(html),
    right,
  };
  if (asks) return { ...spot, ...(blocks.length > 0 && { feedback: context.html(blocks) }) };
  if (blocks.length === 0) context.error('empty-spot', at, { title: second?.text ?? title.text });
  return { ...spot, nodes: context.nodes(blocks) };
}

export interface SpotsBody {
  readonly prompt: Html;
  /** The picture. */
  readonly html: Html;
  readonly cards: readonly Spot[];
  /** True if the right places are to be chosen; else they are only opened. */
  readonly asks: boolean;
}

/**
 * Reads places on a picture: `{ prompt, html, cards: [{ token, x, y, title, text, right, feedback?, nodes? }], asks }`. `html` is the
 * first picture of the prompt; each `## 32 45 | Name` is a place. Once a heading has `{right}` they are a question (`asks`).
 */
export const spots: Form<SpotsBody> = {
  read(body, context) {
    const { before, sections } = sectionsOf(body);
    const picture = before.find((block) => block.kind === 'prose' && block.picture);
    if (!picture) context.error('no-picture', context.at, { name: context.name });
    if (sections.length === 0) context.error('no-spot', context.at, { name: context.name });
    const asks = sections.some(({ heading }) => heading.attributes?.entries.some(({ key }) => key === 'right'));
    return {
      prompt: context.html(before.filter((block) => block !== picture && block.kind !== 'quote')),
      html: picture ? context.html([picture]) : '',
      cards: sections.map((section) => readSpot(section, asks, context)),
      asks,
    };
  },
};
