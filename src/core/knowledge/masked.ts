/** Stands where a figure or a date was removed from the source of a text. */
export const MASK = '[…]';

export const isMasked = (text: string): boolean => text.includes(MASK);
