import type { Language } from '../diagnostics/format.ts';
import { type Notes, note } from '../stages/read/schema-notes.ts';

/** French and English description of a key of `report.json`, and an example. */
type Row = readonly [path: string, fr: string, en: string, example: unknown];

const ROWS: readonly Row[] = [
  ['format', 'Version de ce format.', 'Version of this format.', 1],
  ['anonymous', 'Les noms sont des initiales, les adresses sont omises.', 'Names are initials, addresses are left out.', false],
  ['downloaded', 'Jour du téléchargement ; vide s’il est inconnu.', 'Day of the download; empty if unknown.', '2026-11-28'],
  ['people', 'Les personnes du groupe, par ordre alphabétique.', 'The people of the group, in alphabetical order.', []],
  ['sessions', 'Les séances dont il y a des résultats.', 'The sessions that have results.', []],
  ['notes', 'Remarques sur les fichiers lus.', 'Remarks on the files read.', []],
];

const PERSON: readonly Row[] = [
  ['name', 'Nom, ou initiales.', 'Name, or initials.', 'Aline Bernard'],
  ['email', 'Adresse ; vide si elle est inconnue.', 'Address; empty if unknown.', 'aline@example.org'],
  ['homonym', 'Une autre personne porte ce nom.', 'Somebody else has this name.', false],
  ['sheet', 'Fichier de son relevé.', 'File of their record.', 'releve-aline-bernard.html'],
];

const SESSION: readonly Row[] = [
  ['id', 'Identifiant de la séance.', 'Id of the session.', 'seance-1'],
  ['title', 'Titre de la séance.', 'Title of the session.', 'Séance 1'],
  ['course', 'Titre du cours ; vide sans le paquet.', 'Title of the course; empty without the package.', 'Partenariats'],
  ['organisation', 'Organisme ; vide sans le paquet.', 'Organisation; empty without the package.', 'CFP'],
  ['cohort', 'Promotion du paquet ; vide sans promotion.', 'Cohort of the package; empty without one.', '2027'],
  ['minutes', 'Durée annoncée en minutes ; 0 si elle est inconnue.', 'Planned minutes; 0 if unknown.', 90],
  ['pass', 'Seuil de réussite en pour cent.', 'Pass mark in percent.', 60],
  ['versions', 'Empreintes des paquets, de l’ancien au nouveau.', 'Content digests of the packages, oldest first.', ['f91f942f']],
  ['hasCompletion', 'L’achèvement vient de la plateforme.', 'Completion comes from the LMS.', true],
  ['pages', 'Les pages, dans l’ordre.', 'The pages, in order.', []],
  ['questions', 'Les questions, dans l’ordre de la plateforme.', 'The questions, in the LMS’s order.', []],
  ['competencies', 'Les compétences et leurs totaux.', 'The competencies and their totals.', []],
  ['beforeAfter', 'Les échelles posées deux fois.', 'Scales that are asked twice.', []],
  ['participations', 'Ce que chaque personne a fait.', 'What each person has done.', []],
  ['outside', 'Personnes qui ont accès, sans être suivies ni comptées.', 'People with access who are neither tracked nor counted.', []],
];

const PAGE: readonly Row[] = [
  ['title', 'Titre de la page.', 'Title of the page.', 'Bilan'],
  ['minutes', 'Durée annoncée en minutes ; 0 si elle est inconnue.', 'Planned minutes; 0 if unknown.', 10],
];

const QUESTION: readonly Row[] = [
  ['id', 'Identifiant de la question.', 'Id of the question.', 's1-depart'],
  ['page', 'Titre de sa page.', 'Title of its page.', 'Bilan'],
  ['activity', 'Nom du type d’activité.', 'Name of the activity’s type.', 'Question à choix'],
  ['text', 'La question.', 'The question.', 'Que manque-t-il ?'],
  ['kind', 'Sorte de réponse ; text est un texte libre.', 'Kind of answer; text is a free text.', 'choice'],
  ['competencies', 'Identifiants de ses compétences.', 'Ids of its competencies.', ['c4-3']],
  ['required', 'Il faut y répondre.', 'It must be answered.', true],
  ['drawn', 'Tirée au sort : tout le monde ne la reçoit pas.', 'Drawn: not everybody gets it.', false],
  ['rightWords', 'La bonne réponse en clair ; vide s’il n’y en a pas.', 'The right answer in words; empty if there is none.', 'La date'],
  ['answered', 'Nombre de personnes qui ont répondu.', 'Number of people who answered.', 9],
  ['right', 'Nombre de bonnes réponses.', 'Number of right answers.', 3],
  ['shares', 'Les réponses et leur nombre.', 'The answers and their counts.', []],
];

const SHARE: readonly Row[] = [
  ['words', 'La réponse en clair.', 'The answer in words.', 'La date'],
  ['n', 'Nombre de personnes.', 'Number of people.', 4],
  ['verdict', 'Juste, fausse, ou ni l’un ni l’autre.', 'Right, wrong, or neither.', 'wrong'],
  ['tempting', 'L’erreur la plus fréquente.', 'The most frequent mistake.', true],
  ['people', 'Ces personnes, par leur rang dans people.', 'These people, by their index in people.', [0, 2]],
];

const COMPETENCY: readonly Row[] = [
  ['id', 'Identifiant de la compétence.', 'Id of the competency.', 'c4-3'],
  ['title', 'Son intitulé ; vide sans le paquet.', 'Its title; empty without the package.', 'Représenter le service'],
  ['questions', 'Nombre de questions qui ont une bonne réponse.', 'Number of questions that have a right answer.', 4],
  ['answered', 'Réponses de tout le groupe.', 'Answers of the whole group.', 36],
  ['right', 'Bonnes réponses de tout le groupe.', 'Right answers of the whole group.', 28],
];

