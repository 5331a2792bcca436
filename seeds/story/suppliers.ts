import type { Model, Vendor } from "./types";

export const vendors: Vendor[] = [
  { key: "nuvea", name: "Nuvéa Cloud", type: "large-tech", country: "US" },
  { key: "hexaline", name: "Hexaline", type: "large-tech", country: "US" },
  { key: "pixelune", name: "Pixelune", type: "start-up", country: "FR" },
  { key: "lumigrain", name: "Lumigrain Vision", type: "start-up", country: "FR" },
  { key: "routelia", name: "Routélia", type: "start-up", country: "FR" },
  { key: "paroleo", name: "Paroléo", type: "start-up", country: "FR" },
  { key: "clauzia", name: "Clauzia", type: "start-up", country: "BE" },
  { key: "robolia", name: "Robolia", type: "large-tech", country: "DE" },
  { key: "fabrique", name: "Fabrique data Halvenne", type: "internal", country: "FR" },
  { key: "chene", name: "Collectif Chêne", type: "open-source", country: "FR" },
];

export const models: Model[] = [
  { key: "nuvea-grand", vendor: "nuvea", name: "Nuvéa Grand 3", hosting: "eu" },
  { key: "nuvea-vif", vendor: "nuvea", name: "Nuvéa Vif 3", hosting: "eu" },
  { key: "hexaline-omni", vendor: "hexaline", name: "Hexaline Omni 5", hosting: "third-country" },
  { key: "hexaline-agent", vendor: "hexaline", name: "Hexaline Agent 2", hosting: "third-country" },
  { key: "pixelune-studio", vendor: "pixelune", name: "Pixelune Studio 4", hosting: "eu" },
  { key: "lumigrain-rayon", vendor: "lumigrain", name: "Lumigrain Rayon 2", hosting: "eu" },
  { key: "routelia-tour", vendor: "routelia", name: "Routélia Tour", hosting: "eu" },
  { key: "paroleo-voix", vendor: "paroleo", name: "Paroléo Voix FR", hosting: "eu" },
  { key: "clauzia-contrats", vendor: "clauzia", name: "Clauzia Contrats 2", hosting: "eu" },
  { key: "robolia-ocr", vendor: "robolia", name: "Robolia Lecture", hosting: "self-hosted" },
  { key: "gradient", vendor: "fabrique", name: "Prévision à gradient 7", hosting: "self-hosted" },
  { key: "ecart", vendor: "fabrique", name: "Détection d’écarts 2", hosting: "self-hosted" },
  { key: "chene-24b", vendor: "chene", name: "Chêne 24B (poids ouverts)", hosting: "self-hosted" },
  { key: "chene-vecteurs", vendor: "chene", name: "Chêne Vecteurs", hosting: "self-hosted" },
];
