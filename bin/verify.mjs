import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { browser } from "./browser.mjs";
import { build } from "./build.mjs";
import { node, stopChildren } from "./child.mjs";
import { HOME, main, Stop } from "./home.mjs";
import { install } from "./install.mjs";

const REPORTS = join(HOME, ".cache", "reports");
const BIOME = join("node_modules", "@biomejs", "biome", "bin", "biome");
const TSC = join("node_modules", "typescript", "bin", "tsc");
const VITEST = join("node_modules", "vitest", "vitest.mjs");

const say = (sentence) => console.log(sentence);

/** What was counted so far: a step that says no, or that ends without an answer, counts as one failure. */
const tally = { passed: 0, failed: 0, skipped: 0 };

const STEPS = {
  format: () => checked("format", [BIOME, "format", "."]),
  lint: () => checked("lint", [BIOME, "check", "--formatter-enabled=false", "."]),
  types: () => checked("types", [TSC, "--noEmit"]),
  build: () => counted("build", () => build(() => {})),
  rules: () => tested("rules", ["rules"]),
  journeys: () => tested("journeys", ["journeys on sqlite", "journeys on postgres"]),
  commands: () => tested("commands", ["commands"]),
  load: () => tested("load", ["load"]),
  browser: async () => {
    const path = await counted("a browser to test with", () => browser(say));
    if (path) await tested("browser", ["browser"], { CHROMIUM_PATH: path });
  },
};

/** What runs while the types are checked. */
const BESIDE_TYPES = ["build", "rules"];

/** All checks, or those named: `npm test -- rules journeys`. The last line counts them. */
export function verify(names) {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      stopChildren();
      process.exit(130);
    });
  }
  return main(async () => {
    const unknown = names.find((name) => !(name in STEPS));
    if (unknown)
      throw new Stop(`There is no check «${unknown}»: name some of ${Object.keys(STEPS).join(", ")}, or none for all.`);
    rmSync(REPORTS, { recursive: true, force: true });
    mkdirSync(REPORTS, { recursive: true });
    if (await counted("packages", () => install(say))) {
      const chosen = names.length ? Object.keys(STEPS).filter((name) => names.includes(name)) : Object.keys(STEPS);
      let compiled;
      for (const name of chosen) {
        // The compiler keeps one processor busy, building and the rules hardly two: what measures time comes after it.
        if (name === "types") compiled = STEPS.types();
        else {
          if (!BESIDE_TYPES.includes(name)) await compiled;
          await STEPS[name]();
        }
      }
      await compiled;
    }
    const skipped = tally.skipped ? `, ${tally.skipped} skipped` : "";
    console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
    return tally.failed ? 1 : 0;
  });
}

/** One step that is a check by itself. Answers what it made, or false when it failed and has said why. */
async function counted(name, work) {
  const began = Date.now();
  try {
    const made = (await work()) ?? true;
    tally.passed += 1;
    say(`✓ ${name} (${seconds(began)})`);
    return made;
  } catch (problem) {
    tally.failed += 1;
    if (problem?.detail) say(problem.detail.trimEnd());
    say(`✗ ${name} (${seconds(began)}): ${problem instanceof Stop ? problem.message : problem.stack}`);
    return false;
  }
}

function checked(name, args) {
  return counted(name, async () => {
    const { code, output } = await node(args);
    if (code !== 0) throw new Stop("mend what is said above.", output);
  });
}

/** Runs projects of vitest.config.ts and adds the tests that really ran. */
async function tested(name, projects, more = {}) {
  const began = Date.now();
  const report = join(REPORTS, `${name}.json`);
  say(`\n── ${name}`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await node([VITEST, "run", ...chosen, ...reporters], {
    // Runners paint their output where CI is set, though nobody may be there to see colours.
    env: { ...process.env, CI: "true", ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), ...more },
    show: "all",
  });
  const found = read(report);
  tally.passed += found.passed;
  tally.skipped += found.skipped;
  // A file that does not load has no test of its own, and a run may break outside of its tests: neither goes unseen.
  tally.failed += found.failed || (code === 0 && found.passed > 0 ? 0 : 1);
  say(`${found.failed || code !== 0 ? "✗" : "✓"} ${name} (${seconds(began)})`);
}

function read(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((each) => each.status === "failed"),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + unloaded.length,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;
