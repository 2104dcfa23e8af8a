import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { scoFrame } from '../helpers/keyboard.ts';
import { spread } from '../helpers/sweep.ts';
import { openPackage } from './open-package.ts';
import { showAllStates } from './play.ts';
import { leaveByFrame, open } from './play-through.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

interface Look {
  readonly text: string;
  readonly links: readonly string[];
  readonly accent: string;
}

interface Variant {
  readonly cohort: string;
  readonly pass: readonly number[];
  readonly accent: string;
  readonly wall?: string;
  /** Words that the pages hold, and words that they don't. */
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

const names = ['seance-1', 'seance-2', 'seance-3', 'seance-3-note'];
const HALL = 'En salle';
const APART = 'À distance';
const variants: readonly Variant[] = [
  {
    cohort: '',
    pass: [60, 60, 60, 60],
    accent: '#27408b',
    has: ['Parlez-en à votre référent'],
    lacks: ['Mme Roy', 'M. Vasseur', HALL, APART],
  },
  {
    cohort: '2026-presentiel',
    pass: [60, 60, 65, 65],
    accent: '#9a3412',
    has: ['Parlez-en à M. Vasseur', HALL],
    lacks: ['Mme Roy', 'votre référent', APART],
  },
  {
    cohort: '2027-distance',
    pass: [50, 55, 60, 60],
    accent: '#12663f',
    wall: 'https://mur.example.org/promotion-2027',
    has: ['Parlez-en à Mme Roy', 'la permanence en ligne de la semaine', APART],
    lacks: ['M. Vasseur', 'votre référent', HALL],
  },
];

/** Text of the pages, shown and folded. No-break spaces are read as spaces. */
function look(): Look {
  const pages = [...document.querySelectorAll<HTMLElement>('[data-page]')];
  return {
    text: pages
      .map((page) => page.textContent)
      .join(' ')
      .replace(/\s+/g, ' '),
    links: pages.flatMap((page) => [...page.querySelectorAll('a')].map((link) => link.href)),
    accent: getComputedStyle(document.documentElement).getPropertyValue('--c-accent').trim().toLowerCase(),
  };
}

async function lookAt(name: string, { cohort, pass }: Variant): Promise<Look> {
  const { setting, close } = await openPackage(browser, { name, target: 'scorm12', lms: 'strict', cohort });
  expect(setting.content.pass).toBe(pass[names.indexOf(name)]);
  const tab = await open({ ...setting, isRight: () => true, answers: new Map(), checked: [] });
  const states = await showAllStates(tab.page);
  expect('s1-relecture-distance' in states).toBe(name === 'seance-1' && cohort === '2027-distance');
  const seen = await scoFrame(tab.page).evaluate(look);
  await leaveByFrame(tab);
  await close();
  return seen;
}

test.each(spread(variants.toReversed(), 2))(
  'cohort $cohort shows its own words, parts, pass marks and colour',
  { timeout: 240_000 },
  async (variant) => {
    const looks: Look[] = [];
    for (const name of names) looks.push(await lookAt(name, variant));
    const text = looks.map((one) => one.text).join(' ');
    expect(variant.has.filter((words) => !text.includes(words))).toEqual([]);
    expect(variant.lacks.filter((words) => text.includes(words))).toEqual([]);
    expect(text).not.toMatch(/\{\{|\}\}/);
    expect(new Set(looks.map(({ accent }) => accent))).toEqual(new Set([variant.accent]));
    expect(looks.flatMap(({ links }) => links).filter((link) => link.startsWith('https://mur.'))).toEqual(
      variant.wall ? expect.arrayContaining([variant.wall]) : [],
    );
  },
);
