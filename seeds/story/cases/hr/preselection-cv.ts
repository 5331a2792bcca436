import { aCase, aiAct, assess, decided, form, screened, t, to } from "../../writing";

export const preselectionCv = aCase({
  key: "preselection-cv",
  department: "hr",
  author: "amandine",
  owner: "noemie",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Présélection des candidatures d'été", "Shortlisting summer applications"),
  need: t(
    "52 000 candidatures d'été en six semaines : la moitié ne reçoit aucune réponse.",
    "52,000 summer applications in six weeks: half get no answer at all.",
  ),
  expectedBenefit: t("Classer les candidatures et répondre à toutes.", "Rank the applications and answer them all."),
  affected: t("Candidats et recruteurs", "Applicants and recruiters"),
  peopleAffected: 52_000,
  frequency: { count: 1, per: "year" },
  minutesPerTime: 4,
  dataInvolved: t("CV, lettres, disponibilités", "CVs, letters, availability"),
  source: "workshop",
  aiType: "classic-ml",
  entry: form("2025-03-19"),
  similar: { lookedAt: [], whyNew: t("Premier cas de recrutement.", "The first recruitment case.") },
  screening: screened(
    "2025-03-27",
    "claire",
    "PR",
    t(
      "Porté devant le comité à la demande de la DRH, sans essai préalable.",
      "Brought to the committee at HR management's request, without any trial.",
    ),
  ),
  assessments: [
    assess(
      "ines",
      "2025-04-02",
      "3314",
      "33354",
      t(
        "Annexe III : haut risque. Et la charte dit que l'humain choisit.",
        "Annex III: high risk. And the charter says that people choose.",
      ),
    ),
    assess("fatou", "2025-04-04", "4223", "22343"),
    assess(
      "karim",
      "2025-04-07",
      "5343",
      "22332",
      t("Les magasins attendent pourtant des bras dès juin.", "Stores still need hands by June."),
    ),
  ],
  aiAct: aiAct(
    "high",
    "2025-04-08",
    t("Annexe III, point 4 : tri de candidatures.", "Annex III, point 4: sorting of applications."),
  ),
  decisions: [
    decided(
      "s1",
      "reject",
      t(
        "Ligne rouge : aucune machine n'écarte une personne chez nous. Pour répondre à tous, un accusé de réception suffit.",
        "Red line: here no machine turns a person down. To answer everyone, an acknowledgement is enough.",
      ),
    ),
  ],
  moves: [
    to("submitted", "2025-03-19", "amandine"),
    to("assessment", "2025-03-28", "claire"),
    to("rejected", "2025-04-10", "claire", {
      session: "s1",
      reason: t(
        "C'est aussi un haut risque au sens du règlement européen.",
        "It is also a high risk under the European regulation.",
      ),
    }),
  ],
});
