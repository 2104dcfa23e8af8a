import { expect, test } from 'vitest';
import { elementRules } from '../../../build/verify/rules/elements.ts';
import { factsOf, found, gradesOf, sourcesOf } from './facts.ts';

const ADL = 'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"';
const IN_2004 = `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" ${ADL}`;
const version = (text: string): string => `<metadata><schemaversion>${text}</schemaversion></metadata>`;

const organization = (inside: string, attributes = ''): string =>
  `<organizations default="o"><organization identifier="o" ${attributes}><title>Cours</title>${inside}</organization></organizations>`;
const resources = (...ids: readonly string[]): string =>
  `<resources>${ids.map((id) => `<resource identifier="${id}" adlcp:scormType="sco" href="${id}.html"/>`).join('')}</resources>`;
const item = (inside = '', ref = 'r'): string => `<item identifier="i-${ref}" identifierref="${ref}"><title> Un </title>${inside}</item>`;

const in12 = (inside: string): unknown[] => found(elementRules, factsOf(organization(item(inside)) + resources('r')));
const in2004 = (inside: string, edition = '2004 3rd Edition', attributes = ''): unknown[] =>
  found(elementRules, factsOf(version(edition) + organization(item(inside), attributes) + resources('r'), {}, IN_2004));

const SET = '<imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent=" true "/></imsss:sequencing>';

/** Findings of 2004 without those that each such package has. */
const own = (found2004: readonly unknown[]): readonly unknown[] => found2004.filter((one) => (one as unknown[])[0] !== 'standard-2004');

test('a plain package of 1.2 has none', () => {
  expect(in12('')).toEqual([]);
});

test('one of 2004 is named, and needs what sets its results', () => {
  expect(in2004(SET)).toEqual([['standard-2004']]);
  const missing = ['by-content', { n: 1, title: 'Un' }, 1];
  for (const inside of [
    '',
    SET.replace('completionSetByContent="true"', ''),
    SET.replace('objectiveSetByContent=" true "', 'objectiveSetByContent="false"'),
  ])
    expect(own(in2004(inside))).toEqual([missing]);
});

test('what sets the results may be shared', () => {
  const shared = `<imsss:sequencingCollection>${SET.replace('sequencing>', 'sequencing ID="s">')}</imsss:sequencingCollection>`;
  const check = (ref: string): readonly unknown[] =>
    own(
      found(
        elementRules,
        factsOf(version('2004 3rd Edition') + organization(item(`<imsss:sequencing ${ref}/>`)) + resources('r') + shared, {}, IN_2004),
      ),
    );
  expect(check('IDRef="s"')).toEqual([]);
  expect(check('IDRef="t"')).toEqual([
    ['by-content', { n: 1, title: 'Un' }, 1],
    ['sequencing-ref', { id: 't' }, 1],
  ]);
  expect(check('')).toEqual([['by-content', { n: 1, title: 'Un' }, 1]]);
});

test('without ids nothing is shared', () => {
  const shared = `<imsss:sequencingCollection>${SET}</imsss:sequencingCollection>`;
  expect(
    own(found(elementRules, factsOf(version('2004 3rd Edition') + organization(item('')) + resources('r') + shared, {}, IN_2004))),
  ).toEqual([['by-content', { n: 1, title: 'Un' }, 1]]);
});

test.each([
  ['80', 'mastery'],
  ['0', 'mastery'],
  ['100', 'mastery'],
  ['100.0', 'mastery'],
  [' 66.5 ', 'mastery'],
  ['100.5', 'mastery-value'],
  ['101', 'mastery-value'],
  ['1000', 'mastery-value'],
  ['80%', 'mastery-value'],
  ['80,5', 'mastery-value'],
  ['-1', 'mastery-value'],
  ['', 'mastery-value'],
])('a mastery score of “%s”: %s', (text, rule) => {
  expect(in12(`<adlcp:masteryscore>${text}</adlcp:masteryscore>`)).toEqual([[rule, { text: text.trim() }, 1]]);
});

