import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { examplePeople } from '../../build/cli/example-people.ts';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { openCourse } from '../../build/open-course.ts';
import { engine } from './engine.ts';
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

/** An author's guide, and the course around each of its examples. */
export interface Guide {
  readonly path: string;
  readonly text: string;
  readonly lang: 'fr' | 'en';
  /** `course.yaml` without modules. */
  readonly course: string;
  /** Text files by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of the bank that is the guide's own example. */
  readonly bank: string;
}

/** Paths of pictures, films and sounds of the types' examples. */
const exampleAssets: readonly string[] = types
  .map((type) => join(root, 'templates', type, 'assets'))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

function readGuide(path: string): Pick<Guide, 'path' | 'text'> {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

const french: Guide = {
  ...readGuide('docs/ecrire-une-seance.md'),
  lang: 'fr',
  course: `id: depot
title: Dépôt
${examplePeople}competencies: [{ id: c4-5, title: Analyser }, { id: c4-6, title: Agir }, { id: c4-9, title: Veiller }]
variables: { referent: votre référent, mur: "https://mur.example.org" }
`,
  files: { 'commun/contact.md': 'Écrivez à {{referent}}.\n' },
  bank: 'banks/seance-1.md',
};

const english: Guide = {
  ...readGuide('docs/writing-a-session.md'),
  lang: 'en',
  course: `id: depot
title: Depot
${examplePeople}lang: en
competencies: [{ id: c1, title: Mend }, { id: c2, title: Work with others }]
variables: { contact: your trainer, wall: "https://wall.example.org" }
`,
  files: { 'shared/contact.md': 'Write to {{contact}}.\n' },
  bank: 'banks/session-1.md',
};

export const guides: readonly Guide[] = [french, english];

/** Returns the section of a type: from its heading to the next of the same level or above, ignoring headings in fences. */
export function sectionOf(guide: Guide, type: string): string {
  const masked = guide.text.replace(/^```[\s\S]*?^```$/gm, (fence) => fence.replace(/^#/gm, '\0'));
  const section = masked.split(/^(?=#{1,3} )/m).find((part) => part.split('\n')[0]?.endsWith(`: \`${type}\``));
  return section?.replace(/\0/g, '#') ?? '';
}

/** Message for a guide without a section for a type. */
export function missingSection({ path, lang }: Pick<Guide, 'path' | 'lang'>, type: string): string {
  const example = `templates/${type}/example${lang === 'en' ? '.en' : ''}.md`;
  return `${path} has no section for “${type}”: write a heading that ends in “: \`${type}\`”, below it ${example} letter by letter, and each attribute`;
}

/** Writes the files that a guide's examples name into a course's folder: texts, pictures, the bank. */
export function writeNamed(folder: string, guide: Guide): void {
  const texts = { ...guide.files, [guide.bank]: bankOf(guide) };
  for (const path of Object.keys(texts)) mkdirSync(dirname(join(folder, path)), { recursive: true });
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const path of exampleAssets) copyFileSync(path, join(folder, 'assets', basename(path)));
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text);
}

function bankOf(guide: Guide): string {
  return fencesOf(guide.text).find(({ text }) => /^---\ntitle:/.test(text))?.text ?? '';
}

/** Makes a course of one module from a text of a document, and returns the codes of its errors. */
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
  openCourse(folder, { provisional: false }, engine, diagnostics);
  // Embedding another site is always a warning.
  return diagnostics.list.filter(({ code }) => code !== 'other-site').map(({ code, at }) => `${code}:${at.line}`);
}
