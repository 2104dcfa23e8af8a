import { language } from '../strings.ts';

/** Switches the page to the other language, and remembers it for the next visit. */
export function switchLanguage(): void {
  language.value = language.value === 'fr' ? 'en' : 'fr';
  document.documentElement.lang = language.value;
  localStorage.setItem('cartable-studio-language', language.value);
}
