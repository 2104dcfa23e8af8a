import { icons } from 'virtual:cartable-types';
import type { PieceIndex } from '../../host/engine.ts';
import { sharedPieceFile } from '../../host/pieces.ts';

/** `#i-name` in markup. */
const MENTION = /#i-([a-z][a-z0-9-]*)"/g;

/** Lists the icons in markup. */
export function iconsIn(html: string): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of html.matchAll(MENTION)) names.add(name);
  return [...names].filter((name) => Object.hasOwn(icons, name));
}

/**
 * Makes the symbols of only those icons that a page or its scripts can show.
 * @param names icons in the markup
 */
export function spriteOf(names: readonly string[], types: readonly string[], { uses, icons: shown }: PieceIndex): string {
  const files = ['core.js', ...types.map((type) => `type.${type}.js`)];
  const shared = files.flatMap((file) => (uses[file] ?? []).map(sharedPieceFile));
  const used = new Set([...names, ...[...files, ...shared].flatMap((file) => shown[file] ?? [])]);
  return [...used]
    .sort()
    .map((name) => `<symbol id="i-${name}" viewBox="0 0 24 24">${icons[name]}</symbol>`)
    .join('');
}
