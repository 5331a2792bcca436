export const firstSteps = {
  "first-steps.title": "Premiers pas",
  "first-steps.lead":
    "Ce qu’il faut pour qu’un premier cas d’usage soit soumis, évalué et décidé. Chaque étape se coche d’elle-même quand elle est faite.",
  "first-steps.step.departments": "Créer les départements",
  "first-steps.step.people": "Inviter les personnes",
  "first-steps.step.roles": "Donner les rôles",
  "first-steps.step.case": "Soumettre un premier cas d’usage",
  "first-steps.step.session": "Planifier une séance du comité",
  "first-steps.departments.none": "Un cas d’usage se soumet pour un département.",
  "first-steps.departments.count": "{count, plural, one {# département} other {# départements}}",
  "first-steps.people.none": "Ouvrez leurs comptes, puis donnez à chacun son lien pour choisir un mot de passe.",
  "first-steps.people.waiting":
    "{count, plural, one {Un compte n’a pas encore de mot de passe : donnez-lui son lien.} other {# comptes n’ont pas encore de mot de passe : donnez à chacun son lien.}}",
  "first-steps.people.count":
    "{count, plural, one {Une personne se connecte, en plus de vous} other {# personnes se connectent, en plus de vous}}",
  "first-steps.roles.lacking": "Il manque {roles}.",
  "first-steps.roles.held": "Chaque rôle nécessaire a quelqu’un.",
  "first-steps.lacks.chair": "la présidence du comité",
  "first-steps.lacks.committee": "{count, plural, one {un membre du comité} other {# membres du comité}}",
  "first-steps.lacks.champion": "un champion",
  "first-steps.lacks.finance": "la finance",
  "first-steps.lacks.security": "la sécurité",
  "first-steps.lacks.legal": "le juridique",
  "first-steps.case.import": "Ou importer un inventaire existant",
  "first-steps.session.next": "Le comité y décide des cas évalués qui ont un business case.",
} as const;
