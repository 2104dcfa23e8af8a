// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { activity, bakery } from '../helpers/bakery.ts';
import { openStage } from './stage.ts';

const one = <Type extends HTMLElement = HTMLElement>(selector: string): Type => document.querySelector(selector) as Type;
const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
const banner = (): string | undefined => one('.c-banner:not([hidden])')?.dataset.when;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('pages', () => {
  it('opens on the first page, without taking the focus, in the opening commit', () => {
    const stage = openStage();
    expect(stage.screen()).toBe('fournil');
    expect(document.activeElement).toBe(document.body);
    expect(stage.tracker.state().seen).toEqual([0]);
    expect(texts('#c-where')).toEqual(['Page 1 sur 2']);
    expect(one('[data-action="previous"]').hidden).toBe(true);
  });

  it('turns the page, gives its title the focus and the address its name, and ends at the results', () => {
    const length = history.length;
    const stage = openStage();
    stage.press('next', '#c-nav');
    expect([stage.screen(), location.hash, document.activeElement?.textContent]).toEqual(['vente', '#/vente', 'La vente']);
    expect(document.title).toBe('La vente – Une nuit au fournil');
    expect(texts('#c-nav [data-action="next"]')).toEqual(['Voir mes résultats']);
    expect(one('#c-pages [aria-current="page"]').getAttribute('href')).toBe('#p-vente');
    stage.press('next', '#c-nav');
    expect([stage.screen(), one('#c-nav').hidden]).toEqual(['results', true]);
    stage.press('back', '[data-view="results"]');
    expect(stage.screen()).toBe('vente');
    stage.press('previous', '#c-nav');
    expect(stage.screen()).toBe('fournil');
    expect(history.length).toBe(length);
  });

  it('turns by the button of the last activity of a page, which is the only filled one', async () => {
    const stage = openStage({
      content: bakery({ activities: [activity(0, 'recette', 'note'), activity(1, 'carnet', 'note', { page: 'vente' })] }),
    });
    const filled = (): string[] => texts('main > nav .c-button-main, [data-page]:not([hidden]) .c-button-main');
    stage.type('recette', 'Farine');
    stage.button('recette').click();
    await stage.shown();
    await stage.rested();
    expect(filled()).toEqual(['Continuer']);
    stage.button('recette').click();
    expect([stage.screen(), document.activeElement?.textContent]).toEqual(['vente', 'La vente']);
  });

  it('goes on step by step, and to the next page only after the last step', async () => {
    const stage = openStage({
      content: bakery({
        activities: [activity(0, 'recette', 'note'), activity(1, 'idee', 'note'), activity(2, 'carnet', 'note', { page: 'vente' })],
      }),
    });
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p id="c-go" hidden><button data-action="step"></button></p>');
    for (const id of ['recette', 'idee']) {
      const [root, step] = [stage.activity(id), Object.assign(document.createElement('div'), { className: 'c-screen' })];
      root.before(step);
      step.append(root);
    }
    stage.press('next', '#c-nav');
    stage.press('previous', '#c-nav');
    const screens = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>('.c-screen')].map(({ dataset }) => dataset.at);
    const answer = async (id: string): Promise<unknown> => {
      stage.type(id, 'Farine');
      stage.button(id).click();
      await stage.rested();
      stage.button(id).click();
      return [stage.screen(), ...screens()];
    };
    expect(screens()).toEqual(['now', 'later']);
    // The button that leads on gives way to that of the activity once it is answered.
    stage.type('recette', 'Sel');
    stage.button('recette').click();
    expect(one('#c-go button').hidden).toBe(false);
    await stage.shown();
    await stage.rested();
    expect(one('#c-go button').hidden).toBe(true);
    expect(await answer('recette')).toEqual(['fournil', 'past', 'now']);
    expect(await answer('idee')).toEqual(['vente', 'past', 'now']);
  });

  it('opens where the learner left, unless the address names a page', () => {
    const first = openStage();
    first.press('next', '#c-nav');
    first.tracker.flush();
    expect(openStage({ lms: first.lms }).screen()).toBe('vente');
    expect(openStage({ lms: first.lms, hash: '#/fournil' }).screen()).toBe('fournil');
  });

  it('leads from the last page that is asked for to the results, which list the pages that go further', () => {
    const page = (id: string, n: number, more: { further?: true } = {}) => ({ id, n, title: `Le ${id}`, ...more });
    const pages = [page('fournil', 0), page('levain', 1), page('sel', 2, { further: true }), page('four', 3, { further: true })];
    const stage = openStage({ content: bakery({ pages }) });
    const next = (): string => one('#c-nav [data-action="next"] span').textContent ?? '';
    const where = (): (string | undefined)[] => [stage.screen(), ...texts('#c-where'), next()];
    expect(texts('#c-pages > .c-chapter')).toEqual(['Pour aller plus loin']);
    expect(where()).toEqual(['fournil', 'Page 1 sur 2', 'Page suivante']);
    stage.press('next', '#c-nav');
    expect(where()).toEqual(['levain', 'Page 2 sur 2', 'Voir mes résultats']);
    stage.press('next', '#c-nav');
    expect(stage.screen()).toBe('results');
    expect(texts('#c-results h2 + ul a').slice(-2)).toEqual(['Le sel', 'Le four']);
    one('#c-results a[href="#p-sel"]').click();
    expect(where()).toEqual(['sel', 'Page 3, pour aller plus loin', 'Page suivante']);
    expect(one('#c-pages [aria-current="page"]').getAttribute('href')).toBe('#p-sel');
    stage.press('next', '#c-nav');
    expect(where()).toEqual(['four', 'Page 4, pour aller plus loin', 'Voir mes résultats']);
    stage.press('next', '#c-nav');
    expect(stage.screen()).toBe('results');
    stage.press('back', '[data-view="results"]');
    stage.press('previous', '#c-nav');
    stage.press('previous', '#c-nav');
    expect(where()).toEqual(['levain', 'Page 2 sur 2', 'Voir mes résultats']);
  });

  it('opens on the first page where that was put before the others later, and so has the last number', () => {
    const content = bakery({
      pages: [
        { id: 'vente', n: 5, title: 'La vente' },
        { id: 'fournil', n: 0, title: 'Le fournil' },
      ],
    });
    const first = openStage({ content });
    expect(first.screen()).toBe('vente');
    first.press('next', '#c-nav');
    first.tracker.flush();
    expect(openStage({ content, lms: first.lms }).screen()).toBe('fournil');
  });

  it('mounts an activity only when its page is first shown', () => {
    const stage = openStage();
    expect(stage.activity('carnet').querySelector('input')?.oninput ?? null).toBe(null);
    stage.type('carnet', 'perdu');
    expect(stage.tracker.standing('carnet').answer).toBe(null);
    stage.press('next', '#c-nav');
    stage.type('carnet', 'gardé');
    expect(stage.tracker.standing('carnet').answer).toBe('gardé');
  });

  it('follows links of a text to a page and to an activity', () => {
    const stage = openStage({ extra: '<p><a id="to-page" href="#p-vente">La vente</a></p>' });
    one('#to-page').click();
    expect(stage.screen()).toBe('vente');
    one('#c-left a[href="#a-gestes"]').click();
    expect([stage.screen(), document.activeElement?.id]).toEqual(['fournil', 'a-gestes']);
  });

  it('lets the skip link lead to the title', () => {
    openStage();
    one('.c-skip').click();
    expect(document.activeElement?.textContent).toBe('Le fournil');
  });

  it('asks what holds an activity to open, and stays where it refuses', () => {
    const stage = openStage();
    const root = stage.activity('gestes');
    const asked: string[] = [];
    one('[data-page="fournil"]').addEventListener('cartable:show', (event) => {
      asked.push((event.target as HTMLElement).id);
      event.preventDefault();
    });
    one('#c-left a[href="#a-gestes"]').click();
    expect(asked).toEqual(['a-gestes']);
    expect(document.activeElement).not.toBe(root);
  });
});

