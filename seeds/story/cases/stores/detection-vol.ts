import { aCase, assess, decided, form, screened, t, to } from "../../writing";

export const detectionVol = aCase({
  key: "detection-vol",
  department: "stores",
  author: "karim",
  owner: "david",
  technicalOwner: "mathieu",
  campaign: "quinzaine",
  title: t("Détection des gestes suspects par caméra", "Detection of suspicious gestures by camera"),
  need: t(
    "La démarque inconnue coûte 1,3 % du chiffre d'affaires ; les agents ne peuvent pas regarder cent écrans.",
    "Unexplained losses cost 1.3 % of sales; guards cannot watch a hundred screens.",
  ),
  expectedBenefit: t("Alerter l'agent sur un comportement inhabituel.", "Alert the guard to unusual behaviour."),
  affected: t("Agents de sûreté et tous les clients", "Security guards and all customers"),
  peopleAffected: 380,
  frequency: { count: 10, per: "day" },
  minutesPerTime: 15,
  dataInvolved: t("Flux vidéo des surfaces de vente", "Video feed of sales areas"),
  source: "vendor",
  aiType: "vision",
  entry: form("2025-03-17"),
  similar: { lookedAt: [], whyNew: t("Aucun cas de sûreté.", "No security case.") },
  vendors: ["lumigrain"],
  screening: screened(
    "2025-04-22",
    "claire",
    "CP",
    t(
      "Porté devant le comité à la demande de la direction des opérations.",
      "Brought to the committee at the request of operations.",
    ),
  ),
  assessments: [
    assess(
      "ines",
      "2025-05-30",
      "3213",
      "44354",
      t(
        "Analyse du comportement de clients filmés : pas de base légale pour un commerce aujourd'hui.",
        "Analysing the behaviour of filmed customers: no legal basis for a shop today.",
      ),
    ),
    assess("hugo", "2025-06-03", "3222", "44454"),
    assess(
      "fatou",
      "2025-06-05",
      "2112",
      "33354",
      t("Je ne saurais pas l'expliquer à un client.", "I could not explain it to a customer."),
    ),
  ],
  decisions: [
    decided(
      "s2",
      "reject",
      t(
        "Ligne rouge : nous n'analysons pas le comportement de nos clients. Pas de base légale, et une confiance qui vaut plus que la démarque.",
        "Red line: we do not analyse our customers' behaviour. No legal basis, and a trust worth more than the losses.",
      ),
    ),
  ],
  moves: [
    to("submitted", "2025-03-17", "karim"),
    to("assessment", "2025-04-22", "claire"),
    to("rejected", "2025-06-19", "claire", {
      session: "s2",
      reason: t(
        "Le besoin peut revenir sous une autre forme, à la caisse.",
        "The need may come back in another form, at the till.",
      ),
    }),
  ],
});
