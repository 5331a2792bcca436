import { z } from "zod";
import { optionalAmount, optionalText, optionalWhole, startedFrom, text, ticked } from "#app/kernel/input";
import type { Told } from "#app/kernel/told";

/** A department as its form sends it; the hourly cost is in the organisation's currency. */
export const departmentInput = (currency: string) =>
  z
    .object({
      code: text(20)
        .transform((typed) => typed.toUpperCase())
        .refine((code) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code), "people.input.not-a-code"),
      nameFr: optionalText(120),
      nameEn: optionalText(120),
      headcount: optionalWhole({ min: 0, max: 10_000_000 }),
      hourlyCost: optionalAmount(currency, { min: 0, max: 100_000 }),
      active: ticked,
    })
    .refine(({ nameFr, nameEn }) => nameFr || nameEn, {
      path: ["nameFr"],
      message: "people.input.name-in-one-language",
    })
    .transform(({ nameFr, nameEn, ...rest }) => {
      const name: Told = { ...(nameFr && { fr: nameFr }), ...(nameEn && { en: nameEn }) };
      return { ...rest, name };
    });
export type DepartmentInput = z.output<ReturnType<typeof departmentInput>>;

export const departmentVersion = z.object({ version: startedFrom });
