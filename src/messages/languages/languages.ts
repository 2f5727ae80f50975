import { en } from './en.ts';
import type { Texts } from './en.ts';

type Language = {
  /** What it calls itself. */
  readonly name: string;
  load(): Promise<{ readonly texts: Texts }>;
};

export type Languages = Readonly<Record<string, Language>>;

/**
 * Every language, by Discord's locale or the part before its hyphen. To add one, add its file and a line here. All but
 * English are loaded while the bot connects.
 */
export const LANGUAGES = {
  en: { name: 'English', load: async () => ({ texts: en }) },
  'pt-BR': { name: 'Português do Brasil', load: () => import('./pt-BR.ts') },
  es: { name: 'Español', load: () => import('./es.ts') },
  fr: { name: 'Français', load: () => import('./fr.ts') },
  de: { name: 'Deutsch', load: () => import('./de.ts') },
  ja: { name: '日本語', load: () => import('./ja.ts') },
} satisfies Languages;

export const FALLBACK = 'en';

/** What a language calls itself. One that there isn't is English. */
export function languageName(language: string, languages: Languages = LANGUAGES): string {
  return (
    (Object.hasOwn(languages, language) ? languages[language] : undefined)?.name ??
    LANGUAGES.en.name
  );
}

/** The language for a locale: that one, the part before its hyphen, or English. */
export function languageOf(locale: string, languages: Languages = LANGUAGES): string {
  const [language = ''] = locale.split('-', 1);
  return [locale, language].find((known) => Object.hasOwn(languages, known)) ?? FALLBACK;
}
