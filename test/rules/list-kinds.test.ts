/** Thousands of cases told in one text are counted as they are, or not at all. */
import { describe, expect, test } from "vitest";
import { kindsIn } from "#app/use-cases/list/kinds.server";

const line = (...fields: (string | number)[]) => fields.join("\u001f");
const told = (...lines: string[]) => lines.join("\u001e");

describe("Kinds in a text", () => {
  test("cases of one kind are added up, what is not known stays empty", () => {
    const text = told(
      line("poc", 3, "assistant", "survey", 0, 1),
      line("", 0, "", "", 7, 1),
      line("poc", 3, "assistant", "survey", 0, 1),
    );
    expect(kindsIn(text, 3)).toEqual([
      { stage: "poc", departmentId: 3, aiType: "assistant", source: "survey", campaignId: 0, cases: 2 },
      { stage: "", departmentId: 0, aiType: "", source: "", campaignId: 7, cases: 1 },
    ]);
  });

  test("kept counts are taken as so many cases", () => {
    expect(kindsIn(line("poc", 3, "", "", 0, 12), 1)).toMatchObject([{ cases: 12 }]);
  });

  test("of no rows there are none", () => expect(kindsIn("", 0)).toEqual([]));

  test.each([
    ["fields", line("poc", 3, "one\u001ftwo", "", 0, 1)],
    ["rows", line("poc", 3, "one\u001etwo", "", 0, 1)],
    ["whole cases", line("poc", 3, `x\u001f\u001f0\u001f1\u001epoc\u001f3`, "", 0, 1)],
  ])("a mark that holds the sign between %s is not told", (_, text) => expect(kindsIn(text, 1)).toBeNull());
});