test.each(['00:30:00', '0001:30:00', ' 10:00:00.5 ', '10:00:00.25'])('a time of “%s” is fine', (text) => {
  expect(in12(`<adlcp:maxtimeallowed>${text}</adlcp:maxtimeallowed>`)).toEqual([]);
});

test.each(['1:30:00', '00001:30:00', '10:0:00', '10:00', '10:00:00.', '10:00:00.125', 'PT1H'])('a time of “%s” isn’t', (text) => {
  expect(in12(`<adlcp:maxtimeallowed>${text}</adlcp:maxtimeallowed>`)).toEqual([['max-time', { text }, 1]]);
});

test('prerequisites are named', () => {
  expect(in12('<adlcp:prerequisites type="aicc_script">i</adlcp:prerequisites>')).toEqual([['prerequisites', { text: 'i' }, 1]]);
});

test.each(['prerequisites', 'maxtimeallowed', 'timelimitaction', 'datafromlms', 'masteryscore'])('<%s> is of 1.2', (name) => {
  const text = name === 'timelimitaction' ? 'exit,message' : '80';
  const xml = `<adlcp:${name}>${text}</adlcp:${name}>`;
  expect(own(in2004(SET + xml))).toEqual([['element-other', { name: `adlcp:${name}`, version: '1.2' }, 1]]);
});

test.each(['timeLimitAction', 'dataFromLMS', 'completionThreshold', 'sequencing', 'sequencingCollection', 'presentation'])(
  '<%s> is of 2004',
  (name) => {
    const text = name === 'timeLimitAction' ? 'exit,message' : '0.8';
    expect(in12(`<adlcp:${name}>${text}</adlcp:${name}>`)).toEqual([['element-other', { name: `adlcp:${name}`, version: '2004' }, 1]]);
    const in2004s = in2004(`${SET}<adlcp:${name}>${text}</adlcp:${name}>`);
    expect(in2004s.map((one) => (one as unknown[])[0])).not.toContain('element-other');
  },
);

test('elements of other namespaces, metadata for example, aren’t looked at', () => {
  expect(in12('<x:masteryscore xmlns:x="http://example.org">200</x:masteryscore>')).toEqual([]);
});

test.each(['exit,message', 'exit,no message', 'continue,message', ' continue,no message '])('“%s” is an action', (text) => {
  expect(in12(`<adlcp:timelimitaction>${text}</adlcp:timelimitaction>`)).toEqual([]);
  expect(own(in2004(`${SET}<adlcp:timeLimitAction>${text}</adlcp:timeLimitAction>`))).toEqual([]);
});

test.each(['exit', 'exit, message', 'message,exit', ''])('“%s” is none', (text) => {
  expect(in12(`<adlcp:timelimitaction>${text}</adlcp:timelimitaction>`)).toEqual([['time-action', { text }, 1]]);
  expect(own(in2004(`${SET}<adlcp:timeLimitAction>${text}</adlcp:timeLimitAction>`))).toEqual([['time-action', { text }, 1]]);
});

test('data for the launch has 255 characters in 1.2, 4000 in 2004', () => {
  const old = (n: number): unknown => in12(`<adlcp:datafromlms>${'x'.repeat(n)}</adlcp:datafromlms>`);
  expect([old(255), old(256)]).toEqual([[], [['launch-data', { n: 256, most: 255 }, 1]]]);
  const later = (n: number): unknown => own(in2004(`${SET}<adlcp:dataFromLMS>${'x'.repeat(n)}</adlcp:dataFromLMS>`));
  expect([later(4000), later(4001)]).toEqual([[], [['launch-data', { n: 4001, most: 4000 }, 1]]]);
});

const threshold = (inside: string, edition: string, attributes = ''): readonly unknown[] =>
  own(in2004(`${SET}<adlcp:completionThreshold${attributes}>${inside}</adlcp:completionThreshold>`, edition)).map(
    (one) => (one as unknown[])[0],
  );

