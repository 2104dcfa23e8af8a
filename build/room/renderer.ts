import { shellStrings } from 'virtual:cartable-types';
import type { Activity, Html } from '../../src/model/course/activity.ts';
import { type RenderContext, renderNodes } from '../html/nodes.ts';
import type { BuiltModule, Course } from '../model/built.ts';
import type { Node, ValidActivity } from '../model/source.ts';
import type { SheetStrings } from '../sheets/sheet-strings.ts';
import type { ActivityType } from '../types/activity-type.ts';
import type { RoomStrings } from './room-strings.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** Types that use their screen template, which needs no script: their print template is designed for paper. */
const AS_ON_SCREEN: readonly string[] = ['scene'];

/** Returns the types for a room. They use their print templates, because no script of a package runs here. */
function roomTypes(types: Types): Types {
  return new Map(
    [...types].map(([name, { print, ...type }]) => [name, print && !AS_ON_SCREEN.includes(name) ? { ...type, print } : type] as const),
  );
}

/** Renders the texts of a module for a room. */
export class RoomRenderer {
  readonly strings: RoomStrings;
  readonly sheetStrings: SheetStrings;
  readonly types: Types;
  private readonly activities: ReadonlyMap<string, Activity>;
  private readonly context: RenderContext;
  private nested: ValidActivity[] = [];

  constructor(module: BuiltModule, course: Course, types: Types, strings: RoomStrings, sheetStrings: SheetStrings) {
    this.strings = strings;
    this.sheetStrings = sheetStrings;
    this.types = types;
    this.activities = new Map(module.content.activities.map((activity) => [activity.id, activity]));
    this.context = {
      lang: strings.lang,
      types: roomTypes(types),
      frame: (_, activity) => {
        this.nested.push(activity);
        return '';
      },
      strings: shellStrings[strings.lang],
      competencies: new Map(course.competencies.map(({ id, title }) => [id, title])),
      used: new Set(),
      levels: new Map(),
      paper: { blank: sheetStrings.format('paper.blank'), colon: strings.lang === 'fr' ? '\u00a0:' : ':' },
    };
  }

  /** Names of the types rendered so far. */
  get used(): readonly string[] {
    return [...this.context.used].sort();
  }

  activity(id: string): Activity | undefined {
    return this.activities.get(id);
  }

  /** Renders nodes. Activities among them, at any depth, are collected for `takeNested`. */
  render(nodes: readonly Node[]): Html {
    return renderNodes(nodes, 1, 0, this.context);
  }

  /** Returns the collected activities, and forgets them. Each becomes a separate screen. */
  takeNested(): readonly ValidActivity[] {
    const { nested } = this;
    this.nested = [];
    return nested;
  }

  /** Renders the body of an activity as on paper. */
  paper(activity: ValidActivity): Html {
    let body = '';
    const frame = (data: object): string => {
      body = (data as { readonly body: Html }).body;
      return '';
    };
    renderNodes([{ kind: 'activity', activity }], 1, 0, { ...this.context, used: new Set(), frame });
    return body;
  }
}
