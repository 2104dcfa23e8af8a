import { expect, test } from 'vitest';
import { elementRules } from '../../../build/verify/rules/elements.ts';
import { ADL12, CP12, CP2004, factsOf, found } from './facts.ts';

const IMSSS = 'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"';

/** Ids of what is found in an item. */
function rulesIn(inside: string, spaces: string, version = '1.2'): unknown[] {
  const item = `<item identifier="i" identifierref="r"><title>Un</title>${inside}</item>`;
  const text = `<metadata><schemaversion>${version}</schemaversion></metadata>
<organizations><organization>${item}</organization></organizations><resources><resource identifier="r" href="a.html"/></resources>`;
  return found(elementRules, factsOf(text, {}, `${spaces} ${IMSSS}`)).map((hit) => (hit as unknown[])[0]);
}
const in12 = (inside: string): unknown[] => rulesIn(inside, `xmlns="${CP12}" xmlns:adlcp="${ADL12}"`);
const in2004 = (inside: string, version: string): unknown[] =>
  rulesIn(inside, `xmlns="${CP2004}" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"`, version);

test('what only 2004 has is one mistake in 1.2, whatever is in it', () => {
  expect(in12('<adlcp:completionThreshold>2</adlcp:completionThreshold>')).toEqual(['element-other']);
  expect(in12('<imsss:mapInfo targetObjectiveID="o"/>')).toEqual([]);
});

test('the second edition has a threshold as the third does', () => {
  const threshold = '<adlcp:completionThreshold>0.5</adlcp:completionThreshold>';
  expect(in2004(threshold, 'CAM 1.3')).toEqual(['threshold', 'edition-2', 'standard-2004']);
  expect(in2004(threshold, '2004 4th Edition')).toEqual(['threshold-form', 'standard-2004']);
});
