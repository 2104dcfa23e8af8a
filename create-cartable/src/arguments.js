import { parseArgs } from 'node:util';
import { systemLanguage } from './language.js';

/**
 * @typedef {object} Wish
 * @property {import('./language.js').Language} language
 * @property {string} name folder to make, as it was typed
 * @property {string} from path of a tarball; '' without one
 * @property {boolean} install
 * @property {boolean} help
 */

/** Options that npm keeps for itself when they are not behind `--`. */
const KEPT_BY_NPM = ['from', 'lang'];

const OPTIONS = /** @type {const} */ ({
  from: { type: 'string' },
  lang: { type: 'string' },
  'no-install': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
});

/**
 * Reads the options and the names.
 * @param {readonly string[]} args
 */
function parse(args) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    return null;
  }
}

/**
 * Names an option that npm took for its own; '' if there is none.
 * @param {Readonly<Record<string, string | undefined>>} env
 */
function lostOption(env) {
  const lost = KEPT_BY_NPM.find((name) => env[`npm_config_${name}`]);
  if (lost) return `--${lost}`;
  return env.npm_config_install === '' || env.npm_config_install === 'false' ? '--no-install' : '';
}

/**
 * Reads the command line.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ readonly wish: Wish, readonly fault: '' | 'call' | 'lost', readonly option: string }}
 */
export function readArguments(args, env) {
  const parsed = parse(args);
  const { lang } = parsed?.values ?? {};
  const isKnown = lang === undefined || lang === 'fr' || lang === 'en';
  const { from = '', help = false, 'no-install': bare = false } = parsed?.values ?? {};
  const names = parsed?.positionals ?? [];
  const wish = {
    language: lang === 'fr' || lang === 'en' ? lang : systemLanguage(env),
    name: names[0] ?? '',
    from,
    install: !bare,
    help,
  };
  const option = lostOption(env);
  if (help) return { wish, fault: '', option };
  if (option !== '') return { wish, fault: 'lost', option };
  // An empty path comes from a variable without a value: without the file, Cartable would come from the network.
  const isWhole = names.length === 1 && wish.name.trim() !== '' && parsed?.values.from !== '';
  return { wish, fault: parsed && isKnown && isWhole ? '' : 'call', option };
}
