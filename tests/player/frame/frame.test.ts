// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Activity, Scoring } from '../../../src/model/course/activity.ts';
import { activity, bakery, bakeryTypes } from '../../helpers/bakery.ts';
import { openStage } from '../stage.ts';

const text = (root: Element | null | undefined): string => (root?.textContent ?? '').replace(/\s+/g, ' ').trim();
const verdict = (root: HTMLElement): string => text(root.querySelector(':scope > .c-outcome > .c-verdict'));
const missing = (root: HTMLElement): HTMLElement => root.querySelector(':scope > .c-missing') as HTMLElement;

describe('the page', () => {
  const click = (target: Element | null, detail: number, clientX = 0): boolean =>
    target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail, clientX })) ?? false;

  it('takes the second click of a double click only where the first went', async () => {
    const stage = openStage();
    const [one, other] = stage.activity('levain').querySelectorAll('input') as unknown as readonly [HTMLInputElement, HTMLInputElement];
    stage.tick('levain', 'b');
    click(stage.button('levain'), 1);
    expect(stage.activity('levain').dataset.state).toBe('wrong');
    await stage.rested();
    // The feedback has moved the page: a choice is under the pointer now.
    expect([click(one, 2), one.checked, stage.activity('levain').dataset.state]).toEqual([false, false, 'wrong']);
    click(other, 1, 200);
    const { checked } = other;
    click(other, 2, 200);
    expect(other.checked).toBe(!checked);
  });

  it('continues if one activity fails, and reports the error', () => {
    const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
    const { activities, ...content } = bakery();
    const [first, ...others] = activities as readonly [Activity, ...Activity[]];
    const broken = Object.defineProperty({ ...first }, 'options', {
      get() {
        throw new Error('broken');
      },
    });
    const stage = openStage({ content: { ...content, activities: [broken, ...others] } });
    stage.tick('gestes', 'a');
    expect(stage.activity('gestes').dataset.state).toBe('draft');
    const [[task] = []] = later.mock.calls;
    later.mockRestore();
    expect(task).toThrow('broken');
  });
});

describe('a draft', () => {
  it('is by itself until the learner presses or types in its activity', () => {
    const signs = ['pointerdown', 'keydown', 'click', 'input', 'change', 'pointermove', 'focusin'];
    const stage = openStage({ content: bakery({ activities: signs.map((sign, n) => activity(n, sign, 'pick')) }) });
    const draft = vi.spyOn(stage.tracker, 'draft');
    const body = (sign: string) => stage.activity(sign).querySelector('[data-body]') as HTMLElement;
    const byItself = (sign: string): unknown => {
      body(sign).onchange?.(new Event('change'));
      return draft.mock.lastCall?.[2];
    };
    for (const sign of signs) document.body.dispatchEvent(new Event(sign, { bubbles: true }));
    expect(signs.map(byItself)).toEqual(signs.map(() => true));
    for (const sign of signs) body(sign).dispatchEvent(new Event(sign));
    expect(signs.map(byItself)).toEqual([false, false, false, false, false, true, true]);
  });
});

describe('what depends on the outcome', () => {
  const shownAfter = (root: HTMLElement): string => text(root.querySelector(':scope > .c-outcome > .c-after'));
  const cases = [
    { when: ['right' as const], after: '<p>Bravo.</p>\n' },
    { when: ['partly' as const, 'wrong' as const], after: '<p>Pensez à la farine.</p>\n' },
  ];
  function open(more: Partial<Activity>) {
    const { activities, ...content } = bakery();
    const [first, ...others] = activities as readonly [Activity, ...Activity[]];
    return openStage({ content: { ...content, activities: [{ ...first, cases, ...more }, ...others] } });
  }

  it('is shown with the verdict, before what is shown to all, and follows it', async () => {
    const stage = open({ after: '<p>Le levain est vivant.</p>' });
    const root = stage.activity('levain');
    expect(shownAfter(root)).toBe('');
    stage.tick('levain', 'b');
    stage.button('levain').click();
    expect(shownAfter(root)).toBe('Pensez à la farine. Le levain est vivant.');
    await stage.rested();
    stage.button('levain').click();
    // The verdict is cleared for another try.
    expect(shownAfter(root)).toBe('Le levain est vivant.');
    await stage.rested();
    stage.tick('levain', 'b');
    stage.tick('levain', 'a');
    stage.button('levain').click();
    expect([root.dataset.state, shownAfter(root)]).toEqual(['right', 'Bravo. Le levain est vivant.']);
  });

  it('waits, as everything after an answer, while tries are left', () => {
    const stage = open({ attempts: 2 });
    const root = stage.activity('levain');
    stage.tick('levain', 'b');
    stage.button('levain').click();
    expect([root.dataset.state, shownAfter(root)]).toEqual(['wrong', '']);
  });
});

