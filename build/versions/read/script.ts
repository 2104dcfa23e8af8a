/** Start and end of a script that holds a package's content; `r` is the path to the package's root. */
const FRAME = /^window\.(?:cartableContent|cartableRest)=\(function\(r\)\{return(.*)\}\);\s*$/s;

/** A string of JSON, or a path to a file of the package: a string, the root, and the rest of the string. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"(?:\+r\+"[^"\\]*(?:\\.[^"\\]*)*")*/gs;

/**
 * Reads the data of `content.js` or `pages.js` without running it. Addresses of files are from the package's root.
 * @returns undefined if the text is not such a script
 */
export function dataOfScript(text: string): unknown {
  const body = FRAME.exec(text)?.[1];
  if (body === undefined) return undefined;
  try {
    return JSON.parse(body.replace(STRING, (whole) => `"${whole.slice(1).replaceAll('"+r+"', '')}`));
  } catch {
    return undefined;
  }
}
