/** Prohibited practices: Article 5, with the two points that Regulation (EU) 2026/1744 added. */
import { AMENDED, area, FROM } from "./provision";

const practice = area("prohibited", FROM.general);
const added = area("prohibited", FROM.newPractices, AMENDED);

export const PRACTICE_LAW = {
  "art-5-1-a": practice(
    "Art. 5(1)(a)",
    ["Techniques subliminales, manipulatrices ou trompeuses", "Subliminal, manipulative or deceptive techniques"],
    [
      "Altérer substantiellement le comportement d’une personne par des techniques qu’elle ne perçoit pas ou qui la trompent, de façon à lui causer, ou à risquer de lui causer, un préjudice important. L’intention n’est pas nécessaire : l’effet suffit.",
      "Materially distorting a person’s behaviour by techniques that they do not perceive or that deceive them, in a way that causes or is reasonably likely to cause significant harm. No intent is needed: the effect is enough.",
    ],
  ),
  "art-5-1-b": practice(
    "Art. 5(1)(b)",
    ["Exploitation de vulnérabilités", "Exploiting vulnerabilities"],
    [
      "Exploiter l’âge, un handicap ou une situation sociale ou économique particulière (détresse financière par exemple) pour altérer le comportement d’une façon qui cause ou risque de causer un préjudice important.",
      "Exploiting age, disability or a specific social or economic situation (such as financial distress) to distort behaviour in a way that causes or is reasonably likely to cause significant harm.",
    ],
  ),
  "art-5-1-c": practice(
    "Art. 5(1)(c)",
    ["Notation sociale", "Social scoring"],
    [
      "Évaluer ou classer des personnes dans la durée d’après leur comportement social ou leur personnalité, avec une note qui entraîne un traitement défavorable dans un contexte sans rapport, ou disproportionné.",
      "Evaluating or classifying people over time by their social behaviour or personality, with a score that leads to detrimental treatment in an unrelated context, or out of proportion.",
    ],
  ),
  "art-5-1-d": practice(
    "Art. 5(1)(d)",
    ["Prédiction d’infractions par profilage", "Predicting offences by profiling"],
    [
      "Prédire le risque qu’une personne commette une infraction d’après son seul profil ou sa personnalité. Appuyer une évaluation humaine fondée sur des faits objectifs et vérifiables reste permis.",
      "Predicting the risk that a person commits an offence based solely on profiling or personality traits. Supporting a human assessment grounded in objective, verifiable facts remains permitted.",
    ],
  ),
  "art-5-1-e": practice(
    "Art. 5(1)(e)",
    ["Moissonnage non ciblé de visages", "Untargeted scraping of faces"],
    [
      "Créer ou étendre une base de reconnaissance faciale en moissonnant sans cible des visages sur internet ou dans des images de vidéosurveillance.",
      "Creating or expanding a facial recognition database by untargeted scraping of faces from the internet or from CCTV footage.",
    ],
  ),
  "art-5-1-f": practice(
    "Art. 5(1)(f)",
    ["Émotions au travail ou dans l’enseignement", "Emotions at work or in education"],
    [
      "Déduire de données biométriques (visage, voix, gestes) les émotions de personnes au travail ou dans un établissement d’enseignement, sauf pour des raisons médicales ou de sécurité. La fatigue ou la douleur sont des états physiques, pas des émotions.",
      "Inferring from biometric data (face, voice, gestures) the emotions of people at work or in education, except for medical or safety reasons. Fatigue and pain are physical states, not emotions.",
    ],
  ),
  "art-5-1-g": practice(
    "Art. 5(1)(g)",
    ["Catégorisation biométrique sensible", "Sensitive biometric categorisation"],
    [
      "Classer des personnes d’après leurs données biométriques pour en déduire la race, les opinions politiques, l’appartenance syndicale, la religion, la vie ou l’orientation sexuelle. Étiqueter ou filtrer un jeu de données acquis légalement reste permis.",
      "Categorising people by their biometric data to deduce race, political opinions, trade union membership, religion, sex life or sexual orientation. Labelling or filtering a lawfully acquired dataset remains permitted.",
    ],
  ),
  "art-5-1-h": practice(
    "Art. 5(1)(h)",
    [
      "Identification biométrique à distance en temps réel par la police",
      "Real-time remote biometric identification by the police",
    ],
    [
      "Identifier en temps réel et à distance des personnes dans l’espace public à des fins répressives, sauf pour trois objectifs : victimes ou disparus, menace imminente, suspects d’infractions graves.",
      "Identifying people in real time and remotely in publicly accessible spaces for law enforcement, save for three objectives: victims or missing persons, an imminent threat, suspects of serious offences.",
    ],
  ),
  "art-5-2": practice(
    "Art. 5(2)-(7)",
    ["Garanties de l’identification en temps réel", "Safeguards of real-time identification"],
    [
      "Une loi nationale, une autorisation préalable d’un juge ou d’une autorité indépendante, des limites de temps, de lieu et de personnes, une analyse d’impact sur les droits fondamentaux, un enregistrement et une notification.",
      "A national law, prior authorisation by a court or an independent authority, limits in time, place and persons, a fundamental rights impact assessment, registration and notification.",
    ],
  ),
  "art-5-1-ba": added(
    "Art. 5(1)(ba)",
    ["Images intimes sans consentement", "Intimate imagery without consent"],
    [
      "Produire ou modifier des images, vidéos ou sons réalistes des parties intimes d’une personne identifiable, ou d’elle dans des actes sexuellement explicites, sans son consentement libre, spécifique, éclairé, univoque et explicite. Ajouté par le règlement (UE) 2026/1744.",
      "Generating or manipulating realistic images, video or audio of an identifiable person’s intimate parts, or of them in sexually explicit activities, without their freely given, specific, informed, unambiguous and explicit consent. Added by Regulation (EU) 2026/1744.",
    ],
  ),
  "art-5-1-bb": added(
    "Art. 5(1)(bb)",
    ["Contenus d’abus sexuels sur enfants", "Child sexual abuse material"],
    [
      "Produire ou modifier des contenus ou spectacles au sens de l’article 2, points c) et e), de la directive 2011/93/UE. Ajouté par le règlement (UE) 2026/1744 ; une justification prévue par le droit national (« sans droit ») est à faire vérifier par un juriste.",
      'Generating or manipulating material or performance within the meaning of Article 2, points (c) and (e), of Directive 2011/93/EU. Added by Regulation (EU) 2026/1744; a defence under national law ("without right") is for a lawyer to check.',
    ],
  ),
  "art-5-1a": added(
    "Art. 5(1a)",
    ["Portée des deux nouvelles interdictions", "Reach of the two new prohibitions"],
    [
      "Mettre sur le marché n’est interdit que si cette production est la destination du système, ou un résultat prévisible et reproductible que des garanties suffisantes n’empêchent pas ; utiliser ne l’est que si l’on utilise le système pour cela.",
      "Placing on the market is prohibited only where that output is the system’s intended purpose, or a foreseeable and reproducible outcome that no adequate safeguards prevent; use, only where the system is used for that.",
    ],
  ),
  "art-5-1b": added(
    "Art. 5(1b)",
    ["Retouche sans exposition accrue", "Editing that exposes no more"],
    [
      "Une modification qui n’expose pas davantage les parties intimes montrées et ne change pas la nature des actes montrés n’est pas une manipulation au sens du point (ba).",
      "An edit that does not increase the exposure of depicted intimate parts and does not alter the nature of depicted activities is no manipulation under point (ba).",
    ],
  ),
} as const;
