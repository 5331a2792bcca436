import type { CaseStory } from "../../types";
import { antiGaspi } from "./anti-gaspi";
import { assistantMagasin } from "./assistant-magasin";
import { bornesVocales } from "./bornes-vocales";
import { caissesLibreService } from "./caisses-libre-service";
import { consignesSecurite } from "./consignes-securite";
import { detectionVol } from "./detection-vol";
import { etiquettesPrix } from "./etiquettes-prix";
import { planRayon } from "./plan-rayon";
import { rupturesRayon } from "./ruptures-rayon";
import { traductionConsignes } from "./traduction-consignes";

export const stores: CaseStory[] = [
  assistantMagasin,
  antiGaspi,
  rupturesRayon,
  etiquettesPrix,
  caissesLibreService,
  planRayon,
  traductionConsignes,
  detectionVol,
  bornesVocales,
  consignesSecurite,
];
