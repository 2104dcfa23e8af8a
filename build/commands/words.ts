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
    note: 'note',
    notice: 'avis : {text}',
    write: 'À faire',
    more: '… et {n} autres : corrigez d’abord celles-ci.\n',
    'more.one': '… et une autre : corrigez d’abord celles-ci.\n',
    errors: '{n} erreurs : rien n’a été construit, les derniers paquets sont intacts.',
    'errors.one': '{n} erreur : rien n’a été construit, les derniers paquets sont intacts.',
    built: '{n} paquets dans {out}',
    'built.one': '{n} paquet dans {out}',
    noTarget: 'Rien à construire : « targets », dans course.yaml, n’a pas {targets}.',
    upload: 'À déposer dans Moodle : {file}, en suivant {sheet}',
    uploadMore: '(de même pour les {n} autres paquets)',
    'uploadMore.one': '(de même pour l’autre paquet)',
    stale: 'Paquets dont la séance, la promotion ou la cible n’existe plus :',
    valid: 'Tout est en ordre : {n} séances.',
    'valid.one': 'Tout est en ordre : {n} séance.',
    'several-scos-in-2004':
      'Moodle n’enregistre que la première séance d’un cours SCORM 2004 : préférez un paquet par séance, ou SCORM 1.2.',
    broken: 'Cartable est en panne : {why}',
    untold: 'Le résultat n’a pas pu être écrit en entier : {why}',
    seeHelp: '« {cartable --help} » montre les commandes et leurs options.',
    watching: 'Cartable attend le prochain enregistrement dans {folder} ; Ctrl+C pour arrêter.',
    rebuilt: '{time}  {names} : {n} paquets en {ms} ms',
    'rebuilt.one': '{time}  {names} : {n} paquet en {ms} ms',
    rebuiltCourse: '{time}  cours entier ({names}) : {n} paquets en {ms} ms',
    'rebuiltCourse.one': '{time}  cours entier ({names}) : {n} paquet en {ms} ms',
    idsMissing: 'Identifiants manquants : {n} ; « {cartable ids --write} » les écrit.',
    idsWritten: 'Identifiants écrits : {n}.',
    idsNone: 'Aucun identifiant ne manque.',
    made: 'Créé :',
    next: 'Ensuite : {command}',
    scripts: 'Votre package.json n’est pas modifié. Pour y ajouter {names} : {command}',
    noTypesHere:
      'Un type d’activité fait partie de Cartable : il ne se crée que dans un clone de son dépôt, où le programme le compile. Un dossier de cours ne peut pas encore avoir ses propres types.',
    exists: '« {name} » existe déjà : {path}',
    noName: '« {name} » ne donne pas d’identifiant : il faut au moins une lettre de a à z.',
    noCourseYet: 'Il n’y a pas encore de cours : « {cartable new course NOM} » en crée un.',
    whichCourse: 'Plusieurs cours : ajoutez --course, avec l’un de ceux-ci : {names}.',
    unknownCourse: 'Le cours « {name} » n’existe pas. Cours connus : {names}.',
    idTaken: 'L’identifiant « {name} » est déjà pris dans ce cours.',
    noModules: '{path} n’a pas de liste « modules » à compléter.',
    merged: 'Verrous réunis dans {out} : les numéros et les lettres du premier n’ont pas changé.',
    mergedKept: '{n} numéros et lettres de {theirs} sont les mêmes.',
    'mergedKept.one': '{n} numéro ou lettre de {theirs} est le même.',
    mergedMoved: 'Un nouveau numéro ou une nouvelle lettre :',
    mergedReplace: 'Si un paquet fait avec {theirs} est en ligne, remplacez-le : {packages}.',
    mergedAnswers: 'Les réponses données là à {ids} n’y sont plus montrées.',
    galleryBuilt: '{n} types dans {out}',
    schemasWritten: 'Écrits : {files}',
    serving: 'Aperçu : {url}  (Ctrl+C pour arrêter)',
    onNetwork: 'Sur le même réseau : {url}\nQui a cette adresse voit vos séances et peut y répondre, tant que l’aperçu tourne.',
    noNetwork: 'Cet ordinateur n’est sur aucun réseau : l’aperçu n’est visible que d’ici.',
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
    note: 'note',
    notice: 'warning: {text}',
    write: 'Fix',
    more: '… and {n} more: correct these first.\n',
    'more.one': '… and one more: correct these first.\n',
    errors: '{n} errors: nothing was built, the last packages are untouched.',
    'errors.one': '{n} error: nothing was built, the last packages are untouched.',
    built: '{n} packages in {out}',
    'built.one': '{n} package in {out}',
    noTarget: 'Nothing to build: “targets” in course.yaml doesn’t have {targets}.',
    upload: 'To upload to Moodle: {file}, as {sheet} says',
    uploadMore: '(likewise the {n} other packages)',
    'uploadMore.one': '(likewise the other package)',
    stale: 'Packages whose session, cohort or target no longer exists:',
    valid: 'All is well: {n} sessions.',
    'valid.one': 'All is well: {n} session.',
    'several-scos-in-2004': 'Moodle records only the first session of a SCORM 2004 course: prefer one package per session, or SCORM 1.2.',
    broken: 'Cartable failed: {why}',
    untold: 'The result could not be written in full: {why}',
    seeHelp: '“{cartable --help}” shows the commands and their options.',
    watching: 'Cartable is waiting for the next save in {folder}; Ctrl+C to stop.',
    rebuilt: '{time}  {names}: {n} packages in {ms} ms',
    'rebuilt.one': '{time}  {names}: {n} package in {ms} ms',
    rebuiltCourse: '{time}  whole course ({names}): {n} packages in {ms} ms',
    'rebuiltCourse.one': '{time}  whole course ({names}): {n} package in {ms} ms',
    idsMissing: 'Missing ids: {n}; “{cartable ids --write}” writes them.',
    idsWritten: 'Ids written: {n}.',
    idsNone: 'No id is missing.',
    made: 'Created:',
    next: 'Next: {command}',
    scripts: 'Your package.json was left as it is. To add {names} to it: {command}',
    noTypesHere:
      'An activity type is part of Cartable: it is created in a clone of its repository, where the program compiles it. A folder of courses can’t have types of its own yet.',
    exists: '“{name}” already exists: {path}',
    noName: '“{name}” makes no id: it needs at least one letter from a to z.',
    noCourseYet: 'There is no course yet: “{cartable new course NAME}” creates one.',
    whichCourse: 'Several courses: add --course, with one of these: {names}.',
    unknownCourse: 'The course “{name}” doesn’t exist. Known courses: {names}.',
    idTaken: 'The id “{name}” is already taken in this course.',
    noModules: '{path} has no list “modules” to add to.',
    merged: 'Locks merged into {out}: the numbers and letters of the first have not changed.',
    mergedKept: '{n} numbers and letters of {theirs} are the same.',
    'mergedKept.one': '{n} number or letter of {theirs} is the same.',
    mergedMoved: 'A new number or a new letter:',
    mergedReplace: 'If a package made with {theirs} is online, replace it: {packages}.',
    mergedAnswers: 'Answers given there to {ids} are no longer shown.',
    galleryBuilt: '{n} types in {out}',
    schemasWritten: 'Written: {files}',
    serving: 'Preview: {url}  (Ctrl+C to stop)',
    onNetwork: 'On the same network: {url}\nWhoever has this address sees your sessions and can answer them while the preview runs.',
    noNetwork: 'This computer is on no network: only it can see the preview.',
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

type Words = (typeof words)[Language];

/** Sentences that have a singular besides. */
type Counted = { [Key in keyof Words]: `${Key}.one` extends keyof Words ? Key : never }[keyof Words];

/** A sentence about `n` of something. In French none is one as well. */
export function count(
  key: Counted,
  values: Readonly<Record<string, string | number>> & { readonly n: number },
  language: Language,
): string {
  const isOne = values.n === 1 || (language === 'fr' && values.n === 0);
  return say(words[language][isOne ? (`${key}.one` as const) : key], values);
}
