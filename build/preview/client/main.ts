import type { ModuleState, PlayerSettings } from '../settings.ts';
import { showErrors } from './diagnostics.ts';
import { byId } from './element.ts';
import { startPlayer } from './player.ts';
import { onSave, query } from './server.ts';

type Strings = Readonly<Record<string, string>>;

function parsed<Value>(id: string): Value {
  return JSON.parse(byId(id).textContent ?? '');
}

/** Shows the errors of each course in the list; added or removed courses appear after a reload. */
function startHome(strings: Strings): void {
  let saves = 0;
  onSave(() => {
    if (saves++ > 0) location.reload();
  }, strings.broken ?? '');
  for (const section of document.querySelectorAll<HTMLElement>('[data-state]')) {
    const box = section.querySelector<HTMLElement>('.v-errors');
    void query<ModuleState>(section.dataset.state ?? '').then(({ errors }) => box && showErrors(box, errors, strings, ''));
  }
}

// By then, deferred scripts such as scorm-again have run.
addEventListener('DOMContentLoaded', () => {
  if (document.body.dataset.view === 'player') startPlayer(parsed<PlayerSettings>('settings'));
  else startHome(parsed<Strings>('words'));
});
