/** What a retailer's people speak of: the words from which the register's texts are put together, most used first. */
import { skewed } from "./dice";

export interface Pair {
  fr: string;
  en: string;
}

const pairs = (text: string): Pair[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [fr = "", en = ""] = line.split(" | ");
      return { fr: fr.trim().replace(/'/g, "’"), en: en.trim().replace(/'/g, "’") };
    });

/** What is to be done: «… + subject». */
export const ACTIONS = skewed(
  pairs(`
Prévoir | Forecasting
Résumer | Summarising
Classer | Sorting
Contrôler | Checking
Rédiger | Drafting
Rapprocher | Reconciling
Traduire | Translating
Détecter les anomalies dans | Detecting anomalies in
Répondre à des questions sur | Answering questions about
Extraire les données de | Extracting the data of
Planifier | Planning
Prioriser | Prioritising
Comparer | Comparing
Relire | Proofreading
Enrichir | Enriching
Surveiller | Monitoring
Vérifier la conformité de | Verifying the compliance of
Personnaliser | Personalising
Transcrire | Transcribing
Regrouper | Clustering
Dédoublonner | Deduplicating
Simuler | Simulating
Compter par l'image | Counting by camera
Préparer | Preparing
`),
  0.7,
);

export const SUBJECTS = skewed(
  pairs(`
les commandes de produits frais | fresh food orders
les réclamations des clients | customer complaints
les factures des fournisseurs | supplier invoices
les fiches produits | product sheets
les avis des clients | customer reviews
les plannings des équipes | team rotas
les appels au service client | customer service calls
les ruptures en rayon | out-of-stocks on the shelf
les contrats d'achat | purchasing contracts
les promotions de la semaine | the week's promotions
les inventaires tournants | cycle counts
les tournées de livraison | delivery rounds
les candidatures reçues | job applications
les courriels des fournisseurs | supplier emails
les étiquettes de prix | price labels
les notes de frais | expense claims
les comptes rendus de réunion | meeting minutes
les retours de colis | parcel returns
les démarques du rayon boucherie | butchery markdowns
les relevés de température | temperature readings
les fiches de sécurité | safety data sheets
les plans de rayon | shelf layouts
les devis de travaux | building quotes
les demandes de congés | leave requests
les bons de livraison | delivery notes
les offres de la concurrence | competitors' offers
les parcours de formation | training paths
les incidents de caisse | checkout incidents
les tickets d'assistance informatique | IT support tickets
les messages des réseaux sociaux | social media messages
les appels d'offres | calls for tender
les baux commerciaux | commercial leases
les mandats de prélèvement | direct debit mandates
les consommations d'énergie | energy consumption
les pertes de la boulangerie | bakery waste
les cahiers des charges | specifications
les litiges de transport | freight disputes
les rapports d'audit qualité | quality audit reports
les arrivages de poisson | fish arrivals
les cartes de fidélité dormantes | dormant loyalty cards
les paniers abandonnés | abandoned baskets
les photos de produits | product photographs
les questions des collaborateurs | employees' questions
les déclarations d'accident | accident reports
`),
  0.8,
);

export const PLACES = skewed(
  pairs(`
dans les supermarchés | in the supermarkets
dans les hypermarchés | in the hypermarkets
à l'entrepôt de Saint-Vernay | at the Saint-Vernay warehouse
pour les drives | for the pick-up points
au siège | at head office
sur le site marchand | on the online store
pour la région Nord | for the northern region
pour la région Ouest | for the western region
pour la région Sud-Est | for the south-eastern region
pour le rayon traiteur | for the delicatessen
pour le rayon fruits et légumes | for fruit and vegetables
pour la marque propre | for the own brand
pour la saison des fêtes | for the festive season
pour la rentrée scolaire | for the back-to-school season
pour le service après-vente | for after-sales service
sur la plateforme de Châlons | on the Châlons platform
pour les magasins franchisés | for the franchised stores
pour la boulangerie | for the bakery
pour la poissonnerie | for the fish counter
pour la parapharmacie | for the drugstore
pour les vins et spiritueux | for wines and spirits
pour l'électroménager | for household appliances
pour le textile | for clothing
pour la jardinerie | for the garden centre
pour la station-service | for the petrol station
dans les magasins de montagne | in the mountain stores
pour les clients professionnels | for business customers
pour les livraisons du dernier kilomètre | for last-mile deliveries
au centre d'appels de Châlons | at the Châlons contact centre
pour la filiale belge | for the Belgian subsidiary
pour la filiale espagnole | for the Spanish subsidiary
pour les produits régionaux | for regional products
pour le bio et le vrac | for organic and bulk goods
pour la centrale de référencement | for the listing office
pour les alternants | for apprentices
pour la comptabilité générale | for general accounting
`),
  0.9,
);

export const DOERS = pairs(`
les chefs de rayon | section managers
les conseillers du service client | customer service advisers
les acheteurs | buyers
les approvisionneurs | replenishment planners
les comptables fournisseurs | accounts payable clerks
les préparateurs de commandes | order pickers
les responsables de caisse | checkout supervisors
les chargés de recrutement | recruiters
les contrôleurs de gestion | controllers
les juristes | lawyers
les logisticiens | logistics planners
les responsables qualité | quality managers
les employés de mise en rayon | shelf stackers
les directeurs de magasin | store managers
les chargés de communication | communication officers
les techniciens de maintenance | maintenance technicians
`);

