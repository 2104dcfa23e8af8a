import { describe, expect, test } from 'vitest';
import { tokenMarker } from '../../../build/model/markers.ts';
import { rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';

const COURSE = 'id: depot\ntitle: Dépôt\nmodules: [rames, quais]\npace: page\n';
const SCALE = (id: string, more = ''): string => `:::scale{#${id} levels="non; oui"${more}}\nSavez-vous ?\n\n- Freiner\n:::\n`;
const OPEN = (id: string, more = ''): string => `:::open-question{#${id}${more}}\nUn mot ?\n:::\n`;
const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
const page = (id: string, body: string): string =>
  String(rames(`# Page {#p-${id}}\n\n${body}\n`)['rames.md']).replace('id: rames', `id: ${id}`);

/** Two sessions; the activities under test are in the second. */
function look(second: string, first = `${SCALE('matin')}\n${OPEN('mot')}\n${CHOICE}`) {
  const { course, found, values } = checkDepot({
    'course.yaml': COURSE,
    'rames.md': page('rames', first),
    'quais.md': page('quais', second),
  });
  const modules = course?.modules ?? [];
  const nodes = modules[1]?.module.pages[0]?.nodes ?? [];
  return {
    found,
    values,
    outside: modules.map(({ module }) => module.outside?.map(({ by, module: from, id }) => `${by} ${from}/${id}`)),
    activities: nodes.flatMap((node) => (node.kind === 'activity' ? [node.activity] : [])),
  };
}

describe('an activity that asks another again', () => {
  test('in its own session, before or after it', () => {
    const { found, activities, outside } = look(`::scale{#soir again=matin-2}\n\n${SCALE('matin-2')}`);
    expect([found, outside]).toEqual([[], [undefined, undefined]]);
    expect(activities.map(({ id, title, parts }) => [id, title, parts.length])).toEqual([
      ['soir', 'Savez-vous\u202f?', 3],
      ['matin-2', 'Savez-vous\u202f?', 3],
    ]);
  });

  test('with a question of its own, or that of the first', () => {
    const { found, activities } = look(
      `:::scale{#soir again=matin-2}\nEt ce soir ?\n:::\n\n${SCALE('matin-2')}\n::scale{#nuit again=matin-2}`,
    );
    expect(found).toEqual([]);
    expect(activities.map(({ options }) => options.prompt)).toEqual(
      ['Et ce soir', 'Savez-vous', 'Savez-vous'].map((text) => `<p>${text}\u202f?</p>`),
    );
  });

  test.each<[string, string, string, object]>([
    ['of another type', '::scale{#soir again="rames/mot"}', 'again-of-another-type', { again: 'rames/mot', name: 'scale' }],
    [
      'that asks again itself',
      `::scale{#soir again="rames/matin"}\n\n::scale{#nuit again=soir}`,
      'again-of-another-type',
      { again: 'soir', name: 'scale' },
    ],
    ['itself', '::scale{#soir again=soir}', 'names-itself', { id: 'soir' }],
    ['unknown here', `::scale{#soir again=matn}\n\n${SCALE('matin-2')}`, 'unknown-activity', { id: 'matn', near: 'matin-2' }],
    ['like its own id', '::scale{#soir again=soi}', 'unknown-activity', { id: 'soi', near: '' }],
    ['that only another session has', '::scale{#soir again=matin}', 'unknown-activity', { id: 'matin', near: 'rames/matin' }],
    ['unknown there', '::scale{#soir again="rames/matn"}', 'unknown-activity', { id: 'rames/matn', near: 'rames/matin' }],
    ['of an unknown session', '::scale{#soir again="rame/matin"}', 'unknown-module', { id: 'rame', near: 'rames' }],
  ])('%s', (_, text, code, values) => {
    const { found, values: reported } = look(text);
    expect([found.map((one) => one.split(' ')[0]), reported]).toEqual([[code], values]);
    expect(found[0]).toMatch(/quais\.md/);
  });

  test('that several other sessions have: the first of them is suggested', () => {
    const { values } = checkDepot({
      'course.yaml': COURSE.replace('[rames, quais]', '[rames, quais, voies]'),
      'rames.md': page('rames', '::scale{#soir again=matin}'),
      'quais.md': page('quais', SCALE('matin')),
      'voies.md': page('voies', SCALE('midi')),
    });
    expect(values).toEqual({ id: 'matin', near: 'quais/matin' });
  });

  test('one that could not be read is not reported again', () => {
    const { found } = look('::scale{#soir again="rames/matin"}', SCALE('matin', ' points=deux').replace('scale', 'scalle'));
    expect(found.map((one) => one.split(' ')[0])).toEqual(['unknown-directive']);
  });
});

test('a type adds parts behind its own, which have their letters', () => {
  const { found, activities } = look('::scale{#apres again="rames/matin"}\n\n::recap{#bilan before-after="rames/matin; apres" proof}');
  const [, recap] = activities;
  expect([found, recap?.parts.map(({ text }) => text)]).toEqual([[], ['Freiner']]);
  expect(JSON.stringify(recap?.options)).toContain(JSON.stringify(tokenMarker(0)));
});

describe('recalls', () => {
  test('answers of an earlier session, by the activity or by one of its fields', () => {
    const { found, outside } = look(OPEN('bis', ' recall="rames/mot"'));
    expect([found, outside]).toEqual([[], [undefined, ['bis rames/mot']]]);
    const fields = ':::writing{#suite}\nDeux mots ?\n\n## Un {recall="rames/mot"}\n\n## Deux\n:::\n';
    expect(look(fields).outside).toEqual([undefined, ['suite rames/mot']]);
  });

  test('of a question whose answers are no texts', () => {
    const { found, values } = look(OPEN('bis', ' recall="rames/frein"'));
    expect([found, values]).toEqual([['gives-nothing quais.md:8:1'], { id: 'rames/frein', name: 'choice' }]);
  });

  test('keeps its own attributes: an answer for its learner alone stays so', () => {
    const { found, activities } = look(`::scale{#soir again=matin-2 seen-by=me}\n\n${SCALE('matin-2', ' seen-by=trainer')}`);
    const [own, first] = activities.map(({ options }) => options);
    expect([found, own?.seenBy, first?.seenBy]).toEqual([[], 'me', 'trainer']);
    expect(own?.levels).toEqual(first?.levels);
  });

  test.each([
    ['words', '::recap{#bilan words="rames/matin"}', 'gives-no-words', { id: 'rames/matin', name: 'scale' }],
    ['levels', '::recap{#bilan before-after="rames/mot; rames/matin"}', 'gives-no-levels', { id: 'rames/mot', name: 'open-question' }],
  ])('of an activity that gives no %s, where only these are shown', (_, text, code, expected) => {
    const { found, values, outside } = look(text);
    expect([found, values]).toEqual([[`${code} quais.md:8:1`], expected]);
    expect(outside[1]?.every((one) => one.startsWith('bilan rames/'))).toBe(true);
  });

  test('each that gives nothing to show is reported, in every attribute', () => {
    const { found } = look('::recap{#bilan words="rames/matin; rames/mot; rames/frein" before-after="rames/mot; rames/matin"}');
    expect(found).toContain('before-after-apart quais.md:8:1');
    expect(found.map((one) => one.split(' ')[0]).sort()).toEqual([
      'before-after-apart',
      'gives-no-levels',
      'gives-no-words',
      'gives-no-words',
    ]);
  });

  test('each of several is known outside, and one that is unknown hides no other', () => {
    const two = look('::recap{#bilan words="rames/mot; rames/deux"}', `${OPEN('mot')}\n${OPEN('deux')}`);
    expect([two.found, two.outside[1]]).toEqual([[], ['bilan rames/mot', 'bilan rames/deux']]);
    const { found } = look('::recap{#bilan words="rames/mat; rames/matin"}');
    expect(found.map((one) => one.split(' ')[0])).toEqual(['unknown-activity', 'gives-no-words']);
  });

  test('of several that no semicolon separates, and of one that is misspelt', () => {
    const near = (words: string) => look(`${OPEN('un')}\n${OPEN('deux')}\n::recap{#bilan words="${words}"}`).values?.near;
    expect([near('un, deux'), near('deus')]).toEqual(['un; deux', 'deux']);
  });

  test('of a later session: learners have not answered it yet', () => {
    const { found, values } = look(OPEN('tard'), OPEN('tot', ' recall="quais/tard"'));
    expect([found, values]).toEqual([['recall-later rames.md:8:1'], { id: 'quais/tard' }]);
    expect(look(`${OPEN('un')}\n${OPEN('deux', ' recall=un')}`).found).toEqual([]);
    expect(look(OPEN('tard'), '::recap{#bilan words="quais/tard"}').found).toEqual([]);
  });

  test('of an activity that gives levels where words are wanted, and of itself', () => {
    const levels = look(OPEN('bis', ' recall="rames/matin"'));
    expect(levels.found).toEqual([]);
    const own = look(OPEN('bis', ' recall=bis'));
    expect([own.found, own.values]).toEqual([['names-itself quais.md:8:1'], { id: 'bis' }]);
  });
});
