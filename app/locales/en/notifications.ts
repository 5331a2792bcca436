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
};
