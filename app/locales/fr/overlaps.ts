export const overlaps = {
  "overlaps.title": "Bénéfices comptés deux fois",
  "overlaps.lead":
    "Deux indicateurs qui comptent le même bénéfice, pour les mêmes personnes et le même processus, le compteraient deux fois. Ils se le partagent, et leurs parts font 100 % au plus.",
  "overlaps.open.title": "À décider",
  "overlaps.open.lead":
    "Trouvés par une règle (même sorte de bénéfice, mêmes utilisateurs, même processus) ou signalés par quelqu’un. Tant que rien n’est décidé, chacun compte en entier.",
  "overlaps.open.none": "Aucun bénéfice ne semble compté deux fois.",
  "overlaps.open.none-next":
    "Un doublon se signale depuis un indicateur, dans l’onglet Indicateurs de son cas d’usage.",
  "overlaps.open.first": "Les {shown} premiers sur {count} : ce qui est décidé fait place aux suivants.",
  "overlaps.and": "et",
  "overlaps.because": "Parce que",
  "overlaps.decide": "Décider",
  "overlaps.change": "Changer",
  "overlaps.kpis": "Indicateurs",
  "overlaps.together": "Ensemble",
  "overlaps.sign.declared": "signalé par quelqu’un",
  "overlaps.sign.same-case": "même cas d’usage",
  "overlaps.sign.linked": "cas d’usage liés",
  "overlaps.sign.alike": "même besoin",
  "overlaps.sign.same-name": "même nom",
  "overlaps.shared.title": "Bénéfices partagés",
  "overlaps.shared.lead":
    "Chaque indicateur compte sa part de la valeur de ses relevés, tronquée au centime : ensemble ils ne comptent jamais plus que le tout.",
  "overlaps.shared.caption": "{references}, depuis {from}",
  "overlaps.different.title": "Bénéfices distincts",
  "overlaps.different.lead": "Pour ceux-ci, quelqu’un a dit pourquoi le même bénéfice n’est pas compté deux fois.",
  "overlaps.page.title": "Un même bénéfice ?",
  "overlaps.page.lead":
    "Dites si ces indicateurs comptent le même bénéfice, et qui en compte quelle part. Les trimestres clos ne bougent pas.",
  "overlaps.page.who":
    "Les finances décident des parts, sauf pour leurs propres indicateurs ; les porteurs d’un indicateur et de son cas d’usage peuvent signaler un doublon.",
  "overlaps.counted.title": "Ce que chacun compte",
  "overlaps.counted.lead": "Le dernier relevé de chaque indicateur, en entier et pour sa part.",
  "overlaps.last-report": "Dernier relevé",
  "overlaps.full": "Valeur entière",
  "overlaps.counts": "Compte pour",
  "overlaps.word.title": "Ce qu’il en est",
  "overlaps.word.lead":
    "Les relevés des trimestres ouverts sont recalculés ; ceux dont la valeur change attendent de nouveau l’avis des finances.",
  "overlaps.word.lead-declare": "Les finances décideront des parts ; jusque-là, rien ne change dans les chiffres.",
  "overlaps.word.verdict": "Avis",
  "overlaps.verdict.shared": "Le même bénéfice, partagé",
  "overlaps.verdict.shared.hint": "Chacun compte la part ci-dessous : 100 % au plus, ensemble.",
  "overlaps.verdict.different": "Pas le même bénéfice",
  "overlaps.verdict.different.hint": "Chacun compte en entier ; s’ils partageaient, les parts prennent fin.",
  "overlaps.verdict.declared": "À regarder",
  "overlaps.verdict.declared.hint": "Peut-être le même bénéfice : il figurera parmi ceux à décider.",
  "overlaps.word.share": "Part de {reference} · {kpi}",
  "overlaps.word.from": "À partir de",
  "overlaps.word.from-hint": "Un trimestre qui n’est pas clos",
  "overlaps.word.reason-hint": "Ce qui montre que c’est, ou non, le même bénéfice",
  "overlaps.word.submit": "Enregistrer",
  "overlaps.another.title": "Avec un autre indicateur",
  "overlaps.another.lead":
    "Un bénéfice peut être compté par deux cas d’usage ou plus, même de départements différents.",
  "overlaps.another.case": "Référence du cas d’usage",
  "overlaps.another.case-hint": "Par exemple UC-0042",
  "overlaps.another.find": "Voir ses indicateurs",
  "overlaps.another.no-case":
    "Il n’y a pas de cas d’usage {reference} : vérifiez la référence dans la liste des cas d’usage.",
  "overlaps.another.no-kpi": "Ce cas d’usage n’a pas d’autre indicateur en argent.",
  "overlaps.another.add": "Ajouter {kpi} ({title})",
  "overlaps.said.title": "Ce qui a été dit",
  "overlaps.said.on": "Jour",
  "overlaps.of-kpi": "Bénéfice partagé avec un autre ? (part : {share})",
  "overlaps.in-doubt": "Peut-être compté deux fois : à décider",
  "overlaps.share-of": "part de {share}",
  "overlaps.close.none": "Aucun bénéfice n’est peut-être compté deux fois",
  "overlaps.close.count":
    "{count, plural, one {# paire d’indicateurs compte peut-être le même bénéfice} other {# paires d’indicateurs comptent peut-être le même bénéfice}}",
  "overlaps.done.shared": "Les parts sont enregistrées, et les relevés des trimestres ouverts recalculés.",
  "overlaps.done.different": "C’est noté : chacun compte en entier.",
  "overlaps.done.declared": "C’est signalé : les finances décideront.",
  "overlaps.error.two-decimals": "Une part a deux décimales au plus, comme 33,33.",
  "overlaps.error.two-kpis": "Il faut au moins deux indicateurs : ajoutez-en un plus bas.",
  "overlaps.refusal.not-in-money":
    "L’un de ces indicateurs n’est pas en argent : seuls ceux qui le sont se partagent un bénéfice.",
  "overlaps.refusal.no-quarter":
    "Tous les trimestres commencés sont clos : les parts pourront s’appliquer dès le prochain.",
  "overlaps.refusal.outside-quarters":
    "Les parts ne peuvent pas s’appliquer à partir de {quarter}, clos ou pas encore commencé : choisissez un trimestre proposé.",
  "overlaps.refusal.beyond-whole":
    "Les parts font ensemble {percent, number} %, plus que le tout : ramenez-les à 100 % au plus.",
  "overlaps.refusal.left-out":
    "{count, plural, one {Un autre indicateur ({references}) partage déjà ce bénéfice} other {# autres indicateurs ({references}) partagent déjà ce bénéfice}} : décidez de tous ensemble, depuis la page de l’un d’eux.",
};
