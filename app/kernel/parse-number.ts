/**
 * A number as French or English people write it: `1 234,5`, `1,234.5`, `12 %`, or `8E-07` as spreadsheets save what is small. Null when it is none, and for `1,234`:
 * one and a bit in French, a thousand in English, and a wrong guess would be a thousand times off.
 */
export function parseNumber(typed: string): number | null {
  const bare = typed.replace(/[\s\u00a0\u202f€$£%]/g, "").replace("−", "-");
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(bare)) return null;
  const lastComma = bare.lastIndexOf(",");
  const lastDot = bare.lastIndexOf(".");
  // With both signs the last one is the decimal sign; a lone comma is one too unless it groups thousands twice.
  const decimalComma = lastComma > lastDot && bare.indexOf(",") === lastComma;
  const plain = decimalComma ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
