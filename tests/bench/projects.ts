import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_FILE } from '../../build/model/lock.ts';
import { FIRST_LOCK } from '../helpers/first-lock.ts';
import { generateModule } from './generate-module.ts';
import { root, temporary } from './processes.ts';

/** A project with a copy of the course in `modules/`: a build may complete its lock. */
export function realCourse(): string {
  const project = temporary();
  cpSync(join(root, 'modules'), join(project, 'modules'), { recursive: true });
  return project;
}

/** The same course with one of its sessions: a build checks all that a course lists. */
export function realCourseWith(session: string): string {
  const project = realCourse();
  const folder = join(project, 'modules/partenariats-reseaux');
  const file = join(folder, 'course.yaml');
  // The cohorts name the other sessions.
  rmSync(join(folder, 'cohorts'), { recursive: true });
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^modules: .*$/m, `modules: [${session}]`));
  return project;
}

/** A project with one course of so many generated modules. */
export function generatedCourse(count: number): string {
  const project = temporary();
  const folder = join(project, 'modules/depot');
  mkdirSync(folder, { recursive: true });
  const ids = Array.from({ length: count }, (_, index) => `m-${index + 1}`);
  const lines = [
    'id: depot',
    'title: Le dépôt de tramways',
    'competencies: [{ id: c-ligne, title: Tenir la ligne }, { id: c-accueil, title: Accueillir les voyageurs }]',
    `modules: [${ids.join(', ')}]`,
    'variables: { chef: votre chef de dépôt }',
  ];
  writeFileSync(join(folder, 'course.yaml'), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, LOCK_FILE), FIRST_LOCK);
  ids.forEach((id, index) => {
    writeFileSync(join(folder, `${id}.md`), generateModule(id, index));
  });
  return project;
}

/** A project with one module that shows so many videos. Each is as large, and none can be deflated. */
export function videoCourse(count: number, bytes: number): string {
  const project = temporary();
  const folder = join(project, 'modules/depot');
  mkdirSync(join(folder, 'media'), { recursive: true });
  writeFileSync(join(folder, 'course.yaml'), 'id: depot\ntitle: Le dépôt de tramways\nmodules: [films]\n');
  writeFileSync(join(folder, LOCK_FILE), FIRST_LOCK);
  const names = Array.from({ length: count }, (_, index) => `arret-${index + 1}`);
  names.forEach((name, index) => {
    writeFileSync(join(folder, `media/${name}.mp4`), noise(bytes, index + 1));
    writeFileSync(join(folder, `media/${name}.vtt`), 'WEBVTT\n\n00:00.000 --> 00:04.000\nLe tram entre en gare.\n');
  });
  const films = names.map((name) => `::video{src=media/${name}.mp4 captions=media/${name}.vtt}\n`);
  const front = '---\nid: films\ntitle: Vingt films\ncompletion: visited\n---\n\n# Les films {#les-films}\n\n';
  writeFileSync(join(folder, 'films.md'), `${front}${films.join('\n')}`);
  return project;
}

/** Bytes that no compressor makes smaller, the same for a seed on every machine (xorshift). */
function noise(bytes: number, seed: number): Uint32Array {
  const words = new Uint32Array(bytes / 4);
  let value = (seed * 2_654_435_761) >>> 0;
  for (let index = 0; index < words.length; index++) {
    value ^= value << 13;
    value ^= value >>> 17;
    value ^= value << 5;
    words[index] = value;
  }
  return words;
}
