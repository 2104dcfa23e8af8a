// The least that a session takes: its Markdown, templates and zip, with Cartable's libraries and none of its code but the templates.
//   node bare-session.cjs COURSE SESSION PACKAGE ZIP
// PACKAGE is the unzipped package of the same session: the runtime, styles, schemas and pictures are copied from there.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import { parse } from 'yaml';
import { fill, fillFrame, fillPage } from './bare-templates.ts';
import { type Directive, md, nodesOf, optionsOf } from './bare-text.ts';

interface Page {
  readonly id: string;
  readonly title: string;
  readonly over: string;
  readonly html: string;
}

/** Text that learners see after an answer. */
interface Later {
  readonly id: string;
  readonly type: string;
  readonly after: readonly string[];
  readonly feedback: readonly (string | undefined)[];
}

const [folder = '', session = '', unpacked = '', goal = ''] = process.argv.slice(2);
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

const course: { title: string; organisation: string; variables: Record<string, string> } = parse(read('course.yaml'));

const activities: Later[] = [];

function withoutFrontMatter(text: string): { front: { title: string }; body: string } {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { front: parse(front), body };
}

function completed(text: string): string {
  const whole = text.replace(/^::include\{file="(.+?)"\}$/gm, (_, file: string) => read(file));
  return whole.replace(/\{\{(\w+)\}\}/g, (_, name: string) => course.variables[name] ?? '');
}

function renderActivity({ type, id = '', attributes, lines }: Directive): string {
  const nodes = nodesOf(lines.join('\n'));
  const body = nodes.filter((node) => typeof node === 'string').join('\n');
  const inner = nodes.filter((node) => typeof node !== 'string');
  const after = inner.filter((node) => node.type === 'after').map((node) => md.render(node.lines.join('\n')));
  const nested = inner.filter((node) => node.type !== 'after').map(renderNode);
  const content = attributes.bank && renderText(withoutFrontMatter(completed(read(attributes.bank))).body);
  const options = { ...optionsOf(body.trim(), attributes, nested), content };
  activities.push({ id, type, after, feedback: options.items.map(({ feedback }) => feedback) });
  return fillFrame(type, { id, prompt: options.prompt }, fill(type, { id, options, lang: 'fr', level: 3 }));
}

function renderBlock({ type, attributes, lines }: Directive): string {
  const html = md.render(lines.join('\n'));
  return type === 'trainer' ? html : fill(type, { options: { ...attributes, html }, lang: 'fr', level: 2 });
}

function renderNode(node: string | Directive): string {
  if (typeof node === 'string') return md.render(node);
  const html = node.id === undefined ? renderBlock(node) : renderActivity(node);
  // What is for trainers or for a cohort is read, too, though no page of this package shows it.
  return node.type === 'trainer' || node.attributes.only ? '' : html;
}

function renderText(text: string): string {
  return nodesOf(text).map(renderNode).join('\n');
}

function pageOf(text: string, over: string): Page {
  const [, title = '', id = '', body = ''] = /^# (.*?)(?: \{#(.*)\})?\n([\s\S]*)$/.exec(text) ?? [];
  return { id, title, over, html: renderText(body) };
}

/** The files that are made from the session's text. */
function madeFiles(): ReadonlyMap<string, string> {
  const { front, body } = withoutFrontMatter(read(session));
  const texts = completed(body).split(/^(?=# )/m);
  const pages = texts.filter((text) => text.startsWith('# ')).map((text) => pageOf(text, front.title));
  const { title: courseTitle, organisation } = course;
  const data = { lang: 'fr', dir: 'ltr', title: front.title, courseTitle, organisation, logo: 'assets/logo.svg', icons: '', root: '' };
  const rest = pages.slice(1);
  return new Map([
    ['index.html', fillPage({ ...data, pages: pages.map((page, index) => (index === 0 ? page : { ...page, html: '' })) })],
    ['text.html', fillPage({ ...data, pages, plain: true })],
    ['pages.js', `window.cartableRest=${JSON.stringify(rest)}`],
    ['content.js', `window.cartableContent=${JSON.stringify({ ...front, activities })}`],
  ]);
}

async function zipped(): Promise<Buffer> {
  const made = madeFiles();
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const chunks: Buffer[] = [];
  archive.on('data', (chunk) => chunks.push(chunk));
  const files = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    const name = path.slice(unpacked.length + 1).replaceAll('\\', '/');
    archive.append(made.get(name) ?? readFileSync(path), { name, date: new Date(Date.UTC(2000, 0, 1)) });
  }
  await Promise.all([finished(archive), archive.finalize()]);
  return Buffer.concat(chunks);
}

async function main(): Promise<void> {
  const bytes = await zipped();
  writeFileSync(goal, bytes);
  process.stdout.write(`${createHash('sha256').update(bytes).digest('hex')}\n`);
}

main();
