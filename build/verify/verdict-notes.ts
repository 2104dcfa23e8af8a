import type { Language } from '../diagnostics/format.ts';
import { type Notes, note } from '../stages/read/schema-notes.ts';

/** French and English description of a key of what `verify --json` prints, and an example. */
type Row = readonly [path: string, fr: string, en: string, example: unknown];

const ROWS: readonly Row[] = [
  ['format', 'Version de ce format.', 'Version of this format.', 1],
  ['file', 'Nom du fichier.', 'Name of the file.', 'formation.zip'],
  ['bytes', 'Sa taille en octets.', 'Its size in bytes.', 338944],
  [
    'verdict',
    'refused : au moins une plateforme le refuserait ; warnings : accepté avec des réserves ; fine : rien à redire.',
    'refused: at least one LMS would refuse it; warnings: accepted with reservations; fine: nothing to report.',
    'warnings',
  ],
  ['package', 'Le paquet, s’il a pu être lu.', 'The package, if it could be read.', {}],
  ['package.title', 'Titre du cours.', 'Title of the course.', 'Sécurité incendie'],
  ['package.standard', 'Version de SCORM.', 'Version of SCORM.', '2004-4'],
  ['package.files', 'Nombre de fichiers.', 'Number of files.', 42],
  ['package.pages', 'Les pages que l’on peut ouvrir, dans l’ordre.', 'The pages that can be opened, in order.', []],
  ['package.pages[].title', 'Titre dans le plan.', 'Title in the organization.', 'Chapitre 1'],
  ['package.pages[].href', 'Adresse dans le zip.', 'Address in the zip.', 'index.html?chapitre=1'],
  ['package.pages[].isSco', 'La page est suivie.', 'The page is tracked.', true],
  ['package.schemas', 'Le manifeste suit les schémas de sa version.', 'The manifest follows the schemas of its version.', 'valid'],
  ['findings', 'Ce qui a été trouvé, le plus grave d’abord.', 'What was found, the worst first.', []],
  ['findings[].rule', 'Nom de la règle.', 'Name of the rule.', 'file-missing'],
  ['findings[].severity', 'À corriger, réserve, bon à savoir.', 'To fix, warning, good to know.', 'error'],
  ['findings[].sources', 'Où la règle est écrite.', 'Where the rule stands.', ['scorm.md 33']],
  ['findings[].problem', 'Ce qui ne va pas.', 'What is wrong.', 'Un fichier annoncé n’est pas dans le zip.'],
  ['findings[].advice', 'Ce qu’il faut faire.', 'What to do.', 'Ajoutez-le.'],
  ['findings[].line', 'Ligne du manifeste.', 'Line of the manifest.', 21],
  [
    'findings[].items',
    'Fichiers, identifiants ou sites concernés, 200 au plus.',
    'Files, identifiers or sites concerned, at most 200.',
    ['style.css'],
  ],
  ['played', 'Ce qui a été vu dans un navigateur.', 'What was seen in a browser.', {}],
  ['played.browser', 'Le navigateur ; vide si rien n’a été joué.', 'The browser; empty if nothing was played.', 'Chrome 150.0'],
  ['played.why', 'Pourquoi rien n’a été joué ; vide sinon.', 'Why nothing was played; otherwise empty.', ''],
  ['played.left', 'Nombre de pages qui n’ont pas été jouées.', 'Number of pages that were not played.', 0],
  ['played.launches', 'Les pages jouées.', 'The pages that were played.', []],
];

const LAUNCH: readonly Row[] = [
  ['title', 'Titre de la page.', 'Title of the page.', 'Chapitre 1'],
  ['href', 'Son adresse.', 'Its address.', 'index.html'],
  ['isSco', 'Elle est suivie.', 'It is tracked.', true],
  ['calls', 'Tous ses appels, dans l’ordre.', 'All its calls, in order.', []],
  ['calls[].method', 'Méthode appelée.', 'Method that was called.', 'LMSSetValue'],
  ['calls[].args', 'Arguments de l’appel.', 'Arguments of the call.', ['cmi.core.exit', 'suspend']],
  ['calls[].result', 'Réponse de la plateforme.', 'Answer of the LMS.', 'true'],
  ['calls[].error', 'Code d’erreur ; 0 s’il n’y en a pas.', 'Error code; 0 without an error.', 0],
  ['calls[].at', 'Millisecondes depuis l’ouverture.', 'Milliseconds since the page was opened.', 420],
  ['calls[].closing', 'Fait pendant la fermeture.', 'Made while the page was closed.', false],
  ['written', 'Dernière valeur de chaque élément écrit.', 'Last value of each element that was written.', []],
  ['written[].element', 'Élément écrit.', 'Element that was written.', 'cmi.core.exit'],
  ['written[].value', 'Valeur écrite.', 'Value that was written.', 'suspend'],
  ['written[].at', 'Millisecondes entre l’ouverture et l’écriture.', 'Milliseconds between opening and writing.', 420],
  ['written[].closing', 'Écrit pendant la fermeture.', 'Written while the page was closed.', false],
  ['written[].kept', 'Gardé si l’onglet se ferme.', 'Kept if the tab is closed.', true],
  ['lost', 'Éléments perdus si l’onglet se ferme.', 'Elements that are lost if the tab is closed.', ['cmi.suspend_data']],
  ['missing', 'Fichiers demandés qui ne sont pas dans le zip.', 'Files that it asked for and that aren’t in the zip.', ['logo.png']],
  ['elsewhere', 'Adresses demandées sur d’autres sites, sans paramètres.', 'Addresses on other sites, without parameters.', []],
  ['errors', 'Erreurs de ses scripts.', 'Errors of its scripts.', ['ReferenceError: x is not defined']],
];

/** Returns the notes of what `verify --json` prints, in a language. */
export function verdictNotes(language: Language): Notes {
  const rows = [...ROWS, ...LAUNCH.map(([key, ...rest]) => [`played.launches[].${key}`, ...rest] as const)];
  return Object.fromEntries(rows.map(([key, fr, en, example]) => [key, note(language === 'fr' ? fr : en, example)]));
}
