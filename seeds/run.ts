/** Plays the story through the product's own commands, each on its day and by the person who did it. */
import type { Day } from "#app/kernel/day";
import { quarterOf } from "#app/kernel/quarter";
import { hashPassword } from "#app/people/auth.server";
import type { Database } from "#db/client.server";
import { type Account, DEMONSTRATION_PASSWORD, shownAccounts } from "./accounts";
import { Cast, momentsOf, type Scene, told } from "./cast";
import { chooseForNextYear } from "./choosing";
import { found } from "./founding";
import { attachFiles } from "./gathering";
import { bringFiles } from "./importing";
import { play } from "./play";
import { keepRegisters, rollOut } from "./registering";
import { extendGates, signAgain } from "./signing";
import { story } from "./story/index";
import { type StoryEvent, timeline } from "./story/timeline";

/** After all that happens on a day. */
const LAST_ACT = 90;

/**
 * Fills an empty, migrated database with the demonstration portfolio. A day of the story is one transaction.
 * @throws Refusal 409 when the database already holds an organisation.
 */
export async function playStory(
  database: Database,
  progress: (text: string) => void,
): Promise<{ accounts: Account[] }> {
  const { organisation, departments, cases } = story;
  const cast = new Cast();
  const byKey = new Map(cases.map((useCase) => [useCase.key, useCase]));
  const caseOf: Scene["caseOf"] = (key) => told(byKey.get(key), key);
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  progress(`Setting up ${organisation.name}…`);
  const founded = momentsOf(organisation.createdOn, organisation)(0);
  await database.write((tx) => found({ tx, cast, caseOf, when: founded }, story, passwordHash));
  const events = timeline(story);
  for (const { quarter, days } of byQuarter(events)) {
    progress(`Playing ${quarter}…`);
    for (const [on, events] of days) {
      const at = momentsOf(on, organisation);
      await bringFiles(database, cast, departments, events, at(0));
      await database.write(async (tx) => {
        await signAgain(tx, at(0));
        for (const [act, event] of events.entries()) {
          await play({ tx, cast, caseOf, when: at(act) }, story, event).catch((problem) => {
            throw new Error(whereItBroke(event), { cause: problem });
          });
        }
      });
      const gathered = events.flatMap((event) => (event.what === "gather" ? [event.gathered] : []));
      await attachFiles(database, cast, caseOf, gathered, at(events.length));
    }
  }
  const last = events.at(-1)?.on;
  if (last) await extendGates(database, { cast, caseOf }, momentsOf(last, organisation)(LAST_ACT));
  if (last) {
    const scene = { cast, caseOf, when: momentsOf(last, organisation)(LAST_ACT) };
    await database.write(async (tx) => {
      await keepRegisters({ tx, ...scene });
      await rollOut({ tx, ...scene });
    });
  }
  if (last) await chooseForNextYear(database, cast.actor("claire"), momentsOf(last, organisation)(LAST_ACT));
  return { accounts: shownAccounts() };
}

function byQuarter(events: readonly StoryEvent[]) {
  const quarters = new Map<string, Map<Day, StoryEvent[]>>();
  for (const event of events) {
    const quarter = quarterOf(event.on, story.organisation.fiscalFirstMonth);
    const days = quarters.get(quarter) ?? new Map<Day, StoryEvent[]>();
    quarters.set(quarter, days);
    days.set(event.on, [...(days.get(event.on) ?? []), event]);
  }
  return [...quarters].map(([quarter, days]) => ({ quarter, days }));
}

function whereItBroke(event: StoryEvent): string {
  return `The story stops on ${event.on}: ${event.what}${"useCase" in event ? ` of ${event.useCase.key}` : ""}`;
}
