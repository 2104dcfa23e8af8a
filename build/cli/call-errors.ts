import { InvalidArgumentError } from 'commander';
import type { Language } from '../diagnostics/format.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** Commander's sentences and their French translation. */
const FRENCH: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.+?)'$/, 'L’option « $1 » n’existe pas.'],
  [/^unknown command '(.+?)'$/, 'La commande « $1 » n’existe pas.'],
  [/^missing required argument '(.+?)'$/, 'Il manque « $1 ».'],
  [/^option '(\S+).*?' argument missing$/, 'L’option « $1 » attend une valeur.'],
  [/^option '(\S+).*?' cannot be used with option '(\S+).*?'$/, 'Les options « $1 » et « $2 » ne vont pas ensemble.'],
  [/^option '(\S+).*?' argument '(.*?)' is invalid\. /, 'L’option « $1 » ne peut pas valoir « $2 ». '],
  [/^command-argument value '(.*?)' is invalid for argument '(.+?)'\. /, '« $2 » ne peut pas valoir « $1 ». '],
  [
    /^too many arguments.*Expected (\d+) arguments? but got (\d+)\.$/,
    'Trop de mots après la commande : il en faut $1 au plus, et il y en a $2.',
  ],
  [/^\(Did you mean one of (.+)\?\)$/, 'Vouliez-vous dire l’un de ceux-ci : $1 ?'],
  [/^\(Did you mean (.+)\?\)$/, 'Vouliez-vous dire « $1 » ?'],
];

function inFrench(line: string): string {
  const found = FRENCH.find(([pattern]) => pattern.test(line));
  return found ? line.replace(...found) : line;
}

/** Translates commander's message about a wrong call. */
export function callError(message: string, language: Language): string {
  const text = message.replace(/^error: /, '');
  return language === 'en' ? text : text.split('\n').map(inFrench).join('\n');
}

/** Makes a commander parser for a value from a list; it suggests the nearest one. */
export function oneOf(known: readonly string[], language: Language): (value: string) => string {
  return (value) => {
    if (known.includes(value)) return value;
    const near = nearest(value, known);
    const list = known.join(', ');
    throw new InvalidArgumentError(`${language === 'fr' ? `Écrivez : ${list}.` : `Write: ${list}.`}${near && `\n(Did you mean ${near}?)`}`);
  };
}
