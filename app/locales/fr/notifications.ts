/** What people are told, in the app and by mail. */
export const notifications = {
  "people.told.submitted": "{by} a soumis {reference} « {title} ».",
  "people.told.screener":
    "{by} vous confie le contrôle d’entrée de {reference} « {title} » : réponse attendue le {dueOn}.",
  "people.told.comment": "{by} a commenté {reference} « {title} ».",
  "people.told.mention": "{by} vous cite dans un commentaire sur {reference} « {title} ».",
  "people.told.stage": "{by} a fait passer {reference} « {title} » à l’étape « {stage} ».",
  "people.told.refused": "{reference} « {title} » n’est pas retenu. {by} dit pourquoi.",
  "people.told.not-now": "{reference} « {title} » : pas maintenant. Il reviendra de lui-même le {relookOn}.",
  "people.told.came-back":
    "{reference} « {title} » est revenu comme prévu, à l’étape « {stage} » : son jour de réexamen est là.",
  "people.told.decided": "Le comité a décidé de {reference} « {title} » : {outcome}.",
  "people.told.joined": "{by} a rejoint {reference} « {title} » : le même besoin existe ailleurs.",
  "people.told.merged": "{by} a fusionné {reference} « {title} » avec un autre cas d’usage.",
  "people.told.unmerged": "{by} a défait la fusion de {reference} « {title} ».",
  "people.told.co-author": "{by} vous invite à écrire {reference} « {title} » ensemble.",
  "people.told.withdrawn": "{by} a retiré {reference} « {title} ».",
  "people.told.sign-off-asked": "{by} demande un visa ({signOff}) pour {reference} « {title} ».",
  "people.told.sign-off-answered":
    "{by} {verdict, select, no {a refusé} other {a donné}} le visa ({signOff}) de {reference} « {title} ».",
  "people.told.report-sent-back": "{by} vous renvoie le relevé « {kpi} » du {quarter} de {reference} « {title} ».",
  "people.told.report-validated": "{by} a validé le relevé « {kpi} » du {quarter} de {reference} « {title} ».",
  "people.told.restated": "{by} a retraité le relevé « {kpi} » du {quarter} de {reference} « {title} ».",
  "people.told.answers-late":
    "{count, plural, one {Un cas d’usage attend} other {# cas d’usage attendent}} une réponse au-delà du délai promis.",
  "people.news.title": "Notifications",
  "people.news.lead":
    "Ce qui arrive aux cas d’usage que vous portez ou suivez. Ce qui date de plus de {days, number} jours s’efface.",
  "people.news.unread": "{count, plural, =0 {Rien de nouveau} one {# non lue} other {# non lues}}",
  "people.news.new": "À lire",
  "people.news.read": "Déjà lues",
  "people.news.read-one": "Marquer comme lue",
  "people.news.read-all": "Tout marquer comme lu",
  "people.news.all-read":
    "{count, plural, =0 {Tout était lu} one {# notification marquée comme lue} other {# notifications marquées comme lues}}.",
  "people.news.none": "Rien pour l’instant",
  "people.news.none.next":
    "Dès que l’un de vos cas d’usage avance, est commenté ou reçoit une réponse, vous le lirez ici.",
} as const;
