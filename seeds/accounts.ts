import { people } from "./story/people";

/** The same for every account of the demonstration: long enough for the rules, easy to type, worth nothing elsewhere. */
export const DEMONSTRATION_PASSWORD = "halvenne-demo";

export interface Account {
  email: string;
  name: string;
  roles: readonly string[];
  password: string;
}

/** One person for each way of using Casebook: those that a visitor is shown. */
const SHOWN = [
  ...["thomas", "nadia", "bertrand", "david", "claire", "hugo", "ines"],
  ...["etienne", "sophie", "helene", "sami"],
];

/** The accounts that a visitor of the demonstration is told about. Everybody of the story can sign in. */
export function shownAccounts(): Account[] {
  return people
    .filter(({ key }) => SHOWN.includes(key))
    .map(({ email, name, roles }) => ({ email, name, roles, password: DEMONSTRATION_PASSWORD }));
}
