import type { CaseStory } from "../../types";
import { codesDouane } from "./codes-douane";
import { controlePalettes } from "./controle-palettes";
import { maintenanceFroid } from "./maintenance-froid";
import { previsionFrais } from "./prevision-frais";
import { quaiPlanning } from "./quai-planning";
import { reapproSaisonnier } from "./reappro-saisonnier";
import { tourneesLivraison } from "./tournees-livraison";

export const supply: CaseStory[] = [
  previsionFrais,
  tourneesLivraison,
  quaiPlanning,
  maintenanceFroid,
  reapproSaisonnier,
  controlePalettes,
  codesDouane,
];
