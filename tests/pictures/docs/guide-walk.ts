import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Language, root } from '../../helpers/examples-project.ts';
import { type Story, stories } from './guide-story.ts';

/** Texts of the studio by key, in one language. */
export function studioWords(lang: Language): Readonly<Record<string, string>> {
  const folder = join(root, 'build/studio/strings');
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${lang}.json`));
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Name of a type as the studio shows it. */
function typeLabel(type: string, lang: Language): string {
  return JSON.parse(readFileSync(join(root, 'templates', type, 'strings.json'), 'utf8'))[lang].label;
}

/** The guide in each language. */
export const GUIDES = { fr: 'docs/premiere-seance.md', en: 'docs/first-session.md' } as const;

/** Steps of the guide of which there is a picture, in their order. */
export const STEPS = ['create', 'cover', 'people', 'scene', 'choice', 'quiz', 'package', 'moodle'] as const;
export type Step = (typeof STEPS)[number];

/** Takes what is on screen at a step. */
export type Look = (step: Step) => Promise<void>;

/** Writes the session of the guide in the studio, as the guide describes it. */
export class GuideWalk {
  private readonly page: Page;
  private readonly lang: Language;
  private readonly words: Readonly<Record<string, string>>;
  private readonly story: Story;
  private readonly look: Look;

  constructor(page: Page, lang: Language, look: Look) {
    this.page = page;
    this.lang = lang;
    this.words = studioWords(lang);
    this.story = stories[lang];
    this.look = look;
  }

  /** Plays all steps. @returns the files that the studio has written, by name */
  async play(): Promise<Readonly<Record<string, string>>> {
    await this.create();
    await this.cover();
    await this.firstPage();
    await this.people();
    await this.scene();
    await this.choice();
    await this.quiz();
    await this.ending();
    await this.prepare();
    return this.written();
  }

  /** Returns a text of the studio, with values for what is in braces. */
  private format(key: string, values: Readonly<Record<string, string>> = {}): string {
    const text = this.words[key];
    if (text === undefined) throw new Error(`the studio has no ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  }

  private button(key: string, values?: Readonly<Record<string, string>>): Locator {
    return this.page.getByRole('button', { name: this.format(key, values), exact: true });
  }

  private field(name: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('textbox', { name, exact: true });
  }

  private async show(step: Step): Promise<void> {
    await this.look(step);
  }

  /** Waits until the preview shows a text, and brings it into view. */
  private async follow(text: string): Promise<void> {
    const session = this.page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
    const place = session.getByText(text).first();
    await place.waitFor({ state: 'visible' });
    await place.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  }

  private async create(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: new RegExp(`^${this.format('template.blank')}`) }).click();
    await page.getByLabel(this.format('new.title')).fill(this.story.course);
    await this.show('create');
    await this.button('new.create').click();
    await page.locator('.cm-content').waitFor();
  }

  private async cover(): Promise<void> {
    const { page, story } = this;
    await page.getByRole('button', { name: this.format('front.heading') }).click();
    await this.field(this.format('front.lead')).fill(story.lead);
    await this.field(this.format('front.duration')).fill('15');
    for (const [index, aim] of story.aims.entries()) {
      await this.button('front.aim', { number: '' }).or(this.button('front.aimAdd')).click();
      await this.field(this.format('front.aim', { number: String(index + 1) })).fill(aim);
    }
    await this.show('cover');
    await this.button('forms.done').click();
  }

  private async firstPage(): Promise<void> {
    const { page, story } = this;
    const plan = page.getByRole('navigation', { name: this.format('plan.of') });
    const name = this.lang === 'fr' ? 'Première page' : 'First page';
    await plan.getByRole('button', { name: this.format('plan.menu', { name }) }).click();
    await page.getByRole('menuitem', { name: this.format('plan.rename') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(this.format('plan.title')).fill(story.page);
    await dialog.getByRole('button', { name: this.format('plan.save') }).click();
    await page.locator('.cm-line').last().scrollIntoViewIfNeeded();
    const line = page.locator('.cm-line', { hasText: this.lang === 'fr' ? 'Écrivez ici' : 'Write here' });
    await line.click();
    for (const key of ['End', 'Shift+Home']) await page.keyboard.press(key);
    await page.keyboard.type(story.start);
  }

  private async people(): Promise<void> {
    const { page, story } = this;
    await this.button('view.course').click();
    const sections = page.getByRole('navigation', { name: this.format('course') });
    await sections.getByRole('button', { name: this.format('course.people') }).click();
    for (const { name, role, hair } of story.people) {
      await page.getByLabel(this.format('course.newPerson')).fill(name);
      await this.button('course.addPerson').click();
      await page
        .getByRole('group', { name: this.format('face.hair') })
        .getByRole('radio', { name: this.format(hair), exact: true })
        .check();
      await page.getByLabel(this.format('course.role')).fill(role);
      await page.getByLabel(this.format('course.role')).blur();
    }
    await this.show('people');
    await sections.getByRole('button', { name: this.format('course.theme') }).click();
    await page.getByRole('radio', { name: new RegExp(this.format('course.look.editorial')) }).check();
    await this.button('view.write').click();
  }

  /** Adds a type at the end of the page; its form opens. */
  private async add(type: string): Promise<void> {
    const { page } = this;
    const label = typeLabel(type, this.lang);
    await this.button('add.button').click();
    const dialog = page.getByRole('dialog', { name: this.format('add.title') });
    await dialog.getByText(label, { exact: true }).first().click();
    await dialog.getByRole('button', { name: this.format('add.insert') }).click();
    await page.getByRole('heading', { name: label, exact: true }).waitFor();
  }

  private async scene(): Promise<void> {
    const { page, story } = this;
    const [amina, bruno] = story.people;
    await this.add('scene');
    await this.field(this.format('forms.prompt')).fill(story.scene.prompt);
    const speech = (number: number): Locator => page.getByRole('group', { name: `${this.format('forms.speech')} ${number}` });
    for (const [number, name, text] of [
      [1, bruno.name, story.scene.first],
      [2, amina.name, story.scene.second],
    ] as const) {
      await speech(number).getByLabel(this.format('forms.person')).selectOption({ label: name });
      await this.field(this.format('forms.text'), speech(number)).fill(text);
    }
    await speech(1)
      .getByLabel(this.format('forms.expression'))
      .selectOption({ label: this.format('value.tired') });
    await this.field(this.format('attr.place')).fill(story.scene.place);
    await this.follow(story.scene.first);
    await this.show('scene');
    await this.button('forms.done').click();
  }

  /** Fills in answers and their feedback. @param part name of an answer in the studio */
  private async answers(part: string, answers: readonly (readonly [string, string])[]): Promise<void> {
    for (const [index, [text, feedback]] of answers.entries()) {
      const name = `${part} ${index + 1}`;
      await this.field(name).fill(text);
      await this.field(this.format('forms.feedbackOf', { part: name })).fill(feedback);
    }
  }

  private async choice(): Promise<void> {
    const { question, answers } = this.story.choice;
    await this.add('choice');
    await this.field(this.format('forms.question')).fill(question);
    await this.answers(this.format('forms.answer'), answers);
    await this.page.getByRole('checkbox', { name: this.format('attr.shuffle') }).check();
    await this.follow(question);
    await this.show('choice');
    await this.button('forms.done').click();
  }

  private async quiz(): Promise<void> {
    const { prompt, question, answers, statements } = this.story.quiz;
    const edit = this.page.locator('.s-form-body').getByRole('button', { name: new RegExp(`^${this.format('forms.edit')}`) });
    await this.add('quiz');
    await this.field(this.format('forms.prompt')).fill(prompt);
    await edit.nth(0).click();
    await this.field(this.format('forms.question')).fill(question);
    await this.answers(this.format('forms.answer'), answers);
    await this.button('forms.next').click();
    await this.answers(this.format('forms.statement'), statements);
    await this.follow(statements[0][0]);
    await this.show('quiz');
    await this.button('forms.done').click();
  }

  private async ending(): Promise<void> {
    const { page } = this;
    await page.locator('.cm-scroller').evaluate((place) => place.scrollTo(0, 0));
    await page.getByRole('button', { name: this.format('front.heading') }).click();
    await page.getByLabel(this.format('front.completionWhen')).selectOption({ label: this.format('front.completion.activities') });
    await this.button('forms.done').click();
  }

  private async prepare(): Promise<void> {
    await this.button('view.prepare').click();
    await this.page.getByText(this.format('prepare.check.clean')).waitFor();
    await this.show('package');
    await this.show('moodle');
  }

  /** Reads the course from the browser's storage. */
  private async written(): Promise<Readonly<Record<string, string>>> {
    return this.page.evaluate(async () => {
      const texts: Record<string, string> = {};
      const read = async (folder: FileSystemDirectoryHandle): Promise<void> => {
        for await (const one of (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values()) {
          if (one.kind === 'directory') await read(one as FileSystemDirectoryHandle);
          else if (/\.(?:md|yaml)$/.test(one.name)) texts[one.name] = await (await (one as FileSystemFileHandle).getFile()).text();
        }
      };
      await read(await navigator.storage.getDirectory());
      return texts;
    });
  }
}
