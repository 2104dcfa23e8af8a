import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Change, Need, Values } from '../../../../src/model/record/story.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { Block, Item, Node } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { type Section, sectionsOf } from '../body/form-body.ts';
import { checkBareLine, reportLost } from '../body/list-lines.ts';
import { effectOf, valuesOf } from '../body/scene-lines.ts';
import { walkScenes } from '../body/scene-walk.ts';
import { reportEqual } from '../body/similar-texts.ts';
import { titleHtml, titleText } from '../body/whole-title.ts';

type Heading = Extract<Block, { kind: 'heading' }>;
type List = Extract<Block, { kind: 'list' }>;

/** A decision in a scene. */
interface Choice {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** The scene that comes next. */
  readonly to: Token;
  readonly feedback?: string;
  readonly changes?: readonly Change[];
  readonly needs?: readonly Need[];
}

interface Scene {
  readonly token: Token;
  /** Name for links to it, if it has one. */
  readonly id?: string;
  readonly html: string;
  readonly text: string;
  readonly ending?: Ending;
  readonly nodes: readonly Node[];
  readonly choices: readonly Choice[];
}

/** A `##` with the blocks below it. */
interface Open {
  readonly heading: Heading;
  readonly id: string | undefined;
  readonly ending: Ending | undefined;
  readonly content: Block[];
  readonly items: readonly Item[];
  /** Blocks after its choices, which would not be shown. */
  readonly lost: readonly Block[];
}

const ENDINGS = ['good', 'mixed', 'bad'] as const;
type Ending = (typeof ENDINGS)[number];

function endingOf({ attributes }: Heading, context: FormContext): Ending | undefined {
  let ending: Ending | undefined;
  for (const { key, value, at } of attributes?.entries ?? []) {
    if (key !== 'ending') context.error('unknown-attribute', at, { name: '##', key, near: nearest(key, ['ending']) });
    else {
      const named = ENDINGS.find((one) => one === value);
      if (!named) context.error('bad-attribute', at, { key, value: String(value), example: 'ending=good' });
      // An invalid value is still an ending.
      ending = named ?? 'mixed';
    }
  }
  return ending;
}

function isChoices(block: Block): block is List {
  return block.kind === 'list' && block.items.some(({ link }) => link);
}

function openScene({ heading, blocks }: Section, context: FormContext): Open {
  const ending = endingOf(heading, context);
  // At an ending a list of links leads to pages.
  const first = ending === undefined ? blocks.findIndex(isChoices) : -1;
  const end = first < 0 ? blocks.length : first;
  const shape = blocks.slice(end);
  return {
    heading,
    id: heading.attributes?.id,
    ending,
    content: blocks.slice(0, end),
    items: shape.filter(isChoices).flatMap(({ items }) => items),
    lost: shape.filter((block) => !isChoices(block)),
  };
}

/** Reports a choice that doesn't lead to a scene. */
function checkItem(item: Item, ids: readonly string[], context: FormContext): void {
  checkBareLine(item, context);
  if (!item.link) {
    if (item.text !== '') context.error('choice-without-scene', item.at, { item: item.text.slice(0, 60) });
    return;
  }
  context.ownLink(item.link);
  const { page, at } = item.link;
  if (!ids.includes(page)) context.error('unknown-scene', at, { scene: page, near: nearest(page, ids) });
}

function checkScene(scene: Open, ids: readonly string[], context: FormContext): void {
  const { heading, ending, content, items } = scene;
  const title = titleText(heading);
  if (title === '') context.error('card-without-title', heading.at, { name: context.name });
  for (const item of items) checkItem(item, ids, context);
  reportEqual(items, context);
  reportLost(scene.lost, context);
  if (ending === undefined) {
    if (items.length === 0) context.error('scene-without-choice', heading.at, { title });
    return;
  }
  if (content.length === 0) context.error('ending-without-words', heading.at, { title });
  const links = content.filter(isChoices).flatMap(({ items: lines }) => lines.flatMap(({ link }) => (link ? [link] : [])));
  const wrong = links.filter(({ page }) => ids.includes(page));
  for (const link of wrong) context.ownLink(link);
  if (wrong[0]) context.error('ending-with-choices', wrong[0].at, { title });
}

function checkIds(scenes: readonly Open[], context: FormContext): void {
  const met = new Set<string>();
  for (const { id, heading } of scenes) {
    if (id !== undefined && met.has(id)) context.error('scene-twice', heading.attributes?.at ?? heading.at, { scene: id });
    if (id !== undefined) met.add(id);
  }
}

