import { day } from "#app/kernel/day";
import { build, change, estimated, run, time, valued } from "../../estimating";
import { aCase, assess, attempt, awaiting, decided, form, poc, screened, spent, t, to, week } from "../../writing";

export const quaiPlanning = aCase({
  key: "quai-planning",
  department: "supply",
  author: "antoine",
  owner: "antoine",
  technicalOwner: "mathieu",
  campaign: "hackathon",
  title: t("Rendez-vous à quai qui s'ajustent seuls", "Dock appointments that adjust themselves"),
  need: t(
    "Un camion de fournisseur attend en moyenne 74 minutes à Saint-Vernay ; les pénalités d'attente ont coûté 410 000 € en 2025.",
    "A supplier's lorry waits 74 minutes on average at Saint-Vernay; waiting penalties cost €410,000 in 2025.",
  ),
  expectedBenefit: t("Ramener l'attente sous 45 minutes.", "Bring waiting under 45 minutes."),
  affected: t("Les équipes de quai et 240 transporteurs", "Dock teams and 240 hauliers"),
  peopleAffected: 85,
  frequency: { count: 60, per: "day" },
  minutesPerTime: 6,
  dataInvolved: t("Rendez-vous, heures d'arrivée, immatriculations", "Appointments, arrival times, number plates"),
  source: "hackathon",
  aiType: "optimisation",
  entry: form("2026-03-18"),
  similar: {
    lookedAt: ["tournees-livraison"],
    whyNew: t(
      "Les tournées concernent nos départs ; ici, les arrivées des fournisseurs.",
      "Rounds are about our departures; this is about suppliers' arrivals.",
    ),
  },
  vendors: ["fabrique", "routelia"],
  screening: screened("2026-03-30", "claire", "HP"),
  assessments: [
    assess("karim", "2026-05-26", "4333", "22222"),
    assess("hugo", "2026-05-28", "3323", "32232"),
    assess(
      "elodie",
      "2026-06-02",
      "4344",
      "22322",
      t(
        "Retenir la leçon des tournées : les chefs de quai sont dans l'équipe.",
        "Remember the lesson of the rounds: dock supervisors are in the team.",
      ),
    ),
  ],
  businessCase: estimated(
    "2026-06-11",
    "elodie",
    "2026-Q4",
    [
      valued("cost-avoided", {
        label: t("Pénalités d'attente", "Waiting penalties"),
        quantity: [900, 1_500, 2_000],
        each: [32, 38, 44],
        unit: t("attentes évitées", "waits avoided"),
        adoption: [0.5, 0.75, 0.9],
        ramp: 3,
        attribution: 0.8,
      }),
      time({
        label: t("Appels et recalages", "Calls and rescheduling"),
        volume: [3_600, 4_600, 5_200],
        minutes: [3, 4, 6],
        hourly: 33,
        adoption: [0.5, 0.7, 0.9],
        ramp: 3,
      }),
      build([26_000, 34_000, 52_000]),
      run([3_500, 5_000, 7_000]),
      change([4_000, 6_000, 9_000]),
    ],
    t(
      "Estimation rabattue d'un tiers, d'après le réalisé des tournées.",
      "Estimate cut by a third, in view of what the rounds delivered.",
    ),
  ),
  decisions: [
    decided(
      "s7",
      "approve",
      t(
        "Périmètre d'un seul entrepôt, équipe complète, promesse déjà rabattue.",
        "One warehouse only, a complete team, a promise already cut back.",
      ),
    ),
  ],
  poc: poc({
    definedOn: "2026-09-08",
    by: "antoine",
    startsOn: "2026-10-05",
    endsOn: "2026-11-20",
    peopleCap: 5,
    budget: 24_000,
    hypothesis: t(
      "En recalant les rendez-vous d'après l'avancement réel, l'attente moyenne passe sous 50 minutes avant le pic de novembre.",
      "By moving appointments to match real progress, the average wait falls under 50 minutes before the November peak.",
    ),
    team: [
      ["antoine", t("Responsable métier", "Business lead")],
      ["mathieu", t("Intégration", "Integration")],
      ["lea", t("Modèles", "Models")],
      ["elodie", t("Méthodes", "Methods")],
    ],
    kpi: {
      name: t("Attente moyenne à quai", "Average wait at the dock"),
      unit: "min",
      direction: "down",
      baseline: 74,
      threshold: 50,
    },
    dataWhere: t("Dans l'outil de rendez-vous, sur nos serveurs.", "In the appointment tool, on our servers."),
    dataWho: t("Les chefs de quai et l'équipe du POC.", "Dock supervisors and the POC team."),
    dataUse: t(
      "Prévoir l'heure de libération d'un quai ; immatriculations effacées chaque soir.",
      "To forecast when a dock frees up; number plates erased every evening.",
    ),
    vendor: "fabrique",
    model: "gradient",
    personDaysCap: 90,
    dataOwner: "elodie",
    guardrail: {
      name: t("Refus de transporteurs", "Refusals by hauliers"),
      unit: t("par jour", "a day").fr,
      direction: "down",
      limit: 2,
    },
    checkIns: [
      week("2026-10-12", 72, [3_000, 12], "on-track", {
        next: t("Brancher le module du prestataire des tournées.", "Connect the round vendor's module."),
      }),
      week("2026-10-19", 68, [7_000, 25], "on-track"),
      week("2026-10-26", 63, [11_000, 38], "at-risk", {
        blockers: t(
          "Le module recale une fois l'heure : trop tard quand un déchargement déborde.",
          "The module moves appointments once an hour: too late when an unloading overruns.",
        ),
        next: t("Essayer le modèle maison.", "Try the in-house model."),
      }),
      week("2026-11-02", 60, [14_500, 50], "at-risk"),
      week("2026-11-09", 55, [18_000, 62], "on-track", {
        next: t("Tenir une semaine entière sans reprise à la main.", "Hold a whole week without correcting by hand."),
      }),
      week("2026-11-16", 52, [21_200, 74], "on-track", {
        blockers: t(
          "Deux quais sans badgeuse faussent l'heure de départ.",
          "Two docks without a badge reader blur departures.",
        ),
      }),
    ],
    iterations: [
      {
        question: t("Le module du prestataire des tournées suffit-il ?", "Is the round vendor's module enough?"),
        from: day("2026-10-05"),
        to: day("2026-10-23"),
        learnt: t(
          "Il gagne onze minutes, mais ne voit pas l'avancement réel du déchargement.",
          "It gains eleven minutes, but does not see how far an unloading has come.",
        ),
      },
      {
        question: t(
          "Un recalage toutes les dix minutes passe-t-il sous 50 minutes ?",
          "Does moving every ten minutes get below 50 minutes?",
        ),
        from: day("2026-10-26"),
        to: null,
        learnt: null,
      },
    ],
    amendments: [
      {
        askedOn: day("2026-11-09"),
        reason: t(
          "Le pic est décalé d'une semaine : deux semaines de plus pour le mesurer.",
          "The peak comes a week later: two weeks more to measure it.",
        ),
        change: { endsOn: day("2026-12-04") },
        signedOn: day("2026-11-12"),
        signedBy: "claire",
      },
    ],
    attempts: [
      attempt(
        "2026-10-23",
        "routelia-tour",
        3_100,
        63,
        t("Module du prestataire des tournées", "The round vendor's module"),
        t("Deux refus de transporteurs par jour", "Two refusals by hauliers a day"),
        {
          guardrailValue: 2,
          sampleSize: 640,
          method: t("Heures d'arrivée et de départ relevées à la barrière", "Arrivals and departures read at the gate"),
          unitCost: { price: 42, unit: "rendez-vous", volume: 5_200 },
          components: [
            {
              kind: "product",
              name: "Routélia Quais",
              vendor: "routelia",
              licence: "proprietary",
              hosting: "eu",
              role: t("Propose les créneaux", "Proposes slots"),
            },
            {
              kind: "model",
              name: "Routélia Tour",
              model: "routelia-tour",
              licence: "proprietary",
              hosting: "eu",
              role: t("Prévoit l'heure d'arrivée", "Forecasts arrivals"),
            },
          ],
        },
      ),
      attempt(
        "2026-11-13",
        "gradient",
        620,
        52,
        t("Modèle maison, recalage toutes les dix minutes", "In-house model, moved every ten minutes"),
        t("Aucun refus depuis une semaine", "No refusal for a week"),
        {
          guardrailValue: 0,
          sampleSize: 410,
          method: t("Même relevé, sur une semaine", "The same reading, over a week"),
          unitCost: { price: 6.5, unit: "rendez-vous", volume: 5_200 },
          components: [
            {
              kind: "model",
              name: "Prévision à gradient 7",
              model: "gradient",
              licence: "open",
              hosting: "self-hosted",
              role: t("Prévoit la fin d'un déchargement", "Forecasts the end of an unloading"),
            },
            {
              kind: "script",
              name: "recalage-quais",
              vendor: "fabrique",
              licence: "open",
              hosting: "self-hosted",
              role: t("Déplace les rendez-vous", "Moves appointments"),
            },
          ],
        },
      ),
    ],
  }),
  signOffs: [awaiting("security", "antoine", "2026-11-03"), awaiting("legal", "antoine", "2026-11-12")],
  costs: spent("elodie", { "2026-Q3": { build: 17_500, usage: 3_100 } }),
  moves: [
    to("submitted", "2026-03-18", "antoine"),
    to("assessment", "2026-04-01", "claire"),
    to("approved", "2026-06-25", "claire", { session: "s7" }),
    to("poc", "2026-10-05", "antoine"),
  ],
});
