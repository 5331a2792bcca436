/** What a register is sorted by beside its own fields: tags that people put on cases, and campaigns that cases came from. */
import { type Day, day } from "#app/kernel/day";
import { fold } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { campaigns, tags } from "#db/schema.server";
import { Dice } from "./dice";
import type { Ground } from "./ground";
import type { CasePlan } from "./plan";
import type { Growing, Sheaf } from "./sheaf";

/** The most used ones first. */
const TAGS =
  `RGPD, copilote, données clients, pilote 2026, achats, urgent, magasin, langage, vision, quick win, fournisseurs,
  réglementaire, facturation, à revoir, comité, chatbot, entrepôt, prévision, formation, contrats, qualité, sobriété, RH,
  traduction, open source, fraude, cybersécurité, budget 2027, franchise, éthique, accessibilité, drive, caisse, énergie,
  froid, étiquettes, parking, voix, robot, carte de fidélité`
    .split(",")
    .map((name) => name.trim());

/** Months in which a year's challenge runs. */
const FROM = "03-01";
const UNTIL = "06-30";

/** Tags and a challenge for each year that are not there yet. */
export async function layMarks(tx: Writer, years: readonly number[], when: When): Promise<void> {
  await tx
    .insert(tags)
    .values(TAGS.map((name) => ({ name, folded: fold(name) })))
    .onConflictDoNothing();
  const called = years.map((year) => ({
    ...{ slug: `defi-${year}`, kind: "challenge" as const, target: 200, hostId: 1, captureCode: `defi-${year}` },
    name: { fr: `Défi IA ${year}`, en: `AI challenge ${year}` },
    ...{ startsOn: day(`${year}-${FROM}`), endsOn: day(`${year}-${UNTIL}`), createdBy: 1, createdAt: when.now },
  }));
  const made = await tx
    .insert(campaigns)
    .values(called)
    .onConflictDoNothing()
    .returning({ id: campaigns.id, slug: campaigns.slug, target: campaigns.target });
  await recordAll(
    tx,
    permit(CASEBOOK, "campaign.run", {}),
    made.map(({ id, slug, target }) => ({ subject: "campaign", subjectId: id, after: { slug, target } })),
    when,
  );
}

export interface Campaign {
  id: number;
  startsOn: Day;
  endsOn: Day;
}

/** Two cases in five carry tags, one to three; of those put in while a campaign ran, most were put in for it. */
export function mark(ground: Ground, plan: CasePlan, { useCase }: Growing, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "marks", plan.at);
  const tagIds = new Set(
    Array.from({ length: dice.chance(0.4) ? dice.whole(1, 3) : 0 }, () => dice.among(ground.tags)),
  );
  for (const tagId of tagIds) sheaf.caseTags.push({ useCaseId: useCase.id, tagId });
  const running = ground.campaigns.find(
    ({ startsOn, endsOn }) => startsOn <= plan.createdOn && plan.createdOn <= endsOn,
  );
  if (plan.entry === "form" && running && dice.chance(0.8)) useCase.campaignId = running.id;
}
