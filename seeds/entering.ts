/** How a case comes into the book, what people say of it, and how it moves on. */
import { LEADS_TO } from "#app/committee/sessions";
import { linkVendor } from "#app/delivery/vendors.server";
import { mergeCases } from "#app/measurement/merge-case.server";
import { moveThroughGate } from "#app/measurement/move-case.server";
import { putInFor } from "#app/use-cases/campaigns/put-in.server";
import { caseById } from "#app/use-cases/cases.server";
import type { CaseContent } from "#app/use-cases/content";
import { createDraft, submitDraft, submitUseCase } from "#app/use-cases/submit.server";
import { comment } from "#app/use-cases/talk/comment.server";
import { type Scene, together, told } from "./cast";
import type { CaseStory, Comment, Move } from "./story/types";

export function contentOf({ cast }: Scene, useCase: CaseStory): CaseContent {
  const { title, need, expectedBenefit, affected, peopleAffected, frequency, minutesPerTime } = useCase;
  const { dataInvolved, source, aiType, department, owner, technicalOwner } = useCase;
  return {
    ...{ title, need, expectedBenefit, affected, peopleAffected, minutesPerTime, dataInvolved, source, aiType },
    timesPer: frequency?.per ?? null,
    times: frequency?.count ?? null,
    departmentId: cast.id(`department:${department}`),
    ownerId: owner === null ? null : cast.personId(owner),
    country: null,
    coAuthorId: null,
    toolInMind: null,
    technicalOwnerId: technicalOwner === null ? null : cast.personId(technicalOwner),
  };
}

/** A draft that its author sends on the same day is never seen as one: it is put in and submitted at once. */
function submittedAtOnce({ entry, moves }: CaseStory): boolean {
  return entry.how === "form" && moves[0]?.to === "submitted" && moves[0].on === entry.on;
}

/** Puts a case in, by the form. Those of a file have come with it. */
export async function enter(scene: Scene, useCase: CaseStory): Promise<void> {
  const { tx, cast, when } = scene;
  const { entry, author, similar } = useCase;
  if (entry.how === "import") return;
  const actor = cast.actor(author);
  const content = contentOf(scene, useCase);
  const looked = { similarLookedAt: true, whyNew: similar?.whyNew ?? null };
  if (entry.how === "live") {
    const { stage, liveSince: stageSince } = entry;
    cast.put(useCase, (await submitUseCase(tx, actor, { ...content, ...looked }, when, { stage, stageSince })).id);
  } else if (submittedAtOnce(useCase)) {
    cast.put(useCase, (await submitUseCase(tx, actor, { ...content, ...looked }, when)).id);
  } else {
    cast.put(useCase, (await createDraft(tx, actor, content, when)).id);
  }
  if (useCase.campaign) await putInFor(tx, actor, cast.id(useCase), cast.slug(useCase.campaign), when);
  const linker = cast.actor(useCase.technicalOwner ?? "sami");
  for (const vendor of useCase.vendors) {
    await linkVendor(tx, linker, { useCaseId: cast.id(useCase), vendorId: cast.id(`vendor:${vendor}`) }, when);
  }
}

/** Moves a case, unless a decision of the same day or its own entry has moved it there. */
export async function move(scene: Scene, useCase: CaseStory, step: Move): Promise<void> {
  const { tx, cast, when } = scene;
  const { to, reason, relookOn, learning, overridden } = step;
  const useCaseId = cast.id(useCase);
  if (to === "submitted") {
    if (submittedAtOnce(useCase)) return;
    const { version } = await caseById(tx, useCaseId);
    const whyNew = useCase.similar?.whyNew ?? null;
    await submitDraft(
      tx,
      cast.actor(step.by),
      { id: useCaseId, version, content: contentOf(scene, useCase), whyNew },
      when,
    );
  } else if (to === "merged") {
    const decided = useCase.decisions.find(({ session }) => session === step.session);
    const into = cast.id(scene.caseOf(told(step.mergedInto, `where ${useCase.key} goes`)));
    const why = told(together(decided?.reason ?? null, reason), `why ${useCase.key} is merged`);
    await mergeCases(tx, cast.actor(step.by), { from: useCaseId, into, reason: why }, when);
  } else if (!movedByDecision(useCase, step)) {
    const override = overridden.length > 0;
    await moveThroughGate(tx, cast.actor(step.by), { useCaseId, to, reason, relookOn, learning, override }, when);
  }
}

function movedByDecision({ decisions }: CaseStory, { session, to }: Move): boolean {
  return decisions.some((one) => one.session === session && one.outcome !== "merge" && LEADS_TO[one.outcome] === to);
}

export async function say({ tx, cast, when }: Scene, useCase: CaseStory, { by, body }: Comment): Promise<void> {
  await comment(tx, cast.actor(by), await caseById(tx, cast.id(useCase)), body, when);
}
