import { day } from "#app/kernel/day";
import { build, change, estimated, run, valued } from "../../estimating";
import { aCase, assess, form, said, screened, t, to } from "../../writing";

export const reapproSaisonnier = aCase({
  key: "reappro-saisonnier",
  department: "supply",
  author: "elodie",
  owner: "antoine",
  technicalOwner: "lea",
  title: t("Réassort des produits de saison", "Replenishing seasonal goods"),
  need: t(
    "Chocolats de Noël, jardin, rentrée : nous soldons 2,1 M€ de stock mort par an, et manquons de l'essentiel la dernière semaine.",
    "Christmas chocolate, garden, back to school: we clear €2.1m of dead stock a year, and lack the essentials in the last week.",
  ),
  expectedBenefit: t("Un tiers de stock mort en moins.", "A third less dead stock."),
  affected: t("Approvisionneurs, chefs de rayon saison", "Replenishment team, seasonal department heads"),
  peopleAffected: 280,
  frequency: { count: 3, per: "week" },
  minutesPerTime: 50,
  dataInvolved: t("Ventes de quatre saisons, stocks, météo", "Sales of four seasons, stocks, weather"),
  source: "hackathon",
  aiType: "classic-ml",
  entry: form("2026-08-25"),
  similar: {
    lookedAt: ["prevision-frais", "prevision-promo"],
    whyNew: t(
      "Quatre points de vente par an et non trois cents jours : les méthodes du frais ne s'y appliquent pas.",
      "Four selling periods a year, not three hundred days: fresh food's methods do not apply.",
    ),
  },
  screening: screened("2026-09-08", "claire", "H"),
  assessments: [
    assess(
      "karim",
      "2026-10-12",
      "5554",
      "22222",
      t("Chaque directeur de magasin signerait ce soir.", "Every store manager would sign tonight."),
    ),
    assess(
      "thomas",
      "2026-10-15",
      "3333",
      "44334",
      t(
        "Quatre saisons d'historique, dont une de crise : je n'y crois pas encore.",
        "Four seasons of history, one of them a crisis: I do not believe it yet.",
      ),
    ),
    assess("etienne", "2026-10-19", "5433", "43223"),
    assess("fatou", "2026-10-23", "3243", "32222"),
  ],
  round: {
    on: day("2026-11-12"),
    by: "claire",
    abstaining: t(
      "Je préside, et je ne connais pas le réapprovisionnement.",
      "I chair, and do not know replenishment.",
    ),
    reason: t(
      "Magasins et logistique ne parlaient pas du même périmètre : on note de nouveau, pour les seuls produits de saison.",
      "Stores and logistics did not speak of the same scope: we score again, for seasonal products alone.",
    ),
    assessments: [assess("karim", "2026-11-16", "4544", "23332"), assess("thomas", "2026-11-17", "4433", "33332")],
  },
  businessCase: estimated("2026-11-03", "elodie", "2027-Q1", [
    valued("cost-avoided", {
      label: t("Stock mort évité", "Dead stock avoided"),
      quantity: [60, 130, 200],
      each: [700, 900, 1_050],
      unit: t("milliers d'unités", "thousand units"),
      adoption: [0.5, 0.75, 0.9],
      ramp: 4,
      attribution: 0.6,
    }),
    build([80_000, 105_000, 160_000]),
    run([9_000, 12_000, 16_000]),
    change([8_000, 12_000, 18_000]),
  ]),
  moves: [to("submitted", "2026-08-25", "elodie"), to("assessment", "2026-09-08", "claire")],
  comments: [
    said(
      "claire",
      "2026-11-06",
      t(
        "Deux notes sur cinq d'écart sur les données : nous en parlerons en séance avant de voter.",
        "Two points apart on data: we shall talk it through in session before voting.",
      ),
    ),
  ],
});
