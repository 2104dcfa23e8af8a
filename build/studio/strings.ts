import { signal } from '@preact/signals';
import addEn from './strings/add.en.json' with { type: 'json' };
import addFr from './strings/add.fr.json' with { type: 'json' };
import appEn from './strings/app.en.json' with { type: 'json' };
import appFr from './strings/app.fr.json' with { type: 'json' };
import courseEn from './strings/course.en.json' with { type: 'json' };
import courseFr from './strings/course.fr.json' with { type: 'json' };
import editorEn from './strings/editor.en.json' with { type: 'json' };
import editorFr from './strings/editor.fr.json' with { type: 'json' };
import facesEn from './strings/faces.en.json' with { type: 'json' };
import facesFr from './strings/faces.fr.json' with { type: 'json' };
import formsEn from './strings/forms.en.json' with { type: 'json' };
import formsFr from './strings/forms.fr.json' with { type: 'json' };
import importEn from './strings/import.en.json' with { type: 'json' };
import importFr from './strings/import.fr.json' with { type: 'json' };
import mediaEn from './strings/media.en.json' with { type: 'json' };
import mediaFr from './strings/media.fr.json' with { type: 'json' };
import planEn from './strings/plan.en.json' with { type: 'json' };
import planFr from './strings/plan.fr.json' with { type: 'json' };
import prepareEn from './strings/prepare.en.json' with { type: 'json' };
import prepareFr from './strings/prepare.fr.json' with { type: 'json' };
import previewEn from './strings/preview.en.json' with { type: 'json' };
import previewFr from './strings/preview.fr.json' with { type: 'json' };
import resultsEn from './strings/results.en.json' with { type: 'json' };
import resultsFr from './strings/results.fr.json' with { type: 'json' };
import startEn from './strings/start.en.json' with { type: 'json' };
import startFr from './strings/start.fr.json' with { type: 'json' };
import storageEn from './strings/storage.en.json' with { type: 'json' };
import storageFr from './strings/storage.fr.json' with { type: 'json' };
import writeEn from './strings/write.en.json' with { type: 'json' };
import writeFr from './strings/write.fr.json' with { type: 'json' };

export type Language = 'fr' | 'en';

// One line for each area of the studio.
const fr = {
  ...addFr,
  ...appFr,
  ...courseFr,
  ...editorFr,
  ...facesFr,
  ...formsFr,
  ...importFr,
  ...mediaFr,
  ...planFr,
  ...prepareFr,
  ...previewFr,
  ...resultsFr,
  ...startFr,
  ...storageFr,
  ...writeFr,
};
const en: Readonly<Record<keyof typeof fr, string>> = {
  ...addEn,
  ...appEn,
  ...courseEn,
  ...editorEn,
  ...facesEn,
  ...formsEn,
  ...importEn,
  ...mediaEn,
  ...planEn,
  ...prepareEn,
  ...previewEn,
  ...resultsEn,
  ...startEn,
  ...storageEn,
  ...writeEn,
};

export type Key = keyof typeof fr;

const tables: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { fr, en };

/** Tests whether there is a text of this name. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(fr, key);
}

/** Language of the page. A component that reads it is drawn again when it changes. */
export const language = signal<Language>('fr');

/** Returns the language chosen earlier, else the browser's: French unless it prefers English. */
export function chooseLanguage(chosen: string | null, preferred: string): Language {
  if (chosen === 'fr' || chosen === 'en') return chosen;
  return preferred.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** Returns a text with its values. `{n|one|many}` takes its first part for a count of one, and in French for zero. */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const text = tables[language.value][key];
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined) return String(value);
    const isOne = language.value === 'fr' ? Math.abs(Number(value)) < 2 : Number(value) === 1;
    return isOne ? one : (many ?? '');
  });
}
