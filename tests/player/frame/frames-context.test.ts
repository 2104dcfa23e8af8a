// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../src/model/course/activity.ts';
import { createFrames } from '../../../src/player/frame/frames.ts';
import type { MountContext } from '../../../src/player/frame/mount.ts';
import { activity, bakery, bakeryCourse } from '../../helpers/bakery.ts';
import { overviewOf } from '../../helpers/overview.ts';
import { openStage } from '../stage.ts';

describe('what frames know of the activities', () => {
  const content = bakery({
    pass: 60,
    activities: [activity(1, 'avis', 'note', { heading: 'Votre avis', options: { lignes: 2 } }), activity(2, 'prix', 'pick')],
  });

  function mounted(text?: () => string) {
    const stage = openStage({ content });
    const contexts: MountContext<unknown, Answer>[] = [];
    const shown = vi.fn();
    const type = {
      score: () => ({ ratio: 1, parts: {} }),
      report: () => [],
      mount: (_: HTMLElement, context: MountContext<unknown, Answer>) => {
        contexts.push(context);
        return { show: () => {}, shown, ...(text && { text }) };
      },
    };
    const notice = vi.fn();
    const overview = overviewOf();
    const frames = createFrames({
      content,
      types: { note: type },
      typeStrings: { note: { label: 'Note' } },
      tracker: stage.tracker,
      overview,
      shared: () => ({ recall: (id: string) => ({ title: `ailleurs ${id}`, options: {}, answer: null }), notice }) as never,
      goOn: () => {},
    });
    frames.mountIn(document);
    return { stage, frames, contexts, shown, notice, overview };
  }

  it('is what their types get', () => {
    const { contexts, overview } = mounted();
    const own = { options: { lignes: 2 }, strings: { label: 'Note' }, attempts: 0, pass: 60, inner: undefined, overview };
    const given = { answer: null, locked: false };
    const calls = Object.fromEntries(['recall', 'announce', 'submit', 'draft'].map((name) => [name, expect.any(Function)]));
    expect(contexts).toEqual([{ ...own, ...given, ...calls }]);
  });

  it('may be new each time their page is shown, and once a notebook was opened', () => {
    const { stage, frames, contexts, shown, notice } = mounted();
    expect(shown).not.toHaveBeenCalled();
    frames.mountIn(document);
    expect([contexts.length, shown.mock.calls.length]).toEqual([1, 1]);
    const roots = ['avis', 'prix'].map(stage.activity);
    expect(notice.mock.calls.map(([root]) => root)).toEqual([...roots, ...roots]);
    notice.mock.lastCall?.[1]();
    expect([shown.mock.calls.length, notice.mock.lastCall?.[0]]).toEqual([2, roots[0]]);
  });

  it('fails alone if its type fails: the error is reported, and the others are mounted', () => {
    const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
    const stage = openStage({ content });
    const good = vi.fn(() => ({ show: () => {} }));
    const bad = () => {
      throw new Error('broken');
    };
    const frames = createFrames({
      content,
      types: { note: { mount: bad } as never, pick: { mount: good } as never },
      typeStrings: {},
      tracker: stage.tracker,
      overview: overviewOf(),
      shared: () => undefined,
      goOn: () => {},
    });
    later.mockClear();
    frames.mountIn(document);
    const [[task] = []] = later.mock.calls;
    later.mockRestore();
    expect(task).toThrow('broken');
    expect(good).toHaveBeenCalledTimes(1);
  });

  it('is whether their quiz withholds their verdict', () => {
    const quiz = activity(5, 'bilan', 'quiz', { options: { review: 'end' } });
    const question = activity(6, 'q', 'pick', { quiz: 'bilan' });
    const { tracker } = openStage({ content });
    const frames = createFrames({
      content: bakery({ activities: [quiz, question] }),
      types: {},
      typeStrings: {},
      tracker,
      overview: overviewOf(),
      shared: () => undefined,
      goOn: () => {},
    });
    expect([frames.withheld(question), frames.withheld(quiz)]).toEqual([true, false]);
  });

  it('is nothing where an activity or its type is unknown: it stays as it is, without an error', () => {
    const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
    const { frames } = mounted();
    const section = document.createElement('section');
    section.innerHTML = '<div data-activity="rien"></div>';
    frames.mountIn(section);
    const errors = later.mock.calls.length;
    later.mockRestore();
    expect(errors).toBe(0);
  });

  it('is nothing for a block with a behaviour of its own, which is mounted once', () => {
    const stage = openStage({ content });
    const mount = vi.fn();
    const frames = createFrames({
      content,
      types: { video: { mount } as never },
      typeStrings: {},
      tracker: stage.tracker,
      overview: overviewOf(),
      shared: () => undefined,
      goOn: () => {},
    });
    const section = document.createElement('section');
    section.innerHTML = '<div data-block="video" id="film"></div><div data-block="audio"></div>';
    frames.mountIn(section);
    frames.mountIn(section);
    expect(mount.mock.calls).toEqual([[section.querySelector('#film')]]);
    const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
    mount.mockImplementation(() => {
      throw new Error('broken');
    });
    section.innerHTML = '<div data-block="video"></div><div data-block="video" id="second"></div>';
    expect(() => frames.mountIn(section)).not.toThrow();
    const [[task] = []] = later.mock.calls;
    later.mockRestore();
    expect(task).toThrow('broken');
    expect(mount.mock.lastCall).toEqual([section.querySelector('#second')]);
  });

  it('is the title, the options and the answer of one here, else what other modules show', () => {
    const { stage, contexts } = mounted();
    const [context] = contexts;
    expect([contexts.length, context?.strings, context?.options]).toEqual([1, { label: 'Note' }, { lignes: 2 }]);
    stage.tracker.submit('avis', 'Bien levé');
    expect(context?.recall('avis')).toEqual({ title: 'Votre avis', options: { lignes: 2 }, answer: 'Bien levé' });
    expect(context?.recall('fournil/prix')).toMatchObject({ title: content.activities[1]?.title, answer: null });
    expect(context?.recall('matin/levain')).toMatchObject({ title: 'ailleurs levain' });
  });

  it('is mounted where it is shown alone, with the pass mark of its chapter', () => {
    const course = bakeryCourse({ pass: 40 }, { pass: 80 });
    const stage = openStage({ content: course });
    const passes: (number | undefined)[] = [];
    const note = {
      mount: (_: HTMLElement, { pass }: MountContext<unknown, Answer>) => {
        passes.push(pass);
        return { show: () => {} };
      },
    };
    const frames = createFrames({
      content: course,
      types: { note } as never,
      typeStrings: {},
      tracker: stage.tracker,
      overview: overviewOf(),
      shared: () => undefined,
      goOn: () => {},
    });
    frames.mountIn(document.getElementById('p-vente') as HTMLElement);
    expect(passes).toEqual([80]);
    frames.mountIn(document.getElementById('p-fournil') as HTMLElement);
    expect(passes).toEqual([80, 40]);
  });

  it('is no text of an activity inside', () => {
    const { frames, stage } = mounted();
    const root = stage.activity('prix');
    root.querySelector(':scope > .c-actions')?.remove();
    root.querySelector(':scope > [data-body]')?.insertAdjacentHTML('beforeend', '<section><p class="c-actions"></p></section>Levain');
    expect(frames.textOf(root)).toBe('');
  });

  it('is its answer as text: its own, else that of its body if it can be handed in', () => {
    const own = mounted(() => 'Bien levé');
    expect(own.frames.textOf(own.stage.activity('avis'))).toBe('Bien levé');
    const empty = mounted(() => '');
    empty.stage.activity('avis').querySelector(':scope > [data-body]')?.replaceChildren('Ailleurs');
    expect(empty.frames.textOf(empty.stage.activity('avis'))).toBe('');
    const { frames, stage } = mounted();
    stage.tick('prix', 'a');
    const root = stage.activity('prix');
    expect(frames.textOf(root)).toContain('Levain');
    root.querySelector(':scope > .c-actions')?.remove();
    expect(frames.textOf(root)).toBe('');
  });
});
