// @vitest-environment happy-dom
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf, type Choice, homePage, playerPage } from '../../../build/preview/server/pages.ts';
import { previewStrings, stringsWith } from '../../../build/preview/server/strings.ts';
import { Workshop } from '../../../build/preview/server/workshop.ts';
import { depot, type Files, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { DAY } from '../../helpers/one-course.ts';

const FILES: Files = { ...DAY, 'cohorts/nord.yaml': 'title: Nord : soir\n' };

function open(files: Files = FILES) {
  const project = depot(files);
  return new Workshop(join(project, 'modules'), join(project, 'kept'), engine);
}
async function parsed(page: unknown): Promise<Document> {
  return new DOMParser().parseFromString(String(await page), 'text/html');
}
const texts = (page: Document, selector: string): string[] =>
  [...page.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? '');
const links = (page: Document, selector: string): (string | null)[] =>
  [...page.querySelectorAll(selector)].map((one) => one.getAttribute('href'));

const choice: Choice = { course: 'le dépôt', module: 'matin', cohort: 'base', version: '1.2', learner: 'camille', mode: 'normal' };
const command = (args: string): string => `cartable ${args}`;
const w = previewStrings.fr;

test('the address of a player', () => {
  expect(addressOf(choice)).toBe('/play/le%20d%C3%A9p%C3%B4t/matin?cohort=base&version=1.2&learner=camille&mode=normal');
});

describe('the first page', () => {
  const home = (files?: Files, url?: string) => parsed(homePage(open(files).courses, 'fr', command, url));

  test('has every course, session and cohort, and the papers of sessions', async () => {
    const page = await home();
    expect([page.documentElement.lang, page.title, page.body.dataset.view]).toEqual([
      'fr',
      `${previewStrings.fr.title} · Cartable`,
      'home',
    ]);
    expect([texts(page, 'h2'), page.querySelector('.v-course')?.getAttribute('data-state')]).toEqual([
      ['Une journée au dépôt'],
      '/state/depot',
    ]);
    expect(texts(page, 'tbody th')).toEqual(['Une journée au dépôt', 'Le matin', 'Le soir']);
    expect(texts(page, 'tbody tr > td:nth-child(3)')).toEqual([35, 20, 15].map((minutes) => `${minutes} ${previewStrings.fr.minutes}`));
    const [whole, matin] = [...page.querySelectorAll('tbody tr')];
    expect([whole?.querySelectorAll('.v-papers').length, matin?.querySelectorAll('.v-papers').length]).toEqual([0, 2]);
    expect(texts(page, 'tbody tr:nth-child(2) li > a')).toEqual([previewStrings.fr.base, 'Nord\u00a0: soir']);
    const [address = ''] = links(page, 'tbody tr:nth-child(2) li:nth-child(2) > a');
    const { pathname, searchParams } = new URL(address ?? '', 'http://localhost');
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      '/play/depot/matin',
      { cohort: 'nord', version: '1.2', learner: 'camille', mode: 'normal' },
    ]);
    const names = ['guide', 'conducteur', 'cahier', 'accessibilite'] as const;
    expect(links(page, 'tbody tr:nth-child(2) li:nth-child(2) .v-papers a')).toEqual(
      names.map((name) => `/papers/depot/nord/matin/${name}`),
    );
    expect(texts(page, 'tbody tr:nth-child(2) li:nth-child(2) .v-papers a')).toEqual(names.map((name) => w[name]));
    expect([texts(page, 'thead th'), texts(page, 'h1'), texts(page, '.v-about'), texts(page, '.v-gallery')]).toEqual([
      [w.module, w.duration, w.play],
      [w.title],
      [w.about],
      [w.gallery],
    ]);
    expect(JSON.parse(page.querySelector('#words')?.textContent ?? '')).toEqual(stringsWith(command, 'fr'));
    expect([page.querySelector('img'), links(page, '.v-gallery a')]).toEqual([null, ['/gallery']]);
  });

  test('shows the first picture of a session, and no minutes where there are none', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
    const page = await home({ ...rames('# Le quai {#quai}\n\n![Le quai](quai.svg)\n'), 'quai.svg': svg });
    expect(page.querySelector('tbody img')?.getAttribute('src')).toBe('/picture/depot/rames');
    expect(texts(page, 'tbody tr > td:nth-child(3)')).toEqual(['']);
  });

  test('writes the name of a folder as an address needs it, and a title as a text does', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
    const yaml = 'id: depot\ntitle: "Au dépôt : nord"\nlang: fr\nmodules: [rames]\npace: page\n';
    const [course] = open({ ...rames('# Le quai {#quai}\n\n![Le quai](quai.svg)\n'), 'quai.svg': svg, 'course.yaml': yaml }).courses;
    if (!course) throw new Error('no course');
    const page = await parsed(homePage([{ ...course, name: 'é & x' }], 'fr', command));
    const at = '%C3%A9%20%26%20x';
    expect(texts(page, 'h2')).toEqual(['Au dépôt\u00a0: nord']);
    expect([page.querySelector('.v-course')?.getAttribute('data-state'), page.querySelector('tbody img')?.outerHTML]).toEqual([
      `/state/${at}`,
      `<img src="/picture/${at}/rames" alt="" loading="lazy">`,
    ]);
    expect(links(page, '.v-papers a')[0]).toBe(`/papers/${at}/base/rames/guide`);
    const heads = [...page.querySelectorAll('th')].map((head) => head.getAttribute('scope'));
    expect([heads, page.querySelector('.v-errors')?.hasAttribute('hidden')]).toEqual([['col', 'col', 'col', 'row'], true]);
    const player = await parsed(
      playerPage({ ...course, name: 'é & x' }, { ...choice, course: 'é & x' }, { learner: { id: 'a', name: 'A' } } as never, 'fr'),
    );
    expect([player.querySelector('form')?.getAttribute('action'), player.querySelector('iframe')?.getAttribute('allow')]).toEqual([
      `/play/${at}/matin`,
      'fullscreen',
    ]);
    expect([...player.querySelectorAll('button')].map((button) => button.getAttribute('type'))).toEqual(Array(5).fill('button'));
    expect(player.querySelector('#data')?.getAttribute('tabindex')).toBe('0');
  });

  test('has even a single minute', async () => {
    const { 'rames.md': text } = rames('# Le quai {#quai}\n\nUne rame.\n');
    const page = await home({ 'rames.md': String(text).replace('id: rames', 'id: rames\nduration: 1') });
    expect(texts(page, 'tbody tr > td:nth-child(3)')).toEqual([`1 ${previewStrings.fr.minutes}`]);
  });

  test('is in the language of the preview', async () => {
    const en = previewStrings.en;
    const page = await parsed(homePage(open().courses, 'en', command, 'http://a/b'));
    expect([page.documentElement.lang, texts(page, 'h1'), texts(page, 'thead th'), texts(page, '.v-phone h2')]).toEqual([
      'en',
      [en.title],
      [en.module, en.duration, en.play],
      [en.onPhone],
    ]);
    expect(texts(page, 'tbody tr:nth-child(2) li:first-child a')).toEqual([en.base, en.guide, en.conducteur, en.cahier, en.accessibilite]);
    expect(texts(page, 'tbody tr:nth-child(2) > td:nth-child(3)')).toEqual([`20 ${en.minutes}`]);
    expect(JSON.parse(page.querySelector('#words')?.textContent ?? '')).toEqual(stringsWith(command, 'en'));
  });

  test('has a course that can not be read, and an empty project', async () => {
    const broken = await home({ 'course.yaml': 'id: [\n' });
    expect([texts(broken, 'h2'), broken.querySelector('table')]).toEqual([['depot'], null]);
    expect(texts(broken, '.v-course p')).toEqual([previewStrings.fr.unreadable]);
    const empty = await parsed(homePage([], 'fr', command));
    expect([empty.querySelector('.v-course'), texts(empty, 'main > p')]).toEqual([
      null,
      ['Cartable', w.about, stringsWith(command, 'fr').empty, w.gallery],
    ]);
  });

  test('has a code for phones only if they are admitted', async () => {
    const page = await home(FILES, 'http://192.168.1.7:4173/abc');
    expect([texts(page, '.v-phone p'), page.querySelectorAll('.v-qr svg').length]).toEqual([
      [w.sameNetwork, 'http://192.168.1.7:4173/abc', w.openToNetwork],
      1,
    ]);
    expect([page.querySelector('.v-qr')?.getAttribute('aria-label'), texts(page, '.v-phone h2')]).toEqual([w.qr, [w.onPhone]]);
    const other = await home(FILES, 'http://192.168.1.7:4173/abd');
    expect(other.querySelector('.v-qr svg')?.innerHTML).not.toBe(page.querySelector('.v-qr svg')?.innerHTML);
    expect(page.querySelector('.v-qr')?.getAttribute('role')).toBe('img');
    expect((await home()).querySelector('.v-phone')).toBeNull();
  });

  test('gives its script the words, which can not end the element', async () => {
    const text = String(await homePage([], 'fr', () => '</script><b>&\u2028\u2029'));
    expect(text).not.toContain('</script><b>');
    expect(text).toContain('\\u003c/script\\u003e\\u003cb\\u003e\\u0026\\u2028\\u2029');
  });
});

