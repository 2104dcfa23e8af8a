/** Texts of a session as learners read them, without markup. */
export interface Texts {
  /** By page id, without its activities. */
  readonly pages: ReadonlyMap<string, string>;
  /** By activity id. */
  readonly activities: ReadonlyMap<string, string>;
  readonly cover: string;
}

/** Markup that comes from Cartable or repeats titles: its texts change by themselves. */
const LEFT_OUT: readonly (readonly [opening: RegExp, closing: string])[] = [
  [/<header class="c-head"/g, '</header>'],
  [/<svg\b/g, '</svg>'],
  [/<button\b/g, '</button>'],
  [/<p class="c-(?:kicker|hint|count|missing)\b/g, '</p>'],
  [/<label class="c-label"/g, '</label>'],
];

/** Removes elements that contain no other element of their name. Takes linear time, even if some are never closed. */
function without(html: string, opening: RegExp, closing: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { index } of html.matchAll(opening)) {
    if (index < at) continue;
    const end = html.indexOf(closing, index);
    if (end < 0) break;
    kept.push(html.slice(at, index));
    at = end + closing.length;
  }
  return kept.join('') + html.slice(at);
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** Names what a section holds: `page:x`, `activity:y`, `cover`; '' for the player's own views. */
function ownerOf(attributes: string): string | undefined {
  const [, kind, id] = /\bdata-(page|activity)="([^"]*)"/.exec(attributes) ?? [];
  if (kind !== undefined) return `${kind}:${id}`;
  const [, view] = /\bdata-view="([^"]*)"/.exec(attributes) ?? [];
  return view === undefined ? undefined : view === 'cover' ? 'cover' : '';
}

/** Collects the markup of each section, without that of the sections inside it. */
function bySection(html: string): Map<string, string> {
  const found = new Map<string, string>();
  const owners: string[] = [];
  let at = 0;
  const keep = (end: number): void => {
    const owner = owners.at(-1) ?? '';
    if (owner !== '') found.set(owner, (found.get(owner) ?? '') + html.slice(at, end));
  };
  for (const tag of html.matchAll(/<section\b([^>]*)>|<\/section>/g)) {
    keep(tag.index);
    at = tag.index + tag[0].length;
    if (tag[1] === undefined) owners.pop();
    else owners.push(ownerOf(tag[1]) ?? owners.at(-1) ?? '');
  }
  return found;
}

/**
 * Reads the texts of a session.
 * @param launched markup of the launch page
 * @param rest markup of the later pages, by id
 */
export function textsOf(launched: string, rest: Readonly<Record<string, string>>): Texts {
  const later = Object.entries(rest).map(([id, html]) => `<section data-page="${id}">${html}</section>`);
  const plain = LEFT_OUT.reduce((html, [opening, closing]) => without(html, opening, closing), [launched, ...later].join('\n'));
  const sections = [...bySection(plain)];
  const of = (kind: string): Map<string, string> =>
    new Map(sections.flatMap(([owner, html]) => (owner.startsWith(`${kind}:`) ? [[owner.slice(kind.length + 1), wordsOf(html)]] : [])));
  return { pages: of('page'), activities: of('activity'), cover: wordsOf(sections.find(([owner]) => owner === 'cover')?.[1] ?? '') };
}