const BEFORE: readonly Row[] = [
  ['before', 'Question posée d’abord.', 'Question that is asked first.', 's1-position.e'],
  ['after', 'Question posée ensuite.', 'Question that is asked later.', 's1-position-fin.e'],
  ['text', 'Le texte de l’échelle.', 'The text of the scale.', 'Où en êtes-vous ?'],
  ['levels', 'Les marches, de la première à la dernière.', 'The levels, from the first to the last.', ['dire', 'faire']],
  ['moves', 'Nombre de personnes d’une marche à l’autre.', 'Number of people from one level to another.', []],
  ['moves[].from', 'Marche d’avant, à partir de 0.', 'Level before, from 0.', 0],
  ['moves[].to', 'Marche d’après, à partir de 0.', 'Level after, from 0.', 1],
  ['moves[].n', 'Nombre de personnes qui vont de l’une à l’autre.', 'Number of people with this move.', 5],
];

const PARTICIPATION: readonly Row[] = [
  ['person', 'Rang dans people.', 'Index in people.', 0],
  ['state', 'Terminé, en route, pas commencé.', 'Finished, under way, not begun.', 'done'],
  ['basis', 'D’où l’état vient.', 'Source of the state.', 'completion'],
  ['why', 'Pourquoi ce n’est pas terminé ; vide si ça l’est.', 'Why it isn’t finished; empty if it is.', 'stopped'],
  ['attempts', 'Nombre de tentatives.', 'Number of attempts.', 1],
  ['attempt', 'La tentative retenue, la mieux réussie ; 0 sans tentative.', 'The attempt that counts, the best one; 0 without any.', 1],
  ['file', 'Le téléchargement d’où elle vient.', 'The download that it is from.', 'interactions.txt'],
  ['score', 'Score de la tentative, sur 100.', 'Score of the attempt, of 100.', 41.38],
  ['grade', 'Note dans le carnet de notes.', 'Grade in the gradebook.', 41.38],
  [
    'first',
    'Début, à l’heure de la plateforme ; vide sans tentative.',
    'Start, in the LMS’s time; empty without an attempt.',
    '2026-11-28T00:45',
  ],
  ['last', 'Dernier accès ; vide sans tentative.', 'Last access; empty without an attempt.', '2026-11-28T00:46'],
  ['seconds', 'Temps mesuré, seulement dans les détails du parcours.', 'Measured time, only in the track details.', 71],
  ['donePages', 'Pages finies, par leur rang dans pages.', 'Finished pages, by their index in pages.', [0, 1]],
  ['declaredMinutes', 'Durée annoncée des pages finies.', 'Planned minutes of the finished pages.', 20],
  ['answers', 'Les réponses données.', 'The given answers.', []],
  ['answers[].id', 'Question à laquelle elle répond.', 'Question that it answers.', 's1-depart'],
  ['answers[].words', 'La réponse donnée, en clair.', 'The given answer, in words.', 'La date'],
  ['answers[].raw', 'La réponse telle que la plateforme l’a.', 'The answer as the LMS has it.', 'b'],
  ['answers[].verdict', 'Jugement de la réponse donnée.', 'Verdict on the given answer.', 'right'],
  ['answers[].rightWords', 'Ce qui aurait été juste, si elle est fausse.', 'What would have been right, if it is wrong.', 'La salle'],
  ['answers[].cut', 'La fin du texte manque dans le téléchargement.', 'The end of the text is not in the download.', false],
  ['old', 'Réponses qu’aucun guide n’explique.', 'Answers that no codebook explains.', []],
  ['old[].id', 'Identifiant inconnu.', 'Unknown id.', 's1-ancienne'],
  ['old[].raw', 'Réponse inconnue, telle que la plateforme l’a.', 'Unknown answer, as the LMS has it.', 'c'],
  ['competencies', 'Ses questions par compétence.', 'Their questions by competency.', []],
  ['competencies[].id', 'La compétence.', 'The competency.', 'c4-3'],
  ['competencies[].answered', 'Questions auxquelles la personne a répondu.', 'Questions that the person answered.', 4],
  ['competencies[].right', 'Celles qui sont justes.', 'Those that are right.', 3],
  ['objectives', 'Objectifs que la plateforme a reçus.', 'Objectives that the LMS has.', []],
  ['objectives[].id', 'L’objectif.', 'The objective.', 'c4-3'],
  ['objectives[].status', 'Son état, dans les mots du standard.', 'Its status, in the standard’s words.', 'passed'],
  ['objectives[].score', 'Son score, sur 100.', 'Its score, of 100.', 100],
];

/** Rows by the path that they are below. */
const SECTIONS: readonly (readonly [string, readonly Row[]])[] = [
  ['', ROWS],
  ['people[].', PERSON],
  ['sessions[].', SESSION],
  ['sessions[].pages[].', PAGE],
  ['sessions[].questions[].', QUESTION],
  ['sessions[].questions[].shares[].', SHARE],
  ['sessions[].competencies[].', COMPETENCY],
  ['sessions[].beforeAfter[].', BEFORE],
  ['sessions[].participations[].', PARTICIPATION],
];

/** Returns the notes of `report.json` in a language. */
export function reportNotes(language: Language): Notes {
  const rows = SECTIONS.flatMap(([path, list]) => list.map(([key, ...rest]) => [path + key, ...rest] as const));
  return Object.fromEntries(rows.map(([key, fr, en, example]) => [key, note(language === 'fr' ? fr : en, example)]));
}
