/** Files of `src/styles/` that make up a package's `style.css`, in the order of the cascade. */
export const styleSheets = [
  'tokens',
  'base',
  'prose',
  'frame',
  'choices',
  'fields',
  'buttons',
  'placing',
  'review',
  'points',
  'cards',
  'bar',
  'column',
  'drawer',
  'dialog',
  'views',
  'cover',
  'kit',
  'steps',
  'rail',
  'end',
  'results',
  'certificate',
  'motion',
  'forced-colours',
  'print',
] as const;

/** Looks other than the plain one, with the package and file of their typeface. Each is `src/styles/themes/<name>.css`. */
export const looks = {
  editorial: { package: '@fontsource/fraunces', file: 'files/fraunces-latin-600-normal.woff2' },
  vif: { package: '@fontsource-variable/figtree', file: 'files/figtree-latin-wght-normal.woff2' },
} as const;
