/** Texts of the command, by language. */
export const strings = {
  fr: {
    usage: `Crée un dossier de cours pour Cartable.

  npm create cartable DOSSIER
  npm create cartable DOSSIER -- [options]

  --from FICHIER.tgz   prend Cartable dans ce fichier, sans réseau
  --lang fr|en         langue des messages et du premier cours (par défaut, celle du système)
  --no-install         n’installe rien et ne crée pas de cours

Exemple : npm create cartable mes-cours`,
    oldNode:
      'Cartable demande Node.js 22.12 ou plus récent (ou 20.19 dans la série 20) ; ici, c’est la version {version}. À prendre sur nodejs.org.',
    lost: 'npm a gardé {option} pour lui. Mettez deux tirets devant : npm create cartable DOSSIER -- {option} …',
    notEmpty: 'Le dossier {path} n’est pas vide : rien n’y est écrit. Donnez un autre nom, ou videz-le.',
    notFolder: '{path} est un fichier : donnez un autre nom.',
    noTarball: 'Le fichier {path} n’existe pas, ou n’est pas un paquet de Cartable (.tgz).',
    failed: 'Le dossier {path} n’est pas créé ({why}). Rien n’est à moitié écrit.',
    stopped: 'Arrêté : le dossier {path} n’est pas créé.',
    installing: 'Installation de Cartable…',
    course: 'Mon cours',
    installFailed: 'npm n’a pas pu installer Cartable :',
    courseFailed: 'Cartable est installé, mais n’a pas pu créer le premier cours :',
    noSnippets: 'Les extraits pour l’éditeur n’ont pas pu être écrits : le reste est complet.',
    partly: 'Le dossier {path} est là, avec : {names}.',
    goOn: 'Pour continuer :',
    made: 'Le dossier {path} est prêt.',
    next: 'Ensuite :',
    studio: 'écrire dans le navigateur',
    build: 'faire les paquets à déposer',
    install: 'installer Cartable',
    newCourse: 'créer un premier cours',
  },
  en: {
    usage: `Makes a folder of courses for Cartable.

  npm create cartable FOLDER
  npm create cartable FOLDER -- [options]

  --from FILE.tgz      takes Cartable from this file, without a network
  --lang fr|en         language of the messages and of the first course (default: the system’s)
  --no-install         installs nothing and makes no course

Example: npm create cartable my-courses`,
    oldNode: 'Cartable needs Node.js 22.12 or later (or 20.19 in the 20 series); this is version {version}. Get it from nodejs.org.',
    lost: 'npm kept {option} for itself. Put two dashes in front: npm create cartable FOLDER -- {option} …',
    notEmpty: 'The folder {path} is not empty: nothing was written there. Give another name, or empty it.',
    notFolder: '{path} is a file: give another name.',
    noTarball: 'The file {path} does not exist, or is no package of Cartable (.tgz).',
    failed: 'The folder {path} was not made ({why}). Nothing is half-written.',
    stopped: 'Stopped: the folder {path} was not made.',
    installing: 'Installing Cartable…',
    course: 'My course',
    installFailed: 'npm could not install Cartable:',
    courseFailed: 'Cartable is installed, but could not make the first course:',
    noSnippets: 'The snippets for the editor could not be written: the rest is complete.',
    partly: 'The folder {path} is there, with: {names}.',
    goOn: 'To go on:',
    made: 'The folder {path} is ready.',
    next: 'Next:',
    studio: 'write in the browser',
    build: 'make the packages to upload',
    install: 'install Cartable',
    newCourse: 'make a first course',
  },
};

/**
 * Fills values into a sentence.
 * @param {string} text
 * @param {Readonly<Record<string, string>>} values
 */
export function format(text, values) {
  return text.replace(/\{([a-z]+)\}/g, (whole, /** @type {string} */ key) => values[key] ?? whole);
}
