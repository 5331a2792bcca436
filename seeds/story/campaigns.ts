import { day } from "#app/kernel/day";
import { departments } from "./organisation";
import type { Campaign, CapturedLine } from "./types";
import { t } from "./writing";

const everyone = departments.map((department) => department.key);

/** A line of the autumn's workshops; `by` is a person of the story, or the name that somebody without an account gave. */
const line = (on: string, department: string, by: CapturedLine["by"], fr: string, en: string): CapturedLine => ({
  on: day(on),
  department,
  by,
  text: t(fr, en),
});

export const campaigns: Campaign[] = [
  {
    key: "quinzaine",
    name: t("La quinzaine des cas d'usage", "The use-case fortnight"),
    kind: "sprint",
    startsOn: day("2025-03-10"),
    endsOn: day("2025-03-21"),
    target: 30,
    departments: everyone,
    targets: { stores: 6, service: 5, marketing: 4, ecommerce: 4, supply: 4, hr: 4, purchasing: 3 },
    by: "claire",
    host: "claire",
    openCapture: false,
    brief: t(
      "Huit ateliers d'une demi-journée, un par direction, avec des opérationnels et un juriste dans chaque salle. Règle unique : le besoin d'abord, l'outil ensuite.",
      "Eight half-day workshops, one a department, with people who do the work and a lawyer in each room. One rule: the need first, the tool second.",
    ),
    prize: null,
    lines: [],
    summary: {
      on: day("2025-04-04"),
      words: t(
        "Vingt-huit besoins en deux semaines, un de plus rejoint par un autre, de sept directions sur huit. Ce que nous retenons : les équipes savent très bien où part leur temps, et demandent rarement un robot. La finance n'a rien proposé, faute d'atelier un jour de clôture : elle aura le sien en mai. Chaque auteur a une réponse du comité avant l'été.",
        "Twenty-eight needs in two weeks, and one more joined to another, from seven departments out of eight. What we take from it: teams know very well where their time goes, and seldom ask for a robot. Finance put nothing in, its workshop having fallen on a closing day: it has its own in May. Each author has the committee's answer before the summer.",
      ),
    },
  },
  {
    key: "hackathon",
    name: t("Hackathon « Frais et fête »", "“Fresh and festive” hackathon"),
    kind: "hackathon",
    startsOn: day("2026-03-17"),
    endsOn: day("2026-03-19"),
    target: 10,
    departments: ["stores", "supply", "ecommerce", "purchasing"],
    targets: {},
    by: "sami",
    host: "sami",
    openCapture: false,
    brief: t(
      "Trois jours à l'entrepôt de Saint-Vernay, onze équipes mêlant magasin, entrepôt et siège ; retour d'expérience des fêtes 2025.",
      "Three days in the Saint-Vernay warehouse, eleven teams mixing stores, warehouse and head office, on the lessons of Christmas 2025.",
    ),
    prize: t(
      "Six semaines de deux développeurs pour l'équipe choisie",
      "Two developers for six weeks for the chosen team",
    ),
    lines: [],
    summary: null,
  },
  {
    key: "automne",
    name: t("Sprint d'automne : moins de ressaisie", "Autumn sprint: less retyping"),
    kind: "sprint",
    startsOn: day("2026-11-05"),
    endsOn: day("2026-11-27"),
    target: 12,
    departments: everyone,
    targets: { stores: 3, purchasing: 2, marketing: 2, hr: 2 },
    by: "claire",
    host: "nadia",
    openCapture: true,
    brief: t(
      "Ce que l'on recopie d'un écran à l'autre, d'un papier à un fichier, d'un courriel à un tableau. Un atelier d'une heure par direction ; une ligne suffit pour commencer.",
      "What is copied from one screen to another, from paper to a file, from a mail to a table. A workshop of an hour in each department; one line is enough to begin.",
    ),
    prize: t(
      "L'équipe distinguée présente son cas à la revue de janvier et obtient un POC avant mars.",
      "The chosen team presents its case at January's review and gets a POC before March.",
    ),
    lines: [
      line(
        "2026-11-12",
        "stores",
        { person: "pauline" },
        "Bons de reprise recopiés trois fois",
        "Return slips copied out three times",
      ),
      line(
        "2026-11-12",
        "stores",
        { name: "Sofiane, drive de Vertou" },
        "Appeler un à un les clients dont la commande est en retard",
        "Calling customers one by one whose order is late",
      ),
      line(
        "2026-11-12",
        "stores",
        { name: "" },
        "Relever les températures des vitrines à la main",
        "Noting the temperatures of display cases by hand",
      ),
      line(
        "2026-11-12",
        "stores",
        { name: "Maëlle" },
        "Plannings du rayon frais refaits chaque vendredi",
        "Rosters of the fresh department redone every Friday",
      ),
      line(
        "2026-11-17",
        "finance",
        { person: "julien" },
        "Rapprocher les tickets de carburant et les notes de frais",
        "Matching fuel receipts and expense claims",
      ),
      line(
        "2026-11-17",
        "finance",
        { name: "Service fournisseurs" },
        "Retrouver le bon de commande d'une facture sans numéro",
        "Finding the order of an invoice without a number",
      ),
      line(
        "2026-11-18",
        "marketing",
        { person: "nadia" },
        "Vérifier les mentions légales de chaque affiche",
        "Checking the legal wording of each poster",
      ),
      line(
        "2026-11-18",
        "service",
        { name: "Inès, plateau de Rennes" },
        "Copier les réponses d'un courriel vers le logiciel de suivi",
        "Copying the answers of a mail into the tracking program",
      ),
      line(
        "2026-11-19",
        "purchasing",
        { name: "" },
        "Comparer ligne à ligne deux conditions générales",
        "Comparing two sets of general terms line by line",
      ),
    ],
    summary: null,
  },
];
