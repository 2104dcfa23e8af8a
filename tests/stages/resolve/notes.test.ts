import { expect, it } from 'vitest';
import type { CourseFile } from '../../../build/model/course-file.ts';
import { markVariables, noteMarker, VARIABLE_IN_HTML } from '../../../build/model/markers.ts';
import type { ValidModule } from '../../../build/model/source.ts';
import { resolveNotes } from '../../../build/stages/resolve/notes.ts';

const note = `<p>Voir ${markVariables('{{chef}}', VARIABLE_IN_HTML)}.</p>`;
const mark = noteMarker({ label: 'a', html: '<p>Bas.</p>', at: { file: 'rames.md', line: 1, column: 1 }, isInLine: false });
const at = { file: 'rames.md', line: 1, column: 1 };
const module = {
  pages: [
    { id: 'quai', at },
    { id: 'voie', at },
  ],
  notes: { quai: [note] },
} as unknown as ValidModule;
const file = { lang: 'fr', variables: { chef: 'le chef' } } as unknown as CourseFile;

it('fills variables with those of the cohort, else with those of the course', () => {
  expect(resolveNotes(module, file, undefined)).toEqual({ quai: ['<p>Voir le chef.</p>'] });
  expect(resolveNotes(module, file, { variables: { chef: 'la cheffe' } } as never)).toEqual({ quai: ['<p>Voir la cheffe.</p>'] });
});

it('lists only pages that have notes and that the module has', () => {
  expect(Object.keys(resolveNotes({ ...module, notes: { quai: [note], gare: [note] } }, file, undefined))).toEqual(['quai']);
});

it('gives each note its own footnotes, apart from those of its page, in the language of the course', () => {
  const noted = { ...module, notes: { voie: [`<p>Un${mark}.</p>`, note] } };
  const notes = resolveNotes(noted, { ...file, lang: 'en' } as CourseFile, undefined);
  const set = (lang: string) => resolveNotes(module, { lang, variables: { chef: 'Ada !' } } as unknown as CourseFile, undefined).quai?.[0];
  expect([set('en'), set('fr')]).toEqual(['<p>Voir Ada !.</p>', '<p>Voir Ada\u202f!.</p>']);
  expect([notes.voie?.length, notes.voie?.[1]]).toEqual([2, '<p>Voir le chef.</p>']);
  expect(notes.voie?.[0]).toMatch(/^<p>Un<sup.*href="#a-voie_notes_1".*\n<div class="c-notes"[\s\S]*Back to the text, note 1/);
});