describe('the page of a player', () => {
  const settings = { learner: { id: 'camille', name: 'Camille' }, strings: {} } as unknown as Parameters<typeof playerPage>[2];
  const player = (more: Partial<Choice> = {}, files: Files = FILES) => {
    const course = open(files).course('depot');
    if (!course) throw new Error('no course');
    return parsed(playerPage(course, { ...choice, course: 'depot', ...more }, settings, 'fr'));
  };
  const chosen = (page: Document, name: string) =>
    [...page.querySelectorAll(`select[name=${name}] option`)].map(
      (one) => (one.hasAttribute('selected') ? '*' : '') + one.getAttribute('value'),
    );

  test('offers every choice, and marks those made', async () => {
    const page = await player({ cohort: 'nord', learner: 'sacha', version: '2004', mode: 'review' });
    expect(['module', 'cohort', 'learner', 'version', 'mode'].map((name) => chosen(page, name))).toEqual([
      ['depot', '*matin', 'soir'],
      ['base', '*nord'],
      ['camille', '*sacha', 'noor'],
      ['*2004', '1.2'],
      ['normal', '*review', 'browse'],
    ]);
    expect(page.querySelector('form')?.getAttribute('action')).toBe('/play/depot/matin');
    expect(texts(page, '.v-field > span')).toEqual([w.module, w.cohort, w.learner, w.version, w.mode]);
    expect(texts(page, '.v-choices option')).toEqual(
      [
        ['Une journée au dépôt', 'Le matin', 'Le soir'],
        [w.base, 'Nord\u00a0: soir'],
        ['Camille', 'Sacha', 'Noor'],
        ['2004', '1.2'],
        [w.normal, w.review, w.browse],
      ].flat(),
    );
    expect(texts(page, '[data-width][aria-pressed]')).toEqual([w.phone, w.moodle, w.full]);
    const labelOf = (selector: string) => page.querySelector(selector)?.getAttribute('aria-label');
    expect([labelOf('.v-widths'), links(page, '.v-bar a')]).toEqual([w.width, ['/']]);
    expect(
      [...page.querySelectorAll('[data-width][aria-pressed]')].map(
        (one) => `${one.getAttribute('data-width')} ${one.getAttribute('aria-pressed')}`,
      ),
    ).toEqual(['phone false', 'moodle false', 'full true']);
  });

  test('loads the script of its version, and shows the session', async () => {
    const scripts = (page: Document) => [...page.querySelectorAll('script[src]')].map((one) => one.getAttribute('src'));
    const page = await player();
    expect([scripts(page), scripts(await player({ version: '2004' }))]).toEqual([
      ['/-/preview.js', '/-/scorm12.js'],
      ['/-/preview.js', '/-/scorm2004.js'],
    ]);
    expect([texts(page, 'h1'), page.title, page.body.dataset.view]).toEqual([['Le matin'], 'Le matin · Cartable', 'player']);
    expect(page.querySelector('iframe#sco')?.getAttribute('title')).toBe(w.frame.replace('{name}', 'Camille'));
    expect([...page.querySelectorAll<HTMLElement>('[data-do]')].map((one) => [one.dataset.do, one.textContent])).toEqual([
      ['resume', w.leave],
      ['reset', w.reset],
    ]);
    expect([texts(page, '.v-panel h2'), texts(page, 'summary'), texts(page, '.v-filter')]).toEqual([
      [w.record],
      [w.all, w.calls],
      [w.reads],
    ]);
    const parts = ['facts', 'data', 'refused', 'reads', 'calls'];
    expect(parts.map((id) => page.querySelectorAll(`[id="${id}"]`).length)).toEqual([1, 1, 1, 1, 1]);
    expect(['.v-notice', '.v-over'].map((name) => page.querySelector(name)?.getAttribute('role'))).toEqual(['status', 'alert']);
    expect(page.querySelector('.v-over')?.hasAttribute('hidden')).toBe(true);
    expect(JSON.parse(page.querySelector('#settings')?.textContent ?? '')).toEqual(settings);
  });

  test('is in the language of the preview', async () => {
    const course = open().course('depot');
    if (!course) throw new Error('no course');
    const [page, en] = [await parsed(playerPage(course, { ...choice, course: 'depot' }, settings, 'en')), previewStrings.en];
    expect([page.documentElement.lang, texts(page, '.v-field > span'), texts(page, '[data-do]')]).toEqual([
      'en',
      [en.module, en.cohort, en.learner, en.version, en.mode],
      [en.leave, en.reset],
    ]);
    expect([texts(page, 'select[name=cohort] option')[0], texts(page, 'select[name=mode] option')[1]]).toEqual([en.base, en.review]);
  });

  test('of a course that can not be read has nothing to choose', async () => {
    const page = await player({}, { 'course.yaml': 'id: [\n' });
    expect([texts(page, 'h1'), chosen(page, 'module')]).toEqual([[previewStrings.fr.title], []]);
  });
});
