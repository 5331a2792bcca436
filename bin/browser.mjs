import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./child.mjs";
import { Stop } from "./home.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser that CHROMIUM_PATH names, or one that is installed; null when there is none. */
export function findBrowser(environment = process.env) {
  if (environment.CHROMIUM_PATH) return existsSync(environment.CHROMIUM_PATH) ? environment.CHROMIUM_PATH : null;
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE];
  return places.find((place) => existsSync(place)) ?? null;
}

/** The path of a browser; Debian's own is installed where none is found. @throws Stop with what to do. */
export async function browser(say) {
  const found = findBrowser();
  if (found) return found;
  if (process.env.CHROMIUM_PATH)
    throw new Stop(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there: correct it.`);
  const missing = "No browser was found for the browser tests: install Chromium, or set CHROMIUM_PATH to one.";
  if (!existsSync("/usr/bin/apt-get")) throw new Stop(missing);
  say("Installing Chromium for the browser tests…");
  const root = process.getuid?.() === 0;
  const apt = async (...args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const words = ["apt-get", "-qq", ...args];
    const done = root ? run(words[0], words.slice(1), { env }) : run("sudo", ["-n", ...words], { env });
    return (await done.catch(() => ({ code: 1 }))).code === 0;
  };
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", "chromium");
  const installed = findBrowser();
  if (!installed) throw new Stop(missing);
  return installed;
}
