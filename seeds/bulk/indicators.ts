import type { Told } from "#app/kernel/told";
import type { OverTime } from "#app/measurement/over-time";
import type { Direction } from "#app/measurement/realised";
import { skewed } from "./dice";
import { say } from "./texts";

/** A kind of KPI that cases report: where it stands before, how far it moves, and how it is written. */
export interface Indicator {
  name: Told;
  unit: string;
  direction: Direction;
  /** Half of the baselines are within a factor of two of this. */
  before: number;
  /** The share of the baseline by which the target is better. */
  move: number;
  digits: number;
  overTime: OverTime;
  /** Not turned into money, unless a case says otherwise. */
  guards?: boolean;
}

const of = (
  [fr, en]: [string, string],
  unit: string,
  direction: Direction,
  [before, move, digits]: [number, number, number],
  overTime: OverTime,
): Indicator => ({ name: say(fr, en), unit, direction, before, move, digits, overTime });

export const INDICATORS = skewed(
  [
    of(["Heures passées", "Hours spent"], "h", "down", [600, 0.35, 0], "sum"),
    of(["Temps par dossier", "Time per file"], "min", "down", [18, 0.4, 1], "average"),
    of(["Dossiers traités sans reprise", "Files done without rework"], "%", "up", [62, 0.25, 1], "average"),
    of(["Taux d’erreur", "Error rate"], "%", "down", [7, 0.5, 2], "average"),
    of(["Démarque", "Markdown"], "€", "down", [42_000, 0.18, 0], "sum"),
    of(["Ventes additionnelles", "Additional sales"], "€", "up", [9_000, 0.8, 0], "sum"),
    of(["Ruptures en rayon", "Out-of-stocks"], "%", "down", [6, 0.3, 2], "average"),
    of(["Délai de réponse", "Time to answer"], "h", "down", [30, 0.6, 1], "average"),
    of(["Contacts évités", "Contacts avoided"], "", "up", [800, 0.9, 0], "sum"),
    of(["Adoption", "Adoption"], "%", "up", [15, 2.5, 0], "latest"),
    of(["Taux de service", "Service level"], "%", "up", [91, 0.04, 2], "average"),
    of(["Kilomètres parcourus", "Kilometres driven"], "km", "down", [21_000, 0.08, 0], "sum"),
    of(["Énergie consommée", "Energy used"], "MWh", "down", [310, 0.12, 1], "sum"),
    of(["Litiges ouverts", "Disputes opened"], "", "down", [120, 0.4, 0], "sum"),
  ],
  0.6,
);

export const GUARDRAILS = skewed(
  [
    of(["Réclamations pour 1 000 contacts", "Complaints per 1,000 contacts"], "", "down", [12, 0.1, 1], "average"),
    of(["Satisfaction des équipes", "Team satisfaction"], "/10", "up", [7, 0.05, 1], "latest"),
    of(["Propositions rejetées par l’humain", "Proposals rejected by people"], "%", "down", [14, 0.2, 1], "average"),
  ],
  0.7,
);

export const SOURCES = [
  say("Extraction de l’outil de caisse", "Till software extract"),
  say("Tableau de bord du service", "The department’s dashboard"),
  say("Compte de résultat du magasin", "The store’s profit and loss account"),
  say("Journal d’usage de l’application", "The application’s usage log"),
];

export const UNAVAILABLE = say("Outil de mesure en panne ce trimestre", "The measuring tool was down this quarter");
