/** The review of a quarter: planned by finance, filled by the departments' cases, held by who leads. */
import { recordDecision } from "#app/portfolio/review/decide.server";
import { planReview } from "#app/portfolio/review/plan-review.server";
import { present } from "#app/portfolio/review/present.server";
import { caseById } from "#app/use-cases/cases.server";
import type { Scene } from "./cast";
import type { Key, ReviewStory, Story } from "./story/types";

const PLANNER: Key = "sophie";
const LEADER: Key = "helene";

const referenceOf = async ({ tx, cast }: Scene, { cases }: Story, key: Key) => {
  const useCase = cases.find((one) => one.key === key);
  if (!useCase) throw new Error(`The review speaks of ${key}, which the story does not know`);
  return (await caseById(tx, cast.id(useCase))).reference;
};

export async function planTheReview(scene: Scene, story: Story, review: ReviewStory): Promise<void> {
  const { tx, cast, when } = scene;
  const { quarter, heldOn, startsAt, openingMinutes } = review;
  const { fiscalFirstMonth } = story.organisation;
  const slots = review.slots.map(({ department, ...slot }) => ({
    departmentId: cast.id(`department:${department}`),
    ...slot,
  }));
  const plan = { heldOn, startsAt, openingMinutes, slots, fiscalFirstMonth };
  await planReview(tx, cast.actor(PLANNER), quarter, plan, when);
  for (const key of review.presented) {
    const reference = await referenceOf(scene, story, key);
    await present(tx, cast.actor(PLANNER), { quarter, reference }, { when, fiscalFirstMonth });
  }
}

export async function holdTheReview(scene: Scene, story: Story, { quarter, decided }: ReviewStory): Promise<void> {
  const { tx, cast, when } = scene;
  for (const { decision, useCase, owner, dueOn } of decided) {
    const reference = useCase === null ? null : await referenceOf(scene, story, useCase);
    const said = { decision, reference, ownerId: cast.personId(owner), dueOn };
    await recordDecision(tx, cast.actor(LEADER), quarter, said, when);
  }
}
