import { describe, expect, test } from 'vitest';
import type { PaperPage } from '../../build/sheets/paper-text.ts';
import type { Activity } from '../../src/model/course/activity.ts';
import { asked, CHOICES, COURSE, overviewOf, pagesOf, pick, plain, prose, question } from './guide-model.ts';

describe('the overview', () => {
  const page = (id: string, more: Partial<PaperPage> = {}): PaperPage => ({ id, title: `Page ${id}`, parts: [asked(pick(id))], ...more });

  test('names course, cohort, time, questions and aims, and lists the pages', () => {
    const content = { bands: [{ from: 50, feedback: '<p>Levez-vous.</p>' }] };
    const more = {
      cohort: 'Les lève-tôt',
      pages: [page('a'), page('b', { further: true }), page('c')],
      notes: { a: ['<p><strong>5 min.</strong></p>'] },
    };
    expect(overviewOf({ content, more })).toBe(
      'Guide du formateur · La boulangerie · Le moulin Une nuit au fournil Pour la formatrice ou le formateur. ' +
        'Ce guide contient tous les corrigés et vos notes : ne le remettez pas aux apprenants. ' +
        'Promotion Les lève-tôt Durée prévue 30 minutes Questions 2 Objectifs Pétrir Vendre ' +
        'Déroulé Page Durée Questions 1. Page a 5 min 1 3. Page c – 1 En tout 5 min notées, sur 30 2 ' +
        'Pour aller plus loin Page Durée Questions 2. Page b – 1 ' +
        'Ce que dit le bilan, selon le score À partir de 50 % Levez-vous.',
    );
  });

  test('leaves out what the course does not have', () => {
    const more = { course: { ...COURSE, organisation: '' } };
    expect(overviewOf({ content: { minutes: 0, competencies: [] }, more })).toBe(
      'Guide du formateur · La boulangerie Une nuit au fournil Pour la formatrice ou le formateur. ' +
        'Ce guide contient tous les corrigés et vos notes : ne le remettez pas aux apprenants. ' +
        'Promotion sans promotion Questions 0 Déroulé Page Durée Questions 1. Le four & la pâte – 0 En tout – 0',
    );
  });
});

describe('a page', () => {
  test('has its title, its minutes, its notes, then its texts', () => {
    const notes = { four: ['<p><strong>5 min.</strong> Un.</p>', '<p>Deux.</p>'] };
    expect(pagesOf({ parts: [prose('<p>Lisez MODULE.</p>'), prose('<p>Et ceci.</p>')], more: { notes } })).toBe(
      '<section class="s-page"><details class="s-fold" open><summary><h2 id="p-four">1. Le four &amp; la pâte ' +
        '<span class="s-minutes">5 min</span></h2></summary><div class="s-note"><p class="s-group">Vos notes</p>' +
        '<p><strong>5 min.</strong> Un.</p>\n<p>Deux.</p></div><details class="s-read s-fold" open>' +
        '<summary>Ce que lisent les apprenants</summary><div class="s-text"><p>Lisez nuit.</p>\n<p>Et ceci.</p></div></details></details></section>\n</section>',
    );
  });

  test.each([
    ['1 min', ' <span class="s-minutes">1 min</span>'],
    ['Rien', ''],
  ])('has the minutes of its note: %s', (text, time) => {
    const html = pagesOf({ more: { notes: { four: [`<p><strong>${text}.</strong></p>`] } } });
    expect(html).toContain(`<h2 id="p-four">1. Le four &amp; la pâte${time}</h2>`);
  });

  test('without notes and texts has its title alone; one that goes further has a line above it', () => {
    const pages = [{ id: 'four', title: 'Le four', parts: [prose(' \n')], further: true as const }];
    expect(pagesOf({ more: { pages } })).toBe(
      '<section class="s-page"><p class="s-kind">Pour aller plus loin</p><details class="s-fold" open><summary>' +
        '<h2 id="p-four">1. Le four</h2></summary></details></section>\n</section>',
    );
  });

  test('has texts and questions in their order; a text with a question stands before it', () => {
    const [pain, four] = [pick('pain'), pick('four')];
    const parts = [
      prose('<p>Un.</p>'),
      prose('<p>Deux.</p>', [question(four, 1)]),
      prose('<p>Trois.</p>'),
      asked(pain, [question(pain, 2)]),
      prose('<p>Quatre.</p>'),
    ];
    const words = plain(pagesOf({ parts, activities: [pain, four] }).replace(/<section class="s-key">.*/s, ''));
    const answer = 'Réponse attendue ✓ juste Au levain ✗ faux Au sable';
    const read = 'Ce que lisent les apprenants';
    expect(words).toBe(
      `1. Le four & la pâte ${read} Un. Deux. 1 Titre four 1 point four ${answer} ${read} Trois. 2 Titre pain 1 point pain ${answer} ${read} Quatre.`,
    );
  });
});

test('a question with others inside it is asked, not read', () => {
  const [pain, sel] = [pick('pain'), pick('sel')];
  const html = pagesOf({ parts: [asked(pain, [question(sel, 1), question(pain, 2)])], activities: [pain, sel] });
  expect([html.includes('not read'), html.match(/data-question="\w+"/g)]).toEqual([false, ['data-question="sel"', 'data-question="pain"']]);
});

