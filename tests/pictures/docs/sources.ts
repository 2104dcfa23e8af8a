import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { type Language, root } from '../../helpers/examples-project.ts';
import { readZip, type ZipEntry } from '../../helpers/read-zip.ts';
import type { Inputs } from './subject.ts';

/** Sheets that change no picture: they are for paper, or for views that no picture shows. */
const ELSEWHERE = /^(?:print|noscript|certificate|forced-colours|drawer|dialog)\.css$/;

/** Reads a style sheet without comments and indentation: these change no picture. */
export function sheet(path: string): string {
  const text = readFileSync(join(root, path), 'utf8');
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
}

/** Reads the style sheets of a folder. @param leave those to leave out, by name */
export function sheetsIn(folder: string, leave?: RegExp): Inputs {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.css') && !leave?.test(name));
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, sheet(`${folder}/${name}`)]));
}

/** Style sheets of a package in the warm look, without those of types. */
export function packageSheets(): Inputs {
  const theme = 'src/styles/themes/editorial.css';
  return { ...sheetsIn('src/styles', ELSEWHERE), [theme]: sheet(theme) };
}

/** Style sheets of the types whose activities or blocks are in the markup. @param always a type that counts in any case */
export function typeSheets(markup: string, always?: string): Inputs {
  const named = [...markup.matchAll(/data-type="([a-z-]+)"/g)].map(([, name = '']) => name);
  const used = new Set(always ? [always, ...named] : named);
  const paths = [...used]
    .map((name) => `templates/${name}/style.css`)
    .filter((path) => readdirSync(join(root, path, '..')).includes('style.css'));
  return Object.fromEntries(paths.map((path) => [path, sheet(path)]));
}

interface Left {
  cartableRest?: (root: string) => { readonly pages: Readonly<Record<string, string>> };
}

/** A package, for the markup of its pages. */
export class BuiltPages {
  private readonly rest: Readonly<Record<string, string>>;
  private readonly first: string;

  private readonly entries: readonly ZipEntry[];

  constructor(entries: readonly ZipEntry[]) {
    this.entries = entries;
    const window: Left = {};
    runInNewContext(this.text('pages.js'), { window });
    this.rest = window.cartableRest?.('').pages ?? {};
    this.first = this.text('index.html');
  }

  private text(name: string): string {
    return this.entries.find((entry) => entry.name === name)?.content.toString() ?? '';
  }

  /** The markup of a page. The first one is in the document itself. @throws if there is no such page */
  markup(id: string): string {
    const [, inDocument = ''] = new RegExp(`id="p-${id}"[^>]*>([\\s\\S]*?)\\n</section>\\n<section class="c-page`).exec(this.first) ?? [];
    const markup = inDocument + (this.rest[id] ?? '');
    if (markup === '') throw new Error(`no page ${id}`);
    return markup;
  }

  /** The cover's markup. */
  cover(): string {
    return /<section class="[^"]*c-cover[\s\S]*?<\/section>/.exec(this.first)?.[0] ?? '';
  }

  /** Drawings in the markup whose names don't change with their content. */
  drawings(markup: string): Inputs {
    const names = new Set([...markup.matchAll(/kit\/[a-z0-9-]+\.svg/g)].map(([name]) => name));
    return Object.fromEntries([...names].map((name) => [name, this.text(name)]));
  }
}

/** Opens packages, each once. */
export class Packages {
  private readonly known = new Map<string, Promise<BuiltPages>>();

  pages(zip: string): Promise<BuiltPages> {
    const pages = this.known.get(zip) ?? readZip(zip).then((entries) => new BuiltPages(entries));
    this.known.set(zip, pages);
    return pages;
  }
}

/** Ending of a picture's name before its extension. */
export const ending = (lang: Language): string => (lang === 'fr' ? '' : '.en');
