export const aiAct = {
  "ai-act.class.prohibited": "Interdit",
  "ai-act.class.prohibited.hint":
    "Une pratique de l’article 5 : ni mise sur le marché, ni mise en service, ni utilisation.",
  "ai-act.class.high_risk": "Haut risque",
  "ai-act.class.high_risk.hint":
    "Produit de l’annexe I ou domaine de l’annexe III : permis, avec les exigences du chapitre III ou de la loi du produit.",
  "ai-act.class.not_high_risk_art6_3": "Annexe III, dérogation de l’article 6(3)",
  "ai-act.class.not_high_risk_art6_3.hint":
    "Dans un domaine de l’annexe III, mais pas à haut risque : à documenter (article 6(4)) et à enregistrer (article 49(2)).",
  "ai-act.class.transparency": "Transparence",
  "ai-act.class.transparency.hint": "Seul l’article 50 s’applique (« risque limité »).",
  "ai-act.class.minimal": "Risque minimal",
  "ai-act.class.minimal.hint": "Aucune des autres classes : rien de plus que la maîtrise de l’IA.",
  "ai-act.class.out_of_scope": "Hors champ",
  "ai-act.class.out_of_scope.hint": "Pas un système d’IA, ou exclu par l’article 2.",
  "ai-act.class.unknown": "Pas encore connue",
  "ai-act.class.unknown.hint": "Des réponses manquent : la classe n’est pas devinée.",
  "ai-act.why.establishes": "{article} s’applique : {title}.",
  "ai-act.why.excludes": "{article} ne s’applique pas, ou une exception s’applique : {title}.",
  "ai-act.why.derogated": "{article} est concerné ({title}), mais l’article 6(3) l’en sort.",
  "ai-act.why.adds": "{article} s’ajoute : {title}.",
  "ai-act.not-legal-advice":
    "Une aide à la classification, pas un avis juridique. Les textes et les dates sont à vérifier sur EUR-Lex.",
  "ai-act.error.none-and": "« none » ne va avec aucune autre réponse.",
  "ai-act.part.scope": "Champ d’application et rôle",
  "ai-act.part.prohibited": "Pratiques interdites",
  "ai-act.part.product": "Produits réglementés",
  "ai-act.part.annex-iii": "Domaines de l’annexe III",
  "ai-act.part.derogation": "Dérogation de l’article 6(3)",
  "ai-act.part.transparency": "Transparence",
  "ai-act.part.duties": "Qui doit quoi",
  "ai-act.option.none": "Rien de cela",
  "ai-act.question.aiSystem": "Est-ce un système d’IA ?",
  "ai-act.question.aiSystem.help":
    "Oui s’il déduit de ses entrées comment produire une prédiction, un contenu, une recommandation ou une décision : modèle de langage, classifieur appris, moteur de recommandation. Non pour des règles écrites à la main, un tableur, une requête.",
  "ai-act.question.roles": "Quel est le rôle de l’organisation ?",
  "ai-act.question.roles.help":
    "Par système, et plusieurs sont possibles : qui construit un outil pour ses propres équipes en est fournisseur et déployeur.",
  "ai-act.option.roles.provider":
    "Fournisseur : développe le système, ou le fait développer, et le met sur le marché ou en service sous son nom",
  "ai-act.option.roles.deployer": "Déployeur : utilise le système sous sa propre autorité",
  "ai-act.option.roles.importer": "Importateur : met sur le marché de l’Union un système d’un pays tiers",
  "ai-act.option.roles.distributor":
    "Distributeur : le met à disposition dans la chaîne, sans être fournisseur ni importateur",
  "ai-act.option.roles.product-manufacturer": "Fabricant : met le système sur le marché avec son propre produit",
  "ai-act.option.roles.authorised-representative": "Mandataire d’un fournisseur hors de l’Union",
  "ai-act.question.euLink": "Quel est le lien avec l’Union européenne ?",
  "ai-act.question.euLink.help":
    "Un fournisseur d’un pays tiers est concerné dès que les résultats sont utilisés dans l’Union.",
  "ai-act.option.euLink.placed-in-union": "Mis sur le marché ou en service dans l’Union",
  "ai-act.option.euLink.deployer-in-union": "Déployeur établi ou situé dans l’Union",
  "ai-act.option.euLink.output-used-in-union": "Résultats utilisés dans l’Union",
  "ai-act.question.exclusion": "Une exclusion s’applique-t-elle ?",
  "ai-act.question.exclusion.help":
    "Une exclusion vaut en entier ou pas du tout : « exclusivement militaire » ne couvre pas un produit à double usage, ni « uniquement recherche » un pilote commercial.",
  "ai-act.question.prohibitedPractices": "Le système fait-il l’une de ces choses ?",
  "ai-act.question.prohibitedPractices.help":
    "Cochez tout ce qui en approche : les questions suivantes disent si l’interdiction tient ou si une exception s’applique.",
  "ai-act.question.manipulationHarm":
    "Altère-t-il le comportement au point de causer, ou de risquer de causer, un préjudice important ?",
  "ai-act.question.manipulationHarm.help":
    "Préjudice physique, psychique ou financier, à la personne ou à d’autres. L’effet suffit, sans intention. Une publicité ordinaire n’en cause pas.",
  "ai-act.question.vulnerabilityHarm":
    "L’exploitation de la vulnérabilité cause-t-elle, ou risque-t-elle de causer, un préjudice important ?",
  "ai-act.question.vulnerabilityHarm.help":
    "Par exemple pousser un emprunteur en détresse à s’endetter encore. Adapter une interface à l’âge ou au handicap pour aider n’en cause pas.",
  "ai-act.question.socialScoringEffect": "Quel traitement défavorable la note entraîne-t-elle ?",
  "ai-act.question.socialScoringEffect.help":
    "Une note utilisée pour ce pour quoi elle a été établie, et de façon proportionnée, n’est pas interdite ici.",
  "ai-act.option.socialScoringEffect.unrelated-context":
    "Dans un contexte sans rapport avec celui où les données sont nées",
  "ai-act.option.socialScoringEffect.disproportionate": "Injustifié ou disproportionné au regard du comportement",
  "ai-act.question.crimePredictionBasis": "Sur quoi la prédiction d’infraction repose-t-elle ?",
  "ai-act.question.crimePredictionBasis.help": "Le mot qui compte est « uniquement ».",
  "ai-act.option.crimePredictionBasis.solely-profiling":
    "Uniquement sur le profil d’une personne ou ses traits de personnalité",
  "ai-act.option.crimePredictionBasis.supports-human-assessment":
    "Elle appuie une évaluation humaine fondée sur des faits objectifs, vérifiables et liés à une activité criminelle",
  "ai-act.option.crimePredictionBasis.not-about-persons":
    "Elle ne porte pas sur des personnes (lieux, transactions, entreprises)",
  "ai-act.question.faceScrapingTarget": "Comment les visages sont-ils recueillis ?",
  "ai-act.question.faceScrapingTarget.help": "Rechercher une personne précise dans des images publiques est ciblé.",
  "ai-act.option.faceScrapingTarget.untargeted":
    "Moissonnés sans cible, pour créer ou étendre une base de reconnaissance faciale",
  "ai-act.option.faceScrapingTarget.targeted":
    "Ciblés sur des personnes définies, ou sans base de reconnaissance faciale",
  "ai-act.question.emotionPurpose": "Que déduit le système, et pourquoi ?",
  "ai-act.question.emotionPurpose.help":
    "L’émotion déduite du visage, de la voix ou des gestes est visée ; la fatigue d’un conducteur est un état physique, l’analyse d’un texte n’est pas biométrique.",
  "ai-act.option.emotionPurpose.other": "Des émotions, à toute autre fin (performance, attention, recrutement…)",
  "ai-act.option.emotionPurpose.medical-or-safety": "Des émotions, pour des raisons médicales ou de sécurité",
  "ai-act.option.emotionPurpose.physical-state": "Un état physique seulement : fatigue, somnolence, douleur",
  "ai-act.option.emotionPurpose.not-biometric": "Des émotions lues dans un texte, sans donnée biométrique",
  "ai-act.question.biometricCategorisationUse": "Que fait la catégorisation biométrique ?",
  "ai-act.question.biometricCategorisationUse.help":
    "L’étiquetage et le filtrage de jeux de données acquis légalement, et la catégorisation dans le domaine répressif, restent permis.",
  "ai-act.option.biometricCategorisationUse.infers-about-persons":
    "Elle déduit ces attributs de personnes individuelles",
  "ai-act.option.biometricCategorisationUse.labels-lawful-dataset":
    "Elle étiquette ou filtre un jeu de données acquis légalement, ou sert au domaine répressif",
  "ai-act.question.remoteIdentificationObjective": "Pour quel objectif répressif ?",
  "ai-act.question.remoteIdentificationObjective.help": "La liste est fermée.",
  "ai-act.option.remoteIdentificationObjective.victim-search":
    "Rechercher des victimes précises (enlèvement, traite, exploitation sexuelle) ou des personnes disparues",
  "ai-act.option.remoteIdentificationObjective.threat-prevention":
    "Prévenir une menace précise, importante et imminente pour la vie, ou un attentat",
  "ai-act.option.remoteIdentificationObjective.suspect-localisation":
    "Localiser ou identifier le suspect d’une infraction de l’annexe II punie d’au moins quatre ans",
  "ai-act.option.remoteIdentificationObjective.other": "Tout autre objectif",
  "ai-act.question.remoteIdentificationSafeguards": "Toutes les garanties de l’article 5(2) à (7) sont-elles réunies ?",
  "ai-act.question.remoteIdentificationSafeguards.help":
    "Loi nationale, autorisation préalable, limites de temps, de lieu et de personnes, analyse d’impact, enregistrement, notification.",
  "ai-act.question.intimateConsent": "Chaque personne montrée a-t-elle consenti explicitement à cette production ?",
  "ai-act.question.intimateConsent.help":
    "Un consentement libre, spécifique, éclairé, univoque et explicite, à cette production-là.",
  "ai-act.question.intimateUnchanged":
    "Est-ce une simple retouche qui n’expose pas davantage et ne change pas la nature des actes ?",
  "ai-act.question.intimateUnchanged.help":
    "Par exemple corriger la lumière d’une image existante. Produire une image n’en est jamais une.",
  "ai-act.question.intimateReach": "Comment le système en vient-il à ces images ?",
  "ai-act.question.intimateReach.help":
    "Des garanties suffisantes : filtres d’entrée et de sortie, essais adverses, correction des abus signalés. Un déployeur n’est visé que s’il utilise le système pour cela.",
  "ai-act.option.intimateReach.intended-purpose": "C’est sa destination",
  "ai-act.option.intimateReach.foreseeable-without-safeguards":
    "C’est un résultat prévisible et reproductible, sans garanties techniques suffisantes",
  "ai-act.option.intimateReach.used-for-it": "L’organisation l’utilise pour cela",
  "ai-act.option.intimateReach.neither": "Rien de cela : des garanties suffisantes l’empêchent",
  "ai-act.question.abuseMaterialDefence": "Une justification du droit national (« sans droit ») s’applique-t-elle ?",
  "ai-act.question.abuseMaterialDefence.help":
    "Par exemple le travail d’enquêteurs, là où la loi le prévoit. À faire confirmer par un juriste.",
  "ai-act.question.abuseMaterialReach": "Comment le système en vient-il à ces contenus ?",
  "ai-act.question.abuseMaterialReach.help":
    "Des garanties suffisantes : filtres d’entrée et de sortie, essais adverses, correction des abus signalés. Un déployeur n’est visé que s’il utilise le système pour cela.",
  "ai-act.option.abuseMaterialReach.intended-purpose": "C’est sa destination",
  "ai-act.option.abuseMaterialReach.foreseeable-without-safeguards":
    "C’est un résultat prévisible et reproductible, sans garanties techniques suffisantes",
  "ai-act.option.abuseMaterialReach.used-for-it": "L’organisation l’utilise pour cela",
  "ai-act.option.abuseMaterialReach.neither": "Rien de cela : des garanties suffisantes l’empêchent",
  "ai-act.question.annexIProduct": "Le système est-il, ou fait-il partie d’un produit que couvre l’une de ces lois ?",
  "ai-act.question.annexIProduct.help":
    "Section A : jouets à diagnostics in vitro. Section B : machines à aviation ; là, la loi propre au produit fait foi (article 2(2)).",
  "ai-act.option.annexIProduct.toys": "Jouets",
  "ai-act.option.annexIProduct.recreational-craft": "Bateaux de plaisance et véhicules nautiques à moteur",
  "ai-act.option.annexIProduct.lifts": "Ascenseurs",
  "ai-act.option.annexIProduct.explosive-atmospheres": "Appareils pour atmosphères explosibles (ATEX)",
  "ai-act.option.annexIProduct.radio-equipment": "Équipements radioélectriques",
  "ai-act.option.annexIProduct.pressure-equipment": "Équipements sous pression",
  "ai-act.option.annexIProduct.cableways": "Installations à câbles",
  "ai-act.option.annexIProduct.protective-equipment": "Équipements de protection individuelle",
  "ai-act.option.annexIProduct.gas-appliances": "Appareils à gaz",
  "ai-act.option.annexIProduct.medical-devices": "Dispositifs médicaux",
  "ai-act.option.annexIProduct.in-vitro-diagnostics": "Dispositifs médicaux de diagnostic in vitro",
  "ai-act.option.annexIProduct.machinery": "Machines (section B depuis le règlement (UE) 2026/1744)",
  "ai-act.option.annexIProduct.civil-aviation-security": "Sûreté de l’aviation civile",
  "ai-act.option.annexIProduct.two-three-wheel-vehicles": "Véhicules à deux ou trois roues et quadricycles",
  "ai-act.option.annexIProduct.agricultural-vehicles": "Véhicules agricoles et forestiers",
  "ai-act.option.annexIProduct.marine-equipment": "Équipements marins",
  "ai-act.option.annexIProduct.rail": "Système ferroviaire",
  "ai-act.option.annexIProduct.motor-vehicles": "Véhicules à moteur",
  "ai-act.option.annexIProduct.aviation": "Aviation civile et aéronefs sans équipage",
  "ai-act.question.productRole": "Quelle place le système y tient-il ?",
  "ai-act.question.productRole.help":
    "Un composant de sécurité prévient ou réduit un risque pour la santé ou la sécurité, ou met quelqu’un en danger s’il tombe en panne. Confort, performance et contrôle de qualité n’en font pas un.",
  "ai-act.option.productRole.product-itself": "Il est lui-même le produit",
  "ai-act.option.productRole.safety-component": "Il en est un composant de sécurité",
  "ai-act.option.productRole.other-component": "Il en est un autre composant, sans danger en cas de panne",
  "ai-act.question.thirdPartyAssessment": "Le produit doit-il être évalué par un tiers avant sa mise sur le marché ?",
  "ai-act.question.thirdPartyAssessment.help": "Par un organisme notifié ou une autorité, d’après la loi du produit.",
  "ai-act.option.thirdPartyAssessment.required": "Oui, pour la santé ou la sécurité",
  "ai-act.option.thirdPartyAssessment.other-risks-only":
    "Oui, mais seulement pour d’autres risques (spectre radio, interférences)",
  "ai-act.option.thirdPartyAssessment.not-required": "Non",
  "ai-act.question.annexIIIAreas": "Le système est-il destiné à l’un de ces domaines ?",
  "ai-act.question.annexIIIAreas.help":
    "Cochez large : les questions suivantes vont au point exact et à ses exceptions.",
  "ai-act.option.annexIIIAreas.biometrics": "Biométrie : identifier, catégoriser, lire les émotions",
  "ai-act.option.annexIIIAreas.critical-infrastructure":
    "Infrastructures critiques : numérique, trafic, eau, gaz, chauffage, électricité",
  "ai-act.option.annexIIIAreas.education": "Éducation et formation professionnelle",
  "ai-act.option.annexIIIAreas.employment": "Emploi, gestion des travailleurs",
  "ai-act.option.annexIIIAreas.essential-services":
    "Services essentiels : prestations publiques, crédit, assurance vie et santé, urgences",
  "ai-act.option.annexIIIAreas.law-enforcement": "Répression des infractions",
  "ai-act.option.annexIIIAreas.migration": "Migration, asile, frontières",
  "ai-act.option.annexIIIAreas.justice-democracy": "Justice et processus démocratiques",
  "ai-act.question.biometrics": "Que fait le système en biométrie ?",
  "ai-act.question.biometrics.help":
    "À partir de données biométriques. Compter des casques ou des personnes n’identifie ni ne catégorise personne d’après un attribut sensible ou protégé.",
  "ai-act.question.biometricVerification":
    "Sert-il seulement à vérifier qu’une personne est bien celle qu’elle dit être ?",
  "ai-act.question.biometricVerification.help": "Déverrouiller un appareil, un badge, un passeport au portique.",
  "ai-act.question.infrastructure": "Dans quelle infrastructure ?",
  "ai-act.question.infrastructure.help": "Dans la gestion et l’exploitation de l’infrastructure elle-même.",
  "ai-act.option.infrastructure.digital-infrastructure":
    "Infrastructure numérique critique (centres de données, nuage, réseaux)",
  "ai-act.option.infrastructure.road-traffic": "Trafic routier",
  "ai-act.option.infrastructure.water": "Eau",
  "ai-act.option.infrastructure.gas": "Gaz",
  "ai-act.option.infrastructure.heating": "Chauffage",
  "ai-act.option.infrastructure.electricity": "Électricité",
  "ai-act.question.infrastructureComponent": "Le système y est-il un composant de sécurité ?",
  "ai-act.question.infrastructureComponent.help":
    "Il protège l’intégrité physique de l’infrastructure ou la santé et la sécurité des personnes et des biens : pression de l’eau, alarme incendie d’un centre de données. La seule cybersécurité ne compte pas.",
  "ai-act.option.infrastructureComponent.safety-component": "Oui, un composant de sécurité",
  "ai-act.option.infrastructureComponent.cybersecurity-only": "Non, il ne sert qu’à la cybersécurité",
  "ai-act.option.infrastructureComponent.other": "Non : prévision, facturation, optimisation…",
  "ai-act.question.education": "Que fait-il dans l’éducation ou la formation ?",
  "ai-act.question.education.help":
    "Cochez ce à quoi il est destiné ; une tâche accessoire se dit ensuite, à la dérogation.",
  "ai-act.question.employment": "Que fait-il dans l’emploi ?",
  "ai-act.question.employment.help":
    "Cochez ce à quoi il est destiné ; une tâche accessoire se dit ensuite, à la dérogation.",
  "ai-act.question.essentialServices": "Que fait-il dans les services essentiels ?",
  "ai-act.question.essentialServices.help": "Le prix d’une assurance auto ou habitation n’y est pas.",
  "ai-act.question.publicAuthority": "Est-il utilisé par une autorité publique, ou pour elle ?",
  "ai-act.question.publicAuthority.help": "Une commune, une caisse, ou un prestataire qui agit pour elles.",
  "ai-act.question.creditPurpose": "À quoi sert l’évaluation financière ?",
  "ai-act.question.creditPurpose.help": "Détecter une fraude financière est excepté par le texte même du point 5(b).",
  "ai-act.option.creditPurpose.scores-persons": "Évaluer la solvabilité de personnes physiques ou leur note de crédit",
  "ai-act.option.creditPurpose.detects-fraud": "Seulement détecter des fraudes financières",
  "ai-act.option.creditPurpose.organisations-only": "Seulement évaluer des entreprises",
  "ai-act.question.lawEnforcement": "Que fait-il pour la répression ?",
  "ai-act.question.lawEnforcement.help": "Au sens de l’annexe III, point 6.",
  "ai-act.question.lawEnforcementUser":
    "Est-il utilisé par des autorités répressives, pour elles, ou par un organe de l’Union à leur appui ?",
  "ai-act.question.lawEnforcementUser.help":
    "La lutte d’une banque contre le blanchiment, ou un contrôle fiscal administratif, n’est pas de la répression (considérant 59).",
  "ai-act.question.migration": "Que fait-il pour la migration, l’asile ou les frontières ?",
  "ai-act.question.migration.help": "Au sens de l’annexe III, point 7.",
  "ai-act.question.migrationUser":
    "Est-il utilisé par une autorité publique compétente, pour elle, ou par un organe de l’Union ?",
  "ai-act.question.migrationUser.help": "Un cabinet qui aide des demandeurs n’en est pas une.",
  "ai-act.question.travelDocumentsOnly": "Ne fait-il que vérifier des documents de voyage ?",
  "ai-act.question.travelDocumentsOnly.help": "C’est l’exception écrite dans le point 7(d).",
  "ai-act.question.justice": "Que fait-il pour la justice ou un vote ?",
  "ai-act.question.justice.help": "Au sens de l’annexe III, point 8.",
  "ai-act.question.judicialUse": "Comment la justice l’utilise-t-elle ?",
  "ai-act.question.judicialUse.help":
    "Une autorité judiciaire, quelqu’un pour elle, ou un mode alternatif de règlement. Anonymiser des décisions ou répartir le travail est administratif (considérant 61).",
  "ai-act.option.judicialUse.for-court":
    "Pour rechercher, interpréter ou appliquer les faits et la loi dans une affaire",
  "ai-act.option.judicialUse.administrative-only": "Seulement pour des tâches administratives accessoires",
  "ai-act.option.judicialUse.not-for-court": "Pas par la justice : avocats, juristes d’entreprise, public",
  "ai-act.question.electionOutput": "Des électeurs sont-ils directement exposés à ses résultats ?",
  "ai-act.question.electionOutput.help":
    "Planifier des tournées et des bénévoles : non. Adresser des messages ciblés à des électeurs : oui.",
  "ai-act.question.profiling": "Le système profile-t-il des personnes physiques ?",
  "ai-act.question.profiling.help":
    "Traiter automatiquement des données personnelles pour évaluer une personne : travail, situation, santé, préférences, fiabilité, comportement, lieu. Une note par personne est presque toujours un profilage.",
  "ai-act.question.derogationGround": "Pour tous ses usages de l’annexe III, le système ne fait-il que ceci ?",
  "ai-act.question.derogationGround.help": "Une seule condition suffit, mais elle doit couvrir tout l’usage.",
  "ai-act.question.significantRisk":
    "Présente-t-il malgré cela un risque important, notamment en influençant matériellement la décision ?",
  "ai-act.question.significantRisk.help":
    "Pour la santé, la sécurité ou les droits fondamentaux. Un humain qui valide tout par défaut n’empêche pas l’influence.",
  "ai-act.question.transparency": "Que rencontrent les personnes ?",
  "ai-act.question.transparency.help": "L’article 50 s’ajoute à toute autre classe.",
  "ai-act.question.interactionExempt": "L’information sur l’IA est-elle inutile ?",
  "ai-act.question.interactionExempt.help":
    "« Évident » se lit étroitement : un agent avec un nom et une photo ne l’est pas. L’exception répressive ne vaut pas pour un service de plainte ouvert au public.",
  "ai-act.option.interactionExempt.obvious":
    "Oui, l’IA est évidente pour une personne normalement informée et attentive",
  "ai-act.option.interactionExempt.law-enforcement":
    "Oui, la loi l’autorise pour détecter ou poursuivre des infractions",
  "ai-act.option.interactionExempt.neither": "Non, il faut informer",
  "ai-act.question.syntheticExempt": "Le contenu produit échappe-t-il au marquage ?",
  "ai-act.question.syntheticExempt.help":
    "Corriger l’orthographe ou la mise en page : retouche courante. Rédiger un courriel, cloner une voix, créer une image : non.",
  "ai-act.option.syntheticExempt.standard-editing": "Oui, il aide à la retouche courante",
  "ai-act.option.syntheticExempt.no-substantial-change": "Oui, il ne change pas substantiellement l’entrée ni son sens",
  "ai-act.option.syntheticExempt.law-enforcement": "Oui, la loi l’autorise pour détecter ou poursuivre des infractions",
  "ai-act.option.syntheticExempt.neither": "Non, il faut marquer",
  "ai-act.question.exposureExempt":
    "La loi l’autorise-t-elle pour détecter, prévenir ou enquêter sur des infractions, avec des garanties ?",
  "ai-act.question.exposureExempt.help": "Sinon, les personnes exposées sont à informer.",
  "ai-act.question.deepFakeContext": "Dans quel contexte l’hypertrucage paraît-il ?",
  "ai-act.question.deepFakeContext.help":
    "Une œuvre manifestement artistique, satirique ou de fiction allège la mention, sans l’effacer.",
  "ai-act.option.deepFakeContext.artistic": "Œuvre manifestement artistique, créative, satirique ou de fiction",
  "ai-act.option.deepFakeContext.law-enforcement": "La loi l’autorise pour détecter ou poursuivre des infractions",
  "ai-act.option.deepFakeContext.neither": "Aucun de ceux-là",
  "ai-act.question.publicTextControl": "Quelqu’un répond-il du texte publié ?",
  "ai-act.question.publicTextControl.help":
    "Relecture humaine ou contrôle éditorial, et une personne ou société qui porte la responsabilité éditoriale.",
  "ai-act.option.publicTextControl.editorial-responsibility": "Oui, relu par un humain avec responsabilité éditoriale",
  "ai-act.option.publicTextControl.law-enforcement": "La loi l’autorise pour détecter ou poursuivre des infractions",
  "ai-act.option.publicTextControl.neither": "Non",
  "ai-act.question.becomesProvider": "L’organisation fait-elle ce qui la rend fournisseur ?",
  "ai-act.question.becomesProvider.help":
    "L’article 25(1) donne alors à l’organisation les obligations du fournisseur.",
  "ai-act.question.productUnderOwnName": "Le système paraît-il avec le produit sous le nom ou la marque du fabricant ?",
  "ai-act.question.productUnderOwnName.help": "Le fabricant est alors tenu pour le fournisseur.",
  "ai-act.question.deployerBody": "Quelle sorte de déployeur est l’organisation ?",
  "ai-act.question.deployerBody.help": "L’analyse d’impact de l’article 27 et l’enregistrement en dépendent.",
  "ai-act.option.deployerBody.public-body": "Organisme de droit public",
  "ai-act.option.deployerBody.public-service": "Entité privée qui rend un service public",
  "ai-act.option.deployerBody.other": "Autre",
  "ai-act.question.workplace": "Le système est-il utilisé sur le lieu de travail, envers des travailleurs ?",
  "ai-act.question.workplace.help": "Leurs représentants et eux-mêmes sont alors à informer avant.",
  "ai-act.question.decidesOnPersons": "Prend-il, ou aide-t-il à prendre, des décisions sur des personnes physiques ?",
  "ai-act.question.decidesOnPersons.help": "Elles sont alors à informer, et ont droit à une explication.",
  "ai-act.question.onMarketBefore": "Le système était-il sur le marché avant le 2 août 2026 ?",
  "ai-act.question.onMarketBefore.help": "Le marquage de l’article 50(2) lui est alors demandé plus tard.",
  "ai-act.question.gpaiModel": "L’organisation met-elle aussi sur le marché un modèle d’IA à usage général ?",
  "ai-act.question.gpaiModel.help":
    "Le modèle lui-même, non une application qui en appelle un. Un ajustement léger d’un modèle existant n’en fait pas un fournisseur.",
  "ai-act.question.gpaiOpenSource":
    "Le modèle est-il publié sous licence libre et ouverte, poids et architecture compris ?",
  "ai-act.question.gpaiOpenSource.help": "Deux obligations de documentation tombent alors, sauf risque systémique.",
  "ai-act.question.gpaiSystemicRisk": "Le modèle présente-t-il un risque systémique ?",
  "ai-act.question.gpaiSystemicRisk.help":
    "Présumé au-delà de 10^25 FLOP d’entraînement, ou désigné par la Commission.",
} as const;
