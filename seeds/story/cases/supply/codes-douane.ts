import { aCase, assess, decided, form, screened, t, to } from "../../writing";

export const codesDouane = aCase({
  key: "codes-douane",
  department: "supply",
  author: "elodie",
  owner: "antoine",
  technicalOwner: "mathieu",
  campaign: "quinzaine",
  title: t("Codes douaniers des importations", "Customs codes for imports"),
  need: t(
    "Chaque conteneur de bazar demande une journée de codification ; une erreur bloque le lot au Havre.",
    "Each container of household goods takes a day of coding; one error blocks the lot in Le Havre.",
  ),
  expectedBenefit: t(
    "Proposer le code et sa justification, le déclarant tranche.",
    "Propose the code and its reason, the declarant decides.",
  ),
  affected: t("Quatre déclarants en douane", "Four customs declarants"),
  peopleAffected: 4,
  frequency: { count: 3, per: "week" },
  minutesPerTime: 420,
  dataInvolved: t("Factures, fiches techniques", "Invoices, technical sheets"),
  source: "workshop",
  aiType: "generative",
  entry: form("2025-03-19"),
  similar: { lookedAt: [], whyNew: t("Rien d'approchant.", "Nothing close to it.") },
  screening: screened("2025-04-22", "claire", "H"),
  assessments: [
    assess(
      "ines",
      "2025-06-02",
      "3323",
      "33242",
      t(
        "Responsabilité du déclarant : à préserver mot pour mot.",
        "The declarant's liability: to be kept word for word.",
      ),
    ),
    assess("etienne", "2025-06-06", "3213", "33232"),
  ],
  decisions: [
    decided(
      "s2",
      "not-now",
      t(
        "La nomenclature européenne change début 2027 : coder deux fois n'a pas de sens. Le besoin est reconnu.",
        "The European nomenclature changes early in 2027: coding twice makes no sense. The need is acknowledged.",
      ),
      { relookOn: "2027-02-01" },
    ),
  ],
  moves: [
    to("submitted", "2025-03-19", "elodie"),
    to("assessment", "2025-04-22", "claire"),
    to("on-hold", "2025-06-19", "claire", {
      session: "s2",
      relookOn: "2027-02-01",
    }),
  ],
});
