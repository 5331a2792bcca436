import { describe, expect, test } from "vitest";
import { KPI_TEMPLATES, TEMPLATE_KEYS, templateOf } from "#app/measurement/kpi-templates";

test("The library has each template once, in its order, and an address that names none has none", () => {
  expect(KPI_TEMPLATES.map(({ key }) => key)).toEqual([...TEMPLATE_KEYS]);
  expect(templateOf("time")?.key).toBe("time");
  for (const none of [null, "", "constructor", "Time"]) expect(templateOf(none)).toBeNull();
});

describe.each(KPI_TEMPLATES.map((template) => [template.key, template] as const))(
  "The template %s",
  (key, template) => {
    test("says all in both languages, within what a KPI takes", () => {
      for (const said of [template.name, template.unit, template.formula, template.method]) {
        expect(said.fr).toBeTruthy();
        expect(said.en).toBeTruthy();
        expect(said.fr, "a narrow space before a high sign").not.toMatch(/ [;:!?»]/);
      }
      expect(template.name.fr?.length).toBeLessThanOrEqual(120);
      expect(template.unit.fr?.length).toBeLessThanOrEqual(30);
      expect(template.method.fr?.length).toBeLessThanOrEqual(500);
    });

    test("has another one as its guardrail, and claims no more than all of it", () => {
      expect(template.guardrail).not.toBe(key);
      expect(templateOf(template.guardrail)).not.toBeNull();
      expect(template.attribution).toBeGreaterThan(0);
      expect(template.attribution).toBeLessThanOrEqual(1);
    });
  },
);
