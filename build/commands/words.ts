import type { Language } from '../messages/format.ts';

/** What the commands say, by language. */
export const words = {
  fr: {
    module: 'séance',
    target: 'cible',
    cohort: 'promotion',
    size: 'taille',
    state: 'mémoire / limite',
    warnings: 'avis',
    base: 'base',
    whole: '(cours entier)',
    error: 'erreur',
    warning: 'avis',
    write: 'À écrire',
    more: '… et {n} autres : corrigez d’abord celles-ci.\n',
    errors: '{n} erreur(s) : rien n’a été construit, les derniers paquets sont intacts.',
    built: '{n} paquet(s) dans {out}',
    stale: 'Paquets dont la séance, la promotion ou la cible n’existe plus :',
    valid: 'Tout est en ordre : {n} séance(s).',
    'several-scos-in-2004':
      'Moodle n’enregistre que la première séance d’un cours SCORM 2004 : préférez un paquet par séance, ou SCORM 1.2.',
    broken: 'Cartable est en panne : {why}',
    seeHelp: '« cartable --help » montre les commandes et leurs options.',
    watching: 'Cartable attend le prochain enregistrement dans {folder} ; Ctrl+C pour arrêter.',
    rebuilt: '{time}  {names} : {n} paquet(s) en {ms} ms',
    rebuiltCourse: '{time}  cours entier ({names}) : {n} paquet(s) en {ms} ms',
    idsMissing: 'Identifiants manquants : {n} ; « cartable ids --write » les écrit.',
    idsWritten: 'Identifiants écrits : {n}.',
    idsNone: 'Aucun identifiant ne manque.',
    made: 'Créé :',
    next: 'Ensuite : {command}',
    exists: '« {name} » existe déjà : {path}',
    noName: '« {name} » ne donne pas d’identifiant : il faut au moins une lettre de a à z.',
    noCourseYet: 'Il n’y a pas encore de cours : « cartable new course NOM » en crée un.',
    whichCourse: 'Plusieurs cours : ajoutez --course, avec l’un de ceux-ci : {names}.',
    unknownCourse: 'Le cours « {name} » n’existe pas. Cours connus : {names}.',
    idTaken: 'L’identifiant « {name} » est déjà pris dans ce cours.',
    noModules: '{path} n’a pas de liste « modules » à compléter.',
    galleryBuilt: '{n} types dans {out}',
    schemasWritten: 'Écrits : {files}',
    serving: 'Aperçu : {url}  (Ctrl+C pour arrêter)',
    noPort: 'Aucun port libre à partir de {port}.',
    portTaken: 'Le port {port} est pris.',
  },
  en: {
    module: 'session',
    target: 'target',
    cohort: 'cohort',
    size: 'size',
    state: 'saved state / limit',
    warnings: 'warnings',
    base: 'base',
    whole: '(whole course)',
    error: 'error',
    warning: 'warning',
    write: 'Write',
    more: '… and {n} more: correct these first.\n',
    errors: '{n} error(s): nothing was built, the last packages are untouched.',
    built: '{n} package(s) in {out}',
    stale: 'Packages whose session, cohort or target no longer exists:',
    valid: 'All is well: {n} session(s).',
    'several-scos-in-2004': 'Moodle records only the first session of a SCORM 2004 course: prefer one package per session, or SCORM 1.2.',
    broken: 'Cartable failed: {why}',
    seeHelp: '“cartable --help” shows the commands and their options.',
    watching: 'Cartable is waiting for the next save in {folder}; Ctrl+C to stop.',
    rebuilt: '{time}  {names}: {n} package(s) in {ms} ms',
    rebuiltCourse: '{time}  whole course ({names}): {n} package(s) in {ms} ms',
    idsMissing: '{n} id(s) are missing; “cartable ids --write” writes them.',
    idsWritten: '{n} id(s) written.',
    idsNone: 'No id is missing.',
    made: 'Created:',
    next: 'Next: {command}',
    exists: '“{name}” already exists: {path}',
    noName: '“{name}” makes no id: it needs at least one letter from a to z.',
    noCourseYet: 'There is no course yet: “cartable new course NAME” creates one.',
    whichCourse: 'Several courses: add --course, with one of these: {names}.',
    unknownCourse: 'The course “{name}” doesn’t exist. Known courses: {names}.',
    idTaken: 'The id “{name}” is already taken in this course.',
    noModules: '{path} has no list “modules” to add to.',
    galleryBuilt: '{n} types in {out}',
    schemasWritten: 'Written: {files}',
    serving: 'Preview: {url}  (Ctrl+C to stop)',
    noPort: 'There is no free port from {port} up.',
    portTaken: 'Port {port} is taken.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The system's language, French where it isn't English. */
export function systemLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const named = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  // Windows names its language nowhere in the environment.
  const name = named ?? (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '');
  return /^en/i.test(name) ? 'en' : 'fr';
}

/** A sentence with its values. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
