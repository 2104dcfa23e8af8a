import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuildRequest } from '../../build/model/request.ts';

/** Texts of a small course about a tram depot, by path in the course's folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const COURSE = `id: depot
title: Au dépôt de tramways
lang: fr
competencies:
  - { id: freiner, title: Freiner à temps }
variables: { chef: le chef de dépôt, plan: "" }
modules: [rames]
pace: page
`;

const MODULE = `---
id: rames
title: Les rames
completion: visited
---
`;

/** The module's text with front matter: its body begins on line 6. */
export function rames(body: string): Files {
  return { 'rames.md': `${MODULE}${body}` };
}

/** Writes the course into a project of its own, with some files changed; gives back the project's folder. */
export function depot(files: Files): string {
  const project = mkdtempSync(join(tmpdir(), 'cartable-depot-'));
  const course = join(project, 'modules/depot');
  const all: Files = { 'course.yaml': COURSE, ...rames('# Le quai {#quai}\n\nUne rame attend.\n'), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(course, path)), { recursive: true });
    writeFileSync(join(course, path), text);
  }
  return project;
}

/** Request to build a whole project for SCORM 1.2, unless `more` overrides it. */
export function requestFor(project: string, more: Partial<BuildRequest> = {}): BuildRequest {
  return {
    modules: join(project, 'modules'),
    out: join(project, 'dist'),
    names: [],
    targets: ['scorm12'],
    cohorts: [],
    frozen: false,
    coursePackages: true,
    sheets: false,
    progress: () => {},
    ...more,
  };
}
