import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { HOME, Stop } from "./home.mjs";

const WRITTEN_WITHIN_MS = 5_000;

/** One process of this checkout at a time: two starts at once must not install or build over each other. */
export async function alone(work) {
  const file = join(HOME, ".cache", "casebook.lock");
  try {
    mkdirSync(join(HOME, ".cache"), { recursive: true });
  } catch (problem) {
    throw new Stop(`The folder ${HOME} cannot be written (${problem.code}): give this user the right to write there.`);
  }
  while (!take(file)) {
    if (abandoned(file)) rmSync(file, { force: true });
    await pause(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (problem) {
    if (problem.code === "EEXIST") return false;
    throw new Stop(`The file ${file} cannot be written (${problem.code}): give this user the right to write there.`);
  }
}

/** Left by a process that is gone. A lock without a number is being written, unless it stays so. */
function abandoned(file) {
  try {
    const owner = Number(readFileSync(file, "utf8"));
    return owner ? !alive(owner) : Date.now() - statSync(file).mtimeMs > WRITTEN_WITHIN_MS;
  } catch {
    return false;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === "EPERM";
  }
}
