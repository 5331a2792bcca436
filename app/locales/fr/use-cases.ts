export const useCases = {
  "use-cases.refusal.not-found": "Aucun cas d’usage ne porte la référence {reference}.",
  "use-cases.refusal.cannot-follow":
    "Cette étape ne peut pas suivre celle où se trouve le cas d’usage. Rechargez la page : quelqu’un l’a peut-être déjà déplacé.",
  "use-cases.refusal.reason-needed": "Ce déplacement demande une raison : écrivez-la pour que l’auteur la lise.",
  "use-cases.refusal.relook-needed": "Une mise en attente demande une date de réexamen.",
  "use-cases.refusal.gate-closed":
    "Le jalon n’est pas franchi : {missing, plural, one {il manque un élément} other {il manque # éléments}}. Complétez-le, ou demandez au président du comité une dérogation motivée.",
} as const;
