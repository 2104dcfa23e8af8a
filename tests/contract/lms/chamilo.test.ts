import { expect, test } from 'vitest';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { begun, fresh, passed } from '../../lms/bakery.ts';

const status = 'cmi.core.lesson_status';
type Elements = Record<string, string>;

/** Chamilo's habits around the status, as its sources have them (docs/chamilo-claroline.md). */
class Chamilo {
  readonly kept: Elements;
  private readonly held: Elements;
  private isTold = false;

  constructor(kept: Elements = {}) {
    this.kept = kept;
    this.held = { ...kept };
  }

  /** Keeps nothing once the status is final. */
  private readonly commit = (): string => {
    if (!/^(?:browsed|completed|passed|failed)$/.test(this.kept[status] ?? '')) Object.assign(this.kept, this.held);
    return 'true';
  };

  readonly api = {
    LMSInitialize: () => 'true',
    LMSGetValue: (element: string) => this.held[element] ?? '',
    LMSSetValue: (element: string, value: string) => {
      this.isTold ||= element === status;
      this.held[element] = value;
      return 'true';
    },
    LMSCommit: this.commit,
    LMSFinish: this.commit,
    LMSGetLastError: () => '0',
    save_asset: () => undefined,
  };

  /** Closes the page: Chamilo then saves by itself, and marks a visit that sent no status as completed. */
  close(): void {
    if (!this.isTold) this.held[status] = 'completed';
    this.commit();
  }
}

test('an unconfirmed save closes nothing', () => {
  const { api, kept } = new Chamilo();
  const driver = createScorm12(api);
  driver.start();
  driver.save(fresh);
  driver.witnessed?.(false);
  expect(driver.save(begun)).toEqual({ ok: true });
  expect(kept).toMatchObject({ [status]: 'incomplete', 'cmi.suspend_data': begun.state, 'cmi.core.score.raw': '25' });
  driver.save(passed);
  driver.witnessed?.(false);
  driver.leave(passed);
  expect(kept).toMatchObject({ [status]: 'passed', 'cmi.suspend_data': passed.state });
});

test.each([
  ['not attempted', 'incomplete'],
  ['incomplete', 'incomplete'],
  ['passed', 'passed'],
])('a visit that says nothing, such as that of a second tab, completes nothing: %s', (before, after) => {
  const lms = new Chamilo({ [status]: before, 'cmi.suspend_data': 'v1-1' });
  createScorm12(lms.api).start();
  lms.close();
  expect(lms.kept).toEqual({ [status]: after, 'cmi.suspend_data': 'v1-1' });
});
