import { pieceIndex, pieceText, sharedPieceFile } from '../pieces.ts';

/** Defines pieces by name and runs each when it is first asked for. */
const PRELUDE = 'var m={},c={},__r=function(n){n in c||m[n](function(x){c[n]=x});return c[n]};';

const runtimes = new Map<string, string>();
const styles = new Map<string, string>();

function piece(name: string, text: string): string {
  return `m[${JSON.stringify(name)}]=function(__x){${text}};`;
}

/** The runtime for a set of types: one classic script, made of pieces that the program's build compiled. */
export function runtimeFor(types: readonly string[]): string {
  const key = types.join(' ');
  const known = runtimes.get(key);
  if (known) return known;
  const { uses } = pieceIndex();
  const scripted = types.filter((type) => pieceText(`type.${type}.js`) !== '' && pieceText(`type.${type}.js`) !== '__x({});');
  const files = [...scripted.map((type) => `type.${type}.js`), 'core.js'];
  const shared = [...new Set(files.flatMap((file) => uses[file] ?? []))];
  const pieces = [...shared.map((name) => piece(name, pieceText(sharedPieceFile(name)))), ...files.map((file) => piece(file, pieceText(file)))];
  const table = scripted.map((type) => `${JSON.stringify(type)}:__r("type.${type}.js")`).join(',');
  const text = `!function(){"use strict";${PRELUDE}${pieces.join('')}__r("core.js").start({${table}})}();\n`;
  runtimes.set(key, text);
  return text;
}

/** The style sheet for a set of types, without the theme. */
export function styleFor(types: readonly string[]): string {
  const key = types.join(' ');
  const text = styles.get(key) ?? pieceText('shell.css') + types.map((type) => pieceText(`type.${type}.css`)).join('');
  styles.set(key, text);
  return text;
}
