declare const brand: unique symbol;

/** A value that has passed a check: only the parser named in the brand's own file makes one. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
