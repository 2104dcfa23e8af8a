import { t } from '../strings.ts';

/** Translates what CodeMirror shows and reads out. */
export function phrases(): Readonly<Record<string, string>> {
  return {
    Find: t('editor.phrase.find'),
    Replace: t('editor.phrase.replace'),
    next: t('editor.phrase.next'),
    previous: t('editor.phrase.previous'),
    all: t('editor.phrase.all'),
    'match case': t('editor.phrase.case'),
    'by word': t('editor.phrase.word'),
    regexp: t('editor.phrase.pattern'),
    replace: t('editor.phrase.one'),
    'replace all': t('editor.phrase.every'),
    close: t('editor.phrase.close'),
    'current match': t('editor.phrase.current'),
    'on line': t('editor.phrase.line'),
    'replaced match on line $': t('editor.phrase.replacedOne'),
    'replaced $ matches': t('editor.phrase.replacedAll'),
    Completions: t('editor.phrase.completions'),
    'Selection deleted': t('editor.phrase.deleted'),
    go: t('editor.phrase.go'),
    'Go to line': t('editor.phrase.goTo'),
  };
}
