import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { complaintAbout, OLDEST_NODE } from "../../bin/node-version.mjs";

test.each([
  ["v20.19.0", true],
  ["v20.19.5", true],
  ["v20.20.2", true],
  ["v22.0.0", true],
  ["v24.1.0-nightly", true],
  ["v20.18.3", false],
  ["v18.20.4", false],
  ["v8.17.0", false],
])("Node %s will do: %s", (version, will) => {
  const complaint = complaintAbout(version);
  expect(complaint === null).toBe(will);
  if (complaint)
    expect(complaint).toBe(
      `Casebook needs Node ${OLDEST_NODE} or later and this is ${version}: install a newer Node and try again.`,
    );
});

test("The oldest Node is the one that package.json names", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(engines.node).toBe(`>=${OLDEST_NODE.replace(/\.0$/, "")}`);
});
