import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { type Tramway, tramway } from './tramway.ts';
import { bannerOf, choose, launch, record, saved, stateOf } from './visits.ts';

const partner = (...choices: readonly string[]): string =>
  `# Au dépôt {#depot}\n\n:::choice{#q-qui attempts=1}\nQui ouvre l'atelier ?\n\n${choices.join('\n')}\n:::\n`;

const LANDLORD = '- [x] Le bailleur';
const AGENCY = '- [ ] La mission locale';
const BANK = '- [ ] La banque';
const question = (id: string, right: string): string => `\n:::choice{#${id}}\nQui ferme ?\n\n- [x] ${right}\n- [ ] Personne\n:::\n`;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** A site where one learner opens one package after another in the place of the first. */
interface Desk {
  open(zip: string, status?: string): Promise<Frame>;
  close(): Promise<void>;
  /** Interactions in the LMS: id and response by index. */
  reported(): readonly string[];
}

function deskFor(version: '1.2' | '2004', context: BrowserContext): Desk {
  let site: LmsSite | undefined;
  let kept: LmsSite['kept'] = {};
  let last: Awaited<ReturnType<typeof launch>> | undefined;
  async function close(): Promise<void> {
    if (!site || !last) return;
    const here = site;
    await last.page.close();
    await expect.poll(() => here.received.at(-1)).toMatch(/Finish|Terminate/);
    expect(last.faults).toEqual([]);
    kept = site.kept;
    site.close();
    site = undefined;
  }
  return {
    async open(zip, status = 'saved') {
      await close();
      site = await serveSite(zip, { version });
      site.kept = kept;
      last = await launch(context, site, status);
      return last.sco;
    },
    close,
    reported() {
      const { elements } = record(site as LmsSite);
      const index = (element: string): string | undefined => /^cmi\.interactions\.(\d+)\.id$/.exec(element)?.[1];
      return Object.entries(elements).flatMap(([element, id]) => {
        const n = index(element);
        const answer = elements[`cmi.interactions.${n}.student_response`] ?? elements[`cmi.interactions.${n}.learner_response`];
        return n === undefined ? [] : [`${n} ${id} ${answer ?? ''}`.trim()];
      });
    },
  };
}

/** The choice that is ticked. */
const ticked = (sco: Frame): Promise<string[]> => sco.locator('#a-q-qui label:has(:checked)').allInnerTexts();

describe.each(['1.2', '2004'] as const)('in %s', (version) => {
  const target = version === '1.2' ? 'scorm12' : 'scorm2004-4';
  let context: BrowserContext;
  let course: Tramway;
  let desk: Desk;

  beforeAll(async () => {
    context = await browser.newContext();
  });

  afterAll(() => context?.close());

  test('lock and packages are lost, and the choices in another order: no tick moves, and all is back with the lock', async () => {
    course = tramway(target);
    desk = deskFor(version, context);
    const first = course.build(partner(LANDLORD, AGENCY));
    const lock = readFileSync(course.lock, 'utf8');
    await choose(await desk.open(first), 'La mission locale');
    rmSync(course.lock);
    const other = course.build(partner(AGENCY, LANDLORD));
    const sco = await desk.open(other);
    expect([await bannerOf(sco), await stateOf(sco, 'q-qui'), await ticked(sco)]).toEqual(['aside', 'new', []]);
    await choose(sco, 'Le bailleur');
    await saved(sco);
    writeFileSync(course.lock, lock);
    const back = await desk.open(course.build(partner(AGENCY, LANDLORD)));
    expect([await bannerOf(back), await ticked(back)]).toEqual(['', [expect.stringContaining('La mission locale')]]);
    const again = await desk.open(other);
    expect(await ticked(again)).toEqual([expect.stringContaining('Le bailleur')]);
    await desk.close();
  });

  test('an older lock comes back, and a new choice gets the letter of one that was replaced: it is not ticked', async () => {
    course = tramway(target);
    desk = deskFor(version, context);
    course.build(partner(LANDLORD, AGENCY));
    const lock = readFileSync(course.lock, 'utf8');
    await choose(await desk.open(course.build(partner(LANDLORD, AGENCY, BANK))), 'La banque');
    writeFileSync(course.lock, lock);
    const sco = await desk.open(course.build(partner(LANDLORD, AGENCY, '- [ ] Le collège')));
    expect([await bannerOf(sco), await stateOf(sco, 'q-qui'), await ticked(sco)]).toEqual(['aside', 'new', []]);
    await desk.close();
  });

  test('two branches add an activity each, and the merge keeps one lock: no answer is shown for the other activity', async () => {
    course = tramway(target);
    desk = deskFor(version, context);
    const start = partner(LANDLORD, AGENCY);
    course.build(start);
    const lock = readFileSync(course.lock, 'utf8');
    const theirs = course.build(start + question('q-theirs', 'Le gardien'));
    writeFileSync(course.lock, lock);
    course.build(start + question('q-ours', 'La gardienne'));
    const sco = await desk.open(theirs);
    await choose(sco, 'Le bailleur');
    await choose(sco, 'Le gardien');
    await saved(sco);
    const reported = desk.reported();
    const merged = await desk.open(course.build(start + question('q-ours', 'La gardienne') + question('q-theirs', 'Le gardien')));
    expect([await bannerOf(merged), await stateOf(merged, 'q-ours'), await stateOf(merged, 'q-theirs')]).toEqual(['aside', 'new', 'new']);
    expect(await ticked(merged)).toEqual([expect.stringContaining('Le bailleur')]);
    await choose(merged, 'La gardienne');
    await saved(merged);
    // The record of the other question keeps its name and its response.
    expect(desk.reported()).toEqual(expect.arrayContaining([...reported]));
    await desk.close();
  });

  test('a question is rewritten after its last try: it is open again, and nothing says that this was the last try', async () => {
    course = tramway(target);
    desk = deskFor(version, context);
    await choose(await desk.open(course.build(partner(LANDLORD, AGENCY))), 'La mission locale');
    const rewritten = course.build(partner('- [x] Le conducteur de la rame', '- [ ] Une passagère pressée'));
    const sco = await desk.open(rewritten);
    expect([await stateOf(sco, 'q-qui'), await ticked(sco)]).toEqual(['new', []]);
    expect(await sco.locator('#a-q-qui .c-outcome').textContent()).not.toContain('dernier essai');
    await choose(sco, 'Le conducteur de la rame');
    expect(await stateOf(sco, 'q-qui')).toBe('right');
    await desk.close();
  });
});
