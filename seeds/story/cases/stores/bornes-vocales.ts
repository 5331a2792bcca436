import { aCase, assess, decided, form, said, screened, t, to } from "../../writing";

export const bornesVocales = aCase({
  key: "bornes-vocales",
  department: "stores",
  author: "pauline",
  owner: "david",
  technicalOwner: "mathieu",
  campaign: "quinzaine",
  title: t("Borne vocale « où se trouve… ? »", "“Where is…?” voice terminal"),
  need: t(
    "Neuf questions sur dix à l'accueil demandent un emplacement.",
    "Nine questions in ten at the welcome desk ask where something is.",
  ),
  expectedBenefit: t(
    "Libérer l'accueil et mieux servir les clients malvoyants.",
    "Free the welcome desk and serve visually impaired customers better.",
  ),
  affected: t("Accueil des hypermarchés", "Hypermarket welcome desks"),
  peopleAffected: 150,
  frequency: { count: 120, per: "day" },
  minutesPerTime: 1,
  dataInvolved: t("Plans de magasin ; voix non conservée", "Store plans; voice not kept"),
  source: "workshop",
  aiType: "generative",
  entry: form("2025-03-18"),
  similar: {
    lookedAt: ["assistant-magasin"],
    whyNew: t(
      "L'assistant parle aux équipes, la borne parlerait aux clients.",
      "The assistant talks to teams, the terminal would talk to customers.",
    ),
  },
  vendors: ["paroleo"],
  screening: screened(
    "2025-06-30",
    "claire",
    "C",
    t(
      "Borne d'information sans conseil : admise par le comité si un bouton appelle quelqu'un.",
      "Information terminal without advice: allowed by the committee if a button calls someone.",
    ),
  ),
  assessments: [assess("fatou", "2025-08-28", "2234", "23323"), assess("thomas", "2025-09-02", "2223", "33323")],
  decisions: [
    decided(
      "s3",
      "not-now",
      t(
        "Utile, mais les plans de magasin ne sont pas à jour. À revoir après la refonte de l'implantation.",
        "Useful, but store plans are out of date. To be seen again after the new layouts.",
      ),
      { relookOn: "2026-11-16" },
    ),
  ],
  moves: [
    to("submitted", "2025-03-18", "pauline"),
    to("assessment", "2025-07-01", "claire"),
    to("on-hold", "2025-09-18", "claire", {
      session: "s3",
      relookOn: "2026-11-16",
    }),
  ],
  comments: [
    said(
      "pauline",
      "2026-11-18",
      t(
        "Les plans sont prêts dans les 38 hypermarchés : peut-on le remettre à l'ordre du jour ?",
        "Plans are ready in the 38 hypermarkets: may it come back on the agenda?",
      ),
    ),
  ],
});
