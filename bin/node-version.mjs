// Read by Node versions that are too old for the rest: nothing newer than ES2015 in this file, and no imports.

/** The oldest Node that Casebook runs on; the same as «engines» in package.json (a test compares them). */
export const OLDEST_NODE = "20.19.0";

/** What to tell a person whose Node is too old, or null when it will do. `version` reads like `v20.19.0`. */
export function complaintAbout(version) {
  const had = version.replace(/^v/, "").split(".").map(Number);
  const needed = OLDEST_NODE.split(".").map(Number);
  for (let place = 0; place < needed.length; place++) {
    if (had[place] > needed[place]) return null;
    if (had[place] < needed[place]) {
      return `Casebook needs Node ${OLDEST_NODE} or later and this is ${version}: install a newer Node and try again.`;
    }
  }
  return null;
}

/** Ends the process with one sentence when its Node is too old. */
export function refuseOldNode() {
  const complaint = complaintAbout(process.version);
  if (!complaint) return;
  console.error(complaint);
  process.exit(1);
}
