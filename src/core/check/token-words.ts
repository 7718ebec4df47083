/** Runs of letters of a text as they are written, in order. */
export const tokenWords = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
