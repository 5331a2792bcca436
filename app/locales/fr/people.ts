export const people = {
  "people.refusal.not-permitted":
    "Vos rôles ne permettent pas cet acte. Demandez à l’administrateur si vous en avez besoin.",
  "people.refusal.wrong-password":
    "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, ou demandez à l’administrateur un lien pour choisir un nouveau mot de passe.",
  "people.refusal.throttled":
    "Trop d’essais infructueux. Attendez {minutes, number} minutes, ou demandez à l’administrateur un lien pour choisir un nouveau mot de passe.",
  "people.refusal.already-set-up": "Casebook est déjà installé ici. Connectez-vous.",
  "people.refusal.email-taken": "Quelqu’un utilise déjà l’adresse {email}.",
  "people.input.password-too-short": "Au moins {limit, number} caractères : plusieurs mots font un bon mot de passe.",
  "people.input.not-an-email": "Écrivez une adresse e-mail complète, comme prenom.nom@exemple.fr.",
  "people.input.not-a-currency": "Écrivez le code d’une monnaie en trois lettres, comme EUR.",
  "people.input.not-a-time-zone": "Écrivez un fuseau comme Europe/Paris.",
  "people.sign-in.title": "Se connecter",
  "people.sign-in.lead": "Le registre des cas d’usage de l’IA : de l’idée à l’euro prouvé.",
  "people.email": "Adresse e-mail",
  "people.password": "Mot de passe",
  "people.password.forgotten": "Oublié ? L’administrateur vous donne un lien pour en choisir un autre.",
} as const;
