import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../host/node/make-folder.ts';
import { schemaFiles } from '../host/node/schemas.ts';
import { writeWhole } from '../host/node/write-whole.ts';
import { isDiskFull } from '../stages/pack/not-writable.ts';
import { verdictPage } from '../verify/page/verdict-page.ts';
import { findBrowser } from '../verify/play/find-browser.ts';
import { play } from '../verify/play/play.ts';
import type { VerdictJson } from '../verify/result-schema.ts';
import { verifyStrings } from '../verify/strings.ts';
import { toJson } from '../verify/to-json.ts';
import { verdictText } from '../verify/verdict-text.ts';
import { type VerifyHost, verify } from '../verify/verify.ts';
import type { SchemaCheck } from '../verify/xsd/schema-check.ts';
import type { ZipSource } from '../verify/zip/source.ts';
import { colours } from './colours.ts';
import { complain } from './complain.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';

export interface VerifyOptions {
  readonly json?: boolean;
  readonly html?: string;
}

/** Opens a file for reading in pieces. @returns null if it isn't there or can't be read */
async function openFile(path: string): Promise<{ readonly source: ZipSource; readonly handle: FileHandle } | null> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error(path);
    const file = handle;
    const read = async (start: number, length: number): Promise<Uint8Array> => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    };
    return { source: { size: stat.size, read }, handle };
  } catch {
    await handle?.close();
    return null;
  }
}

/** Loads the validator, which is a file of its own beside the program. */
async function schemaCheckOf({ root, program }: CommandContext): Promise<SchemaCheck> {
  const path = pathToFileURL(join(program, 'verify/validator.mjs')).href;
  const { schemaCheck }: typeof import('../verify/xsd/validator.ts') = await import(path);
  return schemaCheck((edition) => schemaFiles(edition, root));
}

async function hostOf(options: VerifyOptions, context: CommandContext): Promise<VerifyHost> {
  const browser = findBrowser(process.env, process.platform);
  const progress = options.json ? () => undefined : context.progress;
  return {
    checkSchemas: await schemaCheckOf(context),
    play: (zip, plans) => play(zip, plans, { browser, program: context.program, progress }),
  };
}

/** Checks the file. @returns null if it can't be opened */
async function check(name: string, options: VerifyOptions, context: CommandContext): Promise<VerdictJson | null> {
  const paths = context.folders.map((folder) => resolve(folder, name));
  for (const path of paths) {
    const file = await openFile(path);
    if (!file) continue;
    try {
      const verdict = await verify(file.source, await hostOf(options, context));
      return toJson(verdict, { name: basename(path), bytes: file.source.size }, verifyStrings(context.language));
    } finally {
      await file.handle.close();
    }
  }
  return null;
}

function isThere(name: string, { folders }: CommandContext): boolean {
  return folders.some((folder) => existsSync(resolve(folder, name)));
}

/** Writes the page. @returns the error's sentence; empty if it is written */
function writePage(result: VerdictJson, path: string, { language }: CommandContext): string {
  try {
    makeFolder(dirname(path));
    writeWhole(path, verdictPage(result, verifyStrings(language)));
    return '';
  } catch (error) {
    if (isDiskFull(error)) throw error;
    return fill(strings[language].pageNotWritable, { file: relative(process.cwd(), path) });
  }
}

/**
 * `cartable verify`: checks any SCORM package. Exit codes: 0 fine, or warnings; 1 an LMS would refuse it or track nothing, it can't be
 * read, or the page can't be written.
 */
export async function runVerify(name: string, options: VerifyOptions, context: CommandContext): Promise<number> {
  const w = strings[context.language];
  // Any other name may be the package itself, or a file of the course.
  if (options.html !== undefined && !/\.html?$/i.test(options.html))
    return complain([fill(w.pageNotHtml, { file: options.html })], options, context);
  const result = await check(name, options, context);
  if (!result) return complain([fill(isThere(name, context) ? w.unreadable : w.noSuchFile, { file: name })], options, context);
  const page = options.html === undefined ? undefined : resolve(process.cwd(), options.html);
  const failure = page === undefined ? '' : writePage(result, page, context);
  if (failure !== '') return complain([failure], options, context);
  if (options.json) context.print(JSON.stringify(result, null, 2));
  else {
    const texts = verifyStrings(context.language);
    context.print(verdictText(result, texts, colours));
    if (page !== undefined) context.print(texts.format('written', { file: relative(process.cwd(), page) }));
  }
  return result.verdict === 'refused' ? 1 : 0;
}
