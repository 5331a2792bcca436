export const prioritise = {
  "prioritise.why.within": "Passe le filtre",
  "prioritise.why.too-high": "Trop élevé",
  "prioritise.why.too-low": "Trop bas",
  "prioritise.why.never": "Jamais rentabilisé sur l’horizon",
  "prioritise.why.no-cost": "Aucun coût à rentabiliser",
  "prioritise.why.no-assessment": "Pas encore évalué",
  "prioritise.why.no-business-case": "Pas de business case",
} as const;
