import type { home as French } from "../fr/home";

export const home: Record<keyof typeof French, string> = {
  "home.title": "Hello {name}",
  "home.no-role": "You read the portfolio; an administrator can give you a role.",
  "home.waiting": "What waits for you",
  "home.waiting.nothing": "Nothing waits for you",
  "home.waiting.nothing.next": "Cases to assess, sign-offs to give and reports to fill in will appear here.",
  "home.waiting.screen":
    "{count, plural, one {One submitted case to screen before assessment} other {# submitted cases to screen before assessment}}",
  "home.waiting.assess": "{count, plural, one {One use case to assess} other {# use cases to assess}}",
  "home.waiting.drafts": "{count, plural, one {One draft to submit} other {# drafts to submit}}",
  "home.waiting.report":
    "{count, plural, one {One report to fill in for {quarter}} other {# reports to fill in for {quarter}}}",
  "home.waiting.sign-off.security":
    "{count, plural, one {One security sign-off to give} other {# security sign-offs to give}}",
  "home.waiting.sign-off.legal": "{count, plural, one {One legal sign-off to give} other {# legal sign-offs to give}}",
  "home.waiting.sign-off.finance":
    "{count, plural, one {One finance sign-off to give} other {# finance sign-offs to give}}",
  "home.waiting.validate":
    "{count, plural, one {One report to validate for {quarter}} other {# reports to validate for {quarter}}}",
  "home.mine": "My use cases",
  "home.mine.all": "See them all",
  "home.mine.shown": "{shown} of {count}, last changed first.",
  "home.mine.none": "You have no use case yet",
  "home.mine.none.next": "Those that you submit or own will appear here, with what becomes of them.",
  "home.case": "Use case",
  "home.stage": "Stage",
  "home.since": "Since",
  "home.waiting.screen.late":
    "{count, plural, one {# answer beyond what was promised} other {# answers beyond what was promised}}",
  "home.news": "What happened to my ideas",
  "home.news.all": "All notifications",
  "home.answer": "What follows",
  "home.answer.due": "Answer by {date}",
  "home.answer.late": "late",
  "home.answer.relook": "Comes back on {date}",
  "home.session": "Next committee session",
  "home.session.one": "Session no. {number}",
  "home.health": "Health of the portfolio",
  "home.figures": "What AI brings",
  "home.figures.none": "No figure yet",
  "home.figures.none.next":
    "Realised value, proven share, cost and ROI of the quarter will be read here from the first report of a live case. Until then the pipeline shows what is coming.",
  "home.health.unknown": "Use cases of unknown stage",
  "home.health.password": "Accounts without a password",
  "home.health.quarters": "Past quarters not closed",
  "home.waiting.asked":
    "{count, plural, one {One answer the committee waits for} other {# answers the committee waits for}}",
  "home.waiting.conditions":
    "{count, plural, one {One condition of a sign-off to meet} other {# conditions of sign-offs to meet}}",
  "home.waiting.debts":
    "{count, plural, =0 {No case of your department owes anything} one {# case of your department owes something} other {# cases of your department owe something}}",
};
