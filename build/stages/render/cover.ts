import { partsOf } from '../../../src/model/course/chapters.ts';
import { routeOf } from '../../../src/model/course/route.ts';
import type { BuiltModule, BuiltPage } from '../../model/built.ts';
import type { Aim, Person } from '../../model/cover.ts';
import { innerNodes } from '../../model/inner-nodes.ts';
import type { Node } from '../../model/source.ts';
import type { AssetCollector } from './assets.ts';

/** A page, as listed on the cover and in the table of contents. */
export interface PlannedPage {
  readonly id: string;
  readonly title: string;
  /** Address of its pictogram. */
  readonly icon?: string;
  readonly number: number;
  readonly minutes: number;
  readonly further?: true;
  /** Number of required activities. */
  readonly activities: number;
}

/** Content of the cover of a module. */
export interface CoverData {
  /** Text above the title, such as `Séance 1`; '' if the title has no such part. */
  readonly over: string;
  readonly title: string;
  readonly lead?: string;
  readonly aims: readonly Aim[];
  readonly picture?: string;
  readonly people: readonly Person[];
  /** Something stands beside the plan. */
  readonly begins: boolean;
  /** People shown in large portraits, if there is no picture. */
  readonly portraits: readonly Person[];
  readonly minutes: number;
  readonly pages: number;
  /** Number of the drawing behind it: sessions that follow each other get different ones. */
  readonly land: number;
}

/** Maximum number of characters before a title's colon that are shown above the title. */
const LONGEST_OVER = 24;

/** Maximum number of large portraits. */
const PORTRAITS = 2;

/** Splits `Séance 1 : Le partenariat` at the colon, into number and title. */
function titleParts(title: string): { readonly over: string; readonly title: string } {
  const [, over = '', name = ''] = /^([^:]+?)[ \u00a0\u202f]*:[ \u00a0\u202f]*(.+)$/.exec(title) ?? [];
  return name !== '' && over.length <= LONGEST_OVER ? { over, title: name } : { over: '', title };
}

function plannedPage({ id, title, icon, minutes, further, nodes }: BuiltPage, number: number, assets: AssetCollector): PlannedPage {
  const activities = nodes.filter((node) => node.kind === 'activity' && (further || node.activity.required)).length;
  return { id, title, ...(icon !== undefined && { icon: assets.place(icon) }), number, minutes, ...(further && { further }), activities };
}

/** Lists the pages of a module in order, for its cover and its table of contents. */
export function planOf({ pages }: BuiltModule, assets: AssetCollector): PlannedPage[] {
  const route = routeOf(pages);
  return pages.map((page) => plannedPage(page, route.indexOf(page) + 1, assets));
}

/** Lists the people who speak in scenes, in the order of the text. */
function speakersIn(nodes: readonly Node[]): Person[] {
  return nodes.flatMap((node) => {
    const lines = node.kind === 'block' ? (node.options.speeches as readonly { readonly speaker: Person }[] | undefined) : undefined;
    return lines ? lines.map(({ speaker }) => speaker) : speakersIn(innerNodes(node));
  });
}

/** Lists each person once, in the order of first appearance. */
function castOf({ cover, pages }: BuiltModule, assets: AssetCollector): Person[] {
  const people = cover.people ?? pages.flatMap(({ nodes }) => speakersIn(nodes));
  const met = new Map(people.map(({ now, ...person }) => [person.id, person]));
  return [...met.values()].map((person) => ({ ...person, face: assets.place(person.face) }));
}

/** Maximum number of people on the card of the next module. */
const COMPANY = 3;

/** Content of the card of the next module. */
export interface AfterData extends Pick<CoverData, 'over' | 'title' | 'lead' | 'minutes' | 'people'> {}

/** Returns the card of the next module; undefined if there is none. */
export function afterOf({ after }: BuiltModule, assets: AssetCollector): AfterData | undefined {
  if (!after) return undefined;
  const { title, people = [], ...more } = after;
  const shown = people.slice(0, COMPANY).map((person) => ({ ...person, face: assets.place(person.face) }));
  return { ...more, ...titleParts(title), people: shown };
}

/** Returns the content of a module's cover; undefined if its pages are not split into steps. */
export function coverOf(module: BuiltModule, assets: AssetCollector): CoverData | undefined {
  const { content, pace, cover, pages } = module;
  if (pace === 'page') return undefined;
  const { lead, aims, picture } = cover;
  const people = castOf(module, assets);
  return {
    ...titleParts(content.title),
    ...(lead !== undefined && { lead }),
    aims: aims.map((aim) => (aim.icon === undefined ? aim : { ...aim, icon: assets.place(aim.icon) })),
    ...(picture !== undefined && { picture: assets.place(picture) }),
    people,
    begins: aims.length + people.length > 0,
    portraits: picture === undefined ? people.slice(0, PORTRAITS) : [],
    minutes: partsOf(content).reduce((sum, { minutes }) => sum + minutes, 0),
    pages: pages.filter(({ further }) => !further).length,
    land: Number(/\d+/.exec(content.title)?.[0] ?? 1) - 1,
  };
}
