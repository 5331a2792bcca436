import type { people as French } from "../fr/people";

export const people: Record<keyof typeof French, string> = {
  "people.refusal.not-permitted": "Your roles do not allow this. Ask the administrator if you need it.",
  "people.refusal.wrong-password":
    "This address and this password do not go together. Check both, or ask the administrator for a link to choose a new password.",
  "people.refusal.throttled":
    "Too many failed attempts. Wait {minutes, number} minutes, or ask the administrator for a link to choose a new password.",
  "people.refusal.already-set-up": "Casebook is already set up here. Sign in.",
  "people.refusal.email-taken": "Somebody already uses the address {email}.",
  "people.input.password-too-short": "At least {limit, number} characters: several words make a good password.",
  "people.input.not-an-email": "Write a whole e-mail address, such as first.last@example.com.",
  "people.input.not-a-currency": "Write a currency's three-letter code, such as EUR.",
  "people.input.not-a-time-zone": "Write a time zone such as Europe/Paris.",
  "people.sign-in.title": "Sign in",
  "people.sign-in.lead": "The ledger of AI use cases: from the idea to the proven euro.",
  "people.email": "E-mail address",
  "people.password": "Password",
  "people.password.forgotten": "Forgotten? The administrator gives you a link to choose another.",
};
