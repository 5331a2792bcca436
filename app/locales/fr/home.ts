export const home = {
  "home.title": "Bonjour {name}",
  "home.no-role": "Vous lisez le portefeuille ; un administrateur peut vous donner un rôle.",
  "home.waiting": "Ce qui vous attend",
  "home.waiting.nothing": "Rien ne vous attend",
  "home.waiting.nothing.next": "Les cas à évaluer, les visas à donner et les relevés à remplir apparaîtront ici.",
  "home.waiting.screen":
    "{count, plural, one {Un cas soumis à contrôler avant l’évaluation} other {# cas soumis à contrôler avant l’évaluation}}",
  "home.waiting.assess": "{count, plural, one {Un cas d’usage à évaluer} other {# cas d’usage à évaluer}}",
  "home.waiting.drafts": "{count, plural, one {Un brouillon à soumettre} other {# brouillons à soumettre}}",
  "home.waiting.report":
    "{count, plural, one {Un relevé à remplir pour {quarter}} other {# relevés à remplir pour {quarter}}}",
  "home.waiting.sign-off.security":
    "{count, plural, one {Un visa de sécurité à donner} other {# visas de sécurité à donner}}",
  "home.waiting.sign-off.legal":
    "{count, plural, one {Un visa juridique à donner} other {# visas juridiques à donner}}",
  "home.waiting.sign-off.finance":
    "{count, plural, one {Un visa financier à donner} other {# visas financiers à donner}}",
  "home.waiting.validate":
    "{count, plural, one {Un relevé à valider pour {quarter}} other {# relevés à valider pour {quarter}}}",
  "home.mine": "Mes cas d’usage",
  "home.mine.all": "Les voir tous",
  "home.mine.shown": "{shown} sur {count}, les derniers modifiés d’abord.",
  "home.mine.none": "Vous n’avez pas encore de cas d’usage",
  "home.mine.none.next":
    "Ceux que vous soumettez ou dont vous êtes responsable apparaîtront ici, avec ce qu’ils deviennent.",
  "home.case": "Cas d’usage",
  "home.stage": "Étape",
  "home.since": "Depuis",
  "home.waiting.screen.late":
    "{count, plural, one {# réponse au-delà du délai promis} other {# réponses au-delà du délai promis}}",
  "home.news": "Ce qui est arrivé à mes idées",
  "home.news.all": "Toutes les notifications",
  "home.answer": "La suite",
  "home.answer.due": "Réponse avant le {date} inclus",
  "home.answer.late": "en retard",
  "home.answer.relook": "Revient le {date}",
  "home.session": "Prochaine séance du comité",
  "home.session.one": "Séance n° {number}",
  "home.health": "Santé du portefeuille",
  "home.figures": "Ce que l’IA rapporte",
  "home.figures.none": "Aucun chiffre pour l’instant",
  "home.figures.none.next":
    "Valeur réalisée, part prouvée, coût et ROI du trimestre se liront ici dès le premier relevé d’un cas en service. D’ici là, le pipeline montre ce qui se prépare.",
  "home.health.unknown": "Cas d’usage d’étape inconnue",
  "home.health.password": "Comptes sans mot de passe",
  "home.health.quarters": "Trimestres passés non clos",
  "home.waiting.asked":
    "{count, plural, one {Une réponse attendue par le comité} other {# réponses attendues par le comité}}",
  "home.waiting.conditions":
    "{count, plural, one {Une condition de visa à tenir} other {# conditions de visas à tenir}}",
  "home.waiting.debts":
    "{count, plural, =0 {Aucun cas de votre département n’a de dette} one {# cas de votre département a une dette} other {# cas de votre département ont une dette}}",
} as const;