describe('the card of a question', () => {
  const texts = { after: '<h2>Fin</h2>', cases: [{ when: ['right' as const], after: '<h2>Bien</h2>' }] };
  const cardOf = (one: Activity, lang: 'fr' | 'en' = 'fr'): string => pagesOf({ parts: [asked(one)], activities: [one], lang });

  test('has its facts, its answers, and the texts behind it with headings below its own', () => {
    const html = cardOf(pick('pain', { competencies: ['c1', 'c9'], attempts: 2, required: false, ...texts }));
    expect(html).toContain('<details class="s-card s-fold" id="q-nuit-pain" data-question="pain" open>');
    expect(html).toContain(
      '<span class="s-meta"><span>1 point</span><span>2 essais</span><span>facultatif</span><span>C1</span><span>c9</span></span>',
    );
    expect(html.replace(/\n/g, '')).toContain(
      '<div class="s-model"><p class="s-group">Si la réponse est juste</p><h4>Bien</h4></div>' +
        '<div class="s-model"><p class="s-group">Ce qui s’affiche ensuite</p><h4>Fin</h4></div></details></details>',
    );
    expect(html).not.toContain('form');
    expect(html).toContain('<li><a href="#q-nuit-pain"><span class="s-number">1</span></a> <span class="s-value">Au levain</span></li>');
  });

  test('has English labels in an English course', () => {
    const right = [{ type: 'performance' as const, steps: [['a', '']] as const }];
    const words = plain(cardOf(pick('pain', { ...texts, slots: [{ type: 'performance', right, text: '' }] }), 'en'));
    expect(words).toBe(
      '1. Le four & la pâte 1 Titre pain 1 point pain Expected answer ✓ to be ticked Au levain Au sable ' +
        'If the answer is right Bien What is shown next Fin ' +
        'Answers in brief The numbers are those of the guide and of the learner’s handout. 1 Au levain',
    );
  });

  test('of an activity that the module does not have is left out', () => {
    expect(pagesOf({ parts: [asked(pick('pain'))] })).not.toContain('s-card');
  });

  const slot = (type: string, more: object = {}) => ({ type, right: [{ type: 'choice', tokens: ['a'] }], text: '', ...more });
  test.each([
    ['choices', {}, [slot('choice')], false],
    ['several choices', {}, [slot('choice'), slot('choice')], false],
    ['choices of a part', {}, [slot('choice', { part: 'p' })], true],
    ['choices and a text', {}, [slot('choice'), slot('long-fill-in')], true],
    ['choices beside a text', { html: '<p></p>' }, [slot('choice')], true],
    ['choices in rows', { rows: [] }, [slot('choice')], true],
    ['a text', {}, [slot('long-fill-in')], true],
    ['a text that is not sent', { fields: [{}] }, [], true],
    ['an order', {}, [slot('sequencing', { right: [{ type: 'sequencing', tokens: ['a', 'b'] }] })], false],
    ['pairs', {}, [slot('matching', { right: [{ type: 'matching', pairs: [['a', 'b']] }] })], false],
    ['steps', {}, [slot('performance', { right: [{ type: 'performance', steps: [['a', '']] }] })], false],
    ['a number', {}, [slot('numeric', { right: [{ type: 'numeric', min: 1, max: 2 }] })], false],
    ['a word', {}, [slot('fill-in', { right: [{ type: 'fill-in', text: 'sel' }] })], false],
    ['a level', {}, [slot('choice'), slot('likert')], true],
    ['sentences that are true or false', {}, [slot('true-false', { part: 'p', right: [{ type: 'true-false', value: true }] })], false],
  ])('has the form where the answers do not repeat it: %s', (_, options, slots, has) => {
    const one = pick('pain', { options: { ...CHOICES, ...options }, slots: slots as never });
    expect(cardOf(one).includes('<div class="s-body"><p>form</p></div>')).toBe(has);
  });

  const order = [{ type: 'sequencing' as const, right: [{ type: 'sequencing' as const, tokens: ['a', 'b'] }], text: '' }];
  const number = [{ type: 'numeric' as const, right: [{ type: 'numeric' as const, min: 1, max: 2 }], text: '' }];
  const TEXT = { options: { fields: [{}] }, slots: [] };
  test.each([
    ['without a right answer', { slots: [{ type: 'choice' as const, right: [], text: '' }] }, 'Il n’y a ni bonne ni mauvaise réponse.'],
    ['with a text to write', TEXT, 'Réponse libre : vous la lirez dans les rapports de la plateforme.'],
    ['with a text of one’s own', { ...TEXT, seenBy: 'me' as const }, expect.stringContaining('personne d’autre ne la lit.')],
    ['with an empty list of texts', { options: { ...CHOICES, fields: [] } }, undefined],
    ['with a right choice', {}, undefined],
    ['with an order', { slots: order }, undefined],
    ['with a number', { slots: number }, undefined],
  ])('explains an answer %s', (_, more, text) => {
    expect(/<summary>Réponse attendue<\/summary>\n(?:<p>(.*?)<\/p>)?/.exec(cardOf(pick('pain', more)))?.[1]).toEqual(text);
  });
});
