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
  "people.told.sign-off-anew": "Sign-off to give again ({signOff}), by {dueOn}: {reference} “{title}”.",
  "people.told.sign-off-late": "Sign-off late ({signOff}), due on {dueOn}: {reference} “{title}”.",
  "people.told.sign-off-given": "{by} gives you a sign-off ({signOff}), by {dueOn}: {reference} “{title}”.",
  "people.told.sign-off-stand-in": "{by} named you to sign in their place ({signOff}), from {dueOn} to {endsOn}.",
  "people.told.amendment-asked":
    "{by} asks for an amendment of the POC of {reference} “{title}”: it waits for your signature.",
  "people.told.amendment-signed":
    "{by} {verdict, select, no {refused} other {signed}} the amendment of the POC of {reference} “{title}”.",
  "people.told.poc-warning": "POC of {reference} “{title}”: {warning}.",
  "people.told.check-in-due":
    "The POC of {reference} “{title}” awaits its check-in: {weeks, plural, one {one week is missing} other {# weeks are missing}}.",
  "people.told.model-switched": "{by} switched the model of {reference} “{title}”: {from} → {to}.",
  "people.told.register-end": "{end}: {name}, on {actOn}.",
  "people.told.report-sent-back": "{by} sends the report “{kpi}” of {quarter} for {reference} “{title}” back to you.",
  "people.told.report-validated": "{by} validated the report “{kpi}” of {quarter} for {reference} “{title}”.",
  "people.told.restated": "{by} restated the report “{kpi}” of {quarter} for {reference} “{title}”.",
  "people.told.reports-asked":
    "The collection of {quarter} is open: {count, plural, one {one report is} other {# reports are}} asked of you by {dueOn}.",
  "people.told.reports-due":
    "Reminder: {count, plural, one {one report} other {# reports}} of {quarter} {count, plural, one {is} other {are}} still missing, due by {dueOn}.",
  "people.told.reports-late":
    "{name} still owes {count, plural, one {one report} other {# reports}} of {quarter}: can you give {count, plural, one {it} other {them}} in their place?",
  "people.told.department-late":
    "{count, plural, one {One report} other {# reports}} of {quarter} {count, plural, one {is} other {are}} missing in your department ({department}).",
  "people.told.answers-late":
    "{count, plural, one {One use case waits} other {# use cases wait}} for an answer beyond what was promised.",
  "people.told.handed-over":
    "{by} hands you {count, plural, one {a captured line} other {# captured lines}} to complete.",
  "people.told.made-owner":
    "{by} made you the owner of {count, plural, one {{reference} “{title}”} other {# use cases}}.",
  "people.told.owner-replaced":
    "{by} handed over {count, plural, one {{reference} “{title}”} other {# use cases}}, {whom, select, nobody {which have no owner now} other {to {name}}}.",
  "people.told.campaign-started": "The campaign “{campaign}” has begun and invites your department, until {endsOn}.",
  "people.told.review-decision": "{by} gave you what was decided at the review of {quarter} to do.",
  "people.told.campaign-ending":
    "The campaign “{campaign}” ends on {endsOn}: {count, plural, =0 {your department has submitted nothing yet} one {your department has submitted one case} other {your department has submitted # cases}}.",
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
  "people.mail.state.title": "Mail",
  "people.mail.state.lead": "What goes out, what waits, and what needs a decision.",
  "people.mail.state.off": "This installation sends no mail",
  "people.mail.state.off.next":
    "Notifications stay in the app. To send mail as well, give SMTP_URL, MAIL_FROM and PUBLIC_URL at the start, then try: casebook mail test ADDRESS.",
  "people.mail.state.demo": "A demonstration writes to nobody",
  "people.mail.state.demo.next": "Mail goes out as soon as the organisation is your own.",
  "people.mail.state.waiting": "Waiting",
  "people.mail.state.retrying": "Of them tried before",
  "people.mail.state.given-up": "Given up in the last 30 days",
  "people.mail.state.last": "Last sent",
  "people.mail.state.troubles": "What did not go through",
  "people.mail.state.troubles.lead":
    "No mail is ever sent twice by itself: where nobody knows whether it arrived, you decide.",
  "people.mail.state.none": "All went through",
  "people.mail.state.to": "To",
  "people.mail.state.at": "Written",
  "people.mail.state.tries": "Tries",
  "people.mail.state.problem": "What happened",
  "people.mail.state.next": "What follows",
  "people.mail.state.retry": "Send again",
  "people.mail.state.by-itself": "will be tried again",
  "people.mail.state.retried": "The mail is in the queue again.",
  "people.mail.problem.perhaps-sent": "The connection or the program ended at its last word: it may have arrived.",
  "people.mail.problem.bad-address": "This account’s address is none that can be written to.",
  "people.mail.test.subject": "A test from Casebook",
  "people.mail.test.text": "Mail from Casebook ({url}) reaches you.",
  "people.refusal.mail-not-given-up": "This mail is no longer among those given up. Reload the page.",
  "people.subject.mail": "Mail",
  "people.field.tries": "Tries",
  "people.field.problem": "Problem",
  "people.told.ai-act-answered":
    "{by} answered the AI Act questions of {reference} “{title}”: {aiActClass}, to be confirmed.",
  "people.told.ai-act-confirmed": "{by} confirmed the AI Act class of {reference} “{title}”: {aiActClass}.",
  "people.told.risk-owner": "{by} gave you a risk of {reference} “{title}”: {risk}. Next review on {dueOn}.",
  "people.told.risk-overdue": "A risk of {reference} “{title}” was due for its review on {dueOn}: {risk}.",
  "people.told.incident-logged": "{by} logged an incident (severity {severity}) on {reference} “{title}”: {incident}.",
  "people.told.incident-closed": "The incident of {reference} “{title}” is closed: {incident} (severity {severity}).",
  "people.told.paused": "{by} paused {reference} “{title}” because of an incident.",
  "people.told.obligations":
    "{count, plural, one {One obligation} other {# obligations}} of the AI Act {count, plural, one {is} other {are}} yours for {reference} “{title}”.",
};