describe('the list of contents', () => {
  it('opens and closes, and closes on the way to a page', () => {
    const stage = openStage();
    const drawer = one<HTMLDialogElement>('#c-contents');
    stage.press('contents');
    expect(drawer.open).toBe(true);
    stage.press('close', '#c-contents');
    expect(drawer.open).toBe(false);
    stage.press('contents');
    one('#c-pages a[href="#p-vente"]').click();
    expect([drawer.open, stage.screen()]).toEqual([false, 'vente']);
  });

  it('marks pages with icon and words, and says what is left', async () => {
    const stage = openStage();
    expect(texts('#c-pages a')).toEqual(['Le fournil, commencée 30 min', 'La vente, pas encore commencée']);
    expect(texts('#c-left li')).toEqual(['levain', 'gestes', 'recette', 'La vente']);
    expect(texts('#c-done')).toEqual(['0 sur 4']);
    stage.tracker.submit('levain', ['a']);
    stage.tracker.submit('gestes', ['a', 'b']);
    stage.tracker.submit('recette', 'Farine');
    await stage.shown();
    expect(texts('#c-pages a')[0]).toBe('Le fournil, terminée 30 min');
    expect(one('#c-pages a use').getAttribute('href')).toBe('#i-circle-check');
    expect(texts('#c-left li')).toEqual(['La vente']);
    one('#c-left a').click();
    await stage.shown();
    expect([stage.screen(), texts('#c-left li')]).toEqual(['vente', ['bilan']]);
    expect([texts('#c-done'), one<HTMLProgressElement>('#c-progress').value]).toEqual([['3 sur 4'], 3]);
  });
});

