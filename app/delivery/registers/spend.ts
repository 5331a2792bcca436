/** Spend with a vendor: what invoices say, beside what the costs of its cases tell. */
import { z } from "zod";
import { choice, inQuarter, optionalAmount, optionalText, startedFromOrNone } from "#app/kernel/input";
import { type Minor, minor } from "#app/kernel/money";

/** How well an amount is known: told, estimated, or by invoice. */
export const CLAIMED = ["0", "1", "2"] as const;

/** The form of one quarter, with the versions of the entries that it saw. An empty amount takes the entry away. */
export const spendInput = (currency: string) =>
  z
    .object({
      quarter: inQuarter,
      amount: optionalAmount(currency),
      evidence: choice(CLAIMED).transform((grade) => Number(grade) as 0 | 1 | 2),
      source: optionalText(300),
      version: z.record(z.string(), startedFromOrNone).default({}),
    })
    .transform(({ version, amount, ...rest }) => ({
      ...rest,
      amountMinor: amount,
      version: version[rest.quarter] ?? 0,
    }));

export interface Compared {
  amountMinor: Minor | null;
  leastMinor: Minor | null;
  mostMinor: Minor | null;
}

/**
 * How an invoice stands to the cases' costs: paid beyond what all of them tell, within it, or less than what is its alone;
 * null where one of both is not known.
 */
export function gapOf({ amountMinor, leastMinor, mostMinor }: Compared) {
  if (amountMinor === null || leastMinor === null || mostMinor === null) return null;
  if (amountMinor > mostMinor) return { kind: "beyond" as const, by: minor(amountMinor - mostMinor) };
  if (amountMinor < leastMinor) return { kind: "short" as const, by: minor(leastMinor - amountMinor) };
  return { kind: "within" as const, by: minor(0) };
}
