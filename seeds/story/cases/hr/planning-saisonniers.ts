import { aCase, assess, form, screened, t, to } from "../../writing";

export const planningSaisonniers = aCase({
  key: "planning-saisonniers",
  department: "hr",
  author: "noemie",
  owner: "noemie",
  technicalOwner: "lea",
  title: t("Prévoir les renforts saisonniers", "Forecasting seasonal staff"),
  need: t(
    "Nous signons les contrats de Noël fin octobre, quand les bons sont déjà pris ailleurs.",
    "We sign Christmas contracts at the end of October, when the good ones are already taken elsewhere.",
  ),
  expectedBenefit: t(
    "Connaître le besoin par magasin dès la fin août.",
    "Know the need by store by the end of August.",
  ),
  affected: t("Recruteurs et 252 magasins", "Recruiters and 252 stores"),
  peopleAffected: 290,
  frequency: { count: 2, per: "year" },
  minutesPerTime: 600,
  dataInvolved: t("Heures planifiées, fréquentation ; rien de nominatif", "Planned hours, footfall; no names"),
  source: "field",
  aiType: "classic-ml",
  entry: form("2026-09-29"),
  similar: {
    lookedAt: ["prevision-frais"],
    whyNew: t("On prévoit des heures, pas des produits.", "This forecasts hours, not products."),
  },
  screening: screened("2026-10-06", "claire", "H"),
  assessments: [
    assess("karim", "2026-11-03", "4444", "22222", t("Oui, et vite.", "Yes, and soon.")),
    assess("fatou", "2026-11-05", "3334", "21222"),
  ],
  moves: [to("submitted", "2026-09-29", "noemie"), to("assessment", "2026-10-06", "claire")],
});
