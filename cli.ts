/** The `casebook` command: the same rooms, another door. */
import { text } from "node:stream/consumers";
import { openDatabase } from "#db/open.server";
import type { Door } from "./commands/command";
import { run } from "./commands/run";
import { readEnvironment } from "./environment";

const door = (): Door => ({
  environment: readEnvironment(process.env),
  now: new Date(),
  folder: process.env.INIT_CWD ?? process.cwd(),
  open: openDatabase,
  progress: (sentence) => void process.stderr.write(`${sentence}\n`),
  readStandardInput: () => text(process.stdin),
});

process.exitCode = await run(process.argv.slice(2), door, {
  out: (written) => void process.stdout.write(written),
  error: (written) => void process.stderr.write(written),
});
