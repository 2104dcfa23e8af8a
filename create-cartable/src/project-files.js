import { readFileSync } from 'node:fs';

/** Scripts of the project, each a call of the installed Cartable. */
const SCRIPTS = {
  studio: 'cartable studio --open',
  preview: 'cartable preview --open',
  validate: 'cartable validate',
  build: 'cartable build --sheets',
};

/** Files by path, each with its template. npm leaves files named `.gitignore` out of a package. */
const TEMPLATES = {
  fr: { 'README.md': 'readme.fr.md', '.github/workflows/cartable.yml': 'workflow.fr.yml' },
  en: { 'README.md': 'readme.en.md', '.github/workflows/cartable.yml': 'workflow.en.yml' },
  both: {
    '.gitignore': 'gitignore',
    '.gitattributes': 'gitattributes',
    '.vscode/extensions.json': 'extensions.json',
    '.vscode/settings.json': 'settings.json',
  },
};

/** @param {string} name */
function template(name) {
  return readFileSync(new URL(`../template/${name}`, import.meta.url), 'utf8');
}

/**
 * Makes `package.json`.
 * @param {import('./language.js').Language} language
 * @param {string} cartable version, or address of a file
 */
function packageText(language, cartable) {
  // Neither name may be that of a package it depends on.
  const name = language === 'fr' ? 'mes-cours' : 'my-courses';
  return `${JSON.stringify({ name, private: true, scripts: SCRIPTS, dependencies: { cartable } }, null, 2)}\n`;
}

/**
 * Makes the texts of a project, by path with slashes. They name the folder's courses nowhere: these come from Cartable.
 * @param {import('./language.js').Language} language
 * @param {string} cartable version, or address of a file
 * @returns {ReadonlyMap<string, string>}
 */
export function projectFiles(language, cartable) {
  const named = Object.entries({ ...TEMPLATES.both, ...TEMPLATES[language] });
  return new Map([
    ['package.json', packageText(language, cartable)],
    ...named.map(([path, name]) => /** @type {const} */ ([path, template(name)])),
  ]);
}
