import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeNames } from '../registry.ts';
import type { SiteLanguage } from './pages.ts';

/** A type on the home. */
export interface TypeCard {
  readonly name: string;
  readonly label: string;
  /** Purpose, in a few words. */
  readonly short: string;
}

/** Types that serve one intention of a trainer. */
export interface TypeGroup {
  readonly title: string;
  readonly about: string;
  readonly cards: readonly TypeCard[];
}

/** Words of the studio's dialog « Ajouter », by key. */
type Strings = Readonly<Record<string, string>>;

function readJson<T>(root: string, path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/**
 * Groups all types as the studio does, with the words that it has for them.
 * @throws Error if the studio has no group or no short text for a type
 */
export function typeGroups(root: string, language: SiteLanguage): TypeGroup[] {
  const groupStrings = readJson<Strings>(root, `build/studio/strings/add.${language}.json`);
  const groups = readJson<Readonly<Record<string, readonly string[]>>>(root, 'build/studio/add/groups.json');
  const placed = Object.values(groups).flat();
  const lost = typeNames(root).filter((name) => !placed.includes(name) || groupStrings[`add.short.${name}`] === undefined);
  if (lost.length > 0) {
    const files = `build/studio/add/groups.json, or “add.short.NAME” in build/studio/strings/add.${language}.json`;
    throw new Error(`The studio lacks types (${files}): ${lost.join(', ')}.`);
  }
  const card = (name: string): TypeCard => {
    const strings = readJson<Readonly<Record<SiteLanguage, Strings>>>(root, `templates/${name}/strings.json`);
    return { name, label: strings[language].label ?? name, short: groupStrings[`add.short.${name}`] ?? '' };
  };
  return Object.entries(groups).map(([name, types]) => ({
    title: groupStrings[`add.group.${name}`] ?? '',
    about: groupStrings[`add.about.${name}`] ?? '',
    cards: types.map(card),
  }));
}
