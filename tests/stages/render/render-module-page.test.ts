import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { RenderedModule } from '../../../build/model/built.ts';
import { ROOT } from '../../../build/model/markers.ts';
import { renderModule } from '../../../build/stages/render/render-module.ts';
import { resolveCourse } from '../../../build/stages/resolve/resolve-module.ts';
import { resolveWhole } from '../../../build/stages/resolve/resolve-whole.ts';
import { type Files, rames } from '../../bad-input/depot-project.ts';
import { openDepot } from '../../helpers/check-depot.ts';
import { renderDepot } from '../../helpers/depot-page.ts';
import { engine } from '../../helpers/engine.ts';
import { dayProject, EVENING } from '../../helpers/one-course.ts';

function rendered(body: string, front = '', more: Files = {}): RenderedModule {
  const files = rames(`# Le quai {#quai}\n\n${body}\n`);
  return renderDepot({
    ...files,
    'rames.md': String(files['rames.md']).replace('completion: visited', `completion: visited\n${front}`),
    ...more,
  });
}

/** Markup of a page of the text without script. */
const pageIn = ({ plain }: RenderedModule, id: string): string =>
  plain.split('data-page="').find((part) => part.startsWith(`${id}"`)) ?? '';
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
const minutesIn = (text: string): string[] => all(text, /c-meta">.*?(\d+)&nbsp;/g);
const TWO = 'Une rame.\n\n# La nuit {#nuit}\n\nTout dort.\n\n# Plus loin {#loin further}\n\nDu sable.';

test('the first page has the minutes of its session, unless a cover has them', () => {
  const whole = rendered(TWO, 'duration: 20min\npace: page');
  expect(['quai', 'nuit', 'loin'].map((id) => minutesIn(pageIn(whole, id)))).toEqual([['20'], [], []]);
  const steps = rendered(TWO, 'duration: 20min\npace: steps');
  expect(['quai', 'nuit'].map((id) => minutesIn(pageIn(steps, id)))).toEqual([[], []]);
  expect([whole, steps].map(({ html }) => html.includes('data-view="cover"'))).toEqual([false, true]);
  expect(all(steps.html, /c-cover-facts">[\s\S]*?(\d+)&nbsp;/g)).toEqual(['20']);
});

test('a page stands under the title of its session, or under the words for pages that go further', () => {
  const over = (id: string): string[] => all(pageIn(rendered(TWO), id), /class="c-over">([^<]*)</g).slice(0, 1);
  expect(['quai', 'nuit', 'loin'].map(over)).toEqual([['Les rames'], ['Les rames'], ['Pour aller plus loin']]);
});

test('a page in steps has a mark for each; one without steps has none', () => {
  const two = `## Un\n\n${'Elle part au quai. '.repeat(12)}\n\n## Deux\n\n${'Elle revient. '.repeat(12)}`;
  const segments = (module: RenderedModule): number[] =>
    ['quai', 'nuit'].map(
      (id) =>
        pageIn(module, id)
          .match(/c-segments"[^>]*>((?:<i><\/i>)*)/)?.[1]
          ?.split('<i>')
          .slice(1).length ?? 0,
    );
  expect(segments(rendered(`${two}\n\n# La nuit {#nuit}\n\nTout dort.`, 'pace: steps'))).toEqual([2, 0]);
});

test('the shell has the names and the logo of the course, and leads to its files from where it lies', () => {
  const course = 'id: depot\ntitle: Au dépôt\nlang: en\norganisation: The school\nmodules: [rames]\ntheme: { logo: logo.svg }\n';
  const { html, plain, assets } = rendered('Une rame.', '', {
    'course.yaml': course,
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  expect([/<html lang="(\w+)" dir="(\w+)"/.exec(html)?.slice(1), /<title>([^<]*)/.exec(html)?.[1]]).toEqual([
    ['en', 'ltr'],
    expect.stringContaining('Les rames'),
  ]);
  expect([/c-bar-title">([^<]*)/.exec(plain)?.[1], /c-logo" src="([^"]*)" alt="([^"]*)"/.exec(plain)?.slice(1)]).toEqual([
    'Au dépôt',
    [assets[0]?.name, 'The school'],
  ]);
  expect([/href="([^"]*)style.css"/.exec(plain)?.[1], plain.includes('\ue006')]).toEqual(['', false]);
});

test('icons of feedback, which is in no page yet, are drawn', () => {
  const alert =
    ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n\n:::after\n> [!TIP]\n> Un tram.\n\n> [!CAUTION]\n> Un rail.\n:::\n:::';
  const symbols = (body: string): Set<string> => new Set(all(rendered(body).html, /<symbol id="i-([^"]+)"/g));
  const [bare, more] = [symbols(alert.replace(/:::after[\s\S]*?:::\n/, '')), symbols(alert)];
  expect([...more].filter((name) => !bare.has(name)).length).toBeGreaterThan(0);
  expect(rendered(alert).types).toEqual(['callout', 'choice']);
});

test('a course that is one SCO lists its pages by chapter', () => {
  const { course } = openDepot(dayProject());
  if (!course) throw new Error('no course');
  const { source } = course;
  const built = resolveWhole(course, null, engine.types, new Diagnostics());
  const module = renderModule(built, resolveCourse(source.course.value, null), source.folder, engine);
  const toc = /<div id="c-pages">([\s\S]*?)<\/div>/.exec(module.html)?.[1] ?? '';
  expect(
    [...toc.matchAll(/<h3 class="c-chapter" id="([^"]+)">([^<]*)|<a href="#p-([^"]+)"/g)].map(
      ([, id, title, page]) => page ?? `${id}: ${title}`,
    ),
  ).toEqual(['c-chapter-matin: Le matin', 'quai', 'bilan-matin-page', 'c-chapter-soir: Le soir', 'terminus']);
  expect(['quai', 'bilan-matin-page', 'terminus'].map((id) => minutesIn(pageIn(module, id)))).toEqual([['20'], [], ['15']]);
});

test('a session has the page of its certificate only if it gives one', () => {
  const has = (front: string): boolean => rendered('Une rame.', front).html.includes('<p class="c-certificate-course">Les rames</p>');
  expect([has('certificate: true'), has('')]).toEqual([true, false]);
});

test('the text without script has everything open, no cover first, and no way to itself', () => {
  const { html, plain } = rendered(TWO, 'pace: steps');
  const facts = (text: string): boolean[] =>
    [/<noscript>/, /<details class="c-details" open>/, /data-showing="cover"/].map((one) => one.test(text));
  expect([facts(plain), facts(html)]).toEqual([
    [false, true, false],
    [true, false, true],
  ]);
});

test('the markup has the files of the course by their names in the package, and its icons', () => {
  const picture = { 'quai.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>' };
  const question = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
  const { html, plain, rest, assets } = rendered(`![Un quai](quai.svg)\n\n# La nuit {#nuit}\n\n${question}`, '', picture);
  const [asset] = assets;
  expect(html).toContain(`src="${ROOT}${asset?.name}"`);
  expect([html.includes(`href="${ROOT}style.css"`), plain.includes(`src="${asset?.name}"`)]).toEqual([true, true]);
  for (const text of [html + rest.nuit, plain]) {
    const drawn = new Set(all(text, /<symbol id="i-([^"]+)"/g));
    expect(all(text, /href="#i-([^"]+)"/g).filter((name) => !drawn.has(name))).toEqual([]);
  }
});

test('steps have their own titles; pages of a session are in no chapter', () => {
  const two = `## Un début\n\n${'Elle part au quai. '.repeat(12)}\n\n## Une suite\n\n${'Elle revient. '.repeat(12)}`;
  const { html } = rendered(two, 'pace: steps');
  const tags = all(html, /<div class="c-screen([^>]*)>/g);
  expect(tags.map((tag) => ['Un début', 'Une suite'].filter((title) => tag.includes(title)))).toEqual([['Un début'], ['Une suite']]);
  expect(html).not.toContain('c-chapter');
});

test('the next session is announced where there is one', () => {
  const { course } = openDepot(dayProject());
  if (!course) throw new Error('no course');
  const { source } = course;
  const built = resolveWhole(course, null, engine.types, new Diagnostics());
  const after = { title: 'Séance 2 : La relève', minutes: 7 };
  const { html } = renderModule({ ...built, after }, resolveCourse(source.course.value, null), source.folder, engine);
  expect([
    html.includes('La relève'),
    renderModule(built, resolveCourse(source.course.value, null), source.folder, engine).html.includes('La relève'),
  ]).toEqual([true, false]);
});

test('a chapter lists the pages that go further apart', () => {
  const { course } = openDepot(dayProject({ 'soir.md': `${EVENING['soir.md']}\n# Plus loin {#loin further}\n\nDu sable.\n` }));
  if (!course) throw new Error('no course');
  const { source } = course;
  const built = resolveWhole(course, null, engine.types, new Diagnostics());
  const { html } = renderModule(built, resolveCourse(source.course.value, null), source.folder, engine);
  const toc = /<div id="c-pages">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '';
  expect([...toc.matchAll(/<h[34] class="c-chapter" id="([^"]+)"|<a href="#(p-[^"]+)"/g)].map(([, id, page]) => page ?? id)).toEqual([
    ...['c-chapter-matin', 'p-quai', 'p-bilan-matin-page'],
    ...['c-chapter-soir', 'p-terminus', 'c-further-soir', 'p-loin'],
  ]);
});
