/** @typedef {'fr' | 'en'} Language */

/**
 * Returns the language of the system, as Cartable itself does: French if it isn't English.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Language}
 */
export function systemLanguage(env) {
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  // Windows has no language in the environment.
  const name = named ?? (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '');
  return /^en/i.test(name) ? 'en' : 'fr';
}
