/** Rules of html-validate for the build's output. */
export const RULES = {
  // Handlebars keeps void elements and attributes as templates have them.
  'void-style': 'off',
  'no-trailing-whitespace': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'long-title': 'off',
  // Scripts and styles are files of the package itself.
  'require-sri': 'off',
  'no-implicit-button-type': 'error',
} as const;
