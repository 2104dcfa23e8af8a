/**
 * Writes a path so that a shell reads it back as it is.
 * @param {string} path
 * @param {NodeJS.Platform} platform Windows has double quotes only
 */
export function shellWord(path, platform) {
  const word = path.startsWith('-') ? `./${path}` : path;
  if (/^[\w./:-]+$/.test(word)) return word;
  return platform === 'win32' || !/["$`\\!]/.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
