/** What a high-risk system asks of who uses it: Articles 26, 27 and 86. */
import { AMENDED, area, FROM } from "./provision";

const duty = area("duties", FROM.annexIII, AMENDED);

export const DEPLOYER_LAW = {
  "art-26-1": duty(
    "Art. 26(1)",
    ["Utiliser selon la notice", "Use by the instructions"],
    [
      "Prendre des mesures techniques et d’organisation pour utiliser le système selon sa notice.",
      "Take technical and organisational measures to use the system by its instructions.",
    ],
  ),
  "art-26-2": duty(
    "Art. 26(2)",
    ["Confier le contrôle humain", "Assign human oversight"],
    [
      "Confier le contrôle humain à des personnes compétentes, formées, ayant l’autorité et le soutien nécessaires.",
      "Assign human oversight to people with the competence, training, authority and support that it takes.",
    ],
  ),
  "art-26-4": duty(
    "Art. 26(4)",
    ["Données d’entrée pertinentes", "Relevant input data"],
    [
      "Veiller à ce que les données d’entrée que l’on contrôle soient pertinentes et représentatives.",
      "See that the input data under one’s control is relevant and representative.",
    ],
  ),
  "art-26-5": duty(
    "Art. 26(5)",
    ["Surveiller, suspendre, signaler", "Monitor, suspend, report"],
    [
      "Surveiller le fonctionnement ; en cas de risque, informer et suspendre ; signaler sans délai un incident grave.",
      "Monitor operation; at a risk, inform and suspend; report a serious incident at once.",
    ],
  ),
  "art-26-6": duty(
    "Art. 26(6)",
    ["Conservation des journaux (déployeur)", "Keeping of logs (deployer)"],
    [
      "Garder les journaux que l’on contrôle au moins six mois.",
      "Keep the logs under one’s control for at least six months.",
    ],
  ),
  "art-26-7": duty(
    "Art. 26(7)",
    ["Informer les travailleurs", "Inform the workers"],
    [
      "Avant d’utiliser le système au travail, informer les représentants des travailleurs et les travailleurs concernés.",
      "Before using the system at the workplace, inform the workers' representatives and the workers concerned.",
    ],
  ),
  "art-26-8": duty(
    "Art. 26(8), Art. 49(3)",
    ["Enregistrement par une autorité publique", "Registration by a public authority"],
    [
      "Une autorité publique enregistre son utilisation dans la base de l’Union et n’utilise pas un système qui n’y est pas.",
      "A public authority registers its use in the EU database and does not use a system that is not in it.",
    ],
  ),
  "art-26-9": duty(
    "Art. 26(9)",
    ["Analyse d’impact sur la protection des données", "Data protection impact assessment"],
    [
      "Se servir de la notice pour l’analyse d’impact du RGPD, où elle est due.",
      "Use the instructions for the GDPR impact assessment, where one is due.",
    ],
  ),
  "art-26-10": duty(
    "Art. 26(10)",
    ["Autorisation de l’identification a posteriori", "Authorisation of later identification"],
    [
      "Pour rechercher a posteriori une personne soupçonnée ou condamnée : demander l’autorisation d’une autorité judiciaire ou administrative au plus tard dans les 48 heures, cesser si elle est refusée, consigner chaque utilisation et en rendre compte chaque année.",
      "To search afterwards for a person who is suspected or convicted: ask a judicial or administrative authority for authorisation within 48 hours at the latest, stop where it is refused, document each use and report every year.",
    ],
  ),
  "art-26-11": duty(
    "Art. 26(11)",
    ["Informer les personnes concernées", "Inform the people concerned"],
    [
      "Informer les personnes que le système prend, ou aide à prendre, une décision sur elles.",
      "Inform people that the system takes, or helps to take, a decision about them.",
    ],
  ),
  "art-27": duty(
    "Art. 27",
    ["Analyse d’impact sur les droits fondamentaux", "Fundamental rights impact assessment"],
    [
      "Avant la première utilisation, analyser l’impact sur les droits fondamentaux et notifier le résultat à l’autorité ; un renvoi à l’analyse du RGPD est possible.",
      "Before the first use, assess the impact on fundamental rights and notify the authority of the result; it may refer to the GDPR assessment.",
    ],
  ),
  "art-86": duty(
    "Art. 86",
    ["Droit à une explication", "Right to an explanation"],
    [
      "Expliquer clairement à la personne concernée le rôle du système dans une décision qui l’affecte.",
      "Explain clearly to the person concerned the system’s role in a decision that affects them.",
    ],
  ),
} as const;
