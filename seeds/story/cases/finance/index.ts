import type { CaseStory } from "../../types";
import { analyseBaux } from "./analyse-baux";
import { controleRistournes } from "./controle-ristournes";
import { facturesFournisseurs } from "./factures-fournisseurs";
import { previsionTresorerie } from "./prevision-tresorerie";
import { scoreEmplacements } from "./score-emplacements";

export const finance: CaseStory[] = [
  facturesFournisseurs,
  controleRistournes,
  previsionTresorerie,
  analyseBaux,
  scoreEmplacements,
];
