import { render } from 'preact';
import { readSettings } from './settings.ts';
import { chooseLanguage, language } from './strings.ts';
import { App } from './ui/app.tsx';

language.value = chooseLanguage(localStorage.getItem('cartable-studio-language'), navigator.language);
document.documentElement.lang = language.value;
const app = document.getElementById('app');
app?.replaceChildren();
if (app) render(<App settings={readSettings()} />, app);
if ('serviceWorker' in navigator) {
  void navigator.serviceWorker.register('service-worker.js').then(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('rest');
  });
}
