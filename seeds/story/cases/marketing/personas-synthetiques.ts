import { aCase, assess, decided, form, screened, t, to } from "../../writing";

export const personasSynthetiques = aCase({
  key: "personas-synthetiques",
  department: "marketing",
  author: "quentin",
  owner: "quentin",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Panels de clients synthétiques", "Synthetic customer panels"),
  need: t(
    "Tester une mécanique promotionnelle auprès d'un panel coûte 14 000 € et trois semaines.",
    "Testing a promotion on a panel takes €14,000 and three weeks.",
  ),
  expectedBenefit: t("Tester en une heure auprès de clients simulés.", "Test within an hour on simulated customers."),
  affected: t("Les chefs de groupe promotion", "Promotion group managers"),
  peopleAffected: 11,
  frequency: { count: 2, per: "month" },
  minutesPerTime: 240,
  dataInvolved: t("Profils de la carte de fidélité", "Loyalty card profiles"),
  source: "workshop",
  aiType: "generative",
  entry: form("2025-03-13"),
  similar: { lookedAt: [], whyNew: null },
  screening: screened("2025-03-26", "claire", "P"),
  assessments: [
    assess(
      "fatou",
      "2025-04-02",
      "2213",
      "33344",
      t(
        "Je préfère écouter dix clients que mille inventés.",
        "I would rather listen to ten customers than to a thousand invented ones.",
      ),
    ),
    assess("ines", "2025-04-03", "2222", "43344"),
    assess("thomas", "2025-04-04", "4323", "22223"),
  ],
  decisions: [
    decided(
      "s1",
      "reject",
      t(
        "Le besoin est réel, la réponse ne l'est pas : rien ne prouve qu'un client simulé achète comme un client. Reprendre le besoin avec un panel permanent de porteurs volontaires.",
        "The need is real, the answer is not: nothing shows that a simulated customer buys like a customer. Take up the need again with a standing panel of volunteer card holders.",
      ),
    ),
  ],
  moves: [
    to("submitted", "2025-03-13", "quentin"),
    to("assessment", "2025-03-27", "claire"),
    to("rejected", "2025-04-10", "claire", {
      session: "s1",
    }),
  ],
});
