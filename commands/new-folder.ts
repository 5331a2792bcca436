import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { CommandProblem } from "./command";

/** Makes a folder that this process's user alone may read. @throws CommandProblem when it holds something already. */
export function newFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new CommandProblem(`${folder} is a file: name a folder.`);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CommandProblem(`The folder ${folder} holds something already: name a new one.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}
