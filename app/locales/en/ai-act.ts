import type { aiAct as French } from "../fr/ai-act";

export const aiAct: Record<keyof typeof French, string> = {
  "ai-act.class.prohibited": "Prohibited",
  "ai-act.class.prohibited.hint": "A practice of Article 5: not to be placed on the market, put into service or used.",
  "ai-act.class.high_risk": "High risk",
  "ai-act.class.high_risk.hint":
    "A product of Annex I or an area of Annex III: permitted, with the requirements of Chapter III or of the product’s law.",
  "ai-act.class.not_high_risk_art6_3": "Annex III, derogation of Article 6(3)",
  "ai-act.class.not_high_risk_art6_3.hint":
    "In an area of Annex III, but not high-risk: to be documented (Article 6(4)) and registered (Article 49(2)).",
  "ai-act.class.transparency": "Transparency",
  "ai-act.class.transparency.hint": "Article 50 alone applies (“limited risk”).",
  "ai-act.class.minimal": "Minimal risk",
  "ai-act.class.minimal.hint": "None of the other classes: nothing more than AI literacy.",
  "ai-act.class.out_of_scope": "Out of scope",
  "ai-act.class.out_of_scope.hint": "Not an AI system, or excluded by Article 2.",
  "ai-act.class.unknown": "Not known yet",
  "ai-act.class.unknown.hint": "Answers are missing: the class is not guessed.",
  "ai-act.why.establishes": "{article} applies: {title}.",
  "ai-act.why.excludes": "{article} does not apply, or an exception does: {title}.",
  "ai-act.why.derogated": "{article} is concerned ({title}), but Article 6(3) takes it out.",
  "ai-act.why.adds": "{article} comes on top: {title}.",
  "ai-act.not-legal-advice":
    "An aid to classification, not legal advice. Texts and dates are to be checked on EUR-Lex.",
  "ai-act.error.none-and": "“none” goes with no other answer.",
  "ai-act.part.scope": "Scope and role",
  "ai-act.part.prohibited": "Prohibited practices",
  "ai-act.part.product": "Regulated products",
  "ai-act.part.annex-iii": "Areas of Annex III",
  "ai-act.part.derogation": "Derogation of Article 6(3)",
  "ai-act.part.transparency": "Transparency",
  "ai-act.part.duties": "Who owes what",
  "ai-act.option.none": "None of these",
  "ai-act.question.aiSystem": "Is it an AI system?",
  "ai-act.question.aiSystem.help":
    "Yes where it infers from its input how to produce a prediction, content, a recommendation or a decision: a language model, a learnt classifier, a recommender. No for hand-written rules, a spreadsheet, a query.",
  "ai-act.question.roles": "What is the organisation’s role?",
  "ai-act.question.roles.help":
    "For this system, and several are possible: who builds a tool for their own teams is its provider and its deployer.",
  "ai-act.option.roles.provider":
    "Provider: develops the system, or has it developed, and places it on the market or puts it into service under its own name",
  "ai-act.option.roles.deployer": "Deployer: uses the system under its own authority",
  "ai-act.option.roles.importer": "Importer: places a third country’s system on the Union market",
  "ai-act.option.roles.distributor": "Distributor: makes it available in the chain, neither provider nor importer",
  "ai-act.option.roles.product-manufacturer":
    "Manufacturer: places the system on the market together with its own product",
  "ai-act.option.roles.authorised-representative": "Authorised representative of a provider outside the Union",
  "ai-act.question.euLink": "What links it to the European Union?",
  "ai-act.question.euLink.help":
    "A provider in a third country is concerned as soon as the output is used in the Union.",
  "ai-act.option.euLink.placed-in-union": "Placed on the market or put into service in the Union",
  "ai-act.option.euLink.deployer-in-union": "Deployer established or located in the Union",
  "ai-act.option.euLink.output-used-in-union": "Output used in the Union",
  "ai-act.question.exclusion": "Does an exclusion apply?",
  "ai-act.question.exclusion.help":
    "An exclusion holds entirely or not at all: “exclusively military” does not cover a dual-use product, nor “research only” a commercial pilot.",
  "ai-act.question.prohibitedPractices": "Does the system do any of these things?",
  "ai-act.question.prohibitedPractices.help":
    "Choose all that come near: the questions that follow tell whether the prohibition holds or an exception applies.",
  "ai-act.question.manipulationHarm":
    "Does it distort behaviour so far as to cause, or be likely to cause, significant harm?",
  "ai-act.question.manipulationHarm.help":
    "Physical, psychological or financial harm, to the person or to others. The effect is enough, without intent. Ordinary advertising causes none.",
  "ai-act.question.vulnerabilityHarm":
    "Does exploiting the vulnerability cause, or is it likely to cause, significant harm?",
  "ai-act.question.vulnerabilityHarm.help":
    "Such as pressing a borrower in distress into more debt. Adapting an interface to age or disability in order to help causes none.",
  "ai-act.question.socialScoringEffect": "What detrimental treatment does the score lead to?",
  "ai-act.question.socialScoringEffect.help":
    "A score used for what it was made for, and in proportion, is not prohibited here.",
  "ai-act.option.socialScoringEffect.unrelated-context": "In a context unrelated to the one in which the data arose",
  "ai-act.option.socialScoringEffect.disproportionate": "Unjustified or disproportionate to the behaviour",
  "ai-act.question.crimePredictionBasis": "What does the prediction of an offence rest on?",
  "ai-act.question.crimePredictionBasis.help": "The word that counts is “solely”.",
  "ai-act.option.crimePredictionBasis.solely-profiling": "Solely on a person’s profile or personality traits",
  "ai-act.option.crimePredictionBasis.supports-human-assessment":
    "It supports a human assessment grounded in objective, verifiable facts linked to a criminal activity",
  "ai-act.option.crimePredictionBasis.not-about-persons": "It is not about persons (places, transactions, companies)",
  "ai-act.question.faceScrapingTarget": "How are the faces gathered?",
  "ai-act.question.faceScrapingTarget.help": "Searching public pictures for one particular person is targeted.",
  "ai-act.option.faceScrapingTarget.untargeted":
    "Scraped without a target, to create or expand a facial recognition database",
  "ai-act.option.faceScrapingTarget.targeted": "Targeted at defined persons, or without a facial recognition database",
  "ai-act.question.emotionPurpose": "What does the system infer, and why?",
  "ai-act.question.emotionPurpose.help":
    "Emotion inferred from face, voice or gestures is meant; a driver’s fatigue is a physical state, and reading a text is not biometric.",
  "ai-act.option.emotionPurpose.other": "Emotions, for any other purpose (performance, attention, recruitment…)",
  "ai-act.option.emotionPurpose.medical-or-safety": "Emotions, for medical or safety reasons",
  "ai-act.option.emotionPurpose.physical-state": "A physical state only: fatigue, drowsiness, pain",
  "ai-act.option.emotionPurpose.not-biometric": "Emotions read in a text, without biometric data",
  "ai-act.question.biometricCategorisationUse": "What does the biometric categorisation do?",
  "ai-act.question.biometricCategorisationUse.help":
    "Labelling and filtering of lawfully acquired datasets, and categorisation in the area of law enforcement, remain permitted.",
  "ai-act.option.biometricCategorisationUse.infers-about-persons": "It deduces these attributes of individual persons",
  "ai-act.option.biometricCategorisationUse.labels-lawful-dataset":
    "It labels or filters a lawfully acquired dataset, or serves the area of law enforcement",
  "ai-act.question.remoteIdentificationObjective": "For which objective of law enforcement?",
  "ai-act.question.remoteIdentificationObjective.help": "The list is closed.",
  "ai-act.option.remoteIdentificationObjective.victim-search":
    "Searching for specific victims (abduction, trafficking, sexual exploitation) or missing persons",
  "ai-act.option.remoteIdentificationObjective.threat-prevention":
    "Preventing a specific, substantial and imminent threat to life, or an attack",
  "ai-act.option.remoteIdentificationObjective.suspect-localisation":
    "Localising or identifying the suspect of an offence of Annex II punishable by at least four years",
  "ai-act.option.remoteIdentificationObjective.other": "Any other objective",
  "ai-act.question.remoteIdentificationSafeguards": "Are all the safeguards of Article 5(2) to (7) in place?",
  "ai-act.question.remoteIdentificationSafeguards.help":
    "National law, prior authorisation, limits in time, place and persons, impact assessment, registration, notification.",
  "ai-act.question.intimateConsent": "Did every person shown explicitly consent to this generation?",
  "ai-act.question.intimateConsent.help":
    "Consent that is freely given, specific, informed, unambiguous and explicit, to that very generation.",
  "ai-act.question.intimateUnchanged":
    "Is it a mere edit that exposes no more and does not alter the nature of the activities?",
  "ai-act.question.intimateUnchanged.help":
    "Such as correcting the light of an existing picture. Generating a picture never is one.",
  "ai-act.question.intimateReach": "How does the system come to such imagery?",
  "ai-act.question.intimateReach.help":
    "Adequate safeguards: input and output filters, red-teaming, correction of reported misuse. A deployer is concerned only where it uses the system for that.",
  "ai-act.option.intimateReach.intended-purpose": "It is its intended purpose",
  "ai-act.option.intimateReach.foreseeable-without-safeguards":
    "It is a foreseeable and reproducible outcome, without adequate technical safeguards",
  "ai-act.option.intimateReach.used-for-it": "The organisation uses it for that",
  "ai-act.option.intimateReach.neither": "None of these: adequate safeguards prevent it",
  "ai-act.question.abuseMaterialDefence": "Does a defence of national law (“without right”) apply?",
  "ai-act.question.abuseMaterialDefence.help":
    "Such as the work of investigators, where the law provides for it. Have a lawyer confirm it.",
  "ai-act.question.abuseMaterialReach": "How does the system come to such material?",
  "ai-act.question.abuseMaterialReach.help":
    "Adequate safeguards: input and output filters, red-teaming, correction of reported misuse. A deployer is concerned only where it uses the system for that.",
  "ai-act.option.abuseMaterialReach.intended-purpose": "It is its intended purpose",
  "ai-act.option.abuseMaterialReach.foreseeable-without-safeguards":
    "It is a foreseeable and reproducible outcome, without adequate technical safeguards",
  "ai-act.option.abuseMaterialReach.used-for-it": "The organisation uses it for that",
  "ai-act.option.abuseMaterialReach.neither": "None of these: adequate safeguards prevent it",
  "ai-act.question.annexIProduct": "Is the system, or is it part of, a product that one of these laws covers?",
  "ai-act.question.annexIProduct.help":
    "Section A: toys to in vitro diagnostics. Section B: machinery to aviation; there the product’s own law counts (Article 2(2)).",
  "ai-act.option.annexIProduct.toys": "Toys",
  "ai-act.option.annexIProduct.recreational-craft": "Recreational craft and personal watercraft",
  "ai-act.option.annexIProduct.lifts": "Lifts",
  "ai-act.option.annexIProduct.explosive-atmospheres": "Equipment for explosive atmospheres (ATEX)",
  "ai-act.option.annexIProduct.radio-equipment": "Radio equipment",
  "ai-act.option.annexIProduct.pressure-equipment": "Pressure equipment",
  "ai-act.option.annexIProduct.cableways": "Cableway installations",
  "ai-act.option.annexIProduct.protective-equipment": "Personal protective equipment",
  "ai-act.option.annexIProduct.gas-appliances": "Gas appliances",
  "ai-act.option.annexIProduct.medical-devices": "Medical devices",
  "ai-act.option.annexIProduct.in-vitro-diagnostics": "In vitro diagnostic medical devices",
  "ai-act.option.annexIProduct.machinery": "Machinery (Section B since Regulation (EU) 2026/1744)",
  "ai-act.option.annexIProduct.civil-aviation-security": "Civil aviation security",
  "ai-act.option.annexIProduct.two-three-wheel-vehicles": "Two- or three-wheel vehicles and quadricycles",
  "ai-act.option.annexIProduct.agricultural-vehicles": "Agricultural and forestry vehicles",
  "ai-act.option.annexIProduct.marine-equipment": "Marine equipment",
  "ai-act.option.annexIProduct.rail": "Rail system",
  "ai-act.option.annexIProduct.motor-vehicles": "Motor vehicles",
  "ai-act.option.annexIProduct.aviation": "Civil aviation and unmanned aircraft",
  "ai-act.question.productRole": "What place has the system in it?",
  "ai-act.question.productRole.help":
    "A safety component prevents or reduces a risk to health or safety, or endangers somebody when it fails. Convenience, performance and quality control make none.",
  "ai-act.option.productRole.product-itself": "It is itself the product",
  "ai-act.option.productRole.safety-component": "It is a safety component of it",
  "ai-act.option.productRole.other-component": "It is another component, whose failure endangers nobody",
  "ai-act.question.thirdPartyAssessment": "Must a third party assess the product before it is placed on the market?",
  "ai-act.question.thirdPartyAssessment.help": "A notified body or an authority, by the product’s law.",
  "ai-act.option.thirdPartyAssessment.required": "Yes, for health or safety",
  "ai-act.option.thirdPartyAssessment.other-risks-only": "Yes, but only for other risks (radio spectrum, interference)",
  "ai-act.option.thirdPartyAssessment.not-required": "No",
  "ai-act.question.annexIIIAreas": "Is the system intended for one of these areas?",
  "ai-act.question.annexIIIAreas.help":
    "Choose broadly: the questions that follow go to the exact point and its exceptions.",
  "ai-act.option.annexIIIAreas.biometrics": "Biometrics: identifying, categorising, reading emotions",
  "ai-act.option.annexIIIAreas.critical-infrastructure":
    "Critical infrastructure: digital, traffic, water, gas, heating, electricity",
  "ai-act.option.annexIIIAreas.education": "Education and vocational training",
  "ai-act.option.annexIIIAreas.employment": "Employment, management of workers",
  "ai-act.option.annexIIIAreas.essential-services":
    "Essential services: public benefits, credit, life and health insurance, emergencies",
  "ai-act.option.annexIIIAreas.law-enforcement": "Law enforcement",
  "ai-act.option.annexIIIAreas.migration": "Migration, asylum, borders",
  "ai-act.option.annexIIIAreas.justice-democracy": "Justice and democratic processes",
  "ai-act.question.biometrics": "What does the system do in biometrics?",
  "ai-act.question.biometrics.help":
    "From biometric data. Counting helmets or people identifies nobody and categorises nobody by a sensitive or protected attribute.",
  "ai-act.question.biometricVerification": "Does it only verify that a person is who they claim to be?",
  "ai-act.question.biometricVerification.help": "Unlocking a device, a badge, a passport at the gate.",
  "ai-act.question.infrastructure": "In which infrastructure?",
  "ai-act.question.infrastructure.help": "In the management and operation of the infrastructure itself.",
  "ai-act.option.infrastructure.digital-infrastructure":
    "Critical digital infrastructure (data centres, cloud, networks)",
  "ai-act.option.infrastructure.road-traffic": "Road traffic",
  "ai-act.option.infrastructure.water": "Water",
  "ai-act.option.infrastructure.gas": "Gas",
  "ai-act.option.infrastructure.heating": "Heating",
  "ai-act.option.infrastructure.electricity": "Electricity",
  "ai-act.question.infrastructureComponent": "Is the system a safety component there?",
  "ai-act.question.infrastructureComponent.help":
    "It protects the physical integrity of the infrastructure or the health and safety of people and property: water pressure, a data centre’s fire alarm. Cybersecurity alone does not count.",
  "ai-act.option.infrastructureComponent.safety-component": "Yes, a safety component",
  "ai-act.option.infrastructureComponent.cybersecurity-only": "No, it only serves cybersecurity",
  "ai-act.option.infrastructureComponent.other": "No: forecasting, billing, optimisation…",
  "ai-act.question.education": "What does it do in education or training?",
  "ai-act.question.education.help":
    "Choose what it is intended for; that its task is ancillary is said afterwards, at the derogation.",
  "ai-act.question.employment": "What does it do in employment?",
  "ai-act.question.employment.help":
    "Choose what it is intended for; that its task is ancillary is said afterwards, at the derogation.",
  "ai-act.question.essentialServices": "What does it do in essential services?",
  "ai-act.question.essentialServices.help": "The price of motor or home insurance is not in it.",
  "ai-act.question.publicAuthority": "Is it used by a public authority, or on its behalf?",
  "ai-act.question.publicAuthority.help": "A municipality, a benefits office, or a contractor acting for them.",
  "ai-act.question.creditPurpose": "What does the financial evaluation serve?",
  "ai-act.question.creditPurpose.help": "Detecting financial fraud is excepted by the very text of point 5(b).",
  "ai-act.option.creditPurpose.scores-persons":
    "Evaluating the creditworthiness of natural persons or their credit score",
  "ai-act.option.creditPurpose.detects-fraud": "Only detecting financial fraud",
  "ai-act.option.creditPurpose.organisations-only": "Only evaluating companies",
  "ai-act.question.lawEnforcement": "What does it do for law enforcement?",
  "ai-act.question.lawEnforcement.help": "In the sense of Annex III point 6.",
  "ai-act.question.lawEnforcementUser":
    "Is it used by law-enforcement authorities, on their behalf, or by a Union body in their support?",
  "ai-act.question.lawEnforcementUser.help":
    "A bank’s fight against money laundering, or an administrative tax check, is not law enforcement (Recital 59).",
  "ai-act.question.migration": "What does it do for migration, asylum or borders?",
  "ai-act.question.migration.help": "In the sense of Annex III point 7.",
  "ai-act.question.migrationUser": "Is it used by a competent public authority, on its behalf, or by a Union body?",
  "ai-act.question.migrationUser.help": "A firm that helps applicants is none.",
  "ai-act.question.travelDocumentsOnly": "Does it only verify travel documents?",
  "ai-act.question.travelDocumentsOnly.help": "That is the exception written into point 7(d).",
  "ai-act.question.justice": "What does it do for justice or a vote?",
  "ai-act.question.justice.help": "In the sense of Annex III point 8.",
  "ai-act.question.judicialUse": "How does justice use it?",
  "ai-act.question.judicialUse.help":
    "A judicial authority, somebody on its behalf, or alternative dispute resolution. Anonymising judgments or sharing out work is administrative (Recital 61).",
  "ai-act.option.judicialUse.for-court": "To research, interpret or apply facts and law in a case",
  "ai-act.option.judicialUse.administrative-only": "Only for ancillary administrative tasks",
  "ai-act.option.judicialUse.not-for-court": "Not by justice: lawyers, in-house counsel, the public",
  "ai-act.question.electionOutput": "Are voters directly exposed to its output?",
  "ai-act.question.electionOutput.help":
    "Planning rounds and volunteers: no. Sending targeted messages to voters: yes.",
  "ai-act.question.profiling": "Does the system profile natural persons?",
  "ai-act.question.profiling.help":
    "Automated processing of personal data to evaluate a person: work, situation, health, preferences, reliability, behaviour, location. A score for each person nearly always is profiling.",
  "ai-act.question.derogationGround": "Does the system, for all its uses in Annex III, do no more than this?",
  "ai-act.question.derogationGround.help": "One condition is enough, but it must cover the whole use.",
  "ai-act.question.significantRisk":
    "Does it nevertheless pose a significant risk, such as by materially influencing the decision?",
  "ai-act.question.significantRisk.help":
    "To health, safety or fundamental rights. A human who accepts everything by default does not undo the influence.",
  "ai-act.question.transparency": "What do people meet?",
  "ai-act.question.transparency.help": "Article 50 comes on top of any other class.",
  "ai-act.question.interactionExempt": "Is telling people about the AI needless?",
  "ai-act.question.interactionExempt.help":
    "“Obvious” is read narrowly: an agent with a name and a photograph is not. The exception for law enforcement does not hold for a public reporting service.",
  "ai-act.option.interactionExempt.obvious":
    "Yes, the AI is obvious to a reasonably well-informed and attentive person",
  "ai-act.option.interactionExempt.law-enforcement": "Yes, the law authorises it to detect or prosecute offences",
  "ai-act.option.interactionExempt.neither": "No, people are to be told",
  "ai-act.question.syntheticExempt": "Is the generated content exempt from marking?",
  "ai-act.question.syntheticExempt.help":
    "Correcting spelling or layout: standard editing. Drafting an e-mail, cloning a voice, making a picture: no.",
  "ai-act.option.syntheticExempt.standard-editing": "Yes, it assists standard editing",
  "ai-act.option.syntheticExempt.no-substantial-change":
    "Yes, it does not substantially alter the input or its meaning",
  "ai-act.option.syntheticExempt.law-enforcement": "Yes, the law authorises it to detect or prosecute offences",
  "ai-act.option.syntheticExempt.neither": "No, it is to be marked",
  "ai-act.question.exposureExempt":
    "Does the law permit it to detect, prevent or investigate offences, with safeguards?",
  "ai-act.question.exposureExempt.help": "Otherwise the people exposed are to be informed.",
  "ai-act.question.deepFakeContext": "In what context does the deep fake appear?",
  "ai-act.question.deepFakeContext.help":
    "An evidently artistic, satirical or fictional work lightens the mention and does not remove it.",
  "ai-act.option.deepFakeContext.artistic": "Evidently artistic, creative, satirical or fictional work",
  "ai-act.option.deepFakeContext.law-enforcement": "The law authorises it to detect or prosecute offences",
  "ai-act.option.deepFakeContext.neither": "None of these",
  "ai-act.question.publicTextControl": "Does somebody answer for the published text?",
  "ai-act.question.publicTextControl.help":
    "Human review or editorial control, and a person or company that holds editorial responsibility.",
  "ai-act.option.publicTextControl.editorial-responsibility": "Yes, reviewed by a human with editorial responsibility",
  "ai-act.option.publicTextControl.law-enforcement": "The law authorises it to detect or prosecute offences",
  "ai-act.option.publicTextControl.neither": "No",
  "ai-act.question.becomesProvider": "Does the organisation do what makes it a provider?",
  "ai-act.question.becomesProvider.help": "Article 25(1) then gives the organisation the provider’s obligations.",
  "ai-act.question.productUnderOwnName":
    "Does the system appear with the product under the manufacturer’s name or trademark?",
  "ai-act.question.productUnderOwnName.help": "The manufacturer is then held to be the provider.",
  "ai-act.question.deployerBody": "What kind of deployer is the organisation?",
  "ai-act.question.deployerBody.help": "The impact assessment of Article 27 and registration depend on it.",
  "ai-act.option.deployerBody.public-body": "Body governed by public law",
  "ai-act.option.deployerBody.public-service": "Private entity that provides a public service",
  "ai-act.option.deployerBody.other": "Other",
  "ai-act.question.workplace": "Is the system used at the workplace, towards workers?",
  "ai-act.question.workplace.help": "Their representatives and they themselves are then to be informed before.",
  "ai-act.question.decidesOnPersons": "Does it take, or help to take, decisions about natural persons?",
  "ai-act.question.decidesOnPersons.help": "They are then to be informed, and have a right to an explanation.",
  "ai-act.question.onMarketBefore": "Was the system on the market before 2 August 2026?",
  "ai-act.question.onMarketBefore.help": "The marking of Article 50(2) is then asked of it later.",
  "ai-act.question.gpaiModel": "Does the organisation also place a general-purpose AI model on the market?",
  "ai-act.question.gpaiModel.help":
    "The model itself, not an application that calls one. Lightly tuning an existing model does not make a provider of it.",
  "ai-act.question.gpaiOpenSource":
    "Is the model released under a free and open-source licence, weights and architecture included?",
  "ai-act.question.gpaiOpenSource.help": "Two documentation duties then fall away, unless there is systemic risk.",
  "ai-act.question.gpaiSystemicRisk": "Does the model present systemic risk?",
  "ai-act.question.gpaiSystemicRisk.help": "Presumed above 10^25 FLOP of training, or designated by the Commission.",
};
