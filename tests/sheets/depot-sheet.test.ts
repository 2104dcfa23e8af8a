import { expect, test } from 'vitest';
import type { Engine } from '../../build/host/engine.ts';
import type { ZipFacts } from '../../build/model/sheet.ts';
import { depotSheet } from '../../build/sheets/depot.ts';
import type { SheetInput } from '../../build/sheets/package-facts.ts';
import type { ActivityType } from '../../build/types/activity-type.ts';
import { bakery, bakeryCourse, bakeryTypes } from '../helpers/bakery.ts';

const types = new Map(Object.entries(bakeryTypes).map(([name, scoring]) => [name, { scoring } as unknown as ActivityType]));
const engine = { types, pieces: { index: { texts: { 'sheet.css': '/*sheet*/' } } } } as unknown as Engine;
const ZIP = { bytes: 20_000, files: 7, sha256: 'abc', content: 'def' } as ZipFacts;

function open(more: Partial<SheetInput> = {}, lang = 'fr', organisation = 'Le moulin', zip = ZIP) {
  const theme = { name: 'vif', accent: '#0b5394' };
  const course = { id: 'pain', title: 'La boulangerie', organisation, lang, theme };
  const state = { marks: 100, texts: 0, limit: 4096 };
  const input = { course, modules: [bakery()], target: 'scorm12', whole: false, file: 'nuit.scorm12.zip', state, ...more };
  const html = depotSheet(input as unknown as SheetInput, zip, engine).replace(/[\u00a0\u202f]/g, ' ');
  const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''));
  return { html, head: all(/<div>\n<dt>(.*?<\/dt>\n.*?)<\/dd>/g).map((line) => line.replace('\n', ': ')), all };
}

test('the sheet of a session names its file, its session and its codebook', () => {
  const { html, head, all } = open({ cohort: 'Les lève-tôt' });
  expect(head.slice(0, 5)).toEqual([
    'Fichier: nuit.scorm12.zip 20 Ko, 7 fichiers',
    'Séance: nuit',
    'Promotion: Les lève-tôt',
    'Durée prévue: 30 minutes',
    'Guide des réponses: nuit.scorm12.codebook.csv chaque réponse que montre la plateforme, en clair',
  ]);
  expect(html).toContain('<dd><code>nuit.scorm12.zip</code> <small>');
  expect(html).toContain('<dd><a href="nuit.scorm12.codebook.csv">nuit.scorm12.codebook.csv</a> <small>');
  expect([all(/<title>(.*)<\/title>/g), all(/<h1>(.*)<\/h1>/g), all(/<p class="s-(?:kind|from)">(.*)<\/p>/g)]).toEqual([
    ['Fiche de dépôt – Une nuit au fournil'],
    ['Une nuit au fournil'],
    ['Fiche de dépôt · SCORM 1.2', 'La boulangerie · Le moulin'],
  ]);
  expect(all(/<section class="s-section" aria-labelledby="(\w+)">/g)).toEqual([
    'moodle',
    'done',
    'kept',
    'read',
    'limits',
    'update',
    'other',
  ]);
  expect([html.includes('s-warning'), html.includes('<style>/*sheet*/'), html.includes('#0b5394')]).toEqual([false, true, true]);
  expect(all(/<footer class="s-foot">([\s\S]*?)<\/footer>/g).map((text) => text.trim().split('\n'))).toEqual([
    [
      'Cette fiche accompagne le fichier dont voici l’empreinte (SHA-256). Si la vôtre diffère, la fiche parle d’une autre version.',
      'abc',
      'Empreinte de son contenu (SHA-256), quel que soit l’outil qui l’a compressé ; le fichier cartable.json du zip la porte aussi.',
      'def',
    ],
  ]);
});

test('a course names its sessions, and is warned about where Moodle records only the first', () => {
  const modules = [bakery(), bakery({ id: 'matin', minutes: 15 })];
  const { head, all } = open({ modules, whole: true });
  expect(head.slice(1, 4)).toEqual(['Cours entier: pain 2 séances', 'Promotion: sans promotion', 'Durée prévue: 45 minutes']);
  expect([all(/<h1>(.*)<\/h1>/g), all(/<p class="s-from">(.*)<\/p>/g), all(/<p class="s-warning">(.*)<\/p>/g)]).toEqual([
    ['La boulangerie'],
    ['Le moulin'],
    [],
  ]);
  expect(open({ modules, whole: true, target: 'scorm2004-4' }).all(/<p class="s-warning">(.*)<\/p>/g)).toEqual([
    'Ce paquet réunit 2 séances en SCORM 2004 : Moodle n’enregistre que la première. Déposez plutôt chaque séance à part, ou le cours entier en SCORM 1.2.',
  ]);
  expect(open({ target: 'scorm2004-4' }).html).not.toContain('s-warning');
  expect(open({ modules: [bakeryCourse()], whole: true, target: 'scorm2004-4' }).html).not.toContain('s-warning');
  const one = open({ modules: [bakeryCourse()], whole: true });
  expect(one.head[1]).toBe('Cours entier: pain 2 séances suivies comme un seul module');
});

test('a site has no codebook, and its sections are those of a site', () => {
  const { head, all } = open({ target: 'web', file: 'nuit.web.zip', modules: [bakery({ minutes: 0 })] }, 'en', '');
  expect([all(/<html (.*)>/g), open().all(/<html (.*)>/g)]).toEqual([['lang="en"'], ['lang="fr"']]);
  expect(head).toEqual(['File: nuit.web.zip 20 kB, 7 files', 'Session: nuit', 'Cohort: no cohort']);
  expect(all(/<p class="s-(?:kind|from)">(.*)<\/p>/g)).toEqual(['Publishing sheet · web site, no LMS', 'La boulangerie']);
  expect(all(/<section class="s-section" aria-labelledby="(\w+)">/g)).toEqual(['web', 'kept', 'update']);
});

test('the size of the file is rounded to whole kilobytes', () => {
  const size = (bytes: number): string | undefined => open({}, 'fr', '', { ...ZIP, bytes }).head[0]?.split(' ')[2];
  expect([1024 * 20, 1024 * 20 + 511, 1024 * 20 + 512].map(size)).toEqual(['20', '20', '21']);
});

test('a sheet that is not that of the course has the title of its first session, and even one minute', () => {
  const modules = [bakery({ minutes: 1 }), bakery({ id: 'matin', title: 'Un matin', minutes: 0 })];
  const { head, all } = open({ modules });
  expect([all(/<h1>(.*)<\/h1>/g), head[1], head[3]]).toEqual([['Une nuit au fournil'], 'Séance: nuit', 'Durée prévue: 1 minute']);
});
