import type { notifications as French } from "../fr/notifications";

export const notifications: Record<keyof typeof French, string> = {
  "people.told.submitted": "{by} submitted {reference} “{title}”.",
  "people.told.screener": "{by} asks you to screen {reference} “{title}”: an answer is due on {dueOn}.",
  "people.told.comment": "{by} commented on {reference} “{title}”.",
  "people.told.mention": "{by} mentions you in a comment on {reference} “{title}”.",
  "people.told.stage": "{by} moved {reference} “{title}” to “{stage}”.",
  "people.told.refused": "{reference} “{title}” is not taken on. {by} says why.",
  "people.told.not-now": "{reference} “{title}”: not now. It comes back by itself on {relookOn}.",
  "people.told.came-back": "{reference} “{title}” came back as planned, at “{stage}”: its re-look day is here.",
  "people.told.decided": "The committee decided on {reference} “{title}”: {outcome}.",
  "people.told.joined": "{by} joined {reference} “{title}”: the same need exists elsewhere.",
  "people.told.merged": "{by} merged {reference} “{title}” with another use case.",
  "people.told.unmerged": "{by} undid the merge of {reference} “{title}”.",
  "people.told.co-author": "{by} invites you to write {reference} “{title}” together.",
  "people.told.withdrawn": "{by} withdrew {reference} “{title}”.",
  "people.told.sign-off-asked": "{by} asks for a sign-off ({signOff}) of {reference} “{title}”.",
  "people.told.sign-off-answered":
    "{by} {verdict, select, no {refused} other {gave}} the sign-off ({signOff}) of {reference} “{title}”.",
  "people.told.report-sent-back": "{by} sends the report “{kpi}” of {quarter} for {reference} “{title}” back to you.",
  "people.told.report-validated": "{by} validated the report “{kpi}” of {quarter} for {reference} “{title}”.",
  "people.told.restated": "{by} restated the report “{kpi}” of {quarter} for {reference} “{title}”.",
  "people.told.answers-late":
    "{count, plural, one {One use case waits} other {# use cases wait}} for an answer beyond what was promised.",
  "people.news.title": "Notifications",
  "people.news.lead":
    "What happens to the use cases that you carry or follow. What is older than {days, number} days is forgotten.",
  "people.news.unread": "{count, plural, =0 {Nothing new} one {# unread} other {# unread}}",
  "people.news.new": "To read",
  "people.news.read": "Read already",
  "people.news.read-one": "Mark as read",
  "people.news.read-all": "Mark all as read",
  "people.news.all-read":
    "{count, plural, =0 {All was read} one {# notification marked as read} other {# notifications marked as read}}.",
  "people.news.none": "Nothing yet",
  "people.news.none.next":
    "As soon as one of your use cases moves on, is commented on or gets an answer, you will read it here.",
  "people.mail.subject": "{organisation}: {count, plural, one {# piece of news} other {# pieces of news}} in Casebook",
  "people.mail.title": "{count, plural, one {# piece of news} other {# pieces of news}} for you",
  "people.mail.greeting": "Hello {name},",
  "people.mail.lead.at-once": "This just happened to the use cases that you carry or follow ({organisation}).",
  "people.mail.lead.daily": "This is what you have not read yet since the last daily mail ({organisation}).",
  "people.mail.lead.weekly": "This is what you have not read yet since last week ({organisation}).",
  "people.mail.more": "{count, plural, one {And one more} other {And # more}}, to be read in Casebook.",
  "people.mail.open": "Read it all in Casebook",
  "people.mail.why": "You receive this mail because you have an account in the use case register of {organisation}.",
  "people.mail.stop": "Stop these mails, or change how often they come",
  "people.mail.rhythm": "Mail",
  "people.mail.rhythm.lead":
    "What you have not read in Casebook is sent to your account’s address. The app tells you everything anyway.",
  "people.mail.rhythm.off":
    "This installation sends no mail for now: all is in the notifications. Your choice counts as soon as it does.",
  "people.mail.rhythm.choose": "How often",
  "people.mail.rhythm.at-once": "At once",
  "people.mail.rhythm.daily": "Once each working day, at 8 am",
  "people.mail.rhythm.weekly": "Once a week, on Mondays at 8 am",
  "people.mail.rhythm.never": "Never",
  "people.mail.rhythm.saved": "Noted: {rhythm}.",
  "people.mail.link.title": "Your mail from Casebook",
  "people.mail.link.lead": "{name}, you receive: {rhythm}.",
  "people.mail.link.stop": "Receive nothing more",
  "people.mail.link.stopped": "You receive no more mail",
  "people.mail.link.stopped.next":
    "All can still be read in Casebook. You may come back at any time, here or from your account.",
  "people.mail.link.other": "Another rhythm",
  "people.refusal.mail-link-unknown":
    "This link is not valid. Check that it was copied whole, or set your mail from your account.",
};
