import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Diagnostics } from '../../build/diagnostics.ts';
import { prepareCourse } from '../../build/prepare-course.ts';
import { root, types } from './examples-project.ts';

/** A piece of source in a document. */
export interface Fence {
  readonly language: string;
  readonly text: string;
}

export function fencesOf(text: string): Fence[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', inside = '']) => ({ language, text: inside }));
}

export const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

/** An author's guide, and the course that stands around each of its examples. */
export interface Guide {
  readonly path: string;
  readonly text: string;
  readonly lang: 'fr' | 'en';
  /** `course.yaml`, but for its modules. */
  readonly course: string;
  /** Text files by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of the bank that is the guide's own example. */
  readonly bank: string;
  /** Files of the types' examples by the names that the guide gives them. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Pictures and sounds of the types' examples, by name. */
function exampleAssets(): ReadonlyMap<string, string> {
  const folders = types.map((type) => join(root, 'templates', type, 'assets')).filter((folder) => existsSync(folder));
  return new Map(folders.flatMap((folder) => readdirSync(folder).map((name) => [name, join(folder, name)] as const)));
}

function readGuide(path: string): Pick<Guide, 'path' | 'text'> {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

const french: Guide = {
  ...readGuide('docs/ecrire-une-seance.md'),
  lang: 'fr',
  course: `id: depot
title: Dépôt
competencies: [{ id: c4-5, title: Analyser }, { id: c4-6, title: Agir }, { id: c4-9, title: Veiller }]
variables: { referent: votre référent, mur: "https://mur.example.org" }
`,
  files: { 'commun/contact.md': 'Écrivez à {{referent}}.\n' },
  bank: 'banks/seance-1.md',
  assets: exampleAssets(),
};

/** What the English guide calls the files of the French examples. */
const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  'workshop-plan.svg': 'plan-du-quartier.svg',
  'bench.svg': 'liens.svg',
  'bench-blank.svg': 'liens-muet.svg',
  'tool-wall.svg': 'parking.svg',
  'tea-table.svg': 'marche.svg',
  'test-station.svg': 'banc.svg',
  'hall-before.svg': 'place-avant.svg',
  'hall-after.svg': 'place-apres.svg',
  'changing-a-fuse.webm': 'arret-de-tram.webm',
  'worn-bearing.wav': 'timbre-du-tram.wav',
  'repair-form.pdf': 'grille-observation.pdf',
};

const english: Guide = {
  ...readGuide('docs/writing-a-session.md'),
  lang: 'en',
  course: `id: depot
title: Depot
lang: en
competencies: [{ id: c1, title: Mend }, { id: c2, title: Work with others }]
variables: { contact: your trainer, wall: "https://wall.example.org" }
`,
  files: {
    'shared/contact.md': 'Write to {{contact}}.\n',
    'assets/changing-a-fuse.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\n(A screwdriver turns.)\n',
    'assets/changing-a-fuse.md': 'Two hands open a plug and take out its fuse.\n',
    'assets/worn-bearing.md': 'A motor grinds as it slows down.\n',
  },
  bank: 'banks/session-1.md',
  assets: new Map(Object.entries(ENGLISH_NAMES).map(([name, of]) => [name, french.assets.get(of) ?? ''])),
};

export const guides: readonly Guide[] = [french, english];

/** The text under the heading that names a type, down to the next heading of its level or above; fences have headings of their own. */
export function sectionOf(guide: Guide, type: string): string {
  const masked = guide.text.replace(/^```[\s\S]*?^```$/gm, (fence) => fence.replace(/^#/gm, '\0'));
  const section = masked.split(/^(?=#{1,3} )/m).find((part) => part.split('\n')[0]?.endsWith(`: \`${type}\``));
  return section?.replace(/\0/g, '#') ?? '';
}

/** Writes into a course's folder what the examples of a guide name: texts, pictures, the bank. */
export function writeNamed(folder: string, guide: Guide): void {
  const texts = { ...guide.files, [guide.bank]: bankOf(guide) };
  for (const path of Object.keys(texts)) mkdirSync(dirname(join(folder, path)), { recursive: true });
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const [name, from] of guide.assets) copyFileSync(from, join(folder, 'assets', name));
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text);
}

function bankOf(guide: Guide): string {
  return fencesOf(guide.text).find(({ text }) => /^---\ntitle:/.test(text))?.text ?? '';
}

/** Makes a course of one module from a piece of a document, and gives the codes of what is wrong in it. */
export function problemsIn(text: string, guide: Guide): string[] {
  const folder = join(mkdtempSync(join(tmpdir(), 'cartable-docs-')), 'depot');
  writeNamed(folder, guide);
  const id = /^---\nid: (\S+)/.exec(text)?.[1] ?? 'essai';
  const body = text === bankOf(guide) ? `::quiz{#essai-quiz bank="${guide.bank}"}` : text;
  const page = /^#\s/.test(body) ? body : `# Page {#page}\n\n${body}`;
  writeFileSync(
    join(folder, `${id}.md`),
    /^---\nid:/.test(text) ? text : `---\nid: ${id}\ntitle: Essai\ncompletion: visited\n---\n\n${page}\n`,
  );
  writeFileSync(join(folder, 'course.yaml'), `${guide.course}modules: [${id}]\n`);
  const diagnostics = new Diagnostics();
  prepareCourse(folder, { provisional: false, builtBefore: [] }, diagnostics);
  // A page of another site is a warning wherever it stands.
  return diagnostics.list.filter(({ code }) => code !== 'other-site').map(({ code, at }) => `${code}:${at.line}`);
}
