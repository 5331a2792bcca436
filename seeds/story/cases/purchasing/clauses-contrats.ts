import { aCase, assess, decided, form, screened, t, to } from "../../writing";

export const clausesContrats = aCase({
  key: "clauses-contrats",
  department: "purchasing",
  author: "bertrand",
  owner: "isabelle",
  technicalOwner: "mathieu",
  title: t("Clauses des contrats d'achat", "Clauses of purchase contracts"),
  need: t(
    "Pénalités, délais, indexations : chaque acheteur a sa version du contrat type.",
    "Penalties, terms, indexation: each buyer has a version of the standard contract.",
  ),
  expectedBenefit: t("Savoir en une minute ce que dit un contrat.", "Know within a minute what a contract says."),
  affected: t("Acheteurs, juridique", "Buyers, legal"),
  peopleAffected: 110,
  frequency: { count: 4, per: "week" },
  minutesPerTime: 40,
  dataInvolved: t("3 400 contrats d'achat", "3,400 purchase contracts"),
  source: "field",
  aiType: "generative",
  entry: form("2026-08-27"),
  similar: {
    lookedAt: ["analyse-baux"],
    whyNew: t("Des contrats d'achat et non des baux.", "Purchase contracts, not leases."),
  },
  screening: screened("2026-09-08", "claire", "H"),
  assessments: [assess("ines", "2026-09-17", "3334", "22232"), assess("hugo", "2026-09-21", "3323", "23232")],
  decisions: [
    decided(
      "s8",
      "merge",
      t(
        "Un contrat est un contrat : même lecture, mêmes garanties. Les volumes des Achats rejoignent le cas de la Finance.",
        "A contract is a contract: same reading, same safeguards. Purchasing's volumes join Finance's case.",
      ),
      { into: "analyse-baux" },
    ),
  ],
  moves: [
    to("submitted", "2026-08-27", "bertrand"),
    to("assessment", "2026-09-08", "claire"),
    to("merged", "2026-09-24", "claire", {
      session: "s8",
      into: "analyse-baux",
      reason: t(
        "Rattaché au cas des contrats de la Finance, avec ses 3 400 contrats.",
        "Joined to Finance's contract case, with its 3,400 contracts.",
      ),
    }),
  ],
});
