import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages, types } from '../helpers/examples-project.ts';
import { RULES } from '../helpers/html-rules.ts';
import { readZip } from '../helpers/read-zip.ts';
import { galleryPackage } from '../helpers/shared-packages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: RULES,
});

describe.each(languages)('in %s', (lang) => {
  /** The launched page (shell and first page), and the one to read without script. */
  let launched = '';
  let html = '';

  beforeAll(async () => {
    const entries = await readZip(galleryPackage(lang, 'web'));
    const text = (name: string): string => entries.find((entry) => entry.name === name)?.content.toString('utf8') ?? '';
    launched = text('index.html');
    html = text('text.html');
  });

  test.each([
    ['launched', () => launched],
    ['to read', () => html],
  ])('the page %s is valid HTML', async (_name, page) => {
    const report = await validator.validateString(page());
    const found = report.results.flatMap((result) =>
      result.messages.map(({ line, ruleId, message, selector }) => `${line} ${ruleId}: ${message} ${selector ?? ''}`),
    );
    expect(found).toEqual([]);
  });

  test('the whole text can be read without script, and holds no key, feedback or model answer', () => {
    expect(html).not.toContain('<script');
    expect(launched).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(launched).toContain('href="text.html"');
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
    expect(html).not.toMatch(/<(?!a )[^>]*\bhref="https?:|src="https?:/);
    for (const type of types) expect(html).toContain(`data-page="page-${type}"`);
    expect(html).not.toMatch(/data-(right|answer|feedback|key)\b/);
  });
});
