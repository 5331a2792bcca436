/** Annex III, point by point. */
import { AMENDED, area, FROM } from "./provision";

const point = area("high-risk", FROM.annexIII, AMENDED);

export const ANNEX_III_LAW = {
  "annex-iii-1-a": point(
    "Annex III point 1(a)",
    ["Identification biométrique à distance", "Remote biometric identification"],
    [
      "Reconnaître des personnes à distance, sans leur participation, en les comparant à une base. La seule vérification d’une identité revendiquée (déverrouiller, badge) n’en est pas.",
      "Recognising people at a distance, without their taking part, against a database. Only verifying a claimed identity (unlocking, a badge) is not this.",
    ],
  ),
  "annex-iii-1-b": point(
    "Annex III point 1(b)",
    [
      "Catégorisation biométrique par attributs sensibles ou protégés",
      "Biometric categorisation by sensitive or protected attributes",
    ],
    [
      "Classer des personnes d’après leurs données biométriques selon des attributs sensibles ou protégés (âge, sexe, origine…) qui en sont déduits.",
      "Categorising people by their biometric data according to sensitive or protected attributes (age, sex, origin…) that are inferred from it.",
    ],
  ),
  "annex-iii-1-c": point(
    "Annex III point 1(c)",
    ["Reconnaissance des émotions", "Emotion recognition"],
    [
      "Déduire les émotions ou les intentions d’une personne de ses données biométriques (visage, voix, gestes). Lire un texte n’en est pas.",
      "Inferring a person’s emotions or intentions from their biometric data (face, voice, gestures). Reading a text is not this.",
    ],
  ),
  "annex-iii-2": point(
    "Annex III point 2",
    ["Infrastructures critiques", "Critical infrastructure"],
    [
      "Composant de sécurité dans la gestion d’une infrastructure numérique critique, du trafic routier, de l’eau, du gaz, du chauffage ou de l’électricité : par exemple la pression de l’eau ou l’alarme incendie d’un centre de données.",
      "Safety component in running critical digital infrastructure, road traffic, or the supply of water, gas, heating or electricity: such as water pressure or a data centre’s fire alarm.",
    ],
  ),
  "annex-iii-3-a": point(
    "Annex III point 3(a)",
    ["Accès, admission ou affectation dans l’enseignement", "Access, admission or assignment in education"],
    [
      "Déterminer l’accès, l’admission ou l’affectation de personnes dans un établissement d’enseignement ou de formation.",
      "Determining access, admission or assignment of people to educational and vocational training institutions.",
    ],
  ),
  "annex-iii-3-b": point(
    "Annex III point 3(b)",
    ["Évaluation des acquis", "Evaluating learning outcomes"],
    [
      "Évaluer ce que des personnes ont appris, y compris pour orienter leur apprentissage.",
      "Evaluating what people have learnt, also where it steers their learning.",
    ],
  ),
  "annex-iii-3-c": point(
    "Annex III point 3(c)",
    ["Niveau d’enseignement approprié", "Appropriate level of education"],
    [
      "Évaluer le niveau d’enseignement qu’une personne recevra ou auquel elle pourra accéder.",
      "Assessing the level of education that a person will receive or be able to access.",
    ],
  ),
  "annex-iii-3-d": point(
    "Annex III point 3(d)",
    ["Surveillance des examens", "Monitoring of tests"],
    [
      "Surveiller et détecter des comportements interdits d’élèves ou d’étudiants pendant des épreuves.",
      "Monitoring and detecting prohibited behaviour of students during tests.",
    ],
  ),
  "annex-iii-4-a": point(
    "Annex III point 4(a)",
    ["Recrutement et sélection", "Recruitment and selection"],
    [
      "Recruter ou sélectionner : diffuser des offres ciblées, analyser et filtrer des candidatures, évaluer des candidats.",
      "Recruiting or selecting: placing targeted job advertisements, analysing and filtering applications, evaluating candidates.",
    ],
  ),
  "annex-iii-4-b": point(
    "Annex III point 4(b)",
    ["Gestion des travailleurs", "Management of workers"],
    [
      "Décider des conditions de travail, de promotions ou de ruptures, attribuer des tâches d’après le comportement ou la personnalité, ou suivre et évaluer la performance et le comportement de personnes au travail.",
      "Deciding on terms of work, promotion or termination, allocating tasks by behaviour or personal traits, or monitoring and evaluating the performance and behaviour of people at work.",
    ],
  ),
  "annex-iii-5-a": point(
    "Annex III point 5(a)",
    ["Prestations et services publics essentiels", "Essential public benefits and services"],
    [
      "Une autorité publique, ou quelqu’un pour elle, évalue le droit de personnes à des prestations et services publics essentiels, ou les accorde, réduit, révoque ou récupère.",
      "A public authority, or somebody on its behalf, evaluates people’s eligibility for essential public benefits and services, or grants, reduces, revokes or reclaims them.",
    ],
  ),
  "annex-iii-5-b": point(
    "Annex III point 5(b)",
    ["Solvabilité de personnes physiques", "Creditworthiness of natural persons"],
    [
      "Évaluer la solvabilité de personnes physiques ou établir leur note de crédit. La détection de fraudes financières est exceptée (considérant 58).",
      "Evaluating the creditworthiness of natural persons or establishing their credit score. Detecting financial fraud is excepted (Recital 58).",
    ],
  ),
  "annex-iii-5-c": point(
    "Annex III point 5(c)",
    ["Assurance vie et santé", "Life and health insurance"],
    [
      "Évaluer le risque et fixer le prix d’une assurance vie ou santé pour des personnes physiques. L’auto et l’habitation n’y sont pas.",
      "Assessing risk and pricing life or health insurance for natural persons. Motor and home insurance are not in it.",
    ],
  ),
  "annex-iii-5-d": point(
    "Annex III point 5(d)",
    ["Appels d’urgence et triage", "Emergency calls and triage"],
    [
      "Évaluer et classer des appels d’urgence, envoyer les secours ou fixer leur priorité, trier des patients aux urgences.",
      "Evaluating and classifying emergency calls, dispatching or prioritising first response, triaging emergency patients.",
    ],
  ),
  "annex-iii-6-a": point(
    "Annex III point 6(a)",
    ["Risque d’être victime", "Risk of becoming a victim"],
    [
      "Évaluer, pour des autorités répressives, le risque qu’une personne devienne victime d’une infraction.",
      "Assessing, for law-enforcement authorities, the risk that a person becomes the victim of an offence.",
    ],
  ),
  "annex-iii-6-b": point(
    "Annex III point 6(b)",
    ["Polygraphes (répression)", "Polygraphs (law enforcement)"],
    [
      "Polygraphes ou outils semblables, pour des autorités répressives.",
      "Polygraphs or similar tools, for law-enforcement authorities.",
    ],
  ),
  "annex-iii-6-c": point(
    "Annex III point 6(c)",
    ["Fiabilité des preuves", "Reliability of evidence"],
    [
      "Évaluer la fiabilité de preuves dans une enquête ou des poursuites pénales.",
      "Evaluating the reliability of evidence in the investigation or prosecution of offences.",
    ],
  ),
  "annex-iii-6-d": point(
    "Annex III point 6(d)",
    ["Risque d’infraction ou de récidive", "Risk of offending or re-offending"],
    [
      "Évaluer le risque d’infraction ou de récidive d’une personne, non sur son seul profil, ou ses traits et antécédents.",
      "Assessing a person’s risk of offending or re-offending, not solely by profiling, or their traits and past behaviour.",
    ],
  ),
  "annex-iii-6-e": point(
    "Annex III point 6(e)",
    ["Profilage dans une enquête", "Profiling in an investigation"],
    [
      "Profiler des personnes pour détecter, enquêter ou poursuivre des infractions.",
      "Profiling people in the detection, investigation or prosecution of offences.",
    ],
  ),
  "annex-iii-7-a": point(
    "Annex III point 7(a)",
    ["Polygraphes (migration, asile, frontières)", "Polygraphs (migration, asylum, borders)"],
    [
      "Polygraphes ou outils semblables, pour les autorités de migration, d’asile ou des frontières.",
      "Polygraphs or similar tools, for migration, asylum or border authorities.",
    ],
  ),
  "annex-iii-7-b": point(
    "Annex III point 7(b)",
    ["Risque posé par une personne qui entre", "Risk posed by a person who enters"],
    [
      "Évaluer un risque de sécurité, de migration irrégulière ou sanitaire que pose une personne qui entre sur le territoire.",
      "Assessing a security, irregular-migration or health risk posed by a person who enters the territory.",
    ],
  ),
  "annex-iii-7-c": point(
    "Annex III point 7(c)",
    ["Demandes d’asile, de visa ou de séjour", "Applications for asylum, visa or residence"],
    [
      "Aider à examiner des demandes d’asile, de visa ou de titre de séjour et les réclamations, y compris la fiabilité des preuves.",
      "Assisting the examination of applications for asylum, visa or residence and of complaints, including the reliability of evidence.",
    ],
  ),
  "annex-iii-7-d": point(
    "Annex III point 7(d)",
    [
      "Détecter, reconnaître ou identifier des personnes aux frontières",
      "Detecting, recognising or identifying people at borders",
    ],
    [
      "Détecter, reconnaître ou identifier des personnes dans la gestion de la migration, de l’asile ou des frontières, sauf la vérification de documents de voyage.",
      "Detecting, recognising or identifying people in migration, asylum or border management, except the verification of travel documents.",
    ],
  ),
  "annex-iii-8-a": point(
    "Annex III point 8(a)",
    ["Aide à la justice", "Assistance to justice"],
    [
      "Aider une autorité judiciaire à rechercher et interpréter les faits ou la loi et à l’appliquer, ou de même dans un mode alternatif de règlement des litiges. Les tâches purement administratives n’y sont pas.",
      "Assisting a judicial authority in researching and interpreting facts or the law and in applying it, or likewise in alternative dispute resolution. Purely administrative tasks are not in it.",
    ],
  ),
  "annex-iii-8-b": point(
    "Annex III point 8(b)",
    ["Influence sur un vote", "Influence on a vote"],
    [
      "Influencer l’issue d’une élection ou d’un référendum, ou le vote de personnes. Les outils d’organisation de campagne dont personne ne voit directement les résultats n’y sont pas.",
      "Influencing the outcome of an election or referendum, or how people vote. Tools that organise a campaign and whose output nobody is directly exposed to are not in it.",
    ],
  ),
} as const;
