import { exits } from './help-texts.ts';

/** Texts of `--help` of the commands that exchange questions with other tools, by language. */
export const exchangeHelp = {
  fr: {
    import: 'reprend des questions de Moodle (XML, GIFT), Aiken, Word ou Markdown dans un cours',
    files: '<fichier...>',
    filesAbout: 'un fichier .xml, .gift, .txt, .docx ou .md',
    courseImported: 'le cours qui reçoit les fichiers, s’il y en a plusieurs',
    as: '--as <quoi>',
    asAbout:
      'bank : des banques seules ; session : une séance (par défaut, des banques avec une séance, ou une séance pour Word et Markdown)',
    exitsImport: exits(
      'Codes de sortie :',
      'tout est repris, ou ce qui manque est dans le rapport IMPORT-….md',
      'un fichier ou le cours ne peut pas servir : rien n’est écrit',
      'une commande mal écrite',
      'une panne de Cartable',
    ),
    export: 'écrit les questions d’un cours ou d’une banque pour Moodle',
    source: '<cours|banque>',
    sourceAbout: 'l’identifiant d’un cours, ou le fichier d’une banque',
    to: '--to <format>',
    toAbout: 'moodle-xml ou gift',
    exportOut: '--out <fichier>',
    exportOutAbout: 'le fichier à écrire (par défaut, du nom du cours ou de la banque, dans le dossier courant)',
    exitsExport: exits(
      'Codes de sortie :',
      'le fichier est écrit, et ce qui manque est dit',
      'le cours ou la banque a des erreurs, ou le fichier existe : rien n’est écrit',
      'une commande mal écrite',
      'une panne de Cartable',
    ),
  },
  en: {
    import: 'imports questions of Moodle (XML, GIFT), Aiken, Word or Markdown into a course',
    files: '<file...>',
    filesAbout: 'a file .xml, .gift, .txt, .docx or .md',
    courseImported: 'the course that gets the files, if there are several',
    as: '--as <what>',
    asAbout: 'bank: banks only; session: a session (default: banks with a session, or a session for Word and Markdown)',
    exitsImport: exits(
      'Exit codes:',
      'all is imported, or what is missing is in the report IMPORT-….md',
      'a file or the course can’t be used: nothing is written',
      'a mistyped command',
      'a failure of Cartable itself',
    ),
    export: 'writes the questions of a course or a bank for Moodle',
    source: '<course|bank>',
    sourceAbout: 'the id of a course, or the file of a bank',
    to: '--to <format>',
    toAbout: 'moodle-xml or gift',
    exportOut: '--out <file>',
    exportOutAbout: 'the file to write (default: named after the course or the bank, in the current folder)',
    exitsExport: exits(
      'Exit codes:',
      'the file is written, and what is missing is reported',
      'the course or the bank has errors, or the file exists: nothing is written',
      'a mistyped command',
      'a failure of Cartable itself',
    ),
  },
} as const;
