import type { Asked } from '../../../build/room/forms/form.ts';
import type { RoomStrings } from '../../../build/room/room-strings.ts';

/** Texts of the projected view that show their key and values. */
export const strings = {
  lang: 'fr',
  format: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' '),
  todo: () => undefined,
} as unknown as RoomStrings;

interface Given {
  readonly type?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly lists?: Asked['lists'];
  readonly rows?: readonly Partial<Asked['groups'][number]['rows'][number]>[];
  readonly paper?: string;
}

/** Makes an activity to be shown in a room. */
export function ask({ type = 'order', options = {}, lists = {}, rows = [], paper = '' }: Given): Asked {
  return {
    activity: { id: 'tour', type, options } as unknown as Asked['activity'],
    lists,
    groups: [{ rows }] as unknown as Asked['groups'],
    strings,
    paper,
    render: (nodes) => nodes.map((node) => `<p>${String(node)}</p>`).join(''),
  };
}

/** Puts markup into the page, and returns it. */
export function shownIn(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

/** Lists the texts of elements. */
export function textsOf(selector: string, within: ParentNode = document): string[] {
  return [...within.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
}
