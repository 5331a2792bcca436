import { build, estimated, run, valued } from "../../estimating";
import { aCase, assess, form, said, screened, t, to } from "../../writing";

export const mediaMix = aCase({
  key: "media-mix",
  department: "marketing",
  author: "quentin",
  owner: "quentin",
  technicalOwner: "lea",
  title: t("Répartition du budget média", "Media budget allocation"),
  need: t(
    "Le budget média est reconduit d'une année sur l'autre ; personne ne sait dire ce que rapporte l'affichage face à la radio locale.",
    "The media budget is rolled over each year; nobody can say what posters bring compared with local radio.",
  ),
  expectedBenefit: t(
    "Déplacer 8 % du budget vers ce qui fait venir en magasin.",
    "Move 8 % of the budget to what brings people to stores.",
  ),
  affected: t("La direction marketing et les régions", "Marketing management and the regions"),
  peopleAffected: 9,
  frequency: { count: 4, per: "year" },
  minutesPerTime: 2_400,
  dataInvolved: t(
    "Dépenses média, fréquentation, météo ; données agrégées",
    "Media spend, footfall, weather; aggregated data",
  ),
  source: "vendor",
  aiType: "classic-ml",
  entry: form("2026-09-02"),
  similar: {
    lookedAt: ["ciblage-coupons"],
    whyNew: t(
      "Les coupons visent un foyer ; ici on arbitre entre médias.",
      "Coupons aim at a household; this arbitrates between media.",
    ),
  },
  screening: screened("2026-09-11", "claire", "H"),
  assessments: [
    assess(
      "etienne",
      "2026-10-14",
      "4422",
      "42223",
      t(
        "Gain réel, mais l'historique média est incomplet avant 2024.",
        "A real gain, but media history is incomplete before 2024.",
      ),
    ),
    assess("karim", "2026-10-16", "3333", "32223"),
    assess(
      "thomas",
      "2026-10-20",
      "2322",
      "43323",
      t(
        "On a déjà acheté deux fois ce modèle à des consultants, sans lendemain.",
        "We have already bought this model twice from consultants, with no follow-up.",
      ),
    ),
  ],
  businessCase: estimated("2026-10-30", "quentin", "2027-Q1", [
    valued("cost-avoided", {
      label: t("Dépenses média redéployées", "Media spend redeployed"),
      quantity: [1, 2.2, 3],
      each: [30_000, 38_000, 45_000],
      unit: t("points de budget", "points of budget"),
      adoption: [0.4, 0.7, 0.9],
      ramp: 4,
      attribution: 0.6,
    }),
    build([55_000, 70_000, 110_000]),
    run([6_000, 8_000, 12_000]),
  ]),
  moves: [to("submitted", "2026-09-02", "quentin"), to("assessment", "2026-09-11", "claire")],
  comments: [
    said(
      "nadia",
      "2026-10-21",
      t(
        "Thomas a raison sur les consultants : cette fois le modèle resterait chez nous.",
        "Thomas is right about the consultants: this time the model would stay with us.",
      ),
    ),
  ],
});
