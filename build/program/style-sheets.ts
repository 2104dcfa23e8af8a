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
  'cards',
  'bar',
  'column',
  'drawer',
  'views',
  'motion',
  'forced-colours',
  'print',
] as const;
