import { join } from 'node:path';
import { pictureSize } from '../../files/picture-size.ts';
import { nodeFiles } from '../../host/node/files.ts';
import { escapeHtml } from '../../text/plain-html.ts';
import { typography } from '../../text/typography.ts';
import { highlight } from './highlight.ts';
import { FIRST_LAND, LAST_LAND } from './land.ts';
import { homeOf, type ShownPage } from './layout.ts';
import { type Links, wayFrom } from './links.ts';
import { galleryOf, type SiteLanguage, type SitePage } from './pages.ts';
import { homeStrings, siteStrings } from './strings.ts';
import { type TypeCard, typeGroups } from './type-cards.ts';

/** Texts of a home that come from documents. */
export interface HomeTexts {
  /** Title of the studio's first view. */
  readonly title: string;
  /** First sentence of README: its promise. */
  readonly promise: string;
  /** The first commands of README, a line each. */
  readonly commands: string;
}

/** Finds in a README what the home takes from it. @throws Error if it is no longer there */
export function textsFromReadme(readme: string): Omit<HomeTexts, 'title'> {
  const [, promise] = /^\*\*([\s\S]+?)\*\*$/m.exec(readme) ?? [];
  const [, commands] = /^```sh\n([\s\S]+?)\n```$/m.exec(readme) ?? [];
  if (!promise || !commands) throw new Error('README has no promise in bold, or no commands.');
  return { promise, commands };
}

/** Pages that a home leads to, by their path in the site. */
const GUIDES = {
  fr: {
    first: 'premiere-seance.html',
    choose: 'choisir-une-activite.html',
    write: 'ecrire-une-seance.html',
    all: 'tout-cartable.html',
    report: 'bilan.html',
  },
  en: {
    first: 'en/first-session.html',
    choose: 'en/choosing-an-activity.html',
    write: 'en/writing-a-session.html',
    all: 'en/overview.html',
    report: 'en/report.html',
  },
} as const;

/** Ratio of width to height from which a card shows a picture whole, not only its beginning. */
const WIDE = 5 / 4;

type Goal = keyof (typeof GUIDES)['fr'];

/** Makes the home of a language. */
class Home {
  readonly #root: string;
  readonly #language: SiteLanguage;
  readonly #links: Links;
  readonly #pages: readonly SitePage[];

  constructor(root: string, language: SiteLanguage, links: Links, pages: readonly SitePage[]) {
    this.#root = root;
    this.#language = language;
    this.#links = links;
    this.#pages = pages;
  }

