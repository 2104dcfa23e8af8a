import { expect, test } from 'vitest';
import { scorm12Manifest } from '../../../build/stages/manifest/scorm12.ts';
import { oneSession } from './depot.ts';

test('the whole manifest of one session', async () => {
  await expect(scorm12Manifest(oneSession('scorm12'))).toMatchFileSnapshot('scorm12.imsmanifest.xml');
});