export const SYSTEMS = skewed(
  pairs(`
le logiciel de caisse | the till software
la gestion d'entrepôt | the warehouse system
le référentiel produits | the product master data
la messagerie | the mail system
la comptabilité | the accounting system
l'outil de relation client | the customer relations tool
l'entrepôt de données | the data warehouse
un tableur partagé | a shared spreadsheet
la gestion électronique de documents | the document store
le logiciel de paie | the payroll software
l'outil de planification | the planning tool
les capteurs des chambres froides | the cold-room sensors
l'extranet des fournisseurs | the supplier extranet
`),
  0.9,
);

export const TROUBLES = pairs(`
chaque magasin fait à sa façon et personne ne compare | each store has its own way and nobody compares
les erreurs ne se voient qu'à la fin du mois | errors only show at the end of the month
les nouveaux arrivants mettent un trimestre à s'y retrouver | newcomers need a quarter to find their way
les pointes de la semaine de Noël débordent les équipes | the peaks of Christmas week swamp the teams
la moitié du temps passe à recopier d'un écran à l'autre | half of the time goes into copying from screen to screen
les délais de réponse dépassent deux jours | answers take more than two days
les prestataires extérieurs coûtent de plus en plus cher | outside contractors cost more every year
les produits courts sont jetés faute d'avoir été vus à temps | short-dated products are thrown away because nobody saw them in time
la règle change chaque année et la documentation ne suit pas | the rule changes every year and the documentation lags behind
les mêmes questions reviennent chaque semaine | the same questions come back every week
personne ne relit faute de temps | nobody proofreads for want of time
le client ne reçoit pas la même réponse selon le canal | the customer gets another answer on each channel
`);

export const GAINS = pairs(`
moins de saisie et des équipes rendues au rayon | less typing, and teams back on the shop floor
des décisions prises le jour même | decisions taken on the same day
une démarque qui baisse sans rupture supplémentaire | less markdown without more out-of-stocks
des réponses identiques sur tous les canaux | the same answer on every channel
moins de litiges et des avoirs encaissés à temps | fewer disputes, and credit notes cashed in time
une qualité constante d'un magasin à l'autre | the same quality from one store to the next
des heures supplémentaires évitées en haute saison | no overtime in the high season
un délai divisé par deux | half the lead time
un meilleur taux de service à stock égal | a better service level with the same stock
des erreurs vues avant le client | errors seen before the customer sees them
`);

export const REMARKS = pairs(`
Avez-vous regardé ce que fait déjà l'entrepôt de Saint-Vernay ? | Have you looked at what the Saint-Vernay warehouse does already?
Le volume me paraît optimiste : d'où vient-il ? | The volume looks optimistic to me: where does it come from?
Nous avons la même demande en région Ouest, faisons cause commune. | We have the same request in the western region, let's join forces.
La qualité des données est le vrai sujet ici. | Data quality is the real question here.
Vu avec le délégué à la protection des données : possible si les noms sont masqués. | Seen with the data protection officer: possible once names are masked.
Les équipes sont demandeuses, trois volontaires pour l'essai. | The teams are asking for it, three volunteers for the trial.
Attention à la charge en fin d'année. | Mind the workload at the end of the year.
Le fournisseur annonce cette fonction pour le printemps. | The vendor promises this feature for the spring.
Essai concluant sur deux magasins, on continue. | Conclusive trial in two stores, we go on.
Le gain de temps est réel mais l'adoption traîne. | The time saved is real but adoption lags.
Qui reste responsable quand la proposition est fausse ? | Who is responsible when the proposal is wrong?
Merci, la fiche est à jour. | Thank you, the card is up to date.
`);

export const FIRST_NAMES = (
  "Marie Camille Léa Manon Chloé Inès Sarah Julie Laura Emma Pauline Lucie Anaïs Clara Louise Mathilde Océane Élise " +
  "Charlotte Margot Aïcha Fatima Nadège Sylvie Nathalie Valérie Sandrine Christine Thomas Nicolas Alexandre Maxime Antoine " +
  "Julien Kevin Romain Quentin Hugo Lucas Théo Paul Pierre Louis Arthur Mehdi Karim Samir Youssef Bruno Philippe Laurent " +
  "Stéphane Frédéric Éric Gaëtan Loïc Yann Rémi Benoît Damien"
).split(" ");

export const LAST_NAMES = (
  "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand " +
  "Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau " +
  "Blanc Guérin Muller Henry Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson " +
  "Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier Jean Pérez Marchand " +
  "Dufour Blanchard Marie Barbier Brun Dumas Brunet Schmitt Leroux Colas Fernandez Renard Arnaud Rolland Caron Aubert Giraud " +
  "Leclerc Vidal Bourgeois Renaud Lemoine Picard Gaillard Philippe Lacroix Dupuis Olivier Rey Hubert Benali Haddad Cissé Traoré"
).split(" ");
