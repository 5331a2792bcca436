import type { ParseArgsConfig } from "node:util";
import type { Database } from "#db/client.server";
import type { Environment } from "../environment";

export interface Option {
  type: "string" | "boolean";
  /** Given more than once, such as `--role`. */
  multiple?: boolean;
  required?: boolean;
  /** What stands for the value in the help, such as `ADDRESS`. */
  value?: string;
  what: string;
}

/** The options and plain arguments that a person gave. */
export interface Given {
  text(name: string): string | undefined;
  list(name: string): string[];
  flag(name: string): boolean;
  arguments: readonly string[];
}

/** What a command did: lines for a person, data for `--json`. Not `ok` ends with exit code 1. */
export interface Outcome {
  ok: boolean;
  lines: string[];
  data: Record<string, unknown>;
}

/** What the world hands to a command. */
export interface Door {
  environment: Environment;
  now: Date;
  /** The folder that file names are read from. */
  folder: string;
  open(url?: string): Promise<Database>;
  /** How far long work is: on standard error, so that the answer can be piped. */
  progress(text: string): void;
  readStandardInput(): Promise<string>;
}

export interface Command {
  /** As it is typed, such as `user create`. */
  name: string;
  summary: string;
  /** Names of the plain arguments, such as `FILE`: all are needed. */
  arguments?: readonly string[];
  options: Record<string, Option>;
  run(given: Given, door: Door): Promise<Outcome>;
}

/** Typed in a way that no command understands: exit code 2, with the usage line. */
export class UsageProblem extends Error {
  override name = "UsageProblem";
}

/** An expected failure: one sentence, exit code 1. */
export class CommandProblem extends Error {
  override name = "CommandProblem";
}

/** The options that every command takes. */
export const ALWAYS: Record<string, Option> = {
  json: { type: "boolean", what: "answer with one JSON object on standard output" },
  help: { type: "boolean", what: "show this help" },
};

export function parseOptions(options: Record<string, Option>): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
}

function shown(name: string, { value, type, multiple, required }: Option): string {
  const typed = type === "string" ? `--${name} ${value ?? "TEXT"}` : `--${name}`;
  const repeated = multiple ? `${typed} …` : typed;
  return required ? repeated : `[${repeated}]`;
}

export function usageOf(command: Command): string {
  const parts = [...(command.arguments ?? []), ...Object.entries(command.options).map((each) => shown(...each))];
  return `Usage: casebook ${[command.name, ...parts, "[--json]"].join(" ")}`;
}

export function helpOf(command: Command): string {
  const rows = Object.entries({ ...command.options, ...ALWAYS }).map(([name, option]) => [
    option.type === "string" ? `--${name} ${option.value ?? "TEXT"}` : `--${name}`,
    option.what,
  ]);
  const width = Math.max(...rows.map(([typed = ""]) => typed.length));
  const list = rows.map(([typed = "", what]) => `  ${typed.padEnd(width)}  ${what}`);
  return [command.summary, "", usageOf(command), "", ...list, ""].join("\n");
}
