import { expect, test } from 'vitest';
import { GROUPS, grouped } from '../../../build/studio/add/catalogue.ts';
import { insertionOf, needOf } from '../../../build/studio/add/insertion.ts';
import english from '../../../build/studio/add/skeletons/en.json' with { type: 'json' };
import french from '../../../build/studio/add/skeletons/fr.json' with { type: 'json' };
import { skeletonOf } from '../../../build/studio/add/skeletons.ts';
import { usedIds } from '../../../build/studio/text/fresh-ids.ts';
import { engine } from '../../helpers/engine.ts';
import { languages, types } from '../../helpers/examples-project.ts';
import { filesBelow, MemoryCourse, plainCourse, plainSession } from '../../helpers/memory-course.ts';

const FILES = { picture: 'assets/plan.svg', sound: 'assets/timbre.wav', film: 'assets/arret.webm', document: 'assets/grille.pdf' } as const;

function withFiles(course: MemoryCourse): void {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><path d="M0 0h100v60z"/></svg>';
  course.put(FILES.picture, svg);
  course.put(FILES.sound, filesBelow('templates/audio/assets')['timbre-du-tram.wav'] ?? '');
  course.put(FILES.film, filesBelow('templates/video/assets')['arret-de-tram.webm'] ?? '');
  course.put(FILES.document, filesBelow('templates/document/assets')['grille-observation.pdf'] ?? '');
}

test('an example is in the language that is asked for; a type without one has an empty body', () => {
  expect([skeletonOf('choice', 'fr'), skeletonOf('choice', 'en')]).toEqual([french.choice, english.choice]);
  expect(french.choice).not.toBe(english.choice);
  expect(skeletonOf('own-game', 'en')).toBe(':::own-game{#own-game}\n…\n:::');
});

test('each type has a place in the dialog', () => {
  const facts = [...engine.types.values()].map(({ name, kind }) => ({ name, label: name, kind, form: '', attributes: [], contains: [] }));
  expect([...Object.values(GROUPS).flat()].sort(), 'build/studio/add/groups.json: each type in one group').toEqual([...types].sort());
  expect(grouped(facts).flatMap((group) => group.types)).toHaveLength(facts.length);
});

test.each(languages.flatMap((lang) => types.map((type) => [lang, type] as const)))(
  '%s: the example of %s works, also a second time',
  (language, type) => {
    const course = new MemoryCourse('modules/essai', { 'course.yaml': plainCourse(language) });
    withFiles(course);
    const kind = needOf(type);
    const request = { type, language, file: kind ? FILES[kind] : '', people: ['jeanne', 'karim'] };
    const first = insertionOf({ ...request, used: new Set() });
    const used = usedIds({ paths: ['a.md'], text: () => first.lines });
    const second = insertionOf({ ...request, used });
    for (const [name, content] of Object.entries(first.files)) course.put(name, content);
    course.put('essai.md', plainSession(`${first.lines}\n\n${second.lines}`));
    expect(course.errors(), `build/studio/add/skeletons/${language}.json: the example of “${type}”`).toEqual([]);
  },
);
