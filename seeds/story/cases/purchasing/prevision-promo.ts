import { build, estimated, run, valued } from "../../estimating";
import { aCase, assess, form, screened, t, to } from "../../writing";

export const previsionPromo = aCase({
  key: "prevision-promo",
  department: "purchasing",
  author: "bertrand",
  owner: "isabelle",
  technicalOwner: "lea",
  title: t("Volumes des promotions", "Promotion volumes"),
  need: t(
    "Une promotion sur deux finit en rupture le jeudi ou en surstock le dimanche.",
    "One promotion in two ends in shortage on Thursday or overstock on Sunday.",
  ),
  expectedBenefit: t("Réduire d'un quart l'écart de volume.", "Cut the volume gap by a quarter."),
  affected: t("Achats, approvisionnement, magasins", "Purchasing, replenishment, stores"),
  peopleAffected: 160,
  frequency: { count: 1, per: "week" },
  minutesPerTime: 300,
  dataInvolved: t("Historique des promotions, tarifs", "Promotion history, prices"),
  source: "hackathon",
  aiType: "classic-ml",
  entry: form("2026-08-20"),
  similar: {
    lookedAt: ["prevision-frais", "catalogue-regional"],
    whyNew: t(
      "La prévision du frais ignore le prospectus ; ici, c'est lui qui fait le volume.",
      "Fresh food forecasting ignores the leaflet; here the leaflet makes the volume.",
    ),
  },
  vendors: ["fabrique"],
  screening: screened("2026-09-08", "claire", "H"),
  assessments: [
    assess("elodie", "2026-10-13", "5544", "32222"),
    assess("etienne", "2026-10-16", "5433", "32212"),
    assess("karim", "2026-10-19", "4544", "22322"),
  ],
  businessCase: estimated("2026-11-03", "bertrand", "2027-Q1", [
    valued("revenue", {
      label: t("Marge des promotions tenues", "Margin on promotions kept in stock"),
      quantity: [1.5, 3, 4.5],
      each: [20_000, 26_000, 30_000],
      unit: t("points d'écart de volume", "points of volume gap"),
      adoption: [0.5, 0.75, 0.9],
      ramp: 3,
      attribution: 0.6,
    }),
    build([50_000, 65_000, 95_000]),
    run([6_000, 8_000, 11_000]),
  ]),
  moves: [to("submitted", "2026-08-20", "bertrand"), to("assessment", "2026-09-08", "claire")],
});
