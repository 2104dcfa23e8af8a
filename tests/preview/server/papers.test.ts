import { readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { openCourse } from '../../../build/open-course.ts';
import { paperOf, papers, pictureOf } from '../../../build/preview/server/papers.ts';
import { playable } from '../../../build/preview/server/playable.ts';
import { depot, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

function open(body: string, more = {}) {
  const project = depot({ ...rames(`# Le quai {#quai}\n\n${body}\n`), 'cohorts/soir.yaml': 'title: Le soir\ntags: [soir]\n', ...more });
  const course = openCourse(join(project, 'modules/depot'), { provisional: true }, engine, new Diagnostics());
  if (!course) throw new Error('no course');
  return course;
}

it('makes each sheet of a session, for a cohort or none', () => {
  const course = open('Une rame.');
  const sheet = (cohort: string, id: string, name: string) => paperOf(course, cohort, id, name, engine);
  expect(papers).toEqual(['guide', 'conducteur', 'cahier', 'accessibilite']);
  for (const name of papers) expect([name, sheet('base', 'rames', name)?.length]).toEqual([name, expect.any(Number)]);
  expect(new TextDecoder().decode(sheet('soir', 'rames', 'guide') ?? undefined)).toContain('Le soir');
  expect([sheet('matin', 'rames', 'guide'), sheet('base', 'quais', 'guide'), sheet('base', 'rames', 'zip')]).toEqual([null, null, null]);
  expect(sheet('base', 'ram', 'guide')).toBeNull();
});

it('finds the first picture of a session, whatever the case of its name', () => {
  const course = open('![Le quai](QUAI.PNG)\n\n![La voie](voie.png)', { 'QUAI.PNG': PNG, 'voie.png': PNG });
  expect(pictureOf(course, 'rames')).toMatchObject({ name: 'QUAI.PNG', bytes: PNG.length });
  expect([pictureOf(open('Une rame.'), 'rames'), pictureOf(course, 'quais')]).toEqual([null, null]);
  const path = join(course.source.folder.root, 'QUAI.PNG');
  expect(pictureOf(course, 'rames')).toEqual({ name: 'QUAI.PNG', path, bytes: readFileSync(path).length });
  unlinkSync(path);
  expect(pictureOf(course, 'rames')).toBeNull();
  const audio = open('::audio{src="annonce.mp3"}\n\n![La voie](voie.png)', { 'annonce.mp3': 'x', 'voie.png': PNG });
  expect(pictureOf(audio, 'rames')?.name).toBe('voie.png');
});

it.each(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'])('takes a .%s for a picture', (ending) => {
  const name = `quai.${ending}`;
  const content = ending === 'svg' ? '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>' : PNG;
  expect(pictureOf(open(`![Le quai](${name})`, { [name]: content }), 'rames')?.name).toBe(name);
});

it('offers each session with its minutes', () => {
  expect(
    playable(
      open('Une rame.', {
        'rames.md': '---\nid: rames\ntitle: Les rames\nduration: 40\ncompletion: visited\n---\n# Quai {#quai}\n\nUne rame.\n',
      }),
    ),
  ).toEqual([{ id: 'rames', title: 'Les rames', minutes: 40 }]);
});
