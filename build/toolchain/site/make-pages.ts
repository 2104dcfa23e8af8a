import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { packageFolders, programNotices } from '../libraries.ts';
import { type Part, partOf, titleOf } from './document.ts';
import { guidePage } from './guide-page.ts';
import { homePage, textsFromReadme } from './home.ts';
import { pageHtml, type ShownPage } from './layout.ts';
import { Links } from './links.ts';
import { renderPart } from './markdown.ts';
import { type SitePage, sitePages } from './pages.ts';

function write(path: string, data: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
}

/** Compiles the style sheet and the script, with the titles' typeface. */
async function writeAssets(root: string, folder: string): Promise<void> {
  const here = 'build/toolchain/site';
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { site: `${here}/client/main.ts`, 'site-style': `${here}/styles/site.css` },
    outdir: folder,
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
    bundle: true,
    format: 'iife',
    target: ['es2022', 'chrome105', 'firefox110', 'safari16'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
  });
  write(join(folder, 'licences.txt'), programNotices(root, fontFolders(metafile)));
  copyFileSync(join(root, 'build/studio/icon.svg'), join(folder, 'icon.svg'));
}

/** Lists the packages whose files the style sheet names. */
function fontFolders(metafile: Metafile): string[] {
  const fonts = Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set([...packageFolders(metafile), ...fonts])].sort();
}

/** A page's part of a document, with the document's text. */
interface Source {
  readonly page: SitePage;
  readonly text: string;
  readonly part: Part;
}

function readSources(root: string): Source[] {
  return sitePages(root).map((page) => {
    const text = readFileSync(join(root, page.source), 'utf8');
    return { page, text, part: partOf(page, text) };
  });
}

/** Renders all documents. @throws Error if a link of one leads nowhere */
function guidesOf(root: string, sources: readonly Source[], links: Links): ShownPage[] {
  const pages = sources.map(({ page }) => page);
  return sources.map(({ page, text, part }) =>
    guidePage({ page, title: titleOf(page, text), headings: part.headings, html: renderPart(root, page, part, links) }, pages),
  );
}

/** Makes the home of each language, with texts of README and of the studio. */
function homesOf(root: string, sources: readonly Source[], links: Links): ShownPage[] {
  const pages = sources.map(({ page }) => page);
  return (['fr', 'en'] as const).map((language) => {
    const readme = readFileSync(join(root, language === 'fr' ? 'README.md' : 'README.en.md'), 'utf8');
    const studio: { 'start.title': string } = JSON.parse(readFileSync(join(root, `build/studio/strings/start.${language}.json`), 'utf8'));
    return homePage(root, language, { title: studio['start.title'], ...textsFromReadme(readme) }, links, pages);
  });
}

/**
 * Builds the pages of the site, without studio and gallery, for any web space and any path on it.
 * @param folder is replaced as a whole
 * @throws Error if a link of a document leads nowhere
 */
export async function makePages(root: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sources = readSources(root);
  const links = new Links(root, new Map(sources.map(({ page, part }) => [page, part])));
  links.copy('LICENSE');
  for (const page of [...homesOf(root, sources, links), ...guidesOf(root, sources, links)])
    write(join(folder, page.path), pageHtml(page, firstOf(sources, page)));
  for (const [from, to] of links.files) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    copyFileSync(join(root, from), join(folder, to));
  }
  // Without it, GitHub Pages leaves out names that begin with an underscore.
  write(join(folder, '.nojekyll'), '');
  await writeAssets(root, folder);
}

/** Returns the path of the guide that a language begins with. */
function firstOf(sources: readonly Source[], { language }: ShownPage): string {
  return sources.find(({ page }) => page.language === language)?.page.path ?? '';
}
