// `npm start`: the rest is loaded after the check, so that an old Node says so instead of stumbling over syntax.
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./serve.mjs").then((door) => door.serve());
