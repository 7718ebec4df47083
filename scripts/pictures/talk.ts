/** What somebody asks in a picture. */
export interface Turn {
  readonly asked: string;
  /** What the person's program speaks. */
  readonly language: 'vi' | 'en';
}

/** A button below an answer, in a row of its own or beside others. */
export type Rows = readonly (readonly string[])[];

/** What went out over the wire, ready to be shown. */
export interface Exchange {
  readonly asked: string;
  /** The answer as HTML of ours. */
  readonly html: string;
  readonly buttons: Rows;
}

/** What is asked in the pictures that are kept, and in all others that are made to be looked at. */
export const TALKS: Readonly<Record<'answers' | 'dates', readonly Turn[]>> = {
  answers: [
    { asked: 'Việt Nam và Mỹ bình thường hóa quan hệ khi nào?', language: 'vi' },
    { asked: 'Kim ngạch thương mại Việt Mỹ năm 2019 là bao nhiêu?', language: 'vi' },
    { asked: 'What did Nixon eat in Hanoi?', language: 'en' },
  ],
  dates: [
    { asked: '/date 7/11', language: 'en' },
    { asked: '/homnay 12/7', language: 'vi' },
  ],
};

export type TalkName = keyof typeof TALKS;

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
