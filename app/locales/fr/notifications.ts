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
  "people.told.sign-off-anew": "Visa à donner de nouveau ({signOff}), pour le {dueOn} : {reference} « {title} ».",
  "people.told.sign-off-late": "Visa en retard ({signOff}), attendu le {dueOn} : {reference} « {title} ».",
  "people.told.sign-off-given": "{by} vous confie un visa ({signOff}), pour le {dueOn} : {reference} « {title} ».",
  "people.told.sign-off-stand-in": "{by} vous a nommé pour signer à sa place ({signOff}), du {dueOn} au {endsOn}.",
  "people.told.amendment-asked":
    "{by} demande un amendement du POC de {reference} « {title} » : il attend votre signature.",
  "people.told.amendment-signed":
    "{by} {verdict, select, no {a refusé} other {a signé}} l’amendement du POC de {reference} « {title} ».",
  "people.told.poc-warning": "POC de {reference} « {title} » : {warning}.",
  "people.told.check-in-due":
    "Le POC de {reference} « {title} » attend son point : {weeks, plural, one {une semaine manque} other {# semaines manquent}}.",
  "people.told.model-switched": "{by} a changé le modèle de {reference} « {title} » : {from} → {to}.",
  "people.told.register-end": "{end} : {name}, le {actOn}.",
  "people.told.report-sent-back": "{by} vous renvoie le relevé « {kpi} » du {quarter} de {reference} « {title} ».",
  "people.told.report-validated": "{by} a validé le relevé « {kpi} » du {quarter} de {reference} « {title} ».",
  "people.told.restated": "{by} a retraité le relevé « {kpi} » du {quarter} de {reference} « {title} ».",
  "people.told.reports-asked":
    "La collecte du {quarter} est ouverte : {count, plural, one {un relevé vous est demandé} other {# relevés vous sont demandés}} pour le {dueOn}.",
  "people.told.reports-due":
    "Rappel : {count, plural, one {un relevé} other {# relevés}} du {quarter} {count, plural, one {manque} other {manquent}} encore, pour le {dueOn}.",
  "people.told.reports-late":
    "{name} doit encore {count, plural, one {un relevé} other {# relevés}} du {quarter} : pouvez-vous {count, plural, one {le} other {les}} donner à sa place ?",
  "people.told.department-late":
    "Il manque {count, plural, one {un relevé} other {# relevés}} du {quarter} dans votre département ({department}).",
  "people.told.answers-late":
    "{count, plural, one {Un cas d’usage attend} other {# cas d’usage attendent}} une réponse au-delà du délai promis.",
  "people.told.handed-over":
    "{by} vous confie {count, plural, one {une ligne captée} other {# lignes captées}} à compléter.",
  "people.told.made-owner":
    "{by} vous a nommé responsable {count, plural, one {de {reference} « {title} »} other {de # cas d’usage}}.",
  "people.told.owner-replaced":
    "{by} a passé {count, plural, one {{reference} « {title} »} other {# cas d’usage}} {whom, select, nobody {: il n’y a plus de responsable} other {à {name}}}.",
  "people.told.campaign-started":
    "La campagne « {campaign} » a commencé et invite votre département, jusqu’au {endsOn}.",
  "people.told.review-decision": "{by} vous a confié ce qui a été décidé à la revue {quarter}.",
  "people.told.campaign-ending":
    "La campagne « {campaign} » se termine le {endsOn} : {count, plural, =0 {votre département n’a encore rien soumis} one {votre département a soumis un cas} other {votre département a soumis # cas}}.",
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
  "people.mail.subject": "{organisation} : {count, plural, one {# nouveauté} other {# nouveautés}} dans Casebook",
  "people.mail.title": "{count, plural, one {# nouveauté} other {# nouveautés}} pour vous",
  "people.mail.greeting": "Bonjour {name},",
  "people.mail.lead.at-once":
    "Voici ce qui vient d’arriver aux cas d’usage que vous portez ou suivez ({organisation}).",
  "people.mail.lead.daily": "Voici ce que vous n’avez pas encore lu depuis le dernier point du jour ({organisation}).",
  "people.mail.lead.weekly": "Voici ce que vous n’avez pas encore lu depuis la semaine dernière ({organisation}).",
  "people.mail.more":
    "{count, plural, one {Et une autre nouveauté} other {Et # autres nouveautés}}, à lire dans Casebook.",
  "people.mail.open": "Tout lire dans Casebook",
  "people.mail.why":
    "Vous recevez ce courriel parce que vous avez un compte dans le registre des cas d’usage de {organisation}.",
  "people.mail.stop": "Ne plus recevoir ces courriels, ou en changer le rythme",
  "people.mail.rhythm": "Courriels",
  "people.mail.rhythm.lead":
    "Ce que vous n’avez pas lu dans Casebook vous est envoyé à l’adresse de votre compte. L’application vous dit tout de toute façon.",
  "people.mail.rhythm.off":
    "Cette installation n’envoie pas de courriels pour l’instant : tout se lit dans les notifications. Votre choix vaudra dès qu’elle en enverra.",
  "people.mail.rhythm.choose": "Rythme",
  "people.mail.rhythm.at-once": "Tout de suite",
  "people.mail.rhythm.daily": "Une fois par jour ouvré, à 8 h",
  "people.mail.rhythm.weekly": "Une fois par semaine, le lundi à 8 h",
  "people.mail.rhythm.never": "Jamais",
  "people.mail.rhythm.saved": "C’est noté : {rhythm}.",
  "people.mail.link.title": "Vos courriels de Casebook",
  "people.mail.link.lead": "{name}, vous recevez : {rhythm}.",
  "people.mail.link.stop": "Ne plus rien recevoir",
  "people.mail.link.stopped": "Vous ne recevez plus de courriels",
  "people.mail.link.stopped.next":
    "Tout se lit toujours dans Casebook. Vous pouvez revenir à tout moment, ici ou depuis votre compte.",
  "people.mail.link.other": "Un autre rythme",
  "people.refusal.mail-link-unknown":
    "Ce lien n’est pas valable. Vérifiez qu’il a été copié en entier, ou réglez vos courriels depuis votre compte.",
  "people.mail.state.title": "Courriels",
  "people.mail.state.lead": "Ce qui part, ce qui attend, et ce qui demande une décision.",
  "people.mail.state.off": "Cette installation n’envoie pas de courriels",
  "people.mail.state.off.next":
    "Les notifications restent dans l’application. Pour envoyer aussi des courriels, donnez SMTP_URL, MAIL_FROM et PUBLIC_URL au démarrage, puis essayez : casebook mail test ADRESSE.",
  "people.mail.state.demo": "Une démonstration n’écrit à personne",
  "people.mail.state.demo.next": "Les courriels partent dès que l’organisation est la vôtre.",
  "people.mail.state.waiting": "En attente",
  "people.mail.state.retrying": "Dont déjà essayés",
  "people.mail.state.given-up": "Abandonnés depuis 30 jours",
  "people.mail.state.last": "Dernier envoi",
  "people.mail.state.troubles": "Ce qui n’est pas passé",
  "people.mail.state.troubles.lead":
    "Un courriel n’est jamais envoyé deux fois de lui-même : quand on ne sait pas s’il est arrivé, c’est vous qui décidez.",
  "people.mail.state.none": "Tout est passé",
  "people.mail.state.to": "Destinataire",
  "people.mail.state.at": "Écrit le",
  "people.mail.state.tries": "Essais",
  "people.mail.state.problem": "Ce qui s’est passé",
  "people.mail.state.next": "La suite",
  "people.mail.state.retry": "Envoyer de nouveau",
  "people.mail.state.by-itself": "sera réessayé",
  "people.mail.state.retried": "Le courriel est de nouveau dans la file.",
  "people.mail.problem.perhaps-sent":
    "La connexion ou le programme s’est arrêté au dernier mot : il est peut-être arrivé.",
  "people.mail.problem.bad-address": "L’adresse de ce compte n’est pas une adresse à laquelle on peut écrire.",
  "people.mail.test.subject": "Essai de Casebook",
  "people.mail.test.text": "Les courriels de Casebook ({url}) arrivent jusqu’à vous.",
  "people.refusal.mail-not-given-up": "Ce courriel n’est plus parmi les abandonnés. Rechargez la page.",
  "people.subject.mail": "Courriel",
  "people.field.tries": "Essais",
  "people.field.problem": "Problème",
  "people.told.ai-act-answered":
    "{by} a répondu aux questions du règlement IA de {reference} « {title} » : {aiActClass}, à confirmer.",
  "people.told.ai-act-confirmed":
    "{by} a confirmé la classe du règlement IA de {reference} « {title} » : {aiActClass}.",
  "people.told.risk-owner":
    "{by} vous confie un risque de {reference} « {title} » : {risk}. Prochaine revue le {dueOn}.",
  "people.told.risk-overdue": "Un risque de {reference} « {title} » attendait sa revue le {dueOn} : {risk}.",
  "people.told.incident-logged":
    "{by} déclare un incident (gravité {severity}) sur {reference} « {title} » : {incident}.",
  "people.told.incident-closed": "L’incident de {reference} « {title} » est clos : {incident} (gravité {severity}).",
  "people.told.paused": "{by} met {reference} « {title} » en pause à cause d’un incident.",
  "people.told.obligations":
    "{count, plural, one {Une obligation} other {# obligations}} du règlement IA vous {count, plural, one {revient} other {reviennent}} pour {reference} « {title} ».",
} as const;
