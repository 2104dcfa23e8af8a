import type { BuildOptions } from 'esbuild';

/** The oldest browsers that pages are made for, as README says: the first with dialogs, `:focus-visible` and the `Object.hasOwn` of scorm-again. */
const TARGET = ['chrome93', 'firefox98', 'safari15.4'];

/** Returns the options for a script of a package. @param root folder to which the paths of inputs are relative */
export function scriptOptions(root: string) {
  return {
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    target: TARGET,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
  } as const satisfies BuildOptions;
}

/** Options for a style sheet of a package. */
export const styleOptions = { loader: 'css', minify: true, target: TARGET, charset: 'utf8' } as const;
