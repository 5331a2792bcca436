/** Countries as they are kept, a code of ISO 3166-1, and as people read and type them. */
import { Refusal } from "./refusal";
import { fold, type Locale } from "./told";

const CODES = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD " +
  "CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF " +
  "GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN " +
  "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA " +
  "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI " +
  "SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI " +
  "VN VU WF WS XK YE YT ZA ZM ZW"
).split(" ");

const nameOf = (code: string, locale: Locale) => new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;

// Made at the first country that is typed by its name: Intl takes its time.
let codesByName: ReadonlyMap<string, string> | undefined;

function byName(): ReadonlyMap<string, string> {
  codesByName ??= new Map(
    (["en", "fr"] as const).flatMap((locale) => {
      const names = new Intl.DisplayNames(locale, { type: "region" });
      return CODES.map((code) => [fold(names.of(code) ?? code), code] as const);
    }),
  );
  return codesByName;
}

/** The code of a country that somebody typed as a code or by its name in French or English; null where it is none. */
export function countryCode(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return CODES.includes(code) ? code : (byName().get(fold(typed.trim())) ?? null);
}

/** A country as people read it: a code or a name becomes a name in their language, what is none stays as it was typed. */
export function countryName(country: string | null, locale: Locale): string | null {
  const code = country && countryCode(country);
  return code ? nameOf(code, locale) : country;
}

/**
 * What is kept of a country that was typed: its code, or what stands where that means the same or was typed in the past.
 * @throws Refusal 409 for what is no country
 */
export function countryToKeep(typed: string | null, stored: string | null): string | null {
  const code = typed === null ? null : countryCode(typed);
  if (stored !== null && (typed === stored || (code !== null && code === countryCode(stored)))) return stored;
  if (typed !== null && code === null) throw new Refusal(409, "desk.refusal.no-country", { typed });
  return code;
}
