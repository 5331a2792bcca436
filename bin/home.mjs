import { fileURLToPath } from "node:url";

/** The folder of this checkout: every command runs from here, whatever folder it was called from. */
export const HOME = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** An expected failure: one sentence for the person, perhaps with what a tool said, and a non-zero exit. */
export class Stop extends Error {
  constructor(sentence, detail = "") {
    super(sentence);
    this.detail = detail;
  }
}

/** Runs a command of this folder; an expected failure ends in its sentence, anything else in its stack. */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (problem) {
    if (problem instanceof Stop) {
      if (problem.detail) process.stderr.write(`${problem.detail.trimEnd()}\n\n`);
      process.stderr.write(`${problem.message}\n`);
    } else {
      process.stderr.write(`${problem?.stack ?? problem}\n`);
    }
    process.exitCode = 1;
  }
}