/** Registers parts in the order of the text: each scene, then its choices. A named scene survives any change of its title. */
function tokensOf(scenes: readonly Open[], context: FormContext): { scene: Token; choices: Token[] }[] {
  return scenes.map(({ id, heading, items }) => {
    const name = id === undefined ? titleText(heading) : `#${id}`;
    const scene = context.part({ text: name });
    return { scene, choices: items.map(({ text, link }) => context.part({ text, key: `${name} > #${link?.page ?? ''}` })) };
  });
}

function readScenes(open: readonly Open[], values: Values, context: FormContext): Scene[] {
  const tokens = tokensOf(open, context);
  const tokenOf = (id: string | undefined): Token => tokens[open.findIndex((one) => one.id === id)]?.scene ?? '';
  return open.map(({ heading, id, ending, content, items }, place): Scene => {
    const html = titleHtml(heading);
    const choices = items.map((item, index): Choice => {
      const line = (item.link ?? item).html();
      const { changes, needs } = effectOf(item.attributes, values, context);
      return {
        token: tokens[place]?.choices[index] ?? '',
        html: line,
        text: plainHtml(line),
        to: tokenOf(item.link?.page),
        ...(item.feedback && { feedback: item.feedback() }),
        ...(changes.length > 0 && { changes }),
        ...(needs.length > 0 && { needs }),
      };
    });
    const named = { ...(id !== undefined && { id }), ...(ending !== undefined && { ending }) };
    return { token: tokens[place]?.scene ?? '', ...named, html, text: plainHtml(html), nodes: context.nodes(content), choices };
  });
}

/** Reports faults that only a walk through all decisions shows. */
function checkWays(open: readonly Open[], scenes: readonly Scene[], values: Values, context: FormContext): void {
  const places = new Map(scenes.map(({ token }, place) => [token, place]));
  const walk = walkScenes(
    scenes.map(({ ending, choices }) => ({
      ending: ending !== undefined,
      choices: choices.map((choice) => ({ ...choice, to: places.get(choice.to) ?? 0 })),
    })),
    values,
  );
  const report = (code: 'unreached-scene' | 'stuck-scene' | 'endless-scene', scene: number, more: Record<string, string> = {}): void => {
    const { heading } = open[scene] as Open;
    context.error(code, heading.at, { title: titleText(heading), ...more });
  };
  for (const scene of walk.unreached) report('unreached-scene', scene);
  for (const { scene, values: these } of walk.stuck) {
    const state = Object.entries(these).map((pair) => pair.join('='));
    report('stuck-scene', scene, { state: state.join(', ') });
  }
  // The others lead to it, or follow it.
  if (walk.endless[0] !== undefined) report('endless-scene', walk.endless[0]);
}

export interface ScenesBody {
  readonly prompt: Html;
  /** Initial values of the story. */
  readonly state: Values;
  /** The first one is the beginning. */
  readonly scenes: readonly Scene[];
}

/**
 * Reads scenes and the decisions that lead from one to another: `{ prompt, state, scenes: [{ token, id?, html, text, ending?, nodes,
 * choices: [{ token, html, text, to, feedback?, changes?, needs? }] }] }`. Each `##` is a scene, the first one the beginning; its
 * choices are a list of links to scenes. Paths are checked if each choice leads to a scene.
 */
export const scenes: Form<ScenesBody, Some<{ readonly state?: readonly string[] }>> = {
  read(body, context) {
    let broken = false;
    const watched: FormContext = {
      ...context,
      error(...reported) {
        broken = true;
        context.error(...reported);
      },
    };
    const { before, sections } = sectionsOf(body);
    const open = sections.map((section) => openScene(section, watched));
    if (open.length === 0) watched.error('no-card', context.at, { name: context.name });
    const ids = open.flatMap(({ id }) => (id === undefined ? [] : [id]));
    checkIds(open, watched);
    for (const scene of open) checkScene(scene, ids, watched);
    const state = valuesOf(context.options.state);
    const scenes = readScenes(open, state, watched);
    const isTorn = open.some(({ heading, items }) => [heading, ...items].some(({ attributes }) => attributes?.isTorn));
    if (!broken && !isTorn) checkWays(open, scenes, state, context);
    return { prompt: context.html(before), state, scenes };
  },
};
