import { aCase, aiAct, assess, decided, form, OF_OUR_OWN, screened, t, to } from "../../writing";

export const parcoursFormation = aCase({
  key: "parcours-formation",
  department: "hr",
  author: "amandine",
  owner: "noemie",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Parcours de formation proposés à chacun", "Training paths offered to each"),
  need: t(
    "Un hôte de caisse sur cinq voudrait changer de métier ; le catalogue compte 340 formations et personne ne s'y retrouve.",
    "One cashier in five would like to change trade; the catalogue lists 340 courses and nobody finds their way.",
  ),
  expectedBenefit: t(
    "Proposer trois parcours réalistes, discutés avec le responsable RH.",
    "Offer three realistic paths, discussed with the HR manager.",
  ),
  affected: t("Salariés de magasin", "Store employees"),
  peopleAffected: 8_800,
  frequency: { count: 1, per: "year" },
  minutesPerTime: 45,
  dataInvolved: t("Parcours, souhaits, formations suivies", "Careers, wishes, courses taken"),
  source: "workshop",
  aiType: "classic-ml",
  entry: form("2025-03-20"),
  similar: {
    lookedAt: ["synthese-entretiens"],
    whyNew: t("L'un lit des souhaits, l'autre propose un parcours.", "One reads wishes, the other offers a path."),
  },
  screening: screened("2025-10-07", "claire", "HP"),
  assessments: [
    assess(
      "ines",
      "2026-01-08",
      "3343",
      "33353",
      t("Accès à la formation : très probablement haut risque.", "Access to training: most likely high risk."),
    ),
    assess("fatou", "2026-01-12", "3354", "32233"),
  ],
  aiAct: aiAct(
    "high",
    "2026-01-15",
    t(
      "Annexe III, point 4 : accès à l'évolution professionnelle. Obligations applicables le 2 décembre 2027.",
      "Annex III, point 4: access to career development. Duties apply from 2 December 2027.",
    ),
    {
      ...OF_OUR_OWN,
      annexIIIAreas: ["employment"],
      employment: ["work-relations"],
      profiling: "yes",
      deployerBody: "other",
      workplace: "yes",
      decidesOnPersons: "yes",
    },
  ),
  decisions: [
    decided(
      "s5",
      "not-now",
      t(
        "Bon besoin, haut risque : on attend les normes d'application pour ne pas bâtir deux fois.",
        "A good need, a high risk: we wait for the standards rather than build twice.",
      ),
      { relookOn: "2027-09-15" },
    ),
  ],
  moves: [
    to("submitted", "2025-03-20", "amandine"),
    to("assessment", "2025-10-08", "claire"),
    to("on-hold", "2026-01-22", "claire", {
      session: "s5",
      relookOn: "2027-09-15",
      reason: t("À revoir avant l'échéance de décembre 2027.", "To be seen again before the December 2027 deadline."),
    }),
  ],
});
