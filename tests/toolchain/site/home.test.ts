import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type HomeTexts, homePage, textsFromReadme } from '../../../build/toolchain/site/home.ts';
import { Links } from '../../../build/toolchain/site/links.ts';
import type { SitePage } from '../../../build/toolchain/site/pages.ts';
import { root } from '../../helpers/examples-project.ts';

const texts: HomeTexts = {
  title: 'Écrivez, essayez-la, déposez-la',
  promise: "Le four : **l'un** & **l'autre**",
  commands: 'npm install <tram>\nnpm run four',
};

const page = (path: string): SitePage => ({
  source: `docs/${path}.md`,
  path,
  language: path.startsWith('en/') ? 'en' : 'fr',
  title: `Titre : ${path}`,
  group: 'begin',
  part: 'whole',
  other: null,
});

const FRENCH = ['premiere-seance', 'choisir-une-activite', 'ecrire-une-seance', 'tout-cartable', 'bilan'].map((name) => `${name}.html`);
const ENGLISH = ['first-session', 'choosing-an-activity', 'writing-a-session', 'overview', 'report'].map((name) => `en/${name}.html`);

const links = new Links(root, new Map());
const pages = [...FRENCH, ...ENGLISH].map(page);
const [french, english] = [homePage(root, 'fr', texts, links, pages), homePage(root, 'en', texts, links, pages)];
const without = homePage(root, 'fr', texts, links, []).content;

/** Returns a section by the id of its heading. */
const section = (html: string, id: string): string =>
  html.split('<section ').find((one) => one.startsWith(`class="w-`) && one.includes(`aria-labelledby="${id}"`)) ?? '';

describe('what README gives to the home', () => {
  test('is its first sentence in bold and its first commands', () => {
    const readme = 'Du **pain**.\n\n**Un four\nchaud.**\n\n**Deux**\n\n```sh\nnpm ci\nnpm test\n```\n\n```sh\nrm\n```\n';
    expect(textsFromReadme(readme)).toEqual({ promise: 'Un four\nchaud.', commands: 'npm ci\nnpm test' });
  });

  test('may be commands with a fence in them', () => {
    expect(textsFromReadme('**Un four**\n```sh\nnpm ci\n```x\nnpm test\n```\n').commands).toBe('npm ci\n```x\nnpm test');
  });

  test.each(['Un four\n```sh\nnpm ci\n```\n', '**Un four**\n', ''])('is missed in « %s »', (readme) => {
    expect(() => textsFromReadme(readme)).toThrow('README has no promise in bold, or no commands.');
  });
});

test('a home knows its place, its other language and its description', () => {
  const { content: _, ...facts } = french;
  expect(facts).toEqual({
    path: 'index.html',
    language: 'fr',
    other: 'en/index.html',
    title: 'Cartable',
    about: 'Le four\u00a0: **l’un** & **l’autre**',
    look: 'home',
  });
  expect([english.path, english.other]).toEqual(['en/index.html', 'index.html']);
});

describe('the first words', () => {
  test('break between their parts only, and a word with a hyphen stays whole', () => {
    expect(french.content).toContain(
      '<h1><span class="w-line">Écrivez, </span><span class="w-line"><span class="w-unbroken">essayez-la</span>, </span><span class="w-line"><span class="w-unbroken">déposez-la</span></span></h1>',
    );
    expect(french.content).toContain('<p class="w-lead">Le four\u00a0: <strong>l’un</strong> &amp; <strong>l’autre</strong></p>');
    expect(english.content).toContain('<p class="w-lead">Le four : <strong>l’un</strong> &amp; <strong>l’autre</strong></p>');
  });

  test('lead to the studio and to the commands', () => {
    expect(french.content).toContain(
      '<a class="w-button" href="studio/index.html">Ouvrir le studio</a>\n<a class="w-button w-second" href="#commands">',
    );
    expect(english.content).toContain('<a class="w-button" href="../studio/index.html">Open the studio</a>');
    expect(french.content.startsWith('<main id="w:main" tabindex="-1">\n<section class="w-hero"><svg ')).toBe(true);
  });

  test('stand beside a picture that moves only when asked, in the language of the page', () => {
    const moving = (html: string): RegExpExecArray | null =>
      /<figure class="w-screen w-moving" data-moving="([^"]+)"><img class="w-flat" src="([^"]+)" alt="([^"]+)" width="\d+" height="\d+" loading="eager">\n<button type="button" hidden data-play="([^"]+)" data-pause="([^"]+)"><\/button>/.exec(
        html,
      );
    expect(moving(english.content)?.slice(1)).toEqual([
      '../images/readme/moving.en.webp',
      '../images/readme/moving-still.en.webp',
      expect.stringMatching(/^The studio: on the left/),
      'Play the animation',
      'Stop the animation',
    ]);
    expect(moving(french.content)?.slice(1, 3)).toEqual(['images/readme/moving.webp', 'images/readme/moving-still.webp']);
  });
});

