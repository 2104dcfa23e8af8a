// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChangeFacts, PlannedPackage } from '../../../build/studio/engine/prepare-calls.ts';
import { ChangeStep } from '../../../build/studio/prepare/change-step.tsx';
import { Preparation } from '../../../build/studio/prepare/preparation.ts';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { buttons, draw, field, fill, give, icons, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';
import { planned, preparedAs } from '../../helpers/prepared-package.ts';

const onGo = vi.fn();
let studio: Studio;
let work: Preparation;

beforeEach(async () => {
  language.value = 'en';
  onGo.mockClear();
  ({ studio } = await openStudio({ '1.md': '# One' }));
  work = new Preparation(studio);
});
afterEach(undraw);

async function shown(...packages: readonly PlannedPackage[]): Promise<void> {
  work.prepared.value = preparedAs(packages);
  await draw(h(ChangeStep, { work, studio, onGo }));
}
const change = { where: 'Page 1', at: 'modules/four/1.md:12', what: 'A choice is gone.', why: 'Its answers are lost.' };
const changes = (more: Partial<ChangeFacts> = {}): ChangeFacts => ({
  risk: 'redo',
  isSame: false,
  verdict: 'Answers are lost.',
  groups: [{ risk: 'redo', title: '', label: 'Lost', changes: [change] }],
  notes: [],
  ...more,
});
const live = (): string => wordsOf(document.querySelector('[aria-live=polite]'));

describe('without packages', () => {
  test('the course is still read', async () => {
    await draw(h(ChangeStep, { work, studio, onGo }));
    expect([wordsOf(document.querySelector('h2')), live(), icons()]).toEqual([t('prepare.change'), t('prepare.looking'), ['users']]);
  });

  test('something is in the way', async () => {
    await shown();
    expect([live(), buttons()]).toEqual([t('prepare.change.blocked'), []]);
  });
});

describe('a package', () => {
  test('that is the first one has nothing to be compared with', async () => {
    await shown(planned());
    expect(live().startsWith(t('prepare.change.first'))).toBe(true);
    expect(document.querySelector('h3')).toBeNull();
  });

  test('that can’t be compared says why', async () => {
    await shown(planned({ obstacle: 'It is no package.', changes: changes() }));
    expect([wordsOf(document.querySelector('.s-finding')), live().includes('Answers are lost.')]).toEqual(['It is no package.', false]);
    await shown(planned({ obstacle: 'It is no package.', changes: null }));
    expect([wordsOf(document.querySelector('.s-finding')), live().includes(t('prepare.change.first'))]).toEqual([
      'It is no package.',
      false,
    ]);
  });

  test('is compared with that of a day', async () => {
    await shown(planned({ since: '2026-11-28', changes: changes() }));
    expect(wordsOf(document.querySelector('.s-muted'))).toBe(t('prepare.change.since', { date: 'November 28, 2026' }));
    language.value = 'fr';
    await shown(planned({ since: '2026-11-28', changes: changes() }));
    expect(wordsOf(document.querySelector('.s-muted'))).toContain('28 novembre 2026');
  });

  test.each(['2026-11-28.zip', 'four-2026-11-28'])('is compared with a file: %s', async (since) => {
    await shown(planned({ since, changes: changes() }));
    expect(wordsOf(document.querySelector('.s-muted'))).toBe(t('prepare.change.file', { file: since }));
  });

  test.each([
    ['redo', 's-wrong'],
    ['hidden', 's-warm'],
    ['added', 's-info'],
    ['safe', 's-right'],
  ] as const)('has a verdict in the tone of its risk: %s', async (risk, tone) => {
    await shown(
      planned({ since: 'a.zip', changes: changes({ risk, groups: [{ risk, title: '', label: 'Lost', changes: [change, change] }] }) }),
    );
    const verdict = document.querySelector('.s-verdict');
    expect([wordsOf(verdict), verdict?.className]).toEqual(['Answers are lost.', `s-verdict ${tone}`]);
    expect([wordsOf(document.querySelector('h3')), document.querySelector('h3 .s-tag')?.className]).toEqual(['Lost · 2', `s-tag ${tone}`]);
  });

  test('has groups of several risks, each in the tone of its own', async () => {
    const groups = (['redo', 'hidden', 'added', 'safe'] as const).map((risk) => ({ risk, title: '', label: risk, changes: [change] }));
    await shown(planned({ since: 'a.zip', changes: changes({ risk: 'hidden', groups }) }));
    expect([...document.querySelectorAll('.s-change h3 .s-tag')].map((tag) => `${wordsOf(tag)} ${tag.className}`)).toEqual([
      'redo · 1 s-tag s-wrong',
      'hidden · 1 s-tag s-warm',
      'added · 1 s-tag s-info',
      'safe · 1 s-tag s-right',
    ]);
    expect(document.querySelector('.s-verdict')?.className).toBe('s-verdict s-warm');
  });

  test('has its notes', async () => {
    await shown(planned({ since: 'a.zip', changes: changes({ groups: [], notes: ['One.', 'Two.'] }) }));
    expect([...document.querySelectorAll('.s-muted')].map(wordsOf).slice(1)).toEqual(['One.', 'Two.']);
  });

  test('of several has its title, and no other to be compared with', async () => {
    await shown(planned(), planned({ file: 'four/s2.scorm12.zip', title: 'Session 2' }));
    expect([...document.querySelectorAll('h3')].map(wordsOf)).toEqual(['Session 1', 'Session 2']);
    expect(buttons()).toEqual([]);
  });
});

describe('a change', () => {
  const shownWith = (more: Partial<typeof change>): Promise<void> =>
    shown(
      planned({
        since: 'a.zip',
        changes: changes({ risk: 'safe', groups: [{ risk: 'safe', title: '', label: 'Safe', changes: [{ ...change, ...more }] }] }),
      }),
    );
  const parts = (): readonly string[] => [...document.querySelectorAll('li > *')].map(wordsOf);

  test('names its place, what and why, and leads there', async () => {
    await shownWith({});
    expect(parts()).toEqual(['Page 1', 'A choice is gone.', 'Its answers are lost.', t('prepare.change.see')]);
    await press(t('prepare.change.see.at', { what: 'Page 1' }));
    expect(onGo.mock.calls).toEqual([[{ path: 'modules/four/1.md', line: 12 }]]);
  });

  test('of the package as a whole, for a reason that stands above it, has neither', async () => {
    await shownWith({ where: '', why: '' });
    expect(parts()).toEqual(['A choice is gone.', t('prepare.change.see')]);
    expect(buttons()[0]).toBe(t('prepare.change.see.at', { what: 'A choice is gone.' }));
  });

  test.each(['', 'modules/four/1.md', ':12', 'modules/four/1.md:12b', 'modules/four/1.md:'])(
    'without a place leads nowhere: « %s »',
    async (at) => {
      await shownWith({ at });
      expect(buttons()).toEqual([t('prepare.change.choose')]);
    },
  );
});

describe('the older package', () => {
  const keep = (...days: readonly string[]): void => {
    for (const day of days) {
      studio.project.put(`releases/four/${day}/s1.scorm12.zip`, new TextEncoder().encode(day));
      studio.project.put(`releases/four/${day}/release.json`, JSON.stringify({ moment: `${day}T10:00:00` }));
    }
  };
  const when = (day: string): string => t('prepare.change.kept', { date: `${day} at 10:00 AM` });

  test('is a file that is chosen', async () => {
    await shown(planned());
    expect([field(t('prepare.change.choose')).accept, icons(document.querySelector('.s-line'))]).toEqual(['.zip', ['file-archive']]);
    await give([new File(['old'], 'old.zip')]);
    expect([work.old.value?.name, new TextDecoder().decode(work.old.value?.bytes)]).toEqual(['old.zip', 'old']);
    await give([]);
    expect(work.old.value?.name).toBe('old.zip');
  });

  test('offers no others if only one was kept', async () => {
    keep('2026-11-28');
    await shown(planned());
    expect(document.querySelector('select')).toBeNull();
  });

  test('is the last one that was kept, or one before it', async () => {
    keep('2026-11-26', '2026-11-28', '2026-11-27');
    await shown(planned());
    const label = new RegExp(`^${t('prepare.change.with')} ${t('prepare.change.last')}`);
    const options = [...field<HTMLSelectElement>(label).options];
    expect(options.map(wordsOf)).toEqual([t('prepare.change.last'), when('November 27, 2026'), when('November 26, 2026')]);
    await fill(label, options[2]?.value ?? '');
    expect([work.old.value?.name.replace(/\u202f/g, ' '), new TextDecoder().decode(work.old.value?.bytes)]).toEqual([
      when('November 26, 2026'),
      '2026-11-26',
    ]);
    await fill(label, '');
    expect(work.old.value).toBeNull();
  });
});
