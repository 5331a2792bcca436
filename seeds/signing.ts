/** Signatures that end and are given again, as months go by; and what the organisation adds to its gates. */
import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { announceAbsence, delegateSignOff } from "#app/delivery/delegate.server";
import { renewSignOffs } from "#app/delivery/renew-sign-offs.server";
import { meetSignOffCondition } from "#app/delivery/sign-off-conditions.server";
import { answerSignOff } from "#app/delivery/sign-offs.server";
import { addDays, day } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import { readActor } from "#app/people/auth.server";
import { saveTrustCard } from "#app/safeguards/trust-card.server";
import { answerCheck } from "#app/use-cases/own-checks/answer.server";
import { addCheck } from "#app/use-cases/own-checks/checks.server";
import { setTerms } from "#app/use-cases/signatures/terms.server";
import type { Database, Writer } from "#db/client.server";
import { people, signOffConditions, signOffs } from "#db/schema.server";
import { type Scene, told } from "./cast";
import { CHARTER, CHECKS } from "./story/gates";
import type { Both, Key, SignOff } from "./story/types";

/** A reviewer who knows the case answers a renewal within the week. */
const DAYS_TO_SIGN_AGAIN = 6;
const NEW_HOST = {
  fr: "Flux de caisse dans le nouvel entrepôt de données du groupe, hébergé à Lille depuis novembre.",
  en: "Till feed in the group’s new data warehouse, hosted in Lille since November.",
};
const NOTHING_NEW = { fr: "Rien n’a changé depuis le dernier visa.", en: "Nothing changed since the last sign-off." };

/** Asks again for what ends, and signs what was asked again some days ago, by who signed it before. */
export async function signAgain(tx: Writer, when: When): Promise<void> {
  await renewSignOffs(tx, when);
  const before = tx
    .select({ id: signOffs.id, byId: signOffs.byId, cause: signOffs.staleCause })
    .from(signOffs)
    .as("was");
  const due = await tx
    .select({ id: signOffs.id, byId: people.id, name: people.name })
    .from(signOffs)
    .innerJoin(before, eq(before.id, signOffs.renewsId))
    .innerJoin(people, eq(people.id, before.byId))
    .where(
      and(
        isNull(signOffs.verdict),
        isNotNull(signOffs.renewsId),
        // What changed is told by the story itself.
        isNull(before.cause),
        lte(signOffs.requestedOn, addDays(when.today, -DAYS_TO_SIGN_AGAIN)),
      ),
    )
    .orderBy(asc(signOffs.id));
  for (const { id, byId, name } of due) {
    const again = { signOffId: id, verdict: "yes" as const, note: NOTHING_NEW };
    await answerSignOff(tx, await readActor(tx, byId, name), again, when);
  }
}

/** The charter's own lines and the checks that Halvenne added, with what was answered so far; who is away, and who gave what. */
export async function extendGates(
  database: Database,
  { cast, caseOf }: Pick<Scene, "cast" | "caseOf">,
  when: When,
): Promise<void> {
  await database.write(async (tx) => {
    const admin = cast.actor("sami");
    await setTerms(tx, admin, { kind: "security", daysToAnswer: 10, monthsValid: 12, version: 0 }, when);
    for (const { department, answers, ...check } of [...CHARTER, ...CHECKS]) {
      const departmentIds = department ? [cast.id(`department:${department}`)] : [];
      const { id: checkId } = await addCheck(tx, admin, { ...check, departmentIds, fromOn: null }, when);
      for (const { useCase, by, said = null, text = null, note = null } of answers) {
        const answer = { useCaseId: cast.id(caseOf(useCase)), checkId, said, text, fileId: null, note };
        await answerCheck(tx, cast.actor(by), answer, when);
      }
    }
    await moveHosting(tx, { cast, caseOf }, when);
    const finance = { kind: "finance" as const, fromId: cast.personId("sophie"), toId: cast.personId("etienne") };
    const days = { startsOn: day("2026-12-21"), endsOn: day("2027-01-03") };
    await announceAbsence(tx, cast.actor("sophie"), { ...finance, ...days }, when);
    const waiting = caseOf("controle-ristournes").signOffs.find(({ kind }) => kind === "finance");
    const given = { signOffId: cast.id(told(waiting, "a sign-off of finance")), toId: cast.personId("etienne") };
    await delegateSignOff(tx, cast.actor("sophie"), given, when);
  });
}

/** A live case whose data went to another host after its reviewers signed: they are asked anew. */
async function moveHosting(tx: Writer, { cast, caseOf }: Pick<Scene, "cast" | "caseOf">, when: When): Promise<void> {
  const useCase = caseOf("ruptures-rayon");
  const owner = cast.actor(told(useCase.owner, "an owner"));
  await saveTrustCard(tx, owner, { useCaseId: cast.id(useCase), dataWhere: NEW_HOST }, when);
}

/** Says how the condition of a yes was met. */
export async function meetCondition(
  { tx, cast, when }: Scene,
  { signOff, owner, how }: { signOff: SignOff; owner: Key; how: Both },
): Promise<void> {
  const rows = await tx
    .select()
    .from(signOffConditions)
    .where(eq(signOffConditions.signOffId, cast.id(signOff)));
  const open = rows.find(({ metOn, ownerId }) => metOn === null && ownerId === cast.personId(owner));
  const { id, version } = told(open, "a condition of a sign-off");
  await meetSignOffCondition(tx, cast.actor(owner), { id, version, answer: how }, when);
}
