import type { Brand } from '../brand.ts';

/**
 * A date in the profile of EDTF (ISO 8601-2) this project uses: `1995-07-12`, `1995-07`, `1995`, `199X`, `19XX`,
 * `XXXX-07-12`, `XXXX-07`, and the intervals `A/B`, `A/..`, `../B` of the first five. Made by {@link parseEdtf} only.
 */
export type Edtf = Brand<string, 'Edtf'>;
