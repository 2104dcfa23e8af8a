import { expect, test } from 'vitest';
import { readManifest } from '../../../build/versions/read/manifest.ts';

const items = '<item identifier="I1" identifierref="R1"><title>Pain &amp; levain</title></item>';
const manifest = (more: string = items, version = '1.2'): string => `<?xml version="1.0"?>
<manifest><metadata><schemaversion>${version}</schemaversion></metadata>
<organizations><organization>${more}</organization></organizations>
<resources><resource identifier="R1" href="nuit/index.html"/></resources></manifest>`;

test('the items of a manifest, with the folder of their page', () => {
  const read = { target: 'scorm12', items: [{ identifier: 'I1', title: 'Pain & levain', folder: 'nuit/' }] };
  expect(readManifest(manifest())).toEqual(read);
  expect(readManifest(manifest(items, '2004 4th Edition'))).toEqual({ ...read, target: 'scorm2004-4' });
});

test.each([
  ['no XML', 'pain'],
  ['nothing', ''],
  ['another standard', manifest(items, 'CAM 1.3')],
  ['no item', manifest('')],
  ['an item without a page', manifest('<item identifier="I1"><title>Pain</title></item>')],
  ['entities of its own', manifest().replace('?>', '?><!DOCTYPE manifest [<!ENTITY pain "levain">]>').replace('&amp;', '&pain;')],
])('%s is no manifest of ours', (_, text) => {
  expect(readManifest(text)).toBeUndefined();
});

test('an item at the root has no folder, and several are in their order', () => {
  const two = `<item identifier="I2" identifierref="R2"><title>B</title></item>${items}<item identifier="I3" identifierref="R9"><title>C</title></item><item identifier="I4" identifierref="R4"><title></title></item>`;
  const more = '<resource identifier="R2" href="index.html"/><resource identifier="R4" href="a/b/index.html"/></resources>';
  const text = manifest(two).replace('</resources>', more);
  expect(readManifest(text)?.items).toEqual([
    { identifier: 'I2', title: 'B', folder: '' },
    { identifier: 'I1', title: 'Pain & levain', folder: 'nuit/' },
    { identifier: 'I3', title: 'C', folder: '' },
    { identifier: 'I4', title: '', folder: 'a/b/' },
  ]);
  expect(readManifest(manifest(items, '2004 3rd Edition'))?.target).toBe('scorm2004-3');
});

test.each(['identifier="I1" ', 'identifierref="R1"', '<title>Pain &amp; levain</title>'])('an item without %s is left out', (part) => {
  expect(readManifest(manifest(items.replace(part, '')))).toBeUndefined();
});
