import { icons } from 'virtual:cartable-types';
import { pieceIndex, pieceText, sharedPieceFile } from '../pieces.ts';

/** `#i-name` in markup. */
const IN_MARKUP = /#i-([a-z][a-z0-9-]*)"/g;

/** The same in a script, or a name in quotes. */
const IN_SCRIPT = /(?:#i-|["'`])([a-z][a-z0-9-]*)["'`]/g;

function names(text: string, mention: RegExp): string[] {
  const mentioned = new Set<string>();
  for (const [, name = ''] of text.matchAll(mention)) mentioned.add(name);
  return [...mentioned].filter((name) => Object.hasOwn(icons, name));
}

const inScripts = new Map<string, readonly string[]>();

function scriptNames(piece: string): readonly string[] {
  let found = inScripts.get(piece);
  if (!found) {
    found = names(pieceText(piece), IN_SCRIPT);
    inScripts.set(piece, found);
  }
  return found;
}

/** The symbols of all icons that a page or its scripts can show, and no others. */
export function spriteOf(html: string, types: readonly string[]): string {
  const files = ['core.js', ...types.map((type) => `type.${type}.js`)];
  const { uses } = pieceIndex();
  const shared = files.flatMap((file) => (uses[file] ?? []).map(sharedPieceFile));
  const used = new Set([...names(html, IN_MARKUP), ...[...files, ...shared].flatMap(scriptNames)]);
  return [...used]
    .sort()
    .map((name) => `<symbol id="i-${name}" viewBox="0 0 24 24">${icons[name]}</symbol>`)
    .join('');
}
