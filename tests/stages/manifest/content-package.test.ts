import { expect, test } from 'vitest';
import { contentPackage, type Edition } from '../../../build/stages/manifest/content-package.ts';
import { depot, oneSession } from './depot.ts';

const edition: Edition = {
  schemaVersion: '1.2',
  root: { '@xmlns': 'urn:depot' },
  typeAttribute: '@adlcp:scormtype',
  organizationAttributes: { '@structure': 'hierarchical' },
  organizationEnd: { fin: 'oui' },
  itemEnd: { seuil: '60' },
};

test('items, resources and files, each in its order', () => {
  const input = { ...depot('scorm12', ['ouvrir', 'freins']), shared: ['z.js', 'a.css'] };
  expect(contentPackage(input, edition)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="course-depot-de-tram" xmlns="urn:depot">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="org-depot-de-tram">
    <organization identifier="org-depot-de-tram" structure="hierarchical">
      <title>Le dépôt de tram</title>
      <item identifier="ouvrir" identifierref="res-ouvrir" isvisible="true">
        <title>Ouvrir le dépôt</title>
        <seuil>60</seuil>
      </item>
      <item identifier="freins" identifierref="res-freins" isvisible="true">
        <title>Freins &amp; sablage</title>
        <seuil>60</seuil>
      </item>
      <fin>oui</fin>
    </organization>
  </organizations>
  <resources>
    <resource identifier="res-ouvrir" type="webcontent" adlcp:scormtype="sco" href="ouvrir/index.html">
      <file href="ouvrir/content.js"/>
      <file href="ouvrir/index.html"/>
      <dependency identifierref="res-shared"/>
    </resource>
    <resource identifier="res-freins" type="webcontent" adlcp:scormtype="sco" href="freins/index.html">
      <file href="freins/content.js"/>
      <file href="freins/index.html"/>
      <dependency identifierref="res-shared"/>
    </resource>
    <resource identifier="res-shared" type="webcontent" adlcp:scormtype="asset">
      <file href="a.css"/>
      <file href="z.js"/>
    </resource>
  </resources>
</manifest>
`);
});

test('without shared files there is no resource for them, and a page among them is listed once', () => {
  const alone = contentPackage({ ...oneSession('scorm12'), shared: [] }, edition);
  expect(alone).not.toMatch(/dependency|asset/);
  expect(alone.match(/<resource /g)).toHaveLength(1);
  const input = oneSession('scorm12');
  const [sco] = input.scos;
  if (!sco) throw new Error('no session');
  const within = contentPackage({ ...input, scos: [{ ...sco, files: ['content.js'] }], shared: ['index.html'] }, edition);
  expect(within.match(/<file href="index.html"/g)).toHaveLength(1);
  const without = contentPackage({ ...input, scos: [{ ...sco, files: ['content.js'] }], shared: ['a.css'] }, edition);
  expect(without.match(/<file href="index.html"/g)).toHaveLength(1);
});
