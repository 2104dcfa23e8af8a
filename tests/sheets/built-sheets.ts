import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { BuildRequest } from '../../build/model/request.ts';
import { build } from '../../build/pipeline.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { requestFor } from '../bad-input/depot-project.ts';
import { readContent } from '../e2e/read-content.ts';
import { engine } from '../helpers/engine.ts';
import { readZip } from '../helpers/read-zip.ts';
import { tableOf } from './read-csv.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

export type Paper = 'guide' | 'conducteur' | 'cahier' | 'accessibilite';

/** The words of a page without its markup; blanks are plain ones. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ');
}

/** Files of a build, by paths below its output without an ending (`depot/rames.scorm12`). */
export interface BuiltSheets {
  readonly out: string;
  codebook(name: string): string;
  table(name: string): Record<string, string>[];
  depot(name: string): string;
  /** The sheet's words without markup. */
  words(name: string): string;
  /** A sheet that all targets share, by its module (`depot/rames`). */
  paper(name: string, kind: Paper): string;
  /** The module, as the package's own scripts define it. */
  content(name: string, folder?: string): Promise<ModuleContent>;
}

/** Builds a project and reads what lies beside its zips. */
export async function buildSheets(project: string, more: Partial<BuildRequest> = {}): Promise<BuiltSheets> {
  const request = requestFor(project, more);
  const { diagnostics } = await build(request, engine);
  expect(diagnostics.list.filter(({ severity }) => severity === 'error')).toEqual([]);
  const read = (name: string): string => readFileSync(join(request.out, name), 'utf8');
  const depot = (name: string): string => read(`${name}.depot.html`);
  return {
    out: request.out,
    codebook: (name) => read(`${name}.codebook.csv`),
    table(name) {
      const text = read(`${name}.codebook.csv`);
      return tableOf(text, text.split('\r\n')[0]?.includes(';') ? ';' : ',');
    },
    depot,
    words: (name) =>
      depot(name)
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<[^>]*>/g, '')
        .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
        .replace(/\s+/g, ' '),
    paper: (name, kind) => read(`${name}.${kind}.html`),
    async content(name, folder) {
      const zip = join(request.out, `${name}.zip`);
      expect(existsSync(zip)).toBe(true);
      return readContent(await readZip(zip), folder);
    },
  };
}