describe('the frame of a question', () => {
  it('labels its button as the type asks, for a new try', async () => {
    const stage = openStage();
    const body = stage.activity('levain').querySelector<HTMLElement>(':scope > [data-body]') as HTMLElement;
    body.dataset.retry = 'Reprendre cette ligne';
    stage.tick('levain', 'b');
    stage.button('levain').click();
    expect(stage.button('levain').textContent).toBe('Reprendre cette ligne');
    await stage.rested();
    stage.button('levain').click();
    expect(stage.button('levain').textContent).toBe('Vérifier ma réponse');
  });

  it('shows what is missing beside the question, and moves the focus there', () => {
    const stage = openStage();
    const root = stage.activity('levain');
    expect([root.dataset.state, missing(root).hidden]).toEqual(['new', true]);
    stage.button('levain').click();
    expect(text(missing(root))).toBe('Choisissez une réponse.');
    expect(missing(root).hidden).toBe(false);
    expect((document.activeElement as HTMLInputElement).value).toBe('a');
    expect(root.dataset.state).toBe('new');
    stage.tick('levain', 'b');
    expect(missing(root).hidden).toBe(true);
  });

  it('leads from a wrong answer to another try, and from the right one onwards, on one button', async () => {
    const stage = openStage();
    const root = stage.activity('levain');
    stage.tick('levain', 'b');
    expect(root.dataset.state).toBe('draft');
    stage.button('levain').focus();
    stage.button('levain').click();
    expect([root.dataset.state, verdict(root), stage.button('levain').textContent]).toEqual([
      'wrong',
      'Pas tout à fait. Vous pouvez réessayer.',
      'Réessayer',
    ]);
    expect(root.querySelector('.c-mark')?.textContent).toContain('À revoir');
    expect(document.activeElement).toBe(stage.button('levain'));

    await stage.rested();
    stage.button('levain').click();
    expect([root.dataset.state, verdict(root), root.querySelector('.c-mark')]).toEqual(['draft', '', null]);
    expect(stage.button('levain').textContent).toBe('Vérifier ma réponse');
    expect(document.activeElement).toBe(root.querySelector('input'));
    expect(stage.tracker.standing('levain').tries).toBe(1);

    await stage.rested();
    stage.tick('levain', 'b');
    stage.tick('levain', 'a');
    stage.button('levain').click();
    expect([root.dataset.state, verdict(root), root.hasAttribute('data-locked')]).toEqual(['right', 'Juste. Bien corrigé.', true]);
    expect(stage.button('levain').textContent).toBe('Continuer');
    await stage.rested();
    stage.button('levain').click();
    expect(document.activeElement).toBe(stage.activity('gestes'));
  });

  it('removes the verdict as soon as the answer changes, and restores it with the answer', () => {
    const stage = openStage();
    const root = stage.activity('levain');
    stage.tick('levain', 'b');
    stage.button('levain').click();
    stage.tick('levain', 'a');
    expect([root.dataset.state, verdict(root), stage.button('levain').dataset.action]).toEqual(['draft', '', 'check']);
    stage.tick('levain', 'a');
    expect([root.dataset.state, stage.button('levain').dataset.action]).toEqual(['wrong', 'retry']);
  });

  it('counts right parts and tries that are left', async () => {
    const stage = openStage();
    const root = stage.activity('gestes');
    stage.tick('gestes', 'a');
    stage.button('gestes').click();
    expect([root.dataset.state, verdict(root)]).toEqual(['partly', 'En partie juste : 1 sur 2. Il vous reste un essai.']);
    for (const _ of ['retry', 'check']) {
      await stage.rested();
      stage.button('gestes').click();
    }
    expect(verdict(root)).toContain('C’était le dernier essai.');
    expect([...root.querySelectorAll('.c-mark')].map(text)).toEqual(['Juste', 'Réponse attendue']);
    expect(root.hasAttribute('data-locked')).toBe(true);
  });

  it('shows the type’s own verdict if it has one: an ending of a story is not « Juste »', async () => {
    const stage = openStage({ typeStrings: { pick: JSON.parse(readFileSync('templates/branching/strings.json', 'utf8')).fr } });
    stage.tick('gestes', 'a');
    stage.button('gestes').click();
    expect(verdict(stage.activity('gestes'))).toBe('Vos décisions mènent à un bilan mitigé. Il vous reste un essai.');
    stage.tick('levain', 'b');
    stage.button('levain').click();
    expect(verdict(stage.activity('levain'))).toBe('Vos décisions mènent à une issue difficile. Vous pouvez réessayer.');
    await stage.rested();
    stage.tick('levain', 'b');
    stage.tick('levain', 'a');
    stage.button('levain').click();
    expect(verdict(stage.activity('levain'))).toBe('Vos décisions mènent à une issue favorable.');
  });

  it('leaves out the count if it would be wrong', () => {
    const stage = openStage({ content: bakery({ activities: [activity(0, 'levain', 'pick', { options: { right: 'ab' } })] }) });
    for (const value of 'abc') stage.tick('levain', value);
    stage.button('levain').click();
    expect(verdict(stage.activity('levain'))).toBe('En partie juste. Vous pouvez réessayer.');
  });

  it('checks on Enter in a field, with the focus on the button', () => {
    const stage = openStage();
    stage.type('recette', 'Farine, eau, sel');
    const field = stage.activity('recette').querySelector('input') as HTMLInputElement;
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(stage.tracker.standing('recette').submitted).toBe(true);
    expect(document.activeElement).toBe(stage.button('recette'));
  });

  it('leaves to an input method the Enter that ends a composition', () => {
    const stage = openStage();
    stage.type('recette', 'ことこと');
    const field = stage.activity('recette').querySelector('input') as HTMLInputElement;
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    field.dispatchEvent(enter);
    expect([enter.defaultPrevented, stage.tracker.standing('recette').submitted]).toEqual([false, false]);
  });

  it('keeps a text open after it was recorded, without counting it twice', async () => {
    const stage = openStage();
    const root = stage.activity('recette');
    stage.type('recette', 'Farine');
    stage.button('recette').click();
    expect([root.dataset.state, verdict(root), stage.button('recette').textContent]).toEqual(['done', 'C’est noté.', 'Continuer']);
    stage.type('recette', 'Farine et eau');
    expect([root.dataset.state, stage.button('recette').textContent]).toEqual(['draft', 'Enregistrer ma réponse']);
    stage.type('recette', 'Farine');
    await stage.rested();
    stage.button('recette').click();
    expect(stage.tracker.standing('recette').tries).toBe(1);
  });

  it('judges an answer once for each press', async () => {
    const content = bakery({ activities: [activity(0, 'levain', 'pick', { points: 0 })] });
    const score = vi.spyOn(bakeryTypes.pick as Pick<Scoring, 'score'>, 'score');
    const stage = openStage({ content });
    stage.tick('levain', 'b');
    score.mockClear();
    stage.button('levain').click();
    expect(stage.activity('levain').dataset.state).toBe('wrong');
    expect(score).toHaveBeenCalledTimes(1);
    score.mockRestore();
  });

  it('notes nothing of what was only to be read, and shows what comes after it', () => {
    const content = bakery({ activities: [activity(0, 'visite', 'tour', { after: '<p>Voilà.</p>' })] });
    const first = openStage({ content });
    first.tracker.submit('visite', {});
    first.tracker.flush();
    const again = openStage({ content, lms: first.lms });
    expect([again.activity('visite').dataset.state, verdict(again.activity('visite'))]).toEqual(['done', '']);
    expect((again.activity('visite').querySelector('[data-after]') as HTMLElement).hidden).toBe(false);
  });

  it('shows what comes after an answer only then, as markup', () => {
    const content = bakery({ activities: [activity(0, 'levain', 'pick', { after: '<p>Le levain <strong>vit</strong>.</p>' })] });
    const stage = openStage({ content });
    const after = stage.activity('levain').querySelector('[data-after]') as HTMLElement;
    expect([after.hidden, after.innerHTML]).toEqual([true, '']);
    stage.tick('levain', 'b');
    stage.button('levain').click();
    expect([after.hidden, after.querySelector('strong')?.textContent]).toEqual([false, 'vit']);
    stage.tick('levain', 'a');
    expect(after.hidden).toBe(false);
  });

  it('shows an answer of an earlier visit, locked and without a button where nothing is left to do', async () => {
    const first = openStage();
    first.tick('levain', 'a');
    first.button('levain').click();
    first.tracker.flush();
    const stage = openStage({ lms: first.lms });
    const root = stage.activity('levain');
    expect([root.dataset.state, verdict(root), root.querySelector('input')?.checked]).toEqual(['right', 'Juste. Bien vu.', true]);
    expect((stage.button('levain').parentElement as HTMLElement).hidden).toBe(true);
  });

  it('in review shows answers and offers nothing', () => {
    const first = openStage();
    first.tick('levain', 'b');
    first.button('levain').click();
    first.tracker.flush();
    const stage = openStage({ lms: first.lms, mode: 'review' });
    const root = stage.activity('levain');
    expect([root.dataset.state, verdict(root), root.hasAttribute('data-locked')]).toEqual(['wrong', 'Pas tout à fait.', true]);
    expect((stage.button('levain').parentElement as HTMLElement).hidden).toBe(true);
    expect(root.querySelector('input')?.disabled).toBe(true);
  });
});
