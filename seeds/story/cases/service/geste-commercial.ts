import { build, change, estimated, run, valued } from "../../estimating";
import { aCase, assess, decided, form, said, screened, t, to } from "../../writing";

export const gesteCommercial = aCase({
  key: "geste-commercial",
  department: "service",
  author: "rachid",
  owner: "rachid",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Le geste commercial juste", "The right goodwill gesture"),
  need: t(
    "Deux clients avec le même problème reçoivent 5 € ou 50 € selon le conseiller.",
    "Two customers with the same problem receive €5 or €50 depending on the adviser.",
  ),
  expectedBenefit: t(
    "Proposer une fourchette au conseiller, qui décide.",
    "Offer the adviser a range; the adviser decides.",
  ),
  affected: t("Conseillers, clients", "Advisers, customers"),
  peopleAffected: 190,
  frequency: { count: 6, per: "day" },
  minutesPerTime: 4,
  dataInvolved: t("Motif, montant, historique des gestes", "Reason, amount, past gestures"),
  source: "workshop",
  aiType: "classic-ml",
  entry: form("2025-03-20"),
  similar: { lookedAt: ["reponse-mails"], whyNew: t("Un montant, pas un texte.", "An amount, not a text.") },
  vendors: ["fabrique"],
  screening: screened("2026-05-05", "claire", "HP"),
  assessments: [
    assess(
      "fatou",
      "2026-08-27",
      "4344",
      "22222",
      t("L'équité d'abord, l'économie ensuite.", "Fairness first, saving second."),
    ),
    assess("ines", "2026-08-31", "3333", "22232"),
    assess("etienne", "2026-09-03", "4333", "22212"),
  ],
  businessCase: estimated("2026-09-08", "fatou", "2026-Q4", [
    valued("cost-avoided", {
      label: t("Gestes ramenés à l'usage", "Gestures brought back to usage"),
      quantity: [5_000, 7_500, 9_500],
      each: [3, 4, 5],
      unit: t("gestes", "gestures"),
      adoption: [0.5, 0.7, 0.85],
      ramp: 2,
      attribution: 0.9,
    }),
    build([12_000, 16_000, 24_000]),
    run([1_500, 2_200, 3_000]),
    change([2_000, 3_000, 4_500]),
  ]),
  decisions: [
    decided("s8", "approve", t("Équité mesurable ; POC en janvier.", "Measurable fairness; POC in January.")),
  ],
  moves: [
    to("submitted", "2025-03-20", "rachid"),
    to("assessment", "2026-05-06", "claire"),
    to("approved", "2026-09-24", "claire", { session: "s8" }),
  ],
  comments: [
    said(
      "claire",
      "2025-09-22",
      t(
        "Le besoin est gardé, pas oublié : les deux cas du plateau doivent d'abord tenir un Noël.",
        "The need is kept, not forgotten: the centre's two cases must first stand a Christmas.",
      ),
    ),
  ],
});
