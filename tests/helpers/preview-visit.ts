import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';

/** A visit of the bakery's session in the preview. */
export class PreviewVisit {
  readonly page: Page;
  private readonly origin: string;

  /** @param origin address of the preview, without a slash at its end */
  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
  }

  get sco(): FrameLocator {
    return this.page.frameLocator('#sco');
  }

  /** Reads a fact beside the session, such as its score. */
  fact(name: string): Promise<string | null> {
    return this.page.locator('#facts div', { hasText: name }).locator('dd').textContent();
  }

  /** Opens the session, and waits for its LMS. */
  async play(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`${this.origin}/play/boulangerie/petrissage?${new URLSearchParams(settings)}`);
    await this.sco.locator('[data-save="saved"], [data-save="review"], [data-save="browse"]').waitFor();
  }

  /** Erases the learner's record. */
  async eraseAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tout effacer' }).click();
    await this.sco.locator('[data-save="saved"]').waitFor();
  }

  async answer(choice: string): Promise<void> {
    // After « Réessayer » presses are ignored for a moment.
    await this.sco.locator('[data-activity]:not([data-calm])').getByRole('radio', { name: choice }).check();
    await this.sco.getByRole('button', { name: 'Vérifier ma réponse' }).click();
  }
}

/** Returns the file in which the preview keeps a learner's record. */
export function recordFile(project: string, version: string, learner: string): string {
  return join(project, '.cartable/preview/boulangerie/petrissage', version, `${learner}.json`);
}
