/** What a number format shows: a day, a day with its time, a padded number, or the number itself. */
export type NumberShape = "day" | "moment" | "number" | { zeros: number };

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);

/** The shape of a number format of a workbook (ECMA-376 part 1, 18.8.30): its id and, for custom ones, its code. */
export function numberShape(id: number, code: string | undefined): NumberShape {
  if (BUILT_IN_DAYS.has(id)) return "day";
  if (id === 22) return "moment";
  if (!code) return "number";
  if (/^0{2,}$/.test(code)) return { zeros: code.length };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  if (/general/i.test(bare)) return "number";
  if (/[yd]/i.test(bare)) return /h/i.test(bare) ? "moment" : "day";
  return "number";
}

/** A workbook's number as people read it in the sheet. Days come out as `2024-01-31`, moments as `2024-01-31 09:30`. */
export function showNumber(raw: string, shape: NumberShape, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  if (shape === "day" || shape === "moment") return showSerial(value, shape, from1904) ?? raw;
  // Spreadsheets show 15 digits; 0.1 + 0.2 is stored as 0.30000000000000004.
  const text = String(Number(value.toPrecision(15)));
  return typeof shape === "object" && /^\d+$/.test(text) ? text.padStart(shape.zeros, "0") : text;
}

/** Days since 1899-12-30 (1904-01-01 in old Mac workbooks); before March 1900 the count includes a day that never was. */
function showSerial(serial: number, shape: "day" | "moment", from1904: boolean): string | null {
  if (serial < 0 || serial > 2_958_466) return null;
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  const [on = "", time = ""] = instant.toISOString().split("T");
  return shape === "moment" && !time.startsWith("00:00:00") ? `${on} ${time.slice(0, 5)}` : on;
}

/** The place of a cell's column, from 0: `A1` is 0, `AB12` is 27. Null when the reference is not one. */
export function columnOf(reference: string): number | null {
  let column = 0;
  let letters = 0;
  for (; letters < reference.length; letters++) {
    const code = reference.charCodeAt(letters) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return letters === 0 || letters > 3 ? null : column - 1;
}

/** Text of a sheet: `_x000D_` stands for a character that XML cannot hold. */
export function plainText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