test.each(['0', '0.5', '1', '1.0', ' 0.25 '])('a threshold of “%s” is fine in the third edition', (text) => {
  expect(threshold(text, '2004 3rd Edition')).toEqual(['threshold']);
});

test.each(['', '1.1', '2', '.5', '0.', 'half', '00.5'])('a threshold of “%s” isn’t', (text) => {
  expect(threshold(text, '2004 3rd Edition')).toEqual(['threshold-form']);
});

test('a threshold has attributes in the fourth edition only, and text in the others only', () => {
  expect(threshold('0.5', '2004 3rd Edition', ' completedByMeasure="true"')).toEqual(['threshold-form']);
  expect(threshold(' ', '2004 4th Edition', ' completedByMeasure="true"')).toEqual(['threshold']);
  expect(threshold('0.5', '2004 4th Edition')).toEqual(['threshold-form']);
});

test('an objective by measure, and rules of sequencing, are named; rules once', () => {
  const objective = (value: string): string =>
    SET.replace(
      '<imsss:delivery',
      `<imsss:objectives><imsss:primaryObjective satisfiedByMeasure="${value}"/></imsss:objectives><imsss:delivery`,
    );
  expect(own(in2004(objective('true')))).toEqual([['by-measure', { text: '' }, 1]]);
  expect(own(in2004(objective('false')))).toEqual([]);
  expect(own(in2004(SET.replace('<imsss:delivery', '<imsss:sequencingRules/><imsss:sequencingRules/><imsss:delivery')))).toEqual([
    ['sequencing-rules', { text: '' }, 1],
  ]);
});

test('objectives for the whole system, unless the course keeps them', () => {
  const mapped = SET.replace('<imsss:delivery', '<imsss:mapInfo targetObjectiveID="o"/><imsss:delivery');
  const named = [['global-objectives', 1]];
  expect(own(in2004(mapped))).toEqual(named);
  expect(own(in2004(mapped, '2004 3rd Edition', 'objectivesGlobalToSystem="true"'))).toEqual(named);
  expect(own(in2004(mapped, '2004 3rd Edition', 'objectivesGlobalToSystem="false"'))).toEqual([]);
  // They are reported at the line of the course; without a course, at the first.
  const lineOf = (more: string): unknown =>
    own(found(elementRules, factsOf(version('2004 3rd Edition') + more, {}, IN_2004))).find(
      (one) => (one as unknown[])[0] === named[0]?.[0],
    );
  expect(lineOf(`\n\n${organization(item(mapped))}${resources('r')}`)).toEqual(['global-objectives', 3]);
  expect(lineOf(`\n\n<imsss:sequencingCollection>${mapped}</imsss:sequencingCollection>`)).toEqual(named[0]);
});

test('the second edition is named', () => {
  expect(own(in2004(SET, 'CAM 1.3'))).toEqual([['edition-2']]);
  expect(own(in2004(SET, '2004 4th Edition'))).toEqual([]);
});

const several = (flow: string, count = 2): readonly unknown[] => {
  const ids = ['r', 's', 't'].slice(0, count);
  const control = flow === '' ? '' : `<imsss:sequencing><imsss:controlMode flow="${flow}"/></imsss:sequencing>`;
  const text = version('2004 3rd Edition') + organization(ids.map((id) => item(SET, id)).join('') + control) + resources(...ids);
  return own(found(elementRules, factsOf(text, {}, IN_2004)));
};

test('several pages of 2004 need a flow', () => {
  expect(several('true')).toEqual([['several-2004', { n: 2 }]]);
  expect(several('false', 3)).toEqual([
    ['flow', 1],
    ['several-2004', { n: 3 }],
  ]);
  expect(several('')).toEqual([
    ['flow', 1],
    ['several-2004', { n: 2 }],
  ]);
  expect(several('', 1)).toEqual([]);
});

