import { describe, expect, test } from "vitest";
import { z } from "zod";
import { decimal, errorsOf, whole } from "#app/kernel/input";

/** What a typed text becomes, or the message that refuses it. */
function read(schema: z.ZodType, typed: string) {
  const result = z.object({ field: schema }).safeParse({ field: typed });
  return result.success ? result.data.field : errorsOf(result.error).field?.key;
}

describe("A typed number", () => {
  test.each([
    ["12", 12, 12],
    ["1 200", 1_200, 1_200],
    ["12,5", "desk.input.not-whole", 12.5],
    ["12.5", "desk.input.not-whole", 12.5],
    // A hint that offers 12.5 is no help where a whole number is asked.
    ["douze", "desk.input.not-a-whole-number", "desk.input.not-a-number"],
    ["1,234", "desk.input.not-a-whole-number", "desk.input.not-a-number"],
    ["", "desk.input.required", "desk.input.required"],
  ])("%j is %s as a whole number, and %s as any", (typed, asWhole, asAny) => {
    expect([read(whole(), typed), read(decimal(), typed)]).toEqual([asWhole, asAny]);
  });
});
