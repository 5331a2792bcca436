import { aCase, assess, decided, form, screened, t, to } from "../../writing";

export const avisMarketing = aCase({
  key: "avis-marketing",
  department: "marketing",
  author: "nadia",
  owner: "quentin",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Lecture des avis clients par rayon", "Reading customer reviews by aisle"),
  need: t(
    "1 800 avis arrivent chaque semaine sur le site et l'application ; nous en lisons cent.",
    "1,800 reviews arrive each week on the site and the app; we read a hundred.",
  ),
  expectedBenefit: t(
    "Repérer plus tôt un produit ou un rayon qui déçoit.",
    "Notice sooner a product or an aisle that disappoints.",
  ),
  affected: t("Les chefs de groupe et les directeurs de marché", "Group managers and category directors"),
  peopleAffected: 26,
  frequency: { count: 1, per: "week" },
  minutesPerTime: 120,
  dataInvolved: t("Avis publics, parfois signés", "Public reviews, sometimes signed"),
  source: "workshop",
  aiType: "generative",
  entry: form("2025-03-13"),
  similar: {
    lookedAt: ["verbatims-clients"],
    whyNew: t(
      "Nous lisons des avis publics, le service client lit des courriers.",
      "We read public reviews, customer service reads letters.",
    ),
  },
  screening: screened("2025-03-26", "claire", "HP"),
  assessments: [
    assess("thomas", "2025-04-02", "3233", "22222"),
    assess(
      "fatou",
      "2025-04-03",
      "3334",
      "22122",
      t("C'est le même besoin que le nôtre : faisons-le une fois.", "It is the same need as ours: let us do it once."),
    ),
  ],
  decisions: [
    decided(
      "s1",
      "merge",
      t(
        "Même besoin, mêmes textes, même outil : le marketing rejoint le cas du service client avec ses volumes.",
        "Same need, same texts, same tool: marketing joins customer service's case with its volumes.",
      ),
      { into: "verbatims-clients" },
    ),
  ],
  moves: [
    to("submitted", "2025-03-13", "nadia"),
    to("assessment", "2025-03-27", "claire"),
    to("merged", "2025-04-10", "claire", {
      session: "s1",
      into: "verbatims-clients",
      reason: t(
        "Rattaché au cas du service client, avec ses 1 800 avis par semaine.",
        "Joined to customer service's case, with its 1,800 reviews a week.",
      ),
    }),
  ],
});
