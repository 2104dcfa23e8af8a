import type { Language } from '../diagnostics/format.ts';
import { type Notes, note } from '../stages/read/schema-notes.ts';

/** French and English description of a key of `diff --json`, and an example. */
type Row = readonly [path: string, fr: string, en: string, example: unknown];

const ROWS: readonly Row[] = [
  ['format', 'Version de ce format.', 'Version of this format.', 1],
  ['old', 'Le paquet en ligne.', 'The package online.', {}],
  ['new', 'Celui qui le remplacerait.', 'The one that would replace it.', {}],
  ['same', 'Les deux ont le même contenu.', 'Both have the same content.', false],
  ['risk', 'Le risque le plus grave des changements.', 'The gravest risk of the changes.', 'hidden'],
  ['changes', 'Les changements, les plus graves d’abord.', 'The changes, the gravest first.', []],
  ['notes', 'Ce que les paquets ne disent pas.', 'What the packages don’t tell.', []],
];

const VERSION: readonly Row[] = [
  ['name', 'Fichier, ou texte de la séance.', 'File, or text of the session.', 'seance-1.scorm12.zip'],
  ['cartable', 'Version de Cartable qui l’a fait.', 'Version of Cartable that made it.', '0.2.0'],
  ['course', 'Identifiant du cours.', 'Id of the course.', 'partenariats'],
  ['sessions', 'Ses séances, dans l’ordre.', 'Its sessions, in order.', []],
  ['sessions[].id', 'Identifiant de cette séance.', 'Id of this session.', 'seance-1'],
  ['sessions[].title', 'Titre de cette séance.', 'Title of this session.', 'Séance 1'],
  ['cohort', 'Promotion ; vide sans promotion, absente si elle est inconnue.', 'Cohort; empty without one, absent if unknown.', '2027'],
  ['target', 'La cible.', 'The target.', 'scorm12'],
  ['content', 'Empreinte du contenu ; vide si elle est inconnue.', 'Content digest; empty if unknown.', 'f91f942f'],
];

const CHANGE: readonly Row[] = [
  ['kind', 'Sorte de changement.', 'Kind of change.', 'part-replaced'],
  ['risk', 'Risque pour qui a commencé.', 'Risk for those who have begun.', 'hidden'],
  ['session', 'La séance ; absente si le paquet entier est concerné.', 'The session; absent if the whole package is concerned.', {}],
  ['session.id', 'Identifiant de la séance concernée.', 'Id of the session concerned.', 'seance-1'],
  ['session.title', 'Titre de la séance concernée.', 'Title of the session concerned.', 'Séance 1'],
  ['page', 'La page.', 'The page.', {}],
  ['page.id', 'Identifiant de la page.', 'Id of the page.', 's1-bilan'],
  ['page.title', 'Titre de la page.', 'Title of the page.', 'Bilan'],
  ['activity', 'L’activité.', 'The activity.', {}],
  ['activity.id', 'Identifiant de l’activité.', 'Id of the activity.', 's1-depart'],
  ['activity.title', 'Titre ou énoncé de l’activité.', 'Title or question of the activity.', 'Que manque-t-il ?'],
  [
    'part',
    'Texte du choix, de la paire, du champ ; vide s’il n’en a pas.',
    'Text of the choice, pair or field; empty if it has none.',
    'La date',
  ],
  ['at', 'Fichier et ligne, si les textes sont là.', 'File and line, if the texts are at hand.', 'modules/cours/seance-1.md:45'],
  ['what', 'Ce qui change.', 'What changes.', 'Retiré : « La date ».'],
  ['why', 'Pourquoi ce risque.', 'Why it has this risk.', 'Les réponses restent.'],
];

const SECTIONS: readonly (readonly [string, readonly Row[]])[] = [
  ['', ROWS],
  ['old.', VERSION],
  ['new.', VERSION],
  ['changes[].', CHANGE],
];

/** Returns the notes of the output of `diff --json` in a language. */
export function diffNotes(language: Language): Notes {
  const rows = SECTIONS.flatMap(([path, list]) => list.map(([key, ...rest]) => [path + key, ...rest] as const));
  return Object.fromEntries(rows.map(([key, fr, en, example]) => [key, note(language === 'fr' ? fr : en, example)]));
}
