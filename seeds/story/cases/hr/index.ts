import type { CaseStory } from "../../types";
import { barometreSocial } from "./barometre-social";
import { offresEmploi } from "./offres-emploi";
import { parcoursFormation } from "./parcours-formation";
import { planningSaisonniers } from "./planning-saisonniers";
import { preselectionCv } from "./preselection-cv";
import { questionsPaie } from "./questions-paie";
import { syntheseEntretiens } from "./synthese-entretiens";

export const hr: CaseStory[] = [
  offresEmploi,
  questionsPaie,
  syntheseEntretiens,
  preselectionCv,
  planningSaisonniers,
  parcoursFormation,
  barometreSocial,
];