  /** Returns a text of the home as HTML; what is between `**` is bold. */
  #text(name: keyof (typeof homeStrings)['fr']): string {
    return this.#set(homeStrings[this.#language][name]);
  }

  #set(text: string): string {
    const html = escapeHtml(typography(text, this.#language)).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
    // « déposez-la » stays in one line.
    return html.replace(/[\p{L}’]+-[\p{L}’-]+/gu, '<span class="w-unbroken">$&</span>');
  }

  #alt(name: `alt.${'studio' | 'cover' | 'step' | 'end' | 'room' | 'report'}`): string {
    return escapeHtml(typography(homeStrings[this.#language][name], this.#language));
  }

  /** Returns the name of a picture in this language. */
  #file(name: string): string {
    return `${name}${this.#language === 'en' ? '.en' : ''}.webp`;
  }

  /** Makes a picture of README as a figure. */
  #screen(view: 'cover' | 'step' | 'end' | 'room' | 'report'): string {
    return `<figure class="w-screen">${this.#picture(this.#file(`readme/${view}`), this.#alt(`alt.${view}`))}</figure>`;
  }

  #to(path: string): string {
    return escapeHtml(wayFrom(homeOf(this.#language), path));
  }

  /** Makes a picture of the documentation, with its size. */
  #picture(name: string, alt: string, loading: 'eager' | 'lazy' = 'lazy'): string {
    const path = `docs/images/${name}`;
    const address = this.#to(this.#links.copy(path));
    const size = pictureSize(nodeFiles, join(this.#root, path));
    const flat = size && size.width > size.height * WIDE ? ' class="w-flat"' : '';
    const place = size ? ` width="${size.width}" height="${size.height}"` : '';
    return `<img${flat} src="${address}" alt="${alt}"${place} loading="${loading}">`;
  }

  /** Links to a guide. @returns nothing if the documentation has no such page */
  #guide(goal: Goal, content: string, look = 'w-more-link'): string {
    const path = GUIDES[this.#language][goal];
    return this.#pages.some((page) => page.path === path) ? `<a class="${look}" href="${this.#to(path)}">${content}</a>` : '';
  }

  /** Makes the moving picture. It stands still until the script starts it, which also gives it a button. */
  #moving(): string {
    const moving = this.#to(this.#links.copy(`docs/images/${this.#file('readme/moving')}`));
    const still = this.#picture(this.#file('readme/moving-still'), this.#alt('alt.studio'), 'eager');
    const { play, pause } = siteStrings[this.#language];
    return `<figure class="w-screen w-moving" data-moving="${moving}">${still}
<button type="button" hidden data-play="${escapeHtml(play)}" data-pause="${escapeHtml(pause)}"></button></figure>`;
  }

  #hero({ title, promise }: HomeTexts): string {
    return `<section class="w-hero">${FIRST_LAND}<div class="w-hero-words">
<h1>${this.#set(title).replace(/[^,]+(?:, |$)/g, '<span class="w-line">$&</span>')}</h1>
<p class="w-lead">${this.#set(promise)}</p>
<p class="w-buttons"><a class="w-button" href="${this.#to('studio/index.html')}">${escapeHtml(siteStrings[this.#language].studio)}</a>
<a class="w-button w-second" href="#commands">${this.#text('commands')}</a></p>
<p class="w-small-print">${this.#text('lead.small')}</p>
</div>
${this.#moving()}
</section>`;
  }

  #begin({ commands }: HomeTexts): string {
    const steps = (['begin.studio.1', 'begin.studio.2', 'begin.studio.3'] as const).map((name) => `<li>${this.#text(name)}</li>`);
    return `<section class="w-band" aria-labelledby="begin"><h2 id="begin">${this.#text('begin')}</h2>
<div class="w-two">
<div class="w-card"><h3>${this.#text('begin.studio')}</h3><p>${this.#text('begin.studio.about')}</p>
<ol>${steps.join('')}</ol>
<p class="w-buttons"><a class="w-button" href="${this.#to('studio/index.html')}">${escapeHtml(siteStrings[this.#language].studio)}</a></p>
${this.#guide('first', this.#text('begin.studio.more'))}</div>
<div class="w-card" id="commands"><h3>${this.#text('begin.commands')}</h3><p>${this.#text('begin.commands.about')}</p>
<pre class="w-source"><code>${highlight(commands, 'sh')}</code></pre>
${this.#guide('all', this.#text('begin.commands.more'))}</div>
</div></section>`;
  }

  #learners(): string {
    const points = (['learners.1', 'learners.2', 'learners.3'] as const).map((name) => `<li>${this.#text(name)}</li>`);
    return `<section class="w-band w-warm" aria-labelledby="learners"><h2 id="learners">${this.#text('learners')}</h2>
<p class="w-about">${this.#text('learners.about')}</p>
<div class="w-screens">${(['cover', 'step', 'end'] as const).map((view) => this.#screen(view)).join('\n')}</div>
<ul class="w-points">${points.join('\n')}</ul></section>`;
  }

  #card({ name, label, short }: TypeCard): string {
    const address = `${this.#to(galleryOf(this.#language))}#/page-${name}`;
    const picture = this.#picture(this.#file(`activities/${name}`), '');
    return `<li><a href="${address}">${picture}<strong>${this.#set(label)}</strong> <span>${this.#set(short)}</span></a></li>`;
  }

  #types(): string {
    const groups = typeGroups(this.#root, this.#language);
    const count = groups.flatMap(({ cards }) => cards).length;
    const lists = groups.map(
      ({ title, about, cards }) => `<div class="w-group-of-types"><h3>${this.#set(title)} <span>${this.#set(about)}</span></h3>
<ul class="w-types">${cards.map((card) => this.#card(card)).join('\n')}</ul></div>`,
    );
    return `<section class="w-band" aria-labelledby="types"><h2 id="types">${this.#text('types').replace('{n}', String(count))}</h2>
<p class="w-about">${this.#text('types.about')} ${this.#guide('choose', this.#text('types.choose'), '')}</p>
${lists.join('\n')}</section>`;
  }

  #results(): string {
    return `<section class="w-band w-cool" aria-labelledby="results"><div class="w-side-by-side">
<div><h2 id="results">${this.#text('results')}</h2><p>${this.#text('results.about')}</p>${this.#guide('report', this.#text('results.more'))}</div>
${this.#screen('report')}</div></section>`;
  }

  #room(): string {
    return `<section class="w-band" aria-labelledby="room"><div class="w-side-by-side w-turned">
<div><h2 id="room">${this.#text('room')}</h2><p>${this.#text('room.about')}</p></div>
${this.#screen('room')}</div></section>`;
  }

  #limits(): string {
    const points = (['limits.1', 'limits.2', 'limits.3', 'limits.4', 'limits.5'] as const).map((name) => `<li>${this.#text(name)}</li>`);
    return `<section class="w-band" aria-labelledby="limits"><h2 id="limits">${this.#text('limits')}</h2>
<ul class="w-points w-limits">${points.join('\n')}</ul></section>`;
  }

  #guides(): string {
    const card = (goal: 'first' | 'choose' | 'write'): string => {
      const title = this.#pages.find(({ path }) => path === GUIDES[this.#language][goal])?.title ?? '';
      return this.#guide(goal, `<strong>${this.#set(title)}</strong> <span>${this.#text(`guides.${goal}`)}</span>`, 'w-card');
    };
    return `<section class="w-band w-last" aria-labelledby="guides"><h2 id="guides">${this.#text('guides')}</h2>
<div class="w-three">${(['first', 'choose', 'write'] as const).map(card).join('\n')}</div>
${LAST_LAND}</section>`;
  }

  content(texts: HomeTexts): string {
    const parts = [this.#hero(texts), this.#begin(texts), this.#learners(), this.#types(), this.#results(), this.#room()];
    return `<main id="w:main" tabindex="-1">
${[...parts, this.#limits(), this.#guides()].join('\n')}
</main>`;
  }
}

/** Makes the home of a language. @param pages all pages made from documents */
export function homePage(root: string, language: SiteLanguage, texts: HomeTexts, links: Links, pages: readonly SitePage[]): ShownPage {
  return {
    path: homeOf(language),
    language,
    other: homeOf(language === 'fr' ? 'en' : 'fr'),
    title: 'Cartable',
    about: typography(texts.promise, language),
    look: 'home',
    content: new Home(root, language, links, pages).content(texts),
  };
}
