import { parseArgs } from "node:util";
import { Refusal } from "#app/kernel/refusal";
import { speechFor } from "#app/locales/speech";
import { DatabaseProblem } from "#db/client.server";
import { EnvironmentProblem } from "../environment";
import { auditVerify } from "./audit-verify";
import { backup } from "./backup";
import { check } from "./check";
import {
  ALWAYS,
  type Command,
  CommandProblem,
  type Door,
  type Given,
  helpOf,
  parseOptions,
  UsageProblem,
  usageOf,
} from "./command";
import { exportAll } from "./export";
import { importFile } from "./import";
import { inventory } from "./inventory";
import { mailQueue, mailTest } from "./mail";
import { migrate } from "./migrate";
import { rebuild } from "./rebuild";
import { restore } from "./restore";
import { seed } from "./seed";
import { star } from "./star";
import { tokenCreate, tokenList, tokenRevoke } from "./token";
import { userCreate } from "./user-create";

export const COMMANDS: readonly Command[] = [
  migrate,
  seed,
  importFile,
  inventory,
  userCreate,
  tokenCreate,
  tokenList,
  tokenRevoke,
  mailTest,
  mailQueue,
  backup,
  restore,
  exportAll,
  star,
  auditVerify,
  check,
  rebuild,
];

const GENERAL_USAGE = "Usage: casebook COMMAND [options]";

/** Where a run writes; `run` itself never ends the process. */
export interface Streams {
  out(text: string): void;
  error(text: string): void;
}

/** Runs one command line. Answers its exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function run(typed: readonly string[], makeDoor: () => Door, streams: Streams): Promise<0 | 1 | 2> {
  const command = COMMANDS.find(({ name }) => name.split(" ").every((word, place) => typed[place] === word));
  if (!command) return withoutCommand(typed, streams);
  const rest = typed.slice(command.name.split(" ").length);
  const json = rest.includes("--json");
  try {
    if (rest.includes("--help")) {
      streams.out(helpOf(command));
      return 0;
    }
    const outcome = await command.run(understand(command, rest), makeDoor());
    streams.out(json ? `${JSON.stringify({ ok: outcome.ok, ...outcome.data })}\n` : `${outcome.lines.join("\n")}\n`);
    return outcome.ok ? 0 : 1;
  } catch (problem) {
    const sentence = sentenceOf(problem);
    if (json) streams.out(`${JSON.stringify({ ok: false, error: sentence })}\n`);
    streams.error(`${sentence}\n`);
    if (!(problem instanceof UsageProblem)) return 1;
    streams.error(`${usageOf(command)}\n`);
    return 2;
  }
}

function withoutCommand(typed: readonly string[], { out, error }: Streams): 0 | 2 {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const list = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  const help = [GENERAL_USAGE, "", ...list, "", "casebook COMMAND --help says more about one of them.", ""].join("\n");
  const asked = typed[0] === "--help" || typed[0] === "help";
  if (asked) out(help);
  else {
    const named = typed.filter((word) => !word.startsWith("-")).join(" ");
    error(`${named ? `There is no command «${named}».` : "Name a command."}\n${help}`);
  }
  return asked ? 0 : 2;
}

function understand(command: Command, typed: string[]): Given {
  const options = { ...command.options, ...ALWAYS };
  const parsed = (() => {
    try {
      return parseArgs({ args: typed, options: parseOptions(options), allowPositionals: true });
    } catch (problem) {
      const [said = ""] = (problem instanceof Error ? problem.message : String(problem)).split(/\. |\n/);
      throw new UsageProblem(`${said.replace(/\.$/, "")}.`);
    }
  })();
  const values: Record<string, unknown> = parsed.values;
  const list = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === "string");
  const needed = Object.entries(options).find(([name, { required }]) => required && list(name).length === 0);
  if (needed) throw new UsageProblem(`The option --${needed[0]} is missing.`);
  const wanted = command.arguments ?? [];
  const missing = wanted[parsed.positionals.length];
  if (missing) throw new UsageProblem(`The argument ${missing} is missing.`);
  const extra = parsed.positionals[wanted.length];
  if (extra !== undefined) throw new UsageProblem(`The argument «${extra}» is one too many.`);
  return {
    text: (name) => list(name).at(-1),
    list,
    flag: (name) => values[name] === true,
    arguments: parsed.positionals,
  };
}

function sentenceOf(problem: unknown): string {
  if (problem instanceof Refusal) return speechFor("en", "EUR", "UTC").t(problem.key, problem.values);
  const expected = [UsageProblem, CommandProblem, DatabaseProblem, EnvironmentProblem].some(
    (kind) => problem instanceof kind,
  );
  if (problem instanceof Error)
    return expected ? problem.message : (outside(problem) ?? problem.stack ?? problem.message);
  return String(problem);
}

/** What a disk or a database file did, in its own words, as a sentence; null for a fault of ours. */
function outside(problem: Error): string | null {
  const code = "code" in problem ? String(problem.code) : "";
  if (/^SQLITE_/.test(code)) return `The database file cannot be used: ${problem.message} (${code}).`;
  if ("syscall" in problem)
    return `A file or folder cannot be used: ${problem.message.replace(/^\w+: /, "")} (${code}).`;
  return null;
}
