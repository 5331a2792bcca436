// `npm run casebook -- <command>`: what it prints on standard output is the command's own, so that it can be piped.
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./command.mjs").then((door) => door.command());
