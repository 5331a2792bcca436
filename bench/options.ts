/** What `npm run bench` can be told. */
import { parseArgs } from "node:util";

export class UsageProblem extends Error {}

export interface Options {
  cases: number;
  reports: number;
  engine: "sqlite" | "postgres";
  /** The address of a PostgreSQL server to use, without a database's name; otherwise one is started. */
  server: string | null;
  /** Names of pages, or null: all of them. */
  only: string[] | null;
  rounds: number;
  /** Of load at several connections, for each target in each round. */
  seconds: number;
  /** Requests one after the other, for each target in each round. */
  samples: number;
  connections: number;
  /** How long sixty-four write at once. */
  writeSeconds: number;
  importRows: number;
  growth: boolean;
  browser: boolean;
  writes: boolean;
  json: boolean;
  out: string | null;
}

interface Told {
  type: "string" | "boolean";
  value?: string;
  what: string;
}

const TOLD: Record<string, Told> = {
  cases: { type: "string", value: "N", what: "use cases in the database (10000)" },
  reports: { type: "string", value: "N", what: "reports in it (ten times the cases)" },
  engine: { type: "string", value: "NAME", what: "sqlite or postgres (sqlite)" },
  server: { type: "string", value: "URL", what: "a PostgreSQL server to use; otherwise one is started" },
  only: { type: "string", value: "NAMES", what: "these pages alone, such as list,dashboard" },
  rounds: { type: "string", value: "N", what: "rounds of each page, interleaved with its floors (5)" },
  seconds: { type: "string", value: "N", what: "seconds of load in each round (1)" },
  samples: { type: "string", value: "N", what: "requests one by one in each round (100)" },
  connections: { type: "string", value: "N", what: "connections that load at once (16)" },
  "write-seconds": { type: "string", value: "N", what: "how long sixty-four write at once (60)" },
  "import-rows": { type: "string", value: "N", what: "rows of the file that is imported (10000)" },
  growth: { type: "boolean", what: "with --quick: measure how costs grow as well" },
  "no-growth": { type: "boolean", what: "leave out how costs grow from a small database to this one" },
  "no-browser": { type: "boolean", what: "leave the browser out" },
  "no-writes": { type: "boolean", what: "leave out what writes" },
  quick: { type: "boolean", what: "one short round of everything: shows that it works, proves nothing" },
  json: { type: "boolean", what: "print JSON, as docs/performance.md describes it" },
  out: { type: "string", value: "FILE", what: "write that JSON there as well" },
  help: { type: "boolean", what: "say this" },
};

const label = (name: string, { value }: Told) => `  --${name}${value ? ` ${value}` : ""}`;
const WIDTH = Math.max(...Object.entries(TOLD).map(([name, told]) => label(name, told).length)) + 2;

export const HELP = `npm run bench -- [options]

Measures the built server on a large database, beside bare floors over the same rows.

${Object.entries(TOLD)
  .map(([name, told]) => `${label(name, told).padEnd(WIDTH)}${told.what}`)
  .join("\n")}
`;

const QUICK = { rounds: 1, seconds: 0.2, samples: 20, writeSeconds: 1, importRows: 200 };
const FULL = { rounds: 5, seconds: 1, samples: 100, writeSeconds: 60, importRows: 10_000 };

/** @returns null when help was asked for. @throws UsageProblem in a sentence */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parse(args);
  if (values.help) return null;
  const usual = values.quick ? QUICK : FULL;
  const text = (name: string) => (typeof values[name] === "string" ? (values[name] as string) : null);
  const number = (name: string, otherwise: number, least: number, whole = true) => {
    const typed = text(name);
    if (typed === null) return otherwise;
    const value = Number(typed);
    if (typed.trim() === "" || !Number.isFinite(value) || value < least || (whole && !Number.isInteger(value))) {
      throw new UsageProblem(`--${name} takes a ${whole ? "whole " : ""}number from ${least}, not «${typed}».`);
    }
    return value;
  };
  const engine = text("engine") ?? (text("server") ? "postgres" : "sqlite");
  if (engine !== "sqlite" && engine !== "postgres") {
    throw new UsageProblem(`--engine takes sqlite or postgres, not «${engine}».`);
  }
  const server = text("server");
  if (server !== null && !/^postgres(ql)?:\/\//.test(server)) {
    throw new UsageProblem("--server takes an address that begins with postgres://.");
  }
  if (server !== null && engine === "sqlite") throw new UsageProblem("--server goes with --engine postgres.");
  const cases = number("cases", 10_000, 100);
  return {
    cases,
    reports: number("reports", cases * 10, 0),
    engine,
    server,
    only: text("only")?.split(",") ?? null,
    rounds: number("rounds", usual.rounds, 1),
    seconds: number("seconds", usual.seconds, 0.05, false),
    samples: number("samples", usual.samples, 5),
    connections: number("connections", 16, 1),
    writeSeconds: number("write-seconds", usual.writeSeconds, 0.1, false),
    importRows: number("import-rows", usual.importRows, 10),
    growth: values["no-growth"] !== true && (values.quick !== true || values.growth === true),
    browser: values["no-browser"] !== true,
    writes: values["no-writes"] !== true,
    json: values.json === true,
    out: text("out"),
  };
}

function parse(args: readonly string[]) {
  const options = Object.fromEntries(Object.entries(TOLD).map(([name, { type }]) => [name, { type }]));
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false });
  } catch (problem) {
    const said = problem instanceof Error ? problem.message : String(problem);
    throw new UsageProblem(`${said.split(". ")[0]}. --help says what there is.`);
  }
}
