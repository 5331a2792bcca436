import { build, estimated, licence, review, time, valued } from "../../estimating";
import { aCase, assess, form, screened, t, to } from "../../writing";

export const analyseBaux = aCase({
  key: "analyse-baux",
  department: "finance",
  author: "julien",
  owner: "julien",
  technicalOwner: "mathieu",
  title: t("Échéances et clauses de nos contrats", "Due dates and clauses of our contracts"),
  need: t(
    "Trois baux ont été reconduits l'an dernier faute d'avoir vu la date ; les contrats dorment en PDF.",
    "Three leases were renewed last year since nobody saw the date; contracts sleep as PDFs.",
  ),
  expectedBenefit: t(
    "Aucune échéance manquée, et des clauses comparables.",
    "No missed date, and clauses that compare.",
  ),
  affected: t("Immobilier, comptabilité, achats", "Real estate, accounting, purchasing"),
  peopleAffected: 29,
  frequency: { count: 5, per: "week" },
  minutesPerTime: 75,
  dataInvolved: t(
    "252 baux, 3 400 contrats d'achat depuis la fusion des deux cas",
    "252 leases, 3,400 purchase contracts since the two cases were joined",
  ),
  source: "workshop",
  aiType: "generative",
  entry: form("2026-06-16"),
  similar: {
    lookedAt: [],
    whyNew: t("Aucun cas sur les contrats à cette date.", "No case on contracts at that date."),
  },
  vendors: ["clauzia"],
  screening: screened("2026-07-01", "claire", "H"),
  assessments: [
    assess(
      "ines",
      "2026-10-13",
      "3334",
      "22232",
      t(
        "Utile à ma propre équipe ; ne pas en faire un conseil juridique.",
        "Useful to my own team; not to be turned into legal advice.",
      ),
    ),
    assess("thomas", "2026-10-16", "3323", "22222"),
    assess("hugo", "2026-10-21", "3333", "23232"),
  ],
  businessCase: estimated("2026-11-04", "julien", "2027-Q1", [
    valued("risk", {
      label: t("Reconductions subies évitées", "Unwanted renewals avoided"),
      quantity: [0.4, 0.8, 1.2],
      each: [25_000, 38_000, 55_000],
      unit: t("baux", "leases"),
      adoption: 1,
      ramp: 2,
      attribution: 0.7,
    }),
    time({
      label: t("Lecture des contrats", "Reading contracts"),
      volume: [1_200, 1_700, 2_100],
      minutes: [25, 40, 50],
      hourly: 56,
      adoption: [0.5, 0.75, 0.9],
      ramp: 3,
    }),
    build([22_000, 30_000, 45_000]),
    licence(25, [38, 45, 55], "month"),
    review([60, 90, 130], 54),
  ]),
  moves: [to("submitted", "2026-06-16", "julien"), to("assessment", "2026-07-01", "claire")],
});
