// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerText } from '../../src/player/frame/answer-text.ts';
import { cutAt, nameAndRest } from '../../src/player/short-name.ts';
import { bakery } from '../helpers/bakery.ts';
import { openStage, words } from './stage.ts';

/** With plain spaces in the place of no-break ones; line breaks stay. */
const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replace(/[\u00a0\u202f]/g, ' '));
const plain = (): string => (document.getElementById('c-text') as HTMLTextAreaElement).value;

function body(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  return element;
}

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'execCommand');
});

describe('the text of an answer', () => {
  it.each([
    [
      'only what is ticked',
      '<label class="c-option"><input type="radio" checked><span>Un levain</span></label><label class="c-option"><input type="radio"><span>Une levure</span></label>',
      'Un levain',
    ],
    [
      'a sentence with what was filled in',
      '<p>Le <span class="c-blank"><input class="c-input" value="froid"></span> ralentit le <select><option value="">Choisir</option><option selected>levain</option></select>.</p>',
      'Le froid ralentit le levain.',
    ],
    [
      'a gap where nothing stands',
      '<p>Le <input> dort, puis <select><option value="" selected>Choisir</option></select>.</p>',
      'Le … dort, puis ….',
    ],
    [
      'an order as it stands',
      '<ol><li class="c-step"><span>Pétrir</span><button>Monter</button></li><li class="c-step"><span>Cuire</span><button>Monter</button></li></ol>',
      'Pétrir\nCuire',
    ],
    [
      'chips in their places, not those that wait',
      '<div class="c-tray"><button class="c-chip">Sel</button></div><div class="c-slot"><p class="c-slot-label">Nuit</p><button class="c-chip">Levain</button></div>',
      'Nuit\nLevain',
    ],
    [
      'a row and what was put beside it',
      '<ul><li><span>Matin :</span> <select><option selected>Vendre</option></select></li></ul>',
      'Matin : Vendre',
    ],
    [
      'nothing of marks, reasons, hints and hidden parts',
      '<p>Oui<span class="c-mark">Juste</span></p><div class="c-feedback">Car…</div><p class="c-hint">Aide</p><p hidden>Caché</p><p data-note="skip">Sauté</p>',
      'Oui',
    ],
    [
      'no-break spaces, so that no sign stands alone',
      '<p>Le «\u00a0chef\u00a0»\u202f? Oui\n\tbien.</p>',
      'Le «\u00a0chef\u00a0»\u202f? Oui bien.',
    ],
    ['line breaks of a text', '<textarea>Un soir\n\nUn matin</textarea>', 'Un soir\nUn matin'],
  ])('holds %s', (_, html, expected) => {
    const element = body(html);
    // The parser sets the value of a textarea from its text in a browser.
    for (const area of element.querySelectorAll('textarea')) area.value = area.textContent ?? '';
    expect(answerText(element)).toBe(expected);
  });

  it('leaves out the answers of activities inside', () => {
    expect(answerText(body('<p>Enveloppe</p><section data-activity="x"><p>Dedans</p></section>'))).toBe('Enveloppe');
  });
});

describe('the name of a question', () => {
  const LONG = 'Pour que la fournée ait lieu, fixez-la : quel jour, avec qui, et que ferez-vous si la farine reste introuvable ?';

  it.each([
    ['Que faire ?', ['Que faire ?', '']],
    [LONG, ['Pour que la fournée ait lieu, fixez-la : quel jour, avec qui, et que ferez-vous si…', LONG]],
    [
      '« La pâte lève quand des levures différentes se réunissent au chaud.\u00a0» Que manque-t-il surtout ici ?',
      ['« La pâte lève quand des levures différentes se réunissent au chaud.\u00a0»', 'Que manque-t-il surtout ici ?'],
    ],
    [
      'La boulangère explique\u00a0: «\u00a0Nous avons pétri et façonné. Notre four, lui, n’a pas été allumé une seule fois.\u00a0»',
      [
        'La boulangère explique\u00a0: «\u00a0Nous avons pétri et façonné. Notre four, lui, n’a pas…',
        'La boulangère explique\u00a0: «\u00a0Nous avons pétri et façonné. Notre four, lui, n’a pas été allumé une seule fois.\u00a0»',
      ],
    ],
    ['x'.repeat(200), ['x'.repeat(200), '']],
  ])('%s', (text, expected) => expect(nameAndRest(text)).toEqual(expected));
});

it('a question that ends where it is cut gets no dots behind its mark', () => {
  expect(cutAt('À quelle heure le four est-il chaud\u202f? Répondez.', 30)).toBe('À quelle heure le four est-il chaud\u202f?');
  expect(cutAt('À quelle heure le four est-il chaud. Répondez.', 30)).toBe('À quelle heure le four est-il chaud…');
});

