import { expect, test } from "vitest";
import { conflictOf } from "#app/business-cases/conflict-fields";
import { speechFor } from "#app/locales/speech";

const line = (more: Record<string, string>) => ({
  ...{ "lines.0.id": "a", "lines.0.kind": "usage", "lines.0.label": "Pages", "lines.0.unit": "pages" },
  ...{ "lines.0.unitsPerQuarter.likely": "12000", "lines.0.unitPrice.likely": "0,005" },
  ...{ "lines.0.startsAfterQuarters": "1", discountRate: "8,5", ...more },
});

test("Two versions are told apart in units, with numbers as everywhere", () => {
  const prices = "Prix unitaire : 0,005 € · Commence après : 1 trim.";
  const speech = speechFor("fr", "EUR", "Europe/Paris");
  const changed = line({
    ...{ "lines.0.unitsPerQuarter.low": "9500,5", "lines.0.unitPrice.likely": "0,02" },
    ...{ "lines.0.startsAfterQuarters": "deux", discountRate: "8" },
  });
  const first = line({ "lines.0.unitsPerQuarter.low": "9500,5" });
  const plain = (text: string | undefined) => text?.replace(/\s/g, " ");
  const found = conflictOf(speech, first, changed);
  expect(plain(found.at(-1)?.yours)).toBe(prices);
  // What is no number stays as it was typed.
  expect(plain(found.at(-1)?.theirs)).toBe("Prix unitaire : 0,02 € · Commence après : deux");
  expect(plain(found[2]?.yours)).toBe("8,5 %");
  const alone = conflictOf(speech, first, { discountRate: "8,5" }).at(-1);
  expect(plain(alone?.yours)).toBe(`Pages · Unités par trimestre : 12 000 (9 500,5 – 12 000) · pages · ${prices}`);
});
