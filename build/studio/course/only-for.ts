import type { Path } from '../engine/calls.ts';
import { allDirectives, outlineOf } from '../text/outline.ts';
import { shownText } from '../text/raw-text.ts';
import { wordsIn } from './usage.ts';

/** Something that only some cohorts see. */
export interface OnlyPart {
  readonly path: Path;
  /** Counts from 1. */
  readonly line: number;
  readonly isPage: boolean;
  /** Title of the page that it is or is on. */
  readonly page: string;
  /** Tags of the cohorts that see it. */
  readonly tags: readonly string[];
}

/** Parts of a course with the same tags, as one cohort sees them. */
export interface OnlyGroup {
  readonly tags: readonly string[];
  readonly isShown: boolean;
  readonly parts: readonly OnlyPart[];
}

const MEDIA: readonly string[] = ['paper', 'screen'];

/** Lists what is shown to some cohorts only. */
function partsIn(path: Path, raw: string): OnlyPart[] {
  const text = shownText(raw);
  const outline = outlineOf(text);
  const all = [
    ...outline.pages.map((page) => ({ ...page, isPage: true })),
    ...allDirectives(outline).map((one) => ({ ...one, isPage: false })),
  ];
  return all.flatMap(({ attributes, from, line, isPage }) => {
    const only = attributes.find(({ key }) => key === 'only');
    const tags = only ? wordsIn(only.value).filter((word) => word !== '' && !MEDIA.includes(word)) : [];
    const page = outline.pages.filter((one) => one.from <= from).at(-1)?.title ?? '';
    return tags.length > 0 ? [{ path, line, isPage, page, tags }] : [];
  });
}

/** Groups what cohorts see differently by its tags. @param own tags of the cohort */
export function onlyGroups(texts: ReadonlyMap<Path, string>, own: readonly string[]): OnlyGroup[] {
  const groups = new Map<string, OnlyPart[]>();
  for (const part of [...texts].flatMap(([path, text]) => partsIn(path, text))) {
    const key = [...part.tags].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()]
    .map((parts) => ({ tags: parts[0]?.tags ?? [], isShown: (parts[0]?.tags ?? []).some((tag) => own.includes(tag)), parts }))
    .sort((one, other) => Number(other.isShown) - Number(one.isShown));
}
