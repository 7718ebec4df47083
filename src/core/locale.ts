/** The languages the bot speaks and reads, as BCP 47 tags; the first is the default. */
export const LOCALES = ['vi', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** A text in every language the bot speaks; a missing one does not compile. */
export type Localized<Value = string> = Readonly<Record<Locale, Value>>;

export const DEFAULT_LOCALE: Locale = 'vi';

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);
