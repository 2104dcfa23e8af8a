import { expect, test } from 'vitest';
import { systemLanguage as ofCartable } from '../../build/cli/strings.ts';
import { systemLanguage } from '../../create-cartable/src/language.js';

test.each([{}, { LANG: 'C.UTF-8' }, { LANG: 'en_GB.UTF-8' }, { LANG: 'fr_FR' }, { LC_ALL: 'EN', LANG: 'fr' }, { LC_MESSAGES: 'de_DE' }])(
  '%j is the language that Cartable would choose',
  (env) => expect(systemLanguage(env)).toBe(ofCartable(env)),
);
