/** Rules for html-validate on what the build writes. */
export const RULES = {
  // Handlebars leaves void elements and attributes as authors of templates write them.
  'void-style': 'off',
  'no-trailing-whitespace': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'long-title': 'off',
  // Scripts and styles are files of the package itself.
  'require-sri': 'off',
  'no-implicit-button-type': 'error',
} as const;
