export const calibration = {
  "measurement.calibration.title": "Étalonnage",
  "measurement.calibration.lead":
    "Ce que les business cases approuvés promettaient, face à ce que leurs relevés disent, pour les mêmes trimestres. La prochaine estimation en tient compte.",
  "measurement.calibration.portfolio": "Tout le portefeuille",
  "measurement.calibration.kept": "Part de la promesse qui s’est réalisée",
  "measurement.calibration.between": "entre {low} et {high}",
  "measurement.calibration.interval": "L’intervalle",
  "measurement.calibration.interval.whole": "Part ± {z} × √(variance ÷ cas selon leur poids)",
  "measurement.calibration.interval.held": "Part ± {z} × √(variance ÷ (cas selon leur poids + k))",
  "measurement.calibration.interval.share": "Part",
  "measurement.calibration.interval.spread": "Variance d’un cas autour de la moyenne du portefeuille",
  "measurement.calibration.interval.spread.own":
    "constatée sur les cas du portefeuille, chacun pesant ce qu’il promettait",
  "measurement.calibration.interval.spread.usual": "supposée, tant qu’il y a moins de {enough} cas",
  "measurement.calibration.interval.size": "Cas selon leur poids",
  "measurement.calibration.interval.size.note":
    "(somme des promesses)² ÷ somme de leurs carrés : combien de cas de même taille en diraient autant",
  "measurement.calibration.interval.k": "k",
  "measurement.calibration.interval.k.note": "combien de cas comptent autant que la moyenne du portefeuille",
  "measurement.calibration.interval.reach": "Écart de chaque côté",
  "measurement.calibration.interval.low": "Borne basse",
  "measurement.calibration.interval.high": "Borne haute",
  "measurement.calibration.interval.source":
    "Contient la vraie part huit fois sur dix, pour autant que les cas se répartissent selon une courbe en cloche.",
  "measurement.calibration.formula": "Somme du réalisé ÷ somme du promis, sur les trimestres qui comptent",
  "measurement.calibration.promised": "Promis",
  "measurement.calibration.realised": "Réalisé",
  "measurement.calibration.cases": "Cas",
  "measurement.calibration.quarters": "Trimestres",
  "measurement.calibration.quarters-counted": "{count, plural, one {# trimestre compté} other {# trimestres comptés}}",
  "measurement.calibration.cases-quarters": "{cases} ({quarters} trim.)",
  "measurement.calibration.missing":
    "{count, plural, one {# trimestre promis sans relevé complet ne compte pas} other {# trimestres promis sans relevés complets ne comptent pas}}",
  "measurement.calibration.whole": "Ensemble",
  "measurement.calibration.formula.promised":
    "Somme de ce que promettait le business case approuvé de chaque cas, sur ses trimestres comptés",
  "measurement.calibration.formula.realised":
    "Somme de ce que les relevés ont donné en argent, sur les mêmes trimestres des mêmes cas",
  "measurement.calibration.formula.cases": "Cas dont au moins un trimestre promis est fini et relevé",
  "measurement.calibration.formula.held": "Poids × son propre résultat + (1 − poids) × moyenne du portefeuille",
  "measurement.calibration.own": "Son propre résultat",
  "measurement.calibration.mean": "Moyenne du portefeuille",
  "measurement.calibration.weight": "Poids de ses propres cas",
  "measurement.calibration.weight.note":
    "n ÷ (n + {k}) ; n compte moins qu’un par cas quand un seul fait presque toute la somme",
  "measurement.calibration.held": "Part retenue",
  "measurement.calibration.belief": "Jusqu’où s’y fier",
  "measurement.calibration.counts":
    "{count} cas : leur résultat compte pour {weight}, la moyenne du portefeuille pour le reste.",
  "measurement.calibration.few":
    "{count} cas : trop peu pour le dire ; c’est surtout la moyenne du portefeuille (leur résultat compte pour {weight}).",
  "measurement.calibration.few-counts":
    "{count} cas seulement : à prendre avec prudence (leur résultat compte pour {weight}).",
  "measurement.calibration.too-few":
    "{count} cas seulement : il en faut {enough} avant de proposer une décote. Les chiffres sont là, mais ils ne disent encore rien.",
  "measurement.calibration.department": "Département",
  "measurement.calibration.kind": "Sorte de gain",
  "measurement.calibration.estimator": "Auteur de l’estimation",
  "measurement.calibration.by.department": "Par département",
  "measurement.calibration.by.department.lead": "Où les promesses se tiennent, et où elles fondent.",
  "measurement.calibration.by.department.chart": "Part de la promesse réalisée, par département",
  "measurement.calibration.by.kind": "Par sorte de gain",
  "measurement.calibration.by.kind.lead":
    "Un cas compte pour la sorte de gain qui fait la plus grande part de sa promesse : les relevés disent une somme, pas la ligne dont elle vient.",
  "measurement.calibration.by.kind.chart": "Part de la promesse réalisée, par sorte de gain",
  "measurement.calibration.by.estimator": "Par auteur",
  "measurement.calibration.by.estimator.lead":
    "Qui a écrit la version approuvée. C’est l’estimation qui est jugée, pas la personne : un projet tenu par d’autres reste son estimation.",
  "measurement.calibration.by.estimator.chart": "Part de la promesse réalisée, par auteur",
  "measurement.calibration.no-author": "Auteur inconnu",
  "measurement.calibration.mostly": "{kind} surtout",
  "measurement.calibration.how": "Ce qui compte, et comment",
  "measurement.calibration.how.counts":
    "Un trimestre compte quand il est terminé, que la promesse le couvre et que chaque indicateur valorisé du cas a un relevé en argent qui n’a pas été renvoyé. Les cas arrêtés ou retirés comptent aussi : arrêter ce qui déçoit ne polit pas le résultat.",
  "measurement.calibration.how.promise":
    "La promesse est la première version figée par une approbation, telle qu’elle était estimée, avant toute décote acceptée. Une version réécrite depuis connaissait déjà les premiers résultats.",
  "measurement.calibration.how.kind":
    "{count, plural, =0 {Chaque cas ne promet qu’une sorte de gain.} one {# cas promet plusieurs sortes de gains : il compte en entier pour la plus grande.} other {# cas promettent plusieurs sortes de gains : chacun compte en entier pour la plus grande.}}",
  "measurement.calibration.how.shrink":
    "La part retenue tire chaque groupe vers la moyenne du portefeuille, d’autant plus qu’il a peu de cas (crédibilité de Bühlmann). L’intervalle contient huit chances sur dix.",
  "measurement.calibration.empty": "Aucune promesse ne peut encore être comparée",
  "measurement.calibration.empty.next":
    "Il faut un business case approuvé, un indicateur valorisé et un trimestre terminé dont le relevé est là.",
  "measurement.calibration.cases-of": "Étalonnage : {name}",
  "measurement.calibration.cases-of.lead":
    "Chaque cas avec les trimestres qui comptent. Le réalisé mène aux relevés, le cas à la version qui a été approuvée.",
  "measurement.calibration.in-quarter": "{quarter} : {realised} pour {promised} promis",
  "business-cases.calibration": "Réponses à l’étalonnage",
  "business-cases.calibration.lead":
    "Ce que l’expérience proposait de retirer des gains estimés, et ce que l’auteur en a fait.",
  "business-cases.calibration.suggested": "Étalonnage : garder {share} de ce gain ?",
  "business-cases.calibration.hint":
    "{count, plural, one {# cas suivi ressemble à celui-ci} other {# cas suivis ressemblent à celui-ci}} (département, sorte de gain ou auteur) et {count, plural, one {compte} other {comptent}} pour {weight} ; le reste est la moyenne du portefeuille, {mean} sur {portfolio, plural, one {# cas} other {# cas}}. Entre {low} et {high}, huit fois sur dix.",
  "business-cases.calibration.hint.none":
    "Aucun cas suivi ne ressemble à celui-ci : c’est la moyenne du portefeuille, {mean} sur {portfolio, plural, one {# cas} other {# cas}}. Entre {low} et {high}, huit fois sur dix.",
  "business-cases.calibration.nothing": "Étalonnage : rien à retirer de ce gain. {hint}",
  "business-cases.calibration.open": "Pas encore de réponse",
  "business-cases.calibration.take": "Garder {share}",
  "business-cases.calibration.refuse": "Refuser, en disant pourquoi",
  "business-cases.calibration.reason": "Pourquoi refuser",
  "business-cases.calibration.reason.hint": "Le comité lit cette raison à côté du business case.",
  "business-cases.calibration.taken":
    "Étalonnage accepté : {share} de l’estimation ({count, plural, =0 {moyenne du portefeuille} one {# cas} other {# cas}}).",
  "business-cases.calibration.refused": "Étalonnage à {share} refusé : {reason}",
  "business-cases.calibration.taken-briefly": "Étalonnage accepté : {share}",
  "business-cases.calibration.refused-briefly": "Étalonnage refusé ({share}) : {reason}",
  "business-cases.calibration.said.taken": "acceptée",
  "business-cases.calibration.said.refused": "refusée",
  "business-cases.calibration.said.withdrawn": "reprise",
  "business-cases.calibration.brief.taken":
    "{count, plural, one {Étalonnage accepté sur # ligne : {lines}.} other {Étalonnage accepté sur # lignes : {lines}.}}",
  "business-cases.calibration.brief.refused": "Étalonnage refusé",
  "business-cases.calibration.brief.why": "{line}, {share} proposés : {reason}",
  "business-cases.calibration.share": "Part proposée",
  "business-cases.calibration.behind": "Sur la foi de",
  "business-cases.calibration.cases": "{count, plural, =0 {la moyenne du portefeuille} one {# cas} other {# cas}}",
  "business-cases.calibration.answer": "Réponse",
  "business-cases.calibration.answered.taken": "Le {on}.",
  "business-cases.calibration.answered.refused": "Le {on} : {reason}",
  "business-cases.input.calibration": "Étalonnage",
  "business-cases.formula.calibrated.time":
    "Volume × minutes gagnées ÷ 60 × coût horaire × part réemployée × adoption × attribution × étalonnage",
  "business-cases.formula.calibrated.revenue": "Quantité × marge unitaire × adoption × attribution × étalonnage",
  "business-cases.formula.calibrated.cost-avoided":
    "Quantité × coût unitaire évité × adoption × attribution × étalonnage",
  "business-cases.formula.calibrated.quality":
    "Erreurs évitées × coût d’une erreur × adoption × attribution × étalonnage",
  "business-cases.formula.calibrated.risk":
    "Sinistres évités × perte par sinistre × adoption × attribution × étalonnage",
  "business-cases.error.calibration-reason": "Dites pourquoi vous refusez l’étalonnage proposé.",
  "business-cases.error.reason-length": "Cette raison ne peut pas dépasser 2 000 caractères.",
  "api.operation.readCalibration": "Lire l’étalonnage : promis et réalisé, par département, sorte de gain et auteur",
  "api.operation.readSuggestedHaircuts": "Lire les décotes proposées pour un business case",
  "api.operation.answerCalibration": "Accepter ou refuser la décote proposée pour une ligne",
  "api.field.calibration":
    "Ce que l’auteur a répondu à la décote proposée ; seule une réponse « taken » compte dans le calcul.",
  "api.field.calibration.cases": "Les cas dont la promesse et les relevés se comparent.",
  "api.field.calibration.quarters": "Les trimestres comptés, sur tous ces cas.",
  "api.field.calibration.low": "Le bas de l’intervalle qui contient huit chances sur dix.",
  "api.field.calibration.high": "Le haut de l’intervalle qui contient huit chances sur dix.",
  "api.field.calibration.key": "L’identifiant du département ou de la personne (0 : aucun), ou la sorte de gain.",
  "api.field.calibration.own": "Réalisé ÷ promis de ses propres cas.",
  "api.field.calibration.weight": "Le poids de ses propres cas face à la moyenne du portefeuille, de 0 à 1.",
  "api.field.calibration.share": "La part retenue, entre son propre résultat et la moyenne du portefeuille.",
  "api.field.calibration.mean": "Réalisé ÷ promis de tout le portefeuille.",
  "api.field.calibration.by": "Avec `of` : les cas de quel groupe donner.",
  "api.field.calibration.of": "La clé de ce groupe.",
  "api.field.calibration.opened": "Les cas du groupe demandé par `by` et `of`, sinon rien.",
  "api.field.calibration.missing": "Les trimestres promis et terminés qui manquent de relevés complets.",
  "api.field.calibration.factor": "La part de l’estimation à garder ; null s’il n’y a rien à retirer.",
  "api.field.calibration.alike": "Les cas qui ont le département, la sorte de gain ou l’auteur en commun.",
  "api.field.calibration.line": "L’identifiant de la ligne de gain.",
  "api.field.calibration.answer":
    "`take` l’accepte, `refuse` la refuse avec une raison, `withdraw` reprend la réponse.",
  "api.field.calibration.reason": "Pourquoi refuser ; le comité la lit.",
  "business-cases.refusal.no-calibration": "Aucune décote n’est proposée pour cette ligne.",
} as const;
