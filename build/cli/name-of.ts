import { InvalidArgumentError } from 'commander';
import type { Language } from '../diagnostics/format.ts';

const NAMES = {
  folder: { fr: 'Écrivez le nom d’un dossier.', en: 'Write the name of a folder.' },
  cohort: { fr: 'Écrivez le nom d’une promotion.', en: 'Write the name of a cohort.' },
  file: { fr: 'Écrivez le nom d’un fichier.', en: 'Write the name of a file.' },
} as const;

/** Refuses an empty name, such as an empty variable in a script. */
export function nameOf(kind: keyof typeof NAMES, language: Language): (value: string) => string {
  return (value) => {
    if (value.trim() !== '') return value;
    throw new InvalidArgumentError(NAMES[kind][language]);
  };
}