describe('the sections', () => {
  const ids = ['begin', 'learners', 'types', 'results', 'room', 'limits', 'guides'];

  test('follow each other, each named by its heading', () => {
    const found = [
      ...french.content.matchAll(/<section class="w-band[^"]*" aria-labelledby="([^"]+)">(?:<div [^>]*>\n<div>)?<h2 id="([^"]+)">[^<]/g),
    ];
    expect(found.map(([, name, id]) => [name, id])).toEqual(ids.map((id) => [id, id]));
    expect(french.content.endsWith('</section>\n</main>')).toBe(true);
  });

  test('two ways to begin: three steps in the studio, or the commands as source', () => {
    const begin = section(english.content, 'begin');
    expect(begin.match(/<li>/g)).toHaveLength(3);
    expect(begin).toContain('<li>Choose a template and give it a title.</li><li>Write: ');
    expect(begin).toContain('<pre class="w-source"><code>npm install &lt;tram&gt;\nnpm run four</code></pre>');
    expect(begin).toContain('<a class="w-more-link" href="first-session.html">Your first session, in a quarter of an hour</a>');
    expect(begin).toContain('<a class="w-more-link" href="overview.html">All commands</a>');
  });

  test('pictures have a size and an alternative text, and load when they are near', () => {
    const learners = section(english.content, 'learners');
    const images = [...learners.matchAll(/<img(?: class="w-flat")? src="([^"]+)" alt="([^"]+)" width="\d+" height="\d+" loading="lazy">/g)];
    expect(images.map(([, source, alt = '']) => [source, alt.split(':')[0]])).toEqual([
      ['../images/readme/cover.en.webp', 'The cover of a session'],
      ['../images/readme/step.en.webp', 'A step'],
      ['../images/readme/end.en.webp', 'The end of a session'],
    ]);
    expect(learners.match(/<li><strong>/g)).toHaveLength(3);
    expect(section(french.content, 'results')).toContain('<figure class="w-screen"><img class="w-flat" src="images/readme/report.webp"');
    expect(section(french.content, 'room')).toContain('src="images/readme/room.webp"');
    expect(section(english.content, 'limits').match(/<li><strong>/g)).toHaveLength(5);
  });

  test('each type has a picture without a text of its own, and leads to its example', () => {
    const types = section(english.content, 'types');
    const cards = types.match(/<li><a /g) ?? [];
    expect(types).toContain(`<h2 id="types">${cards.length} activities and blocks, to try here</h2>`);
    expect(types).toMatch(
      /<li><a href="\.\.\/gallery\/index\.html#\/page-choice"><img(?: class="w-flat")? src="\.\.\/images\/activities\/choice\.en\.webp" alt="" width="\d+" height="\d+" loading="lazy"><strong>Multiple choice<\/strong> <span>[^<]+<\/span><\/a><\/li>/,
    );
    expect(types).toContain('<a class="" href="choosing-an-activity.html">Which one to choose?</a>');
    expect(types).toMatch(/<div class="w-group-of-types"><h3>[^<]+ <span>[^<]+<\/span><\/h3>\n<ul class="w-types"><li>/);
  });

  test('the last one leads to three guides by their titles', () => {
    const cards = [...section(french.content, 'guides').matchAll(/<a class="w-card" href="([^"]+)"><strong>([^<]+).*?<\/strong> <span>/g)];
    expect(cards.map(([, path]) => path)).toEqual(FRENCH.slice(0, 3));
    expect(cards[0]?.[2]).toBe('Titre\u00a0: ');
    const lands = french.content.split('<svg class="w-land"');
    expect(lands.map((land) => land.includes('w-town'))).toEqual([false, false, true]);
    expect(lands[2]).toMatch(/<\/svg><\/section>\n<\/main>$/);
  });

  test('a guide that the documentation lacks has no link', () => {
    expect(without).not.toContain('w-more-link');
    expect(without).not.toContain('w-card" href');
    expect(section(french.content, 'results')).toContain('<a class="w-more-link" href="bilan.html">');
  });
});

test('all pictures of a home are copied into the site, and exist', () => {
  const shown = [...`${french.content}${english.content}`.matchAll(/(?:src|data-moving)="(?:\.\.\/)?(images\/[^"]+)"/g)].map(
    ([, path]) => path,
  );
  expect(new Set(links.files.values())).toEqual(new Set(shown));
  for (const path of links.files.keys()) expect(existsSync(join(root, path))).toBe(true);
});
