// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { activity, bakery } from '../../helpers/bakery.ts';
import { inner, openStage } from '../stage.ts';

function quizContent(review: 'end' | 'now') {
  const asked = { quiz: 'bilan', attempts: 1, after: '<p>La croûte chante.</p>' };
  return bakery({
    activities: [
      activity(5, 'bilan', 'quiz', { options: { asks: 2, review } }),
      activity(6, 'q-prix', 'pick', asked),
      activity(7, 'q-pain', 'pick', asked),
    ],
  });
}

describe('questions of a quiz', () => {
  it('withhold their verdicts until the quiz shows them, and are locked meanwhile', () => {
    const stage = openStage({ content: quizContent('end') });
    const root = stage.activity('q-prix');
    stage.tick('q-prix', 'b');
    stage.button('q-prix').click();
    expect([root.dataset.state, root.querySelector('.c-verdict')?.textContent, root.querySelector('.c-mark')]).toEqual([
      'done',
      'C’est noté.',
      null,
    ]);
    expect([...root.querySelectorAll('input')].map((input) => [input.checked, input.disabled])).toEqual([
      [false, true],
      [true, true],
      [false, true],
    ]);
    expect((root.querySelector('[data-after]') as HTMLElement).hidden).toBe(true);
    expect(stage.button('q-prix').textContent).toBe('Continuer');

    inner.get('bilan')?.reveal();
    expect(root.dataset.state).toBe('wrong');
    expect([...root.querySelectorAll('.c-mark')].map((one) => one.textContent?.trim())).toEqual(['Réponse attendue', 'À revoir']);
    expect((root.querySelector('[data-after]') as HTMLElement).hidden).toBe(false);
  });

  it('show them at once if the quiz is set to', () => {
    const stage = openStage({ content: quizContent('now') });
    stage.tick('q-prix', 'a');
    stage.button('q-prix').click();
    expect(stage.activity('q-prix').dataset.state).toBe('right');
  });

  it('do not mention their own tries beside those of the quiz', () => {
    const stage = openStage({ content: quizContent('now') });
    stage.tick('q-prix', 'b');
    stage.button('q-prix').click();
    expect(stage.activity('q-prix').querySelector('.c-verdict')?.textContent).toBe('Pas tout à fait.');

    const { activities, ...rest } = quizContent('now');
    const twice = activities.map((one) => (one.id === 'q-prix' ? { ...one, attempts: 2 } : one));
    const again = openStage({ content: { ...rest, activities: twice } });
    again.tick('q-prix', 'b');
    again.button('q-prix').click();
    expect(again.activity('q-prix').querySelector('.c-verdict')?.textContent).toBe('Pas tout à fait. Vous pouvez réessayer.');
    expect(again.button('q-prix').textContent).toBe('Réessayer');
  });

  it('notify the quiz of each submission, and restart when it requests it', () => {
    const stage = openStage({ content: quizContent('end') });
    const quiz = inner.get('bilan');
    const received: number[][] = [];
    quiz?.onChange(() =>
      received.push(
        quiz
          .list()
          .filter((one) => one.submitted)
          .map((one) => one.n),
      ),
    );
    stage.tick('q-prix', 'a');
    stage.button('q-prix').click();
    stage.tick('q-pain', 'b');
    stage.button('q-pain').click();
    expect(received).toEqual([[6], [6, 7]]);
    expect(quiz?.list().map(({ n, ratio, points, root }) => [n, ratio, points, root.id])).toEqual([
      [6, 1, 1, 'a-q-prix'],
      [7, 0, 1, 'a-q-pain'],
    ]);

    quiz?.reveal();
    quiz?.restart([6, 7]);
    const root = stage.activity('q-prix');
    expect([root.dataset.state, root.hasAttribute('data-locked'), root.querySelector('input')?.checked]).toEqual(['new', false, false]);
    expect(stage.button('q-prix').textContent).toBe('Vérifier ma réponse');
    stage.tick('q-prix', 'b');
    stage.button('q-prix').click();
    expect(root.dataset.state).toBe('done');
  });

  it.each(['now', 'end'] as const)('lead on from the one that was handed in last alone (review=%s)', (review) => {
    const stage = openStage({ content: quizContent(review) });
    const offered = (): string[] =>
      ['q-prix', 'q-pain'].filter((id) => stage.button(id).textContent === 'Continuer' && !stage.button(id).parentElement?.hidden);
    stage.tick('q-prix', 'a');
    stage.button('q-prix').click();
    expect(offered()).toEqual(['q-prix']);
    stage.tick('q-pain', 'a');
    stage.button('q-pain').focus();
    stage.button('q-pain').click();
    inner.get('bilan')?.reveal();
    expect(offered()).toEqual(['q-pain']);
    expect(document.activeElement).toBe(stage.button('q-pain'));
    expect(stage.activity('q-prix').dataset.state).toBe('right');
  });

  it('lead on to what the quiz offers then, even where it ends the page, and the list of what is left says it', async () => {
    const stage = openStage({ content: quizContent('end') });
    const root = stage.activity('bilan');
    const result = document.createElement('div');
    result.tabIndex = -1;
    root.querySelector('[data-body]')?.prepend(result);
    stage.tick('q-prix', 'a');
    stage.button('q-prix').click();
    stage.tick('q-pain', 'b');
    result.dataset.offer = ' : questions à reprendre';
    stage.button('q-pain').click();
    await stage.rested();
    stage.button('q-pain').click();
    expect(document.activeElement).toBe(result);
    await stage.shown();
    expect(document.querySelector('#c-left li')?.textContent).toBe('bilan : questions à reprendre');
  });

  it('leave the result to the quiz itself', () => {
    const stage = openStage({ content: quizContent('end') });
    stage.tracker.submit('bilan', { live: [6, 7], kept: [[6, 0.5]] });
    inner.get('bilan')?.reveal();
    expect(stage.activity('bilan').querySelector(':scope > .c-outcome > .c-verdict')?.textContent).toBe('');
  });
});

describe('activities that recall others', () => {
  it('are shown anew after a notebook was opened, each with what is still missing', () => {
    let again: (() => void) | undefined;
    const notices: string[] = [];
    const content = bakery({ shared: { named: [], elsewhere: [] } });
    openStage({
      content,
      shared: () =>
        ({
          recall: () => undefined,
          keep: () => {},
          offer: () => {},
          notice: (root: HTMLElement, opened: () => void) => {
            notices.push(root.dataset.activity ?? '');
            again = opened;
          },
        }) as never,
    });
    const before = [...notices];
    expect(before.length).toBeGreaterThan(0);
    notices.length = 0;
    again?.();
    expect(notices.sort()).toEqual([...new Set(before)].sort());
  });
});
