import { expect, test } from 'vitest';
import { framePage, paperPage, STYLE_NONCE, studioPage } from '../../build/toolchain/studio-pages.ts';

/** Reads the content security policy of a page, by directive. */
function policyOf(page: string): Record<string, string> {
  const [, content = ''] = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(page) ?? [];
  return Object.fromEntries(content.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]));
}

const page = studioPage('studio.1.js', 'studio.2.css', { name: 'Le "dépôt" & co', list: ['<b>'] });

test('the entry page runs only its own script, and sends nothing elsewhere', () => {
  expect(policyOf(page)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${STYLE_NONCE}'`,
    'worker-src': "'self'",
    'connect-src': "'self'",
    'frame-src': "'self'",
    'img-src': "'self' blob: data:",
    'media-src': 'blob:',
    'font-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

test('the page around what plays a course loads nothing from the studio, and frames only the web', () => {
  expect(policyOf(framePage())).toEqual({
    'default-src': "'none'",
    'script-src': "blob: 'unsafe-inline'",
    'style-src': "blob: 'unsafe-inline'",
    'img-src': 'blob: data:',
    'media-src': 'blob:',
    'font-src': 'blob: data:',
    'frame-src': 'https:',
    'form-action': "'none'",
  });
});

test('the page around a document loads only what is in it', () => {
  expect(policyOf(paperPage())).toEqual({
    'default-src': "'none'",
    'script-src': "'unsafe-inline'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'font-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

test('the empty pages have a policy before anything else, and an empty body', () => {
  for (const empty of [framePage(), paperPage()]) {
    expect(empty).toMatch(/^<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta http-equiv/);
    expect(empty).toContain('<body></body>');
    expect(empty).not.toContain('<script');
  }
});

test('the entry page names its script and its style, and says in both languages what it needs', () => {
  expect(page).toContain('<script type="module" src="studio.1.js"></script>');
  expect(page).toContain('<link rel="stylesheet" href="studio.2.css">');
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('<div id="app"><p class="boot" id="boot">');
  const noScript = /<noscript>([\s\S]*)<\/noscript>/.exec(page)?.[1];
  for (const text of ['a besoin de JavaScript', '<span lang="en">Cartable Studio needs JavaScript.']) expect(noScript).toContain(text);
  for (const text of ['<span lang="en">If you opened this page', 'Si vous avez ouvert cette page']) expect(page).toContain(text);
  // Enlarging must stay possible.
  expect(page).toContain('content="width=device-width, initial-scale=1"');
});

test('settings come back as they were', () => {
  const [, content = ''] = /<meta name="cartable" content="([^"]*)">/.exec(page) ?? [];
  const text = content.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  expect(JSON.parse(text)).toEqual({ name: 'Le "dépôt" & co', list: ['<b>'] });
  const own = studioPage('a.js', 'a.css', { one: '&quot; & &amp;' });
  expect(own).toContain('content="{&quot;one&quot;:&quot;&amp;quot; &amp; &amp;amp;&quot;}"');
});
