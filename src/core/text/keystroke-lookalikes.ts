/**
 * Frequent English words, names and abbreviations that read as Telex keystrokes of a Vietnamese syllable. Found by
 * reading the commonest English words as Telex; folded.
 */
const LOOKALIKES =
  'air aids bee boo arm arms as asp axis bar bars bats bays beef been beer bees bias bits boom boost boots born bow box burn ' +
  'bust bus cap caps car cars cast cats chair chaos charm chef chest chips choir corn cost cow cows cox cups cuts ' +
  'dams dans dar dawn days dear deer dees deep dips dir dirs dis docs does door dor dos dots doom dow down downs dust ' +
  'er es est ex far fax fix for gap gaps gas gis guns hair hairs ham hans harm has hats her hers him his hist ' +
  'hits hoax hoof hoop horn host how if imf ins ips ir is it its ix keen keep keeps lab laos laps las last lawn lax ' +
  'lee lens les lets lips list lists loo loans loops los lost lot lots low luis lust maj map maps mar mars mast max meets ' +
  'mias mir mix mos most moon moor mow mus must nest ngos niece noon nor nos now nuns nuts of off or our own owns pas ' +
  'per queen queens quest raf rays reef ref res rest rex rise roof room rooms roots row rows runs sachs sar sat saw ' +
  'says see seem seems seen sees sets sex sir sis six sons songs soon sox sum sums sur sw tan tar tax teen teens ' +
  'tens term terms test texas thats this thor thus tips tee too tons torn town towns trans tree trees trips trust tur turn ' +
  'us usa usaf usb usc uso usn ust vars vast vef vets vow vows war was wax xix xxx yes you your zoom sworn troops ' +
  'co2 h2o su27 su57 an2 an26 mi8 a1 e2';

/** Those that Vietnamese writes often enough to be read as keystrokes between others: Mĩ, sĩ, hải, bên, tên, môn. */
const ALSO_VIETNAMESE = 'mix six hair been teen moon car cow nos max hats cats bar las boots cuts chair';

const lookalikes: ReadonlySet<string> = new Set(LOOKALIKES.split(' '));
const alsoVietnamese: ReadonlySet<string> = new Set(ALSO_VIETNAMESE.split(' '));

/** Whether a folded word is more likely English, a name or an abbreviation than keystrokes. */
export function looksLikeKeystrokes(folded: string): boolean {
  return lookalikes.has(folded);
}

/** Whether a look-alike is keystrokes after all where the words around it are. */
export function isKeystrokesAmongKeystrokes(folded: string): boolean {
  return alsoVietnamese.has(folded);
}