test('of several pages without results the first is named; what is wrong with a course has its line', () => {
  const named = (title: string, ref: string, inside = ''): string => item(inside, ref).replace(' Un ', ` ${title} `);
  const items = `${named('Un', 'r', SET)}\n${named('Deux', 's')}\n${named('Trois', 't')}`;
  const text = `${version('2004 3rd Edition')}\n${organization(items)}${resources('r', 's', 't')}`;
  expect(own(found(elementRules, factsOf(text, {}, IN_2004)))).toEqual([
    ['flow', 2],
    ['by-content', { n: 2, title: 'Deux' }, 3],
    ['several-2004', { n: 3 }],
  ]);
});

test('several pages of 1.2', () => {
  expect(found(elementRules, factsOf(organization(item('', 'r') + item('', 's')) + resources('r', 's')))).toEqual([
    ['several-12', { n: 2 }],
  ]);
});

test('only pages that are tracked set results', () => {
  for (const kind of ['adlcp:scormType="asset"', '']) {
    const other = resources('r').replace('adlcp:scormType="sco"', kind);
    expect(own(found(elementRules, factsOf(version('2004 3rd Edition') + organization(item('')) + other, {}, IN_2004)))).toEqual([]);
  }
});

test('the first page that is listed isn’t the first that is shown', () => {
  const check = (items: string, listed: string): unknown[] =>
    found(elementRules, factsOf(organization(items) + listed)).filter((one) => (one as unknown[])[0] === 'first-resource');
  expect(check(item('', 's'), resources('r', 's'))).toEqual([['first-resource', 1]]);
  expect(check(item('', 's'), `\n${resources('r', 's')}`)).toEqual([['first-resource', 2]]);
  expect(check(item('', 'r') + item('', 's'), resources('r', 's'))).toEqual([]);
  expect(check(item('', 's') + item('', 'r'), resources('r', 's'))).toEqual([['first-resource', 1]]);
  expect(check(item('', 'r'), resources('r', 's'))).toEqual([]);
  expect(check(item('', 'x'), resources('r', 's'))).toEqual([]);
  expect(check(item('', 's'), '<resources><resource identifier="r"/><resource identifier="s" href="s.html"/></resources>')).toEqual([]);
  expect(check('<item identifier="a"><title>A</title></item>', resources('r'))).toEqual([]);
  expect(check(`<item identifier="a"><title>A</title>${item('', 's')}</item>`, resources('r', 's'))).toEqual([['first-resource', 1]]);
});

test('each rule names its sources', () => {
  expect(sourcesOf(elementRules)).toEqual({
    'moodle.md 5': 'mastery',
    'scorm.md 37': 'mastery-value max-time prerequisites time-action',
    'scorm.md 4, scorm.md 38': 'flow',
    'scorm.md 4': 'by-content global-objectives',
    'moodle.md 6': 'threshold',
    'scorm.md 38': 'threshold-form sequencing-ref sequencing-rules',
    'moodle.md 6, scorm.md 23': 'by-measure',
    'scorm.md 36': 'edition-2 launch-data',
    'scorm.md 37, scorm.md 38': 'element-other',
    'moodle.md 1': 'several-2004',
    'moodle.md 34, other-lms.md 7, other-lms.md 10': 'several-12',
    'moodle.md 1, chamilo-claroline.md 1': 'standard-2004',
    'scorm.md 3': 'first-resource',
  });
});

test('what prevents a package from being used is an error, the rest a warning or a note', () => {
  expect(gradesOf(elementRules)).toEqual({
    error: ['mastery-value', 'max-time', 'threshold-form', 'sequencing-ref', 'element-other', 'time-action', 'launch-data'],
    warning: ['mastery', 'prerequisites', 'flow', 'by-content', 'threshold', 'by-measure', 'several-2004', 'several-12'],
    note: ['global-objectives', 'sequencing-rules', 'edition-2', 'standard-2004', 'first-resource'],
  });
});
