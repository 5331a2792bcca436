import { day } from "#app/kernel/day";
import { build, change, estimated, licence, valued } from "../../estimating";
import { aCase, assess, decided, form, said, screened, t, to } from "../../writing";

export const planRayon = aCase({
  key: "plan-rayon",
  department: "stores",
  author: "karim",
  owner: "david",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Conformité des plans de rayon", "Shelf plan compliance"),
  need: t(
    "Un rayon sur trois s'écarte du plan deux semaines après l'implantation ; le fournisseur paie sa place et la réclame.",
    "One aisle in three drifts from the plan within two weeks; suppliers pay for their place and claim it.",
  ),
  expectedBenefit: t("Tenir nos engagements envers les fournisseurs.", "Keep our commitments to suppliers."),
  affected: t("Chefs de rayon, achats", "Department heads, purchasing"),
  peopleAffected: 1_100,
  frequency: { count: 1, per: "week" },
  minutesPerTime: 60,
  dataInvolved: t("Photos de rayons, plans d'implantation", "Photos of shelves, shelf plans"),
  source: "workshop",
  aiType: "vision",
  entry: form("2025-03-17"),
  similar: { lookedAt: [], whyNew: t("Premier cas sur l'implantation.", "The first case on layout.") },
  vendors: ["lumigrain"],
  screening: screened("2026-04-14", "claire", "H"),
  assessments: [
    assess("thomas", "2026-05-26", "3323", "33333"),
    assess("elodie", "2026-05-29", "3333", "43323"),
    assess("ines", "2026-06-02", "2323", "32323"),
  ],
  businessCase: estimated("2026-06-11", "karim", "2027-Q1", [
    valued("risk", {
      label: t("Pénalités d'implantation évitées", "Layout penalties avoided"),
      quantity: [12, 20, 28],
      each: [2_600, 3_400, 4_000],
      unit: t("litiges", "disputes"),
      adoption: [0.5, 0.7, 0.9],
      ramp: 3,
      attribution: 0.7,
    }),
    build([80_000, 105_000, 150_000]),
    licence(214, [4, 5, 7], "month", t("Abonnement par magasin", "Subscription by store")),
    change([12_000, 18_000, 26_000]),
  ]),
  filterExceptions: [
    {
      filter: "payback",
      by: "claire",
      on: day("2026-06-25"),
      reason: t(
        "Retour en treize mois accepté : trois contrats fournisseurs en dépendent dès janvier.",
        "Payback in thirteen months accepted: three supplier contracts depend on it from January.",
      ),
    },
  ],
  decisions: [
    decided(
      "s7",
      "approve",
      t(
        "Décision prise contre le rang (dernier des cas classés) : trois fournisseurs conditionnent leurs accords 2027 à un contrôle d'implantation.",
        "Decision taken against the rank (last of the ranked cases): three suppliers make their 2027 agreements conditional on a layout check.",
      ),
      { againstRank: true },
    ),
  ],
  moves: [
    to("submitted", "2025-03-17", "karim"),
    to("assessment", "2026-04-14", "claire"),
    to("approved", "2026-06-25", "claire", { session: "s7" }),
  ],
  comments: [
    said(
      "thomas",
      "2026-06-26",
      t(
        "Pour mémoire : j'ai voté contre. Le classement dit autre chose et le besoin est celui des fournisseurs.",
        "For the record: I voted against. The ranking says otherwise, and the need is the suppliers'.",
      ),
    ),
  ],
});
