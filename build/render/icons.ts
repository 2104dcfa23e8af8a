import { icons } from 'virtual:cartable-types';
import { pieceIndex, sharedPieceFile } from '../pieces.ts';

/** `#i-name` in markup. */
const MENTION = /#i-([a-z][a-z0-9-]*)"/g;

/** Names of the icons that markup shows. */
export function iconsIn(html: string): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of html.matchAll(MENTION)) names.add(name);
  return [...names].filter((name) => Object.hasOwn(icons, name));
}

/**
 * The symbols of all icons that a page or its scripts can show, and no others.
 * @param names those in the markup
 */
export function spriteOf(names: readonly string[], types: readonly string[]): string {
  const files = ['core.js', ...types.map((type) => `type.${type}.js`)];
  const { uses, icons: shown } = pieceIndex();
  const shared = files.flatMap((file) => (uses[file] ?? []).map(sharedPieceFile));
  const used = new Set([...names, ...[...files, ...shared].flatMap((file) => shown[file] ?? [])]);
  return [...used]
    .sort()
    .map((name) => `<symbol id="i-${name}" viewBox="0 0 24 24">${icons[name]}</symbol>`)
    .join('');
}
