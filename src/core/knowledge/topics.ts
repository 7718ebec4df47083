/** The fields of the relationship an event can be filed under. */
export const TOPICS = [
  'agreement',
  'culture',
  'defense',
  'diplomacy',
  'education',
  'environment',
  'health',
  'human-rights',
  'humanitarian',
  'investment',
  'law',
  'maritime',
  'migration',
  'people',
  'science',
  'tourism',
  'trade',
  'visit',
  'war',
  'war-legacy',
] as const;

export type Topic = (typeof TOPICS)[number];
