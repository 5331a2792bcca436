import { aCase, assess, form, screened, t, to } from "../../writing";

export const voixReclamations = aCase({
  key: "voix-reclamations",
  department: "service",
  author: "rachid",
  owner: "rachid",
  technicalOwner: "mathieu",
  title: t("Accueil vocal des réclamations", "Voice welcome for complaints"),
  need: t(
    "Le client raconte trois fois la même chose avant d'arriver au bon conseiller.",
    "Customers tell the same story three times before reaching the right adviser.",
  ),
  expectedBenefit: t("Recueillir l'histoire une fois et la transmettre.", "Collect the story once and hand it on."),
  affected: t("Clients qui appellent", "Customers who call"),
  peopleAffected: 120_000,
  frequency: { count: 1, per: "quarter" },
  minutesPerTime: 9,
  dataInvolved: t("Voix, motif d'appel", "Voice, reason for the call"),
  source: "vendor",
  aiType: "agentic",
  entry: form("2026-09-16"),
  similar: {
    lookedAt: ["suivi-commandes", "bornes-vocales"],
    whyNew: t(
      "Le suivi répond ; ici on écoute avant de transmettre.",
      "Tracking answers; this listens before handing on.",
    ),
  },
  vendors: ["paroleo"],
  screening: screened(
    "2026-09-30",
    "claire",
    "CHP",
    t(
      "Exception demandée : la voix annonce qu'elle est une machine et ne répond à rien.",
      "Exception asked for: the voice says that it is a machine and answers nothing.",
    ),
  ),
  assessments: [
    assess(
      "fatou",
      "2026-11-04",
      "2325",
      "33333",
      t("Un client en colère veut quelqu'un.", "An angry customer wants somebody."),
    ),
    assess("thomas", "2026-11-06", "4434", "33323"),
  ],
  moves: [to("submitted", "2026-09-16", "rachid"), to("assessment", "2026-09-30", "claire")],
});
