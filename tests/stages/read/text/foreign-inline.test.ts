import { expect, test } from 'vitest';
import { readText } from '../../../helpers/read-text.ts';

test.each<[string, string[]]>([
  ['La vitesse $v = d/t$ compte.', ['formula 1:12']],
  ['La vitesse $$v = \\frac{d}{t}$$ compte.', ['formula 1:12']],
  ['Ici $\\sin$ compte.', ['formula 1:5']],
  ['Ici $x^2$ compte.', ['formula 1:5']],
  ['Ici $x^2$ et $y^2$ comptent.', ['formula 1:5', 'formula 1:14']],
  ['Ici $$x^2$$ et $$y^2$$ comptent.', ['formula 1:5', 'formula 1:16']],
  ['Ici $x_i$ compte.', ['formula 1:5']],
  ['Ici $sin x$ compte.', ['formula 1:5']],
  ['Ici $2 * 3 * 4$ compte.', []],
  ['Ici $α = 3$ compte.', ['formula 1:5']],
  ['Ici $vitesse^2$ compte.', ['formula 1:5']],
  ['Ici $v_rame$ compte.', ['formula 1:5']],
  ['Ici $ma_rame$ compte.', []],
  ['Ici $logo$ compte.', []],
  ['Ici $sin x + cos x$ compte.', ['formula 1:5']],
  ['Ici $X$ compte.', ['formula 1:5']],
  ['Ici $$des mots$$ comptent.', []],
  ['Ici $$x^2$$$ compte.', []],
  ['Ici $$$x^2$$ compte.', []],
  ['Ici $ x$ compte.', []],
  ['De $x$5 ici.', []],
  ['Ici $a ~~b~~ c$ compte.', ['formula 1:5']],
  ['Les $vites ==rames== parties$ ici.', ['highlight 1:12']],
  ['Ici $$a^2\nb^2$$ compte.', ['formula 1:5']],
  ['Une ==rame `a` ici==.', ['highlight 1:5']],
  ['Si a==b== ici.', []],
  ['Un ==>a== ici.', []],
  ['Un ==a<== ici.', []],
  ['Un ==a == ici.', []],
  ['Un CO~~2~ ici.', []],
  ['Un x~i~5 ici.', []],
  ['Un x~i(~ ici.', []],
  ['Une ~rame neuve~e ici.', []],
  ['Une a~rame neuve~ ici.', []],
  ['Un x:smile: ici.', []],
  ['Un :smile:x ici.', []],
  ['Un :a: ici.', []],
  ['Le billet coûte 5 $ et 10 $.', []],
  ['Between $5 and $10 a day.', []],
  ['Les rames $vite parties$ ici.', []],
  ['Ici $à$ compte.', []],
  ['Une ==rame neuve== ici.', ['highlight 1:5']],
  ['Une == rame == ici.', []],
  ['Si a==b ou b==c.', []],
  ['Un CO~2~ ici.', ['single-tilde 1:6']],
  ['Une ~rame neuve~ ici.', ['single-tilde 1:5']],
  ['Une ~~rame~~ ici.', []],
  ['De ~5 à ~8 rames.', []],
  ['Le 1^er^ tram.', ['caret 1:5']],
  ['Un ^ et un ^ ici.', []],
  [`Un ^${'a'.repeat(21)}^ ici.`, ['caret 1:4']],
  [`Un ^${'a'.repeat(22)}^ ici.`, []],
  ['Un x~i+1~ ici.', ['single-tilde 1:5']],
  ['Ici $log x$ et $a < b$.', ['formula 1:5', 'formula 1:16']],
  ['Un tram :smile: ici.', ['emoji-name 1:9']],
  ['Un tram :+1: ici.', ['emoji-name 1:9']],
  ['Un tram :smile: ou :bus: ici.', ['emoji-name 1:9', 'emoji-name 1:20']],
  ['Un ==tram== et ~un bus~, 1^er^ et 2^e^.', ['highlight 1:4', 'single-tilde 1:16', 'caret 1:27', 'caret 1:36']],
  ['À 10:30:45 ici.', []],
  ['Le nom a:b:c ici.', []],
  ['Une \\==rame== ici.', []],
  ['Une `==rame==` ici.', []],
  ['Voir https://example.org/==a== ici.', []],
])('%s', (text, found) => {
  expect(readText(text).found).toEqual(found);
});

test.each(['sin', 'cos', 'tan', 'log', 'ln', 'exp', 'lim', 'max', 'min', 'mod'])('a formula may have the function %s', (name) => {
  expect(readText(`Ici $${name} x$ compte, $${name}er x$ non.`).found).toEqual(['formula 1:5']);
});

test('what is reported: the text and its content', () => {
  expect(readText('Une ==rame neuve== ici.').values).toEqual({ text: '==rame neuve==', content: 'rame neuve' });
  expect(readText(`Une ==${'rame '.repeat(12)}ici==.`).values?.text).toBe(`==${'rame '.repeat(12)}`.slice(0, 40));
  expect(readText('Une ==rame `a` ici==.').values?.text).toBe('==rame … ici==');
  expect(readText('Une ==rame `a`  et  `b` ici==.').values?.text).toBe('==rame … et … ici==');
});

test('each one is reported at its own place, and once', () => {
  expect(readText('Une ==rame== ou une ==rame==.').found).toEqual(['highlight 1:5', 'highlight 1:21']);
  expect(readText('Une **==rame==** ici.').found).toEqual(['highlight 1:7']);
  expect(readText('Une ==rame\nneuve== ici, une ~rame~ là.').found).toEqual(['single-tilde 2:18']);
  expect(readText('Le prix $$a^2^b$$ ici.').found).toEqual(['formula 1:9']);
});

test('stars in a formula make nothing bold, and its links have no address', () => {
  expect(readText('Ici $a *b* c$ là.').found).toEqual(['formula 1:5']);
  expect(readText('Ici $a *b* c$ là.').values).toEqual({ text: '$a *b* c$', content: 'a *b* c' });
  expect(readText('Ici $$a^2\nb^2  \nc$$ là.').values).toEqual({ text: '$$a^2 b^2 c$$', content: 'a^2\nb^2\nc' });
  expect(readText('Une ==[rame](#quai)== ici.').values).toMatchObject({ content: 'rame' });
});
