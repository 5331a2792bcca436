/** Delays within which an incident is told to an authority. Their days are data, as everything here. */
import { day } from "#app/kernel/day";
import { AMENDED, area, FROM } from "./provision";

const delay = area("incidents", FROM.annexIII, AMENDED);

export const INCIDENT_LAW = {
  "art-73-2": delay(
    "Art. 73(2)",
    ["Incident grave : délai ordinaire", "Serious incident: ordinary delay"],
    [
      "Le fournisseur d’un système à haut risque signale un incident grave à l’autorité de surveillance du marché dès que le lien est établi, et au plus tard quinze jours après en avoir eu connaissance. Le déployeur informe le fournisseur sans délai (article 26(5)).",
      "The provider of a high-risk system reports a serious incident to the market surveillance authority once the link is established, and fifteen days after becoming aware at the latest. The deployer informs the provider without delay (Article 26(5)).",
    ],
    { days: 15 },
  ),
  "art-73-3": delay(
    "Art. 73(3)",
    ["Infraction de grande ampleur ou infrastructure critique", "Widespread infringement or critical infrastructure"],
    [
      "Pour une infraction de grande ampleur, ou une perturbation grave et irréversible d’une infrastructure critique : deux jours au plus.",
      "For a widespread infringement, or a serious and irreversible disruption of critical infrastructure: two days at most.",
    ],
    { days: 2 },
  ),
  "art-73-4": delay(
    "Art. 73(4)",
    ["Décès d’une personne", "Death of a person"],
    [
      "En cas de décès, dès que le lien est établi ou soupçonné, et au plus tard dix jours après en avoir eu connaissance.",
      "At a death, once the link is established or suspected, and ten days after becoming aware at the latest.",
    ],
    { days: 10 },
  ),
  "gdpr-33": delay(
    "GDPR Art. 33",
    ["Violation de données personnelles : notification", "Personal data breach: notification"],
    [
      "Le responsable du traitement notifie la violation à l’autorité de contrôle 72 heures au plus tard après en avoir pris connaissance, sauf si elle n’est pas susceptible d’engendrer un risque pour les droits et libertés des personnes. Une notification plus tardive dit les motifs du retard.",
      "The controller notifies the breach to the supervisory authority 72 hours after becoming aware at the latest, unless it is unlikely to result in a risk to people’s rights and freedoms. A later notification says why it is late.",
    ],
    { days: 3, appliesFrom: day("2018-05-25"), source: "Regulation (EU) 2016/679" },
  ),
} as const;
