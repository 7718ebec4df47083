// Opens the storage file named first, writes a language for each place named after it, says so, and waits to be killed.
import type { PlaceRef } from '../../../src/core/chat/identity.ts';
import { openStorage } from '../../../src/infra/storage/open-storage.ts';

const [file = '', ...places] = process.argv.slice(2);
const storage = await openStorage({ kind: 'sqlite', file });
for (const place of places) await storage.preferences.setLanguage(place as PlaceRef, 'en');
process.stdout.write('written\n');
process.stdin.resume();
