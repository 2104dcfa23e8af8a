import type { SiteLanguage } from './pages.ts';
import homeEn from './strings/home.en.json' with { type: 'json' };
import homeFr from './strings/home.fr.json' with { type: 'json' };
import siteEn from './strings/site.en.json' with { type: 'json' };
import siteFr from './strings/site.fr.json' with { type: 'json' };

/** Texts of all pages around what they show. A test compares the keys of both languages. */
export const siteStrings: Readonly<Record<SiteLanguage, Readonly<Record<keyof typeof siteFr, string>>>> = { fr: siteFr, en: siteEn };

/** Texts of the home that no document has. */
export const homeStrings: Readonly<Record<SiteLanguage, Readonly<Record<keyof typeof homeFr, string>>>> = { fr: homeFr, en: homeEn };