describe('what is left', () => {
  it('calls an activity by its title, where it has one', () => {
    const content = bakery();
    const activities = content.activities.map((one) =>
      one.id === 'levain' ? { ...one, title: 'Que faire ?', heading: 'Le levain' } : one,
    );
    openStage({ content: { ...content, activities } });
    expect(texts('#c-left li').slice(0, 2)).toEqual(['Le levain', 'gestes']);
  });

  it('shortens a long question, at a word', () => {
    const content = bakery();
    const [first, ...others] = content.activities;
    const title = 'Le levain attend depuis hier soir dans la chambre froide, et le four est encore éteint : que faites-vous ?';
    openStage({ content: { ...content, activities: first ? [{ ...first, title }, ...others] : [] } });
    expect(texts('#c-left li')[0]).toBe('Le levain attend depuis hier soir dans la chambre froide, et…');
  });

  it('shortens a long question without the punctuation after its last word', () => {
    const content = bakery();
    const [first, ...others] = content.activities;
    const title = 'Le levain attend depuis hier soir dans la grande chambre froide. Le four est encore éteint.';
    openStage({ content: { ...content, activities: first ? [{ ...first, title }, ...others] : [] } });
    expect(texts('#c-left li')[0]).toBe('Le levain attend depuis hier soir dans la grande chambre froide…');
  });

  it('names with its page an activity that is only called as its type', () => {
    const content = bakery();
    const activities = content.activities.map((one) => (one.id === 'gestes' ? { ...one, title: one.type } : one));
    openStage({ content: { ...content, activities } });
    expect(texts('#c-left li').slice(0, 3)).toEqual(['levain', 'pick (Le fournil)', 'recette']);
  });

  it('distinguishes two of them on one page by their first words', async () => {
    const content = bakery();
    const activities = content.activities.map((one) => (['levain', 'gestes'].includes(one.id) ? { ...one, title: 'pick' } : one));
    const stage = openStage({ content: { ...content, activities } });
    one('#a-gestes .c-option-text').textContent = 'Pétrir longuement la pâte du lendemain, puis la laisser';
    stage.tracker.submit('recette', 'Farine');
    await stage.shown();
    expect(texts('#c-left li').slice(0, 2)).toEqual(['pick (Levain)', 'pick (Pétrir longuement la pâte du lendemain, puis…)']);
  });

  it('names the pass mark, which counts in the bar, until it is reached', async () => {
    const passLine = (): string[] => texts('#c-left li').filter((line) => /%/.test(line));
    const stage = openStage({ content: bakery({ pass: 50 }) });
    expect([passLine(), texts('#c-done')]).toEqual([['Il faut 50 % pour réussir.'], ['0 sur 5']]);
    stage.tracker.submit('levain', ['a']);
    stage.tracker.submit('gestes', ['a', 'b']);
    await stage.shown();
    expect([passLine(), texts('#c-done')]).toEqual([[], ['3 sur 5']]);
  });

  it('is not over while only the pass mark is missing', async () => {
    const content = bakery({ pass: 100 });
    const stage = openStage({ content: { ...content, activities: content.activities.slice(0, 3) } });
    stage.tracker.submit('levain', ['b']);
    stage.tracker.submit('gestes', ['c']);
    stage.tracker.submit('recette', 'Farine');
    await stage.shown();
    expect([one('#c-left').hidden, texts('#c-left li'), texts('#c-done')]).toEqual([false, ['Il faut 100 % pour réussir.'], ['3 sur 4']]);
  });

  it('stays as it is, and keeps the focus, while nothing of it changes', async () => {
    const stage = openStage();
    await stage.time.pass(50);
    const link = one('#c-left a');
    stage.press('contents');
    link.focus();
    stage.tracker.draft('recette', 'Farine');
    await stage.shown();
    expect(document.activeElement).toBe(link);
  });
});

