// `npm test`: the rest is loaded after the check, so that an old Node says so instead of stumbling over syntax.
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./verify.mjs").then((door) => door.verify(process.argv.slice(2)));
