import type { ModuleState, PlayerSettings } from '../settings.ts';
import { showErrors } from './diagnostics.ts';
import { byId } from './element.ts';
import { startPlayer } from './player.ts';
import { onSave, query } from './server.ts';

type Words = Readonly<Record<string, string>>;

function parsed<Value>(id: string): Value {
  return JSON.parse(byId(id).textContent ?? '');
}

/** The list of courses shows what is wrong in each; what a save adds or takes away is there after a reload. */
function startHome(words: Words): void {
  let saves = 0;
  onSave(() => {
    if (saves++ > 0) location.reload();
  }, words.broken ?? '');
  for (const section of document.querySelectorAll<HTMLElement>('[data-state]')) {
    const box = section.querySelector<HTMLElement>('.v-errors');
    void query<ModuleState>(section.dataset.state ?? '').then(({ errors }) => box && showErrors(box, errors, words, ''));
  }
}

// Deferred scripts, scorm-again among them, have run by then.
addEventListener('DOMContentLoaded', () => {
  if (document.body.dataset.view === 'player') startPlayer(parsed<PlayerSettings>('settings'));
  else startHome(parsed<Words>('words'));
});
