// @vitest-environment happy-dom
import { afterAll, expect, it, vi } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { definition as schema } from './type.ts';

it.each([
  ['::embed{url="https://exemple.fr/carte" title="La carte"}', ['other-site:1']],
  ['::embed{url="http://exemple.fr/carte" title="La carte"}', ['address-of-no-site:1', 'other-site:1']],
  ['::embed{url="data:text/html,x" title="La carte"}', ['refused-address:1', 'other-site:1']],
  ['::embed{url="https://exemple.fr/carte"}', ['missing-attribute:1']],
])('%s', (text, codes) => expect(readActivity('embed', schema, text).found).toEqual(codes));

function page(): HTMLElement {
  document.body.innerHTML = `<figure><figcaption class="embed-title">La carte</figcaption><div class="embed-ask"><p><span class="embed-before">Rien encore</span><span class="embed-after" hidden>Chargé</span> <span class="embed-site"></span></p>
    <button class="embed-load" hidden>Ici</button><a href="https://nom@exemple.fr:8443/carte?x=1">Là</a></div><p class="embed-blocked" hidden></p></figure>`;
  const root = document.querySelector('figure') as HTMLElement;
  mount(root);
  return root;
}

// Tests must not load anything.
const load = vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(() => undefined);
afterAll(() => load.mockRestore());

it('loads nothing before the learner asks, and names the site', () => {
  const root = page();
  expect(load).not.toHaveBeenCalled();
  expect(root.querySelector('.embed-site')?.textContent).toBe('(exemple.fr)');
  const button = root.querySelector('button') as HTMLButtonElement;
  expect(button.hidden).toBe(false);
  button.click();
  const frame = root.querySelector('iframe') as HTMLIFrameElement;
  expect(load).toHaveBeenCalledWith('https://nom@exemple.fr:8443/carte?x=1');
  expect([frame.title, frame.referrerPolicy, frame.getAttribute('sandbox')]).toEqual([
    'La carte',
    'no-referrer',
    'allow-scripts allow-same-origin allow-forms allow-popups',
  ]);
  expect([frame.className, frame.nextElementSibling?.className, button.hidden]).toEqual(['embed-frame', 'embed-ask', true]);
  expect([document.activeElement, frame.tabIndex]).toEqual([frame, -1]);
});

it('names the frame by the title, which has no other name', () => {
  const root = page();
  root.querySelector('figcaption')?.remove();
  root.querySelector('button')?.click();
  expect(root.querySelector('iframe')?.title).toBe('');
});

it.each(['HTTPS://exemple.fr/autre?x', 'https://exemple.fr?x', 'https://exemple.fr#carte', 'https://exemple.fr:9/'])(
  'goes back to the link where the host forbids the frame: %s',
  (blockedURI) => {
    const root = page();
    root.querySelector('button')?.click();
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI }));
    expect(root.querySelector('iframe')).toBeNull();
    expect(root.querySelector<HTMLElement>('.embed-blocked')?.hidden).toBe(false);
    expect(document.activeElement).toBe(root.querySelector('a'));
  },
);

it('keeps the frame when the host forbids something else', () => {
  const root = page();
  document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI: 'https://exemple.fr' }));
  expect(root.querySelector<HTMLElement>('.embed-blocked')?.hidden).toBe(true);
  root.querySelector('button')?.click();
  for (const blockedURI of ['https://autre.fr', 'inline', 'https://exemple.fr.autre.fr/exemple.fr'])
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI }));
  expect([root.querySelectorAll('iframe').length, root.querySelector<HTMLElement>('.embed-blocked')?.hidden]).toEqual([1, true]);
});

/** Current text about the site. */
const reported = (root: HTMLElement): string[] =>
  [...root.querySelectorAll<HTMLElement>('.embed-before, .embed-after')]
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent ?? '');

it('no longer says that nothing is loaded once it is, and says so again where the host forbade it', () => {
  const root = page();
  expect(reported(root)).toEqual(['Rien encore']);
  root.querySelector('button')?.click();
  expect(reported(root)).toEqual(['Chargé']);
  document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI: 'https://exemple.fr' }));
  expect(reported(root)).toEqual(['Rien encore']);
});
