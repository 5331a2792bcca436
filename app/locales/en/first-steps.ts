import type { firstSteps as French } from "../fr/first-steps";

export const firstSteps: Record<keyof typeof French, string> = {
  "first-steps.title": "First steps",
  "first-steps.lead":
    "What it takes for a first use case to be submitted, assessed and decided. Each step is ticked off by itself once it is done.",
  "first-steps.step.departments": "Create the departments",
  "first-steps.step.people": "Invite people",
  "first-steps.step.roles": "Give the roles",
  "first-steps.step.case": "Submit a first use case",
  "first-steps.step.session": "Plan a committee session",
  "first-steps.departments.none": "A use case is submitted for a department.",
  "first-steps.departments.count": "{count, plural, one {# department} other {# departments}}",
  "first-steps.people.none": "Open their accounts, then give each their link to choose a password.",
  "first-steps.people.waiting":
    "{count, plural, one {One account has no password yet: give them their link.} other {# accounts have no password yet: give each their link.}}",
  "first-steps.people.count":
    "{count, plural, one {One person besides you signs in} other {# people besides you sign in}}",
  "first-steps.roles.lacking": "Missing: {roles}.",
  "first-steps.roles.held": "Somebody holds each role that is needed.",
  "first-steps.lacks.chair": "the committee’s chair",
  "first-steps.lacks.committee": "{count, plural, one {a committee member} other {# committee members}}",
  "first-steps.lacks.champion": "a champion",
  "first-steps.lacks.finance": "finance",
  "first-steps.lacks.security": "security",
  "first-steps.lacks.legal": "legal",
  "first-steps.case.import": "Or import an inventory that you have",
  "first-steps.session.next": "There the committee decides on assessed cases that have a business case.",
};
