import type { Language } from '../messages/format.ts';

/** What the commands say, by language. */
export const words = {
  fr: {
    module: 'module', target: 'cible', cohort: 'promotion', size: 'taille', state: 'mémoire / limite', warnings: 'avis', base: 'base', whole: '(cours entier)',
    error: 'erreur', warning: 'avis', write: 'À écrire', errors: '{n} erreur(s) : rien n’a été construit, les derniers paquets sont intacts.',
    built: '{n} paquet(s) dans {out}', stale: 'Paquets dont le module, la promotion ou la cible n’existe plus :', valid: 'Tout est en ordre : {n} module(s).',
    'several-scos-in-2004': 'Moodle n’enregistre que le premier module d’un cours SCORM 2004 : préférez les paquets par module, ou SCORM 1.2.',
  },
  en: {
    module: 'module', target: 'target', cohort: 'cohort', size: 'size', state: 'saved state / limit', warnings: 'warnings', base: 'base', whole: '(whole course)',
    error: 'error', warning: 'warning', write: 'Write', errors: '{n} error(s): nothing was built, the last packages are untouched.',
    built: '{n} package(s) in {out}', stale: 'Packages whose module, cohort or target no longer exists:', valid: 'All is well: {n} module(s).',
    'several-scos-in-2004': 'Moodle records only the first module of a SCORM 2004 course: prefer a package a module, or SCORM 1.2.',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type Words = Readonly<Record<keyof (typeof words)['fr'], string>>;

/** The system's language, French where it isn't English. */
export function systemLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const name = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^en/i.test(name) ? 'en' : 'fr';
}

/** A sentence with its values. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