describe('the notebook', () => {
  it('is given as a file though the pages after the first never come', async () => {
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob);
      return 'blob:notebook';
    });
    const stage = openStage({ isCutOff: true });
    stage.type('recette', 'Farine et eau');
    stage.press('download', '[data-when="failed"]');
    expect(await files[0]?.text()).toContain('Farine et eau');
    vi.restoreAllMocks();
  });

  it('is empty before the first answer', () => {
    const stage = openStage();
    stage.press('notebook', '#c-contents');
    expect([stage.screen(), texts('#c-notebook > *')]).toEqual(['notebook', ['Rien pour l’instant : vos réponses viendront ici.']]);
  });

  it('holds answers page by page, drafts too, and shows what was typed as text', () => {
    const stage = openStage();
    stage.tick('levain', 'a');
    stage.button('levain').click();
    stage.type('recette', '<b>Farine</b> & eau');
    stage.press('next', '#c-nav');
    stage.type('carnet', 'À moi');
    stage.button('carnet').click();
    stage.press('notebook', '#c-contents');
    expect(texts('#c-notebook > ul a')).toEqual(['Le fournil', 'La vente']);
    const list = document.querySelector('#c-notebook > ul');
    expect([
      list?.getAttribute('aria-label'),
      [...document.querySelectorAll('#c-notebook > ul a')].map((link) => link.getAttribute('href')),
    ]).toEqual([words.contents, ['#n-0', '#n-1']]);
    document.querySelector<HTMLElement>('#c-notebook > ul li + li a')?.click();
    expect(document.activeElement?.textContent).toBe('La vente');
    expect([...document.querySelectorAll('#c-notebook > h2')].map((heading) => heading.getAttribute('tabindex'))).toEqual(['-1', '-1']);
    expect(texts('#c-notebook > :not(ul)')).toEqual([
      'Le fournil',
      'levain',
      'Levain',
      'recette',
      '<b>Farine</b> & eau\n(pas encore validé)',
      'La vente',
      'carnet',
      'À moi',
    ]);
    expect(document.querySelector('#c-notebook b')).toBe(null);
    expect(plain()).toBe(
      'La boulangerie\nUne nuit au fournil\n\n\nLe fournil\n\nlevain\nLevain\n\nrecette\n<b>Farine</b> & eau\n(pas encore validé)\n\n\nLa vente\n\ncarnet\nÀ moi\n',
    );
  });

  it('calls a question by its own title where it has one', () => {
    const content = bakery();
    const activities = content.activities.map((each) => (each.id === 'recette' ? { ...each, heading: 'Votre recette' } : each));
    const stage = openStage({ content: { ...content, activities } });
    stage.type('recette', 'Farine');
    stage.press('notebook', '#c-contents');
    expect(texts('#c-notebook h3')).toEqual(['Votre recette']);
  });

  it('cuts a long question at a sentence; what follows stands below, and plain text has it whole', () => {
    const content = bakery();
    const title = 'Le four est éteint et la pâte attend. Qui prévenez-vous d’abord, et que lui dites-vous au téléphone ?';
    const activities = content.activities.map((each) => (each.id === 'recette' ? { ...each, title } : each));
    const stage = openStage({ content: { ...content, activities } });
    stage.type('recette', 'Le boulanger');
    stage.press('notebook', '#c-contents');
    expect([...document.querySelectorAll('#c-notebook > *')].map(({ tagName, className }) => tagName + className)).toEqual([
      'H2',
      'H3',
      'P',
      'Pc-entry',
    ]);
    expect(texts('#c-notebook > *').slice(1, 3)).toEqual([
      'Le four est éteint et la pâte attend.',
      'Qui prévenez-vous d’abord, et que lui dites-vous au téléphone ?',
    ]);
    expect(plain()).toContain(`\n${title}\nLe boulanger`);
  });

  it('finds the answers of pages that were not opened in this visit', () => {
    const first = openStage();
    first.press('next', '#c-nav');
    first.type('carnet', 'Hier');
    first.button('carnet').click();
    first.tracker.flush();
    const stage = openStage({ lms: first.lms, hash: '#/fournil' });
    stage.press('notebook', '#c-contents');
    expect(texts('#c-notebook > *')).toEqual(['La vente', 'carnet', 'Hier']);
  });

  it('is copied where the browser lets it, and the button says so', () => {
    const stage = openStage();
    stage.type('recette', 'Farine');
    let copied = '';
    document.execCommand = () => {
      copied = (document.body.lastElementChild as HTMLTextAreaElement).value;
      return true;
    };
    const signs = () => document.querySelectorAll('[data-view="notebook"] [data-action="copy"] svg').length;
    const before = signs();
    stage.press('copy', '[data-view="notebook"]');
    expect([signs(), before]).toEqual([1, 1]);
    expect(copied).toContain('recette\nFarine');
    expect([texts('[data-view="notebook"] [data-action="copy"]')[0]?.trim(), texts('#c-live')]).toEqual(['Copié.', ['Copié.']]);
    expect(document.activeElement?.matches('[data-view="notebook"] [data-action="copy"]')).toBe(true);
    expect(document.body.lastElementChild?.tagName).not.toBe('TEXTAREA');
  });

  it('stands there to be copied by hand where it does not', () => {
    const stage = openStage();
    stage.type('recette', 'Farine');
    document.execCommand = () => false;
    stage.press('copy', '[data-view="notebook"]');
    expect([stage.screen(), (document.getElementById('c-plain') as HTMLDetailsElement).open]).toEqual(['notebook', true]);
    expect(plain()).toContain('Farine');
    expect(texts('#c-live')[0]).toMatch(/^Le texte est sélectionné/);
    const area = document.getElementById('c-text') as HTMLTextAreaElement;
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
  });

  it('is downloaded as a text file named for the module', async () => {
    const stage = openStage();
    stage.type('recette', 'Farine');
    let file: Blob | undefined;
    let name = '';
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      file = blob as Blob;
      return 'blob:recette';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      name = this.download;
    });
    stage.press('download', '[data-view="notebook"]');
    expect(name).toBe('nuit-carnet.txt');
    expect(await file?.text()).toContain('recette\nFarine');
  });
});
