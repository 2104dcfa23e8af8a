import { expect, test } from 'vitest';
import { readManifest } from '../../build/toolchain/stage-create.ts';
import { isSupported } from '../../create-cartable/src/node-version.js';
import { strings } from '../../create-cartable/src/strings.js';
import { root } from '../helpers/examples-project.ts';

test.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.0.0', true],
  ['24.4.1', true],
  ['100.0.0', true],
])('Node.js %s: %s', (version, is) => expect(isSupported(version)).toBe(is));

test('the limits are those of both packages, and the messages name them', () => {
  for (const folder of [root, `${root}/create-cartable`]) expect(readManifest(folder).engines).toEqual({ node: '^20.19 || >=22.12' });
  for (const { oldNode } of Object.values(strings)) for (const limit of ['22.12', '20.19']) expect(oldNode).toContain(limit);
});
