/** What gathers around the cases of the story, through the commands that people use for it. */
import { caseById } from "#app/use-cases/cases.server";
import { receiveFile } from "#app/use-cases/files/receive.server";
import { vote } from "#app/use-cases/following/following.server";
import { linkCases } from "#app/use-cases/links/links.server";
import { joinCase } from "#app/use-cases/similar/join.server";
import { tagNamed } from "#app/use-cases/tags/tag-names";
import { changeTags } from "#app/use-cases/tags/tags.server";
import { comment } from "#app/use-cases/talk/comment.server";
import type { Database } from "#db/client.server";
import { type Cast, type Scene, told } from "./cast";
import type { Gathered } from "./story/types";

export async function gather(scene: Scene, { useCase: key, by, act }: Gathered): Promise<void> {
  const { tx, cast, caseOf, when } = scene;
  const actor = cast.actor(by);
  const useCase = await caseById(tx, cast.id(caseOf(key)));
  switch (act.what) {
    case "tag":
      return changeTags(tx, actor, useCase, { add: act.tags.map((name) => told(tagNamed(name), name)) }, when);
    case "vote":
      return vote(tx, actor, useCase, true, when);
    case "link": {
      const { reference } = await caseById(tx, cast.id(caseOf(act.to)));
      await linkCases(tx, actor, useCase, { kind: act.kind, to: reference }, when);
      return;
    }
    case "remark":
      await comment(tx, actor, useCase, act.body, when, { internal: act.internal });
      return;
    case "join": {
      const { department, frequency, need, peopleAffected, minutesPerTime, additional } = act;
      const volumes = { peopleAffected, times: frequency.count, timesPer: frequency.per, minutesPerTime, additional };
      const departmentId = cast.id(`department:${department}`);
      await joinCase(tx, actor, { ...volumes, departmentId, need, reference: useCase.reference }, when);
      return;
    }
    case "file":
      // A file has transactions of its own: it is brought when its day is over.
      return;
  }
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text, "utf8");
}

/** The files that a day brought. */
export async function attachFiles(
  database: Database,
  cast: Cast,
  caseOf: Scene["caseOf"],
  gathered: readonly Gathered[],
  when: Scene["when"],
): Promise<void> {
  for (const { useCase: key, by, act } of gathered) {
    if (act.what !== "file") continue;
    const useCase = await caseById(database, cast.id(caseOf(key)));
    const { name, internal, text } = act;
    await receiveFile(database, cast.actor(by), useCase, { name, internal, bytes: bytesOf(text) }, when);
  }
}
