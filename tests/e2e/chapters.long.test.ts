import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { courseFile, dayProject, EVENING, MORNING, question, session } from '../helpers/one-course.ts';
import { savedState } from '../helpers/saved-state.ts';
import { spread } from '../helpers/sweep.ts';
import { rows } from './record.ts';
import { choose, launch, record, stateOf, turnTo } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const targets = [
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const;

const evening = String(EVENING['soir.md']).replace('completion: visited', 'completion: activities');

/** The tiny course as one SCO, which can be built again with other texts. */
function course(target: string): { build(more?: Readonly<Record<string, string>>): string } {
  const project = dayProject({ 'soir.md': evening });
  return {
    build(more = {}) {
      for (const [name, text] of Object.entries(more)) writeFileSync(join(project, 'modules/depot', name), text);
      return join(buildPackages(project, '--target', target), `depot/depot.${target}.zip`);
    },
  };
}

/** Score and status of each chapter in the LMS. */
function chapters(site: LmsSite): Record<string, (string | undefined)[]> {
  const status = site.options.version === '1.2' ? ['status'] : ['completion_status', 'success_status'];
  const found = rows(record(site).elements, 'objectives').filter(({ id }) => ['matin', 'midi', 'soir'].includes(id ?? ''));
  return Object.fromEntries(found.map((row) => [row.id, [row['score.raw'], ...status.map((name) => row[name])]]));
}

const answerOf = (site: LmsSite, id: string): string | undefined =>
  rows(record(site).elements, 'interactions').find((row) => row.id === id)?.[
    site.options.version === '1.2' ? 'student_response' : 'learner_response'
  ];

const heading = (sco: Frame): Promise<string[]> =>
  sco.evaluate(() => [...document.querySelectorAll('.c-page:not([hidden]) :is(.c-over, h1)')].map((one) => one.textContent ?? ''));

/** Answers both questions of a quiz, wherever they stand. */
async function answerQuiz(sco: Frame, suffix = ''): Promise<void> {
  for (const id of ['b-sable', 'b-feu']) {
    const root = sco.locator(`#a-${id}${suffix}`);
    await root.locator('label').first().click();
    await root.locator('[data-action="check"]').click();
  }
}

test.each(spread(targets, 1))(
  '%s: two chapters, left in the middle, resumed after a module was added and others moved, finished',
  async (target, version) => {
    const day = course(target);
    const site = await serveSite(day.build(), { version });
    const context = await browser.newContext();
    const first = await launch(context, site);
    expect(await heading(first.sco)).toEqual(['Le matin', 'Au quai']);
    await choose(first.sco, 'Le frein, oui');
    await first.sco.locator('[data-action="next"]').click();
    await first.sco.locator('#p-bilan-matin-page:not([hidden])').waitFor();
    await answerQuiz(first.sco);
    await first.sco.locator('[data-action="next"]').click();
    await first.sco.locator('#p-terminus:not([hidden])').waitFor();
    expect(await heading(first.sco)).toEqual(['Le soir', 'Au terminus']);
    // The same questions, as those of another quiz: open, and with a record of their own.
    expect([await stateOf(first.sco, 'b-sable'), await stateOf(first.sco, 'b-sable_soir')]).toEqual(['right', 'new']);
    await first.sco.locator('#a-recit textarea').fill('Le dernier tram rentre à vide.');
    await first.page.close();
    await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Terminate/);
    const early = chapters(site);
    expect(early.matin).toEqual(version === '1.2' ? ['100', 'passed'] : ['100', 'completed', 'passed']);
    expect(record(site).status).toBe('incomplete');
    const places = new Map(rows(record(site).elements, 'interactions').map((row, place) => [row.id, place]));

    const noon = session('midi', 'Midi', 'completion: activities', `# La relève {#releve}\n\n${question('q-releve', 'La relève')}`);
    const frein = question('q-frein', 'Le frein', 'competency=freiner');
    const zip = day.build({
      'course.yaml': courseFile(['midi', 'soir', 'matin']),
      'midi.md': String(noon['midi.md']),
      'matin.md': String(MORNING['matin.md']).replace(frein, 'On part.\n'),
      'soir.md': `${evening}\n${frein}`,
    });
    await site.put(zip);
    const next = await launch(context, site);
    expect(await heading(next.sco)).toEqual(['Le soir', 'Au terminus']);
    expect(await next.sco.locator('[data-when="updated"]').isVisible()).toBe(true);
    expect(await next.sco.locator('#a-recit textarea').inputValue()).toBe('Le dernier tram rentre à vide.');
    expect([await stateOf(next.sco, 'q-frein'), await stateOf(next.sco, 'b-sable_soir')]).toEqual(['right', 'new']);
    await next.sco.locator('#a-recit [data-action="check"]').click();
    await answerQuiz(next.sco, '_soir');
    await turnTo(next.sco, 'bilan-matin-page');
    expect([await stateOf(next.sco, 'b-sable'), await stateOf(next.sco, 'b-feu')]).toEqual(['right', 'right']);
    expect(await next.sco.locator('#c-pages h3').allTextContents()).toEqual(['Midi', 'Le soir', 'Le matin']);
    await turnTo(next.sco, 'quai');
    await turnTo(next.sco, 'releve');
    expect(await axe(next.page)).toEqual([]);
    await choose(next.sco, 'La relève, non');
    await next.sco.locator('#a-q-releve:not([data-calm]) [data-action="retry"]').click();
    await next.sco.locator('#a-q-releve:not([data-calm])').waitFor();
    await choose(next.sco, 'La relève, oui');
    await next.sco.evaluate(() => document.querySelector<HTMLElement>('.c-views [data-action="results"]')?.click());
    expect(await axe(next.page)).toEqual([]);
    expect(await next.sco.locator('#c-results .c-bars').first().locator('li').allTextContents()).toEqual(
      ['Midi terminé, 100 %', 'Le soir terminé, 100 %', 'Le matin réussi, 100 %'].map((line) =>
        expect.stringMatching(line.replace(/ /g, '\\s')),
      ),
    );
    await next.sco.locator('#c-foot [data-action="leave"]').click();
    await next.sco.locator('[data-view="end-saved"]').waitFor();
    expect([record(site).status, record(site).score]).toEqual([version === '1.2' ? 'passed' : 'completed', '100']);
    expect(chapters(site)).toEqual({
      midi: version === '1.2' ? ['100', 'completed'] : ['100', 'completed', undefined],
      soir: version === '1.2' ? ['100', 'completed'] : ['100', 'completed', undefined],
      matin: early.matin,
    });
    for (const [id, place] of places) expect(rows(record(site).elements, 'interactions')[place]?.id).toBe(id);
    expect([answerOf(site, 'q-frein'), answerOf(site, 'b-sable'), answerOf(site, 'q-releve')]).toEqual(['a', 'a', 'a']);
    const state = savedState(record(site).elements['cmi.suspend_data'] ?? '', 'depot');
    expect([state?.status, Object.keys(state?.chapters ?? {})]).toEqual(['passed', ['0', '1', '2']]);
    expect([...first.faults, ...next.faults]).toEqual([]);
    await context.close();
    site.close();
  },
);
