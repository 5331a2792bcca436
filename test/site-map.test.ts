import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ELSEWHERE, PAGES } from "./browser/pages";

/** The address of a route file, by Remix's own naming: `use-cases_.$reference.kpis.tsx` → `/use-cases/:reference/kpis`. */
function addressOf(file: string): string {
  const steps = file
    .replace(/\.tsx$/, "")
    .split(".")
    .filter((step) => !step.startsWith("_"))
    .map((step) => step.replace(/_$/, "").replace(/^\$/, ":"));
  return `/${steps.join("/")}`;
}

const shown = readdirSync("app/routes")
  .filter((file) => file.endsWith(".tsx") && /export default/.test(readFileSync(`app/routes/${file}`, "utf8")))
  .map(addressOf);

test("Every page of the site is looked at in a browser: name it in test/browser/pages.ts", () => {
  const looked = new Set([...PAGES.map(({ path }) => path.replace(/\?.*/, "")), ...Object.keys(ELSEWHERE)]);
  expect(shown.filter((address) => !looked.has(address))).toEqual([]);
  expect([...looked].filter((address) => !shown.includes(address))).toEqual([]);
});