describe('the save status', () => {
  it('announces a failure and a recovery, and shows a banner after ten seconds', async () => {
    vi.useFakeTimers();
    const stage = openStage();
    await stage.time.pass(50);
    stage.lms.fault = 'refuse';
    stage.tracker.submit('levain', ['a']);
    await stage.time.pass(400);
    await vi.advanceTimersByTimeAsync(100);
    expect(one('[data-save]').dataset.save).toBe('failed');
    expect(texts('#c-live')).toEqual(['Non enregistré, nouvel essai']);
    expect(banner()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(banner()).toBe('failed');
    expect(texts('.c-banner[data-when="failed"] button')).toEqual(['Réessayer', 'Télécharger mes réponses', 'Copier']);
    stage.lms.fault = 'none';
    stage.press('retry-save');
    await vi.advanceTimersByTimeAsync(100);
    expect([one('[data-save]').dataset.save, banner(), texts('#c-live')]).toEqual([
      'saved',
      undefined,
      ['L’enregistrement fonctionne de nouveau.'],
    ]);
  });

  it('shows no banner for a failure that passes', async () => {
    vi.useFakeTimers();
    const stage = openStage();
    await stage.time.pass(50);
    stage.lms.fault = 'throw';
    stage.tracker.submit('levain', ['a']);
    await stage.time.pass(400);
    await vi.advanceTimersByTimeAsync(100);
    stage.lms.fault = 'none';
    await stage.time.pass(5000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([one('[data-save]').dataset.save, banner()]).toEqual(['saved', undefined]);
  });

  it.each(['review', 'browse'] as const)('keeps a notice in %s', (mode) => {
    openStage({ mode });
    expect([one('[data-save]').dataset.save, banner()]).toEqual([mode, mode]);
  });

  it('keeps a notice without an LMS', () => {
    openStage({ alone: true });
    expect(banner()).toBe('alone');
  });

  it('shows that earlier work could not be read', () => {
    openStage({ state: '!!' });
    expect(banner()).toBe('unreadable');
  });

  it('shows it without an LMS, too', () => {
    openStage({ state: '!!', alone: true });
    expect(banner()).toBe('unreadable');
    expect(one('[data-save]').dataset.save).toBe('alone');
  });

  it('asks whether work continued elsewhere if the page is seen again after half an hour', async () => {
    const stage = openStage();
    await stage.time.pass(10 * 60_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(banner()).toBeUndefined();
    await stage.time.pass(31 * 60_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(banner()).toBe('stale');
  });

  it('warns of work that could not be read only until something is answered', async () => {
    const stage = openStage({ state: '!!' });
    stage.tick('levain', 'a');
    await stage.shown();
    expect(banner()).toBeUndefined();
  });
});

describe('leaving', () => {
  it('ends the session and says that the window may be closed', () => {
    const stage = openStage();
    stage.press('leave', '#c-foot');
    expect(stage.lms.calls.at(-1)).toBe('leave');
    expect([stage.screen(), document.activeElement?.textContent]).toEqual(['end-saved', 'C’est enregistré']);
    expect(document.body.hasAttribute('data-left')).toBe(true);
  });

  it('offers the answers to take along where the last save failed', () => {
    const stage = openStage();
    stage.lms.fault = 'refuse';
    stage.press('leave', '#c-foot');
    expect(stage.screen()).toBe('end-failed');
    expect(texts('[data-view="end-failed"] button:not([hidden])')).toEqual(['Télécharger mes réponses', 'Copier']);
  });

  it('promises nothing without an LMS', () => {
    const stage = openStage({ alone: true });
    stage.press('leave', '#c-foot');
    expect(stage.screen()).toBe('end-alone');
  });

  it('moodle 15, 16: saves when the page is hidden, and ends with it, once', () => {
    const stage = openStage();
    const saves = () => stage.lms.calls.filter((call) => call === 'save' || call === 'leave');
    const before = saves().length;
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(saves().slice(before)).toEqual(['save']);
    dispatchEvent(new Event('pagehide'));
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new Event('pagehide'));
    expect(saves().slice(before)).toEqual(['save', 'leave']);
  });

  it('says that the visit is over when the browser brings the page back, and offers a new one', () => {
    const reopen = vi.fn();
    const stage = openStage({ reopen });
    dispatchEvent(new Event('pageshow'));
    expect(stage.screen()).toBe('fournil');
    dispatchEvent(new Event('pagehide'));
    dispatchEvent(new Event('pageshow'));
    expect(stage.screen()).toBe('end-saved');
    expect(stage.lms.calls.filter((call) => call === 'leave')).toHaveLength(1);
    expect(reopen).not.toHaveBeenCalled();
    stage.press('reopen', '[data-view="end-saved"]');
    expect(reopen).toHaveBeenCalledOnce();
  });

  it('offers no new visit if only the LMS can start one', () => {
    openStage();
    expect(texts('[data-action="reopen"]:not([hidden])')).toEqual([]);
  });

  it.each([
    [{ alone: true }, 1],
    [{ refused: true }, 0],
  ])('restarts by itself without an LMS, not if one refuses: %j', (session, times) => {
    const reopen = vi.fn();
    openStage({ ...session, reopen });
    dispatchEvent(new Event('pagehide'));
    dispatchEvent(new Event('pageshow'));
    expect(reopen).toHaveBeenCalledTimes(times);
  });
});

describe('results', () => {
  it('say score, competencies in words, what is left and what was missed, with links', () => {
    const stage = openStage({ content: bakery({ pass: 80 }) });
    stage.tick('levain', 'a');
    stage.button('levain').click();
    stage.tick('gestes', 'a');
    stage.button('gestes').click();
    stage.press('results', '#c-contents');
    expect(texts('#c-results .c-hero p')).toEqual([
      expect.stringMatching(/^Score : \d+ %\.$/),
      'En cours',
      expect.stringMatching(/^Terminez/),
    ]);
    expect(texts('#c-results .c-cover-facts li')).toEqual(['Il faut 80 % pour réussir.', 'Temps passé : 0 min, dont 0 min en activité.']);
    expect(texts('#c-results .c-button-main')).toEqual(['Continuer : recette']);
    expect(texts('.c-bars li')).toEqual(['Pas assez de questions Pétrir', 'Pas encore travaillée Vendre']);
    expect(texts('#c-results h2')).toEqual(['Ce qui reste à faire', 'Par compétence', 'À revoir']);
    expect(texts('#c-results h2:nth-last-of-type(1) + details > summary')).toEqual(['Une question']);
    expect(texts('.c-missed > li > b')).toEqual(['Le fournil']);
    expect(texts('.c-missed a')).toEqual(['gestes']);
    expect(texts('#c-results .c-hint')).toEqual([
      expect.stringMatching(/^« Seuil atteint » : au moins 80 % à ses questions notées\. « 3 questions sur 4 »/),
    ]);
  });

  it('require nothing more if visiting the pages was the only requirement', () => {
    const stage = openStage({ content: bakery({ completion: 'visited' }) });
    stage.press('next', '#c-nav');
    stage.press('results', '#c-contents');
    expect(texts('#c-results .c-hero p')).toEqual(['C’est terminé, Ines.', expect.stringMatching(/^Vous pouvez quitter\./)]);
    expect(texts('#c-results .c-cover-facts li')[0]).toBe('Pas encore de score.');
    expect(one('#c-results .c-button-main').dataset.action).toBe('leave');
    expect(texts('#c-results h2')).toContain('Ce qui reste à faire');
  });

  it('say what it takes for a competency where nothing is to be passed, and nothing where there is none', () => {
    const legend = (content: ModuleContent): string[] => {
      openStage({ content }).press('results', '#c-contents');
      return texts('#c-results .c-hint');
    };
    expect(legend(bakery())).toEqual([expect.stringMatching(/^« Travaillée » : toutes ses activités ont une réponse\./)]);
    expect(legend({ ...bakery(), competencies: [] })).toEqual([]);
  });

  it('do not give away what a quiz still withholds', () => {
    const content = bakery();
    const activities = content.activities.map((each) => (each.id === 'bilan' ? { ...each, options: { asks: 2, review: 'end' } } : each));
    const stage = openStage({ content: { ...content, activities } });
    stage.press('next', '#c-nav');
    stage.tick('q-prix', 'b');
    stage.button('q-prix').click();
    stage.press('results', '#c-contents');
    expect(texts('#c-results a')).not.toContain('q-prix');
  });
});

describe('glossary', () => {
  it('makes a button of each word, says its definition once and lists all in order', () => {
    const stage = openStage({
      extra:
        '<p><dfn class="c-term" data-def="Pâte de la veille.">poolish</dfn> <dfn class="c-term" data-def="Repos de la pâte.">Autolyse</dfn></p>',
    });
    one('.c-term-button').dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
    expect([texts('#c-tip'), texts('#c-live')]).toEqual([['Pâte de la veille.'], ['Pâte de la veille.']]);
    // Some browsers have no attribute behind `element.role`.
    expect(one('.c-term-button').getAttribute('role')).toBe('button');
    stage.press('glossary', '#c-contents');
    expect(stage.screen()).toBe('glossary');
    expect(texts('#c-glossary > *')).toEqual(['Autolyse', 'Repos de la pâte.', 'poolish', 'Pâte de la veille.']);
  });

  it('is not offered without words', () => {
    openStage();
    expect(one('#c-to-glossary').hidden).toBe(true);
  });
});

describe('printing', () => {
  it('opens what is folded on the page, and folds it again', () => {
    openStage({ extra: '<details id="one"><summary>Un</summary>…</details><details id="two" open><summary>Deux</summary>…</details>' });
    const open = () => ['#one', '#two'].map((id) => one<HTMLDetailsElement>(id).open);
    dispatchEvent(new Event('beforeprint'));
    expect(open()).toEqual([true, true]);
    dispatchEvent(new Event('afterprint'));
    expect(open()).toEqual([false, true]);
  });
});
