import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { node, run } from "./child.mjs";
import { HOME, Stop } from "./home.mjs";
import { alone } from "./lock.mjs";

const STAMP = join(HOME, "node_modules", ".casebook");

/** What an installation stands for: the locked packages, built for this Node on this machine. */
function wanted() {
  const locked = readFileSync(join(HOME, "package-lock.json"));
  const machine = `${process.platform} ${process.arch} ${process.versions.modules}`;
  return createHash("sha256").update(locked).update(machine).digest("hex");
}

function stamped() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted();
}

/** Whether somebody installed exactly the locked packages by hand: npm's own list of what it put there says so. */
function installedByHand() {
  const list = join(HOME, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const there = JSON.parse(readFileSync(list, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(HOME, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([place, { version, optional, devOptional }]) =>
      place === "" || there[place]?.version === version || ((optional || devOptional) && !there[place]),
  );
}

/** Installs the locked packages unless they are there. @throws Stop with what to do and the end of what npm said. */
export async function install(say) {
  if (stamped()) return;
  await alone(async () => {
    if (stamped()) return;
    if (!installedByHand() || !(await loads())) {
      say("Installing the packages that Casebook stands on: once, a few minutes at most…");
      // The build needs the development packages too, whatever NODE_ENV says.
      const arguments_ = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
      const { code, output } = await run("npm", arguments_);
      if (code !== 0) throw new Stop(advice(output), tail(output));
    }
    writeFileSync(STAMP, wanted());
  });
}

/** Whether the one package that is compiled for a version of Node was compiled for this one. */
async function loads() {
  const { code } = await node([
    "--input-type=module",
    "-e",
    "new (await import('better-sqlite3')).default(':memory:')",
  ]);
  return code === 0;
}

function advice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output)) {
    return "The packages could not be installed, since the package registry does not answer: check the network or the proxy settings of npm, and try again.";
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `The packages could not be installed, since ${HOME} cannot be written: give this user the right to write there.`;
  }
  if (/ENOSPC/.test(output))
    return "The packages could not be installed, since the disk is full: make room and try again.";
  if (/npm ci.*can only install|EUSAGE|EJSONPARSE/.test(output)) {
    return "The packages could not be installed, since package.json and package-lock.json disagree: restore both, or run «npm install» once.";
  }
  return "The packages could not be installed: mend what npm says above, and try again.";
}

/** Where npm keeps its log, the stack of its own code, and the fields of a connection's fault: addresses among them. */
const NOISE =
  /A complete log of this run|^npm error\s+(at |errno|syscall|address|port|type|host(name)?\b|[{}\]])|^npm error\s*$|^npm warn/;

/** The last lines, without addresses: whose registry it is is nobody's business in a log. */
function tail(output) {
  return output
    .replace(/\nnpm error Clean install a project[\s\S]*/, "")
    .split("\n")
    .filter((line) => line.trim() && !NOISE.test(line))
    .slice(-12)
    .join("\n")
    .replace(/https?:\/\/\S+/g, "(address)")
    .replace(/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT) \S+/g, "$1");
}
