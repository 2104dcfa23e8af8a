import { expect, test } from 'vitest';
import { rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { lookAt, valuesOf } from '../../helpers/look-at.ts';

const NORD = { 'cohorts/nord.yaml': 'title: Nord\ntags: [nord, soir]\n' };

function head(heading: string) {
  const { course, found, values } = checkDepot({ ...rames(`# Le dépôt {#depot-page}\n\n${heading}\n\nUne rame.\n`), ...NORD });
  const { nodes: _, at, ...page } = course?.modules[0]?.module.pages[1] ?? { nodes: [] };
  return { page, line: at?.line, found, values };
}

test('id, title with typography and variables', () => {
  expect(head('# Le quai : {{ chef }} ? {#quai}')).toMatchObject({
    page: { id: 'quai', title: expect.stringMatching(/^Le quai\u00a0: .*chef.*\u202f\?$/) },
    line: 8,
    found: [],
  });
});

test('a title has the typography of the course’s language', () => {
  const english = {
    'course.yaml': 'id: depot\ntitle: Depot\nlang: en\nmodules: [rames]\n',
    ...rames('# Stop : now ? {#stop}\n\nA tram.\n'),
  };
  expect(checkDepot(english).course?.modules[0]?.module.pages[0]?.title).toBe('Stop : now ?');
});

test('each variable of a title is filled in later', () => {
  const { title = '' }: { readonly title?: string } = head('# {{chef}} et {{chef}} {#quai}').page;
  expect([title.match(/chef/g)?.length, title.includes('{{')]).toEqual([2, false]);
});

test('tags, a pictogram, and that it goes further', () => {
  expect(head('# Le quai {#quai only="nord; soir"}').page).toMatchObject({ only: ['nord', 'soir'] });
  expect(head('# Le quai {#quai icon=bread}').page).toMatchObject({ icon: expect.stringContaining('bread') });
  expect(head('# Le quai {#quai further}').page).toMatchObject({ further: true });
  expect(head('# Le quai {#quai further=false}').page).toEqual({ id: 'quai', title: 'Le quai' });
  const both = head('# Le quai {#quai further icon=bread only=nord}').page;
  expect(both).toEqual({ id: 'quai', title: 'Le quai', further: true, icon: expect.stringContaining('bread'), only: ['nord'] });
  expect(head(`# ${'x'.repeat(200)} {#quai}`).found).toEqual([]);
});

test.each([
  ['# Le quai {#quai further=peut-être}', 'bad-attribute rames.md:8:18', { key: 'further', value: 'peut-être', example: 'further' }],
  ['# Le quai {#quai only}', 'unknown-attribute rames.md:8:18', { name: 'Le quai', key: 'only', near: 'only' }],
  ['# Le quai {#quai icone=bread}', 'unknown-attribute rames.md:8:18', { name: 'Le quai', key: 'icone', near: 'icon' }],
  ['# Le quai {#quai furthr}', 'unknown-attribute rames.md:8:18', { name: 'Le quai', key: 'furthr', near: 'further' }],
  ['# Le quai {#quai onyl=nord}', 'unknown-attribute rames.md:8:18', { name: 'Le quai', key: 'onyl', near: 'only' }],
  ['# Le quai {#quai only="nord; sor"}', 'warning tag-of-nobody rames.md:8:18', { tag: 'sor', near: 'soir' }],
  ['# Le quai {#quai icon=bred}', 'unknown-pictogram rames.md:8:18', { name: 'bred', near: 'bread' }],
  ['# Le quai {#quai points=2}', 'unknown-attribute rames.md:8:18', { name: 'Le quai', key: 'points', near: '' }],
  ['# Le quai {#quai only=paper}', 'medium-of-no-block rames.md:8:18', { value: 'paper' }],
  ['# Le quai[^a] {#quai}\n\nIci[^a].\n\n[^a]: Une note.', 'footnote-place rames.md:8:10', { mark: '[^a]' }],
  [`# ${'x'.repeat(201)} {#quai}`, 'title-too-long rames.md:8:1', { limit: 200 }],
])('%s', (heading, found, values) => {
  expect(head(heading)).toMatchObject({ found: [found], values });
});

test('each attribute that a page does not have is reported, and the others count', () => {
  const { found, page } = head('# Le quai {#quai points=2 icon=bred further only=nord attempts=3}');
  expect(found).toEqual(['unknown-attribute rames.md:8:18', 'unknown-pictogram rames.md:8:27', 'unknown-attribute rames.md:8:55']);
  expect(page).toEqual({ id: 'quai', title: 'Le quai', further: true, only: ['nord'] });
});

test('a title without letters gives an id all the same', () => {
  expect(head('# ?!').values).toEqual({ name: '?!', suggestion: '{#page}' });
  expect(head('# {{  chef  }} {#quai}').page).toEqual(head('# {{chef}} {#quai}').page);
});

test('a bare word without an id was meant as one', () => {
  const { found, values } = head('# Le quai {quai}');
  expect(found.map((one) => one.split(' ')[0]).sort()).toEqual(['missing-id', 'unknown-attribute']);
  expect([values?.suggestion, values?.name]).toEqual(['{#le-quai}', 'Le quai']);
  const looked = lookAt({ 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# Le quai {quai}\n\nUne rame.\n' });
  expect(valuesOf(looked, 'unknown-attribute')).toMatchObject({ key: 'quai', near: '#quai' });
  const value = lookAt({ 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# Le quai {points=2}\n\nUne rame.\n' });
  expect(valuesOf(value, 'unknown-attribute')).toMatchObject({ key: 'points', near: '' });
  expect(head('# Le quai {#a quai}').values).toMatchObject({ key: 'quai', near: '' });
});
