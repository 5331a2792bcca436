/** What it is done to or with, one meaning a line: its French words | its English ones. */
export const THINGS = `
absence: absence, absentéisme, arrêt maladie | absence, absenteeism, sick leave
accessibility: accessibilité, malvoyant, malentendant, aveugle, texte alternatif, textes alternatifs | accessibility, blind, visually impaired, alternative text, alt text, deaf
accident: accident, sinistre, sinistralité | accident, claim loss, crash
accounting: comptabilité, comptable, écriture comptable | accounting, bookkeeping, ledger, accountant, journal entry
address: adresse | address
advertising: publicité, publicitaire, annonce publicitaire | advertising, advert, ad campaign
age: âge | age
air: qualité de l'air, pollution de l'air | air quality, air pollution
aircraft: avion, aéronef, aérien, vol aérien | aircraft, airplane, plane, flight, aviation
airport: aéroport | airport
animal: animal, bétail, faune, élevage | animal, livestock, wildlife, cattle
anomaly: anomalie, aberration, irrégularité, écart, incohérence | anomaly, outlier, irregularity, discrepancy, inconsistency, deviation
applicant: candidat, candidature, =postulant | =applicant, =applicants, candidate, job applicant, job application, job applications, job seeker, summer applications
appointment: rendez vous, prise de rendez vous | appointment, booking appointment
archive: archive, archivage | archive, archiving, records management
asset: immobilisation, équipement, matériel | fixed asset, equipment
asylum: asile, réfugié | asylum, refugee
attrition: attrition, désabonnement, churn, fidélisation | attrition, churn, retention
backlog: arriéré, retard accumulé, en retard, résorber | backlog, arrears, in arrears
bank: banque, bancaire | bank, banking
basket: panier | basket, shopping cart, cart
benefit-social: prestation sociale, prestations sociales, aide sociale, prestation, prestations | social benefit, welfare, benefits, benefit claim, benefit claims, benefit
bid: appel offres, appels offres, soumission, marché public, marchés publics, soumissionnaire | tender, bid, bids, bidding, rfp, request for proposals, public procurement, bidder
biologist: biologiste, biologie | biologist, biology
bird: oiseau | bird
border: frontière, frontalier | border
brand: marque, image de marque | brand, branding
bridge: pont, ouvrage d'art | bridge
briefing: note de breffage, note d information, breffage, documents information | briefing, briefing note, brief
budget: budget, budgétaire | budget
building: bâtiment, immeuble, immobilier, bureaux | building, office building, real estate, premises
call: appel, appels téléphoniques, téléphone, téléphonique, standard, téléconseiller | call, phone call, phone, telephone, hotline, call centre
cancer: cancer, tumeur, oncologie | cancer, tumour, tumor, oncology
carbon: carbone, co2, gaz à effet de serre, empreinte carbone | carbon, co2, greenhouse gas, footprint
carrier: transporteur, transport, fret, livreur | carrier, transport, freight, haulier, shipping
cart-theft: vol à l étalage, vol étalage, vol, voleur | shoplifting, theft, stealing, shoplifter
case-file: dossier, dossiers | case file, casework, file, folder
catalogue: catalogue, prospectus | catalogue, catalog, leaflet, brochure
certificate: certificat, attestation, certification | certificate, attestation, certification
channel: canal de communication, canaux, affichage, radio locale | channel, poster, posters, billboard
chat: chat, messagerie instantanée, live chat | chat, live chat, instant messaging
checkout: caisse, caissier, encaissement, libre service, caisse libre service | checkout, till, cash desk, cashier, self checkout, self service till, self service tills
child: enfant, enfance, mineur | child, children, minor
citizen: citoyen, usager, administré, habitant | citizen, resident, inhabitant
claim: réclamation, plainte, plaintes, insatisfaction, mécontentement, litige | complaint, grievance, dispute, dissatisfaction
clause: clause, clauses | clause, terms
clerk: vacataire, agent administratif, greffier | clerk, temporary staff
climate: climat, météo, météorologique, météorologie | climate, weather, meteorological
clinical: clinique, essai clinique | clinical, clinical trial
code: code source, =programmation, développeur, développement logiciel, code informatique, =codage | source code, =programming, =programmer, =developer, =developers, coding assistant, software development, =coding
cold: froid, frigorifique, réfrigération, meuble froid, chaîne du froid | cold, refrigeration, fridge, freezer, cold chain, chiller
collision: collision, heurter, choc | collision, strike, hit
comment: commentaire, commentaires, commentaire libre, commentaires libres, verbatim, texte libre | comment, comments, open comment, open comments, feedback, verbatim, free text
competition: concurrence, concurrent | competitor, competition, rival
compliance: conformité, conforme, réglementaire, règlement, réglementation | compliance, compliant, regulatory, regulation, regulations
container: conteneur | container
contract: contrat, contractuel, avenant, convention | contract, agreement, contractual, amendment
copyright: droit d auteur, droits d auteur, droit auteur, droits auteur | copyright
coupon: coupon, bon de réduction, bons de réduction | coupon, voucher
court: tribunal, juridiction, jugement, justice | court, tribunal, judgment, ruling, justice
credit: crédit, prêt, emprunt, créance, impayé, impayés, recouvrement, dette | credit, loan, lending, debt, receivable, rent arrears, debt collection, unpaid
crime: crime, délinquance, criminel | crime, criminal
crop: culture agricole, cultures, récolte, agriculture, agricole, parcelle | crop, harvest, agriculture, agricultural, farm, farmland, field crops
customer: client, clientèle, consommateur | customer, client, consumer, shopper
customs: douane, douanier, nomenclature douanière, code douanier, codes douaniers | customs, customs code, customs codes, tariff code, tariff classification
cv: cv, curriculum vitae | cv, resume, resumes
cyber: cybersécurité, cyberattaque, intrusion, malveillant, logiciel malveillant, hameçonnage | cybersecurity, cyber, intrusion, malware, phishing, cyberattack
damage: dommage, dégât, casse, détérioration, abîmé | damage, breakage, damaged
database: base de données | database
deadline: échéance, délai | deadline, due date, lead time
delivery: livraison, livrer, livraisons, expédition, dernier kilomètre | delivery, deliver, shipment, last mile
demand: demande client, besoin en stock | demand
dietary: recette de cuisine, nutrition, nutritionnel, allergène | recipe, nutrition, allergen
disability: invalidité, handicap, handicapé | disability, disabled, invalidity
disaster: catastrophe, séisme | disaster, earthquake
disease: maladie, pathologie, épidémie, épidémiologie | disease, illness, pathology, epidemic, outbreak, epidemiology
document: document, documentaire, pièce justificative, paperasse, papier | document, paperwork, supporting document, paper
drone: drone | drone, unmanned aircraft, uav
drug: médicament, pharmaceutique, pharmacie, ordonnance | drug, medicine, medication, pharmaceutical, pharmacy, prescription
duplicate: doublon, dédoublonner, dédoublonnage, doublonner | duplicate, deduplicate, deduplication
early: précoce, tôt | early, early on
education: école, scolaire, élève, étudiant, université | school, pupil, student, university, education
election: élection, vote | election, ballot
eligibility: admissibilité, éligibilité, admissible, recevabilité | eligibility, eligible, admissibility
email: courriel, mail, e mail, email, boîte de réception, messagerie | email, e mail, mail, inbox, mailbox
employee: salarié, collaborateur, employé, personnel, agents internes | employee, staff, staff member, worker, colleague, workforce
energy: énergie, énergétique, électricité, consommation électrique, électrique | energy, electricity, power consumption, utilities, power grid, electric
engagement: climat social, baromètre social, moral | engagement, morale, pulse survey, staff survey, employee survey
event: événement, évènement, manifestation | event
exam: copie d examen, copies, examen scolaire, rédaction scolaire | exam, essay, essays, marking, mark
expense: note de frais, notes de frais, frais de déplacement, justificatif, reçu de caisse | expense, expense claim, travel expense, receipt
face: visage, facial | face, facial
family: famille | family
faq: faq, foire aux questions, questions fréquentes, questions récurrentes | faq, frequently asked question, common questions
field: domaine, champ | field, area, domain
fire: incendie, feu de forêt, feux de forêt, feu, fumée | fire, wildfire, smoke
fiscal: impôt, fiscal, fiscalité, taxe, tva | tax, taxation, vat, fiscal
fish: poisson, pêche, halieutique | fish, fishery, fishing
fissure: fissure, rayure, éraflure | crack, scratch, dent
fleet: flotte, véhicule, voiture, camion | fleet, vehicle, car, truck, lorry, van
flood: inondation, crue, crues | flood, flooding
food: aliment, alimentaire, denrée, nourriture | food, foodstuff, grocery
forest: forêt, forestier, boisement | forest, woodland
form: formulaire, imprimé | form to fill, application form, =form
framework: cadre | framework
fraud: fraude, frauduleux, escroquerie | fraud, fraudulent, scam
fresh: produit frais, produits frais, frais alimentaire, du frais, le frais, fruit, légume, boulangerie | fresh, fresh produce, perishable, bakery, fruit, vegetable
funds: financement, fonds, financer | funding, funds, finance
gas: gaz | gas
geospatial: géospatial, géographique, sig | geospatial, geographic, gis
gesture: geste commercial, dédommagement, dédommager | goodwill, goodwill gesture, compensation, compensate
grant: subvention, bourse | grant, subsidy, funding application
guard: agent de sécurité, gardien, vigile | security guard, guard
handwriting: manuscrit, écriture manuscrite | handwriting, handwritten
health: santé, sanitaire, médical, patient, soin, hôpital, hospitalier | health, medical, patient, care, hospital, healthcare
hearing: audience, audiences | hearing, court hearing
heritage: patrimoine, musée | heritage, museum
history: historique | history, historic
home: domicile, maison, foyer | home, household, house
hr: ressources humaines, rh | human resources, hr, people team
idea: idée, idées, remue méninges | idea, brainstorm, brainstorming
identity: identité, pièce d'identité, usurpation | identity, identity document, id card, impersonation
image: image, photo, photographie, visuel, cliché, packshot | image, photo, photograph, picture, visual, packshot
immigration: immigration, =visa, =visas, étranger, résident temporaire | immigration, =visa, =visas, temporary resident
incident: incident, panne, défaillance, dysfonctionnement | incident, failure, outage, fault, breakdown, malfunction
indicator: indicateur, kpi | indicator, kpi, metric
infrastructure: infrastructure, réseau d'eau, canalisation | infrastructure, pipe, pipeline, water main
insurance: assurance, assureur, assuré, police d'assurance | insurance, insurer, insured, policy holder
integrity: intégrité, honorabilité, sanction | due diligence, sanctions, sanction, integrity
interview: entretien annuel, entretien, entretiens annuels, entretiens individuels, entretien individuel | annual interview, annual review, appraisal, appraisals, performance review, performance reviews, yearly appraisal
invoice: facture, facturation, facturer | invoice, invoicing, bill, billing
it-ticket: ticket, ticket informatique, support informatique, assistance informatique, centre de services | ticket, it support, service desk, help desk, helpdesk
job-offer: offre emploi, offres emploi, annonce emploi, annonces emploi, annonce de recrutement, annonces de recrutement, fiche de poste | job offer, job advert, job advertisement, job advertisements, job posting, job postings, job description, vacancy, vacancies
journalist: presse, journaliste, revue de presse, journaux | press, journalist, press review, media monitoring, newspaper, newspapers
kitchen: cuisine, restauration, cantine, repas | kitchen, catering, canteen, meal
knowledge: connaissance, base de connaissances, savoir, wiki | knowledge, knowledge base, know how, wiki
label: étiquette, étiquetage | label, price tag, price tags, shelf label, tag
laboratory: laboratoire | laboratory, lab
lake: lac, étang | lake, pond
land: occupation des sols, sol, terrain, cadastre | land cover, land use, soil, cadastre, parcel of land
law: droit, juridique, loi, législation, législatif, jurisprudence, texte de loi | law, legal, legal adviser, legislation, statute, case law
lawyer: juriste, avocat | lawyer, counsel
lease: bail, baux | lease, leases, lease agreement, tenancy agreement
leave: congé, congés, vacances | holiday, holidays, annual leave, leave request, leave balance, leave question, vacation, time off
legacy: mainframe, ancien système, vieux programme, vieux programmes | legacy, mainframe, legacy system
lesson: leçon, leçons, cours magistral | lesson, lessons, lesson plan, lesson plans
letter: courrier, lettre, correspondance, courriers entrants | letter, correspondence, mail room, post
library: bibliothèque, bibliothécaire | library, librarian
literature: littérature, revue de la littérature, analyse documentaire, analyses documentaires | literature review, literature
local: local, locale, locaux | local, locally
loss: démarque, démarque inconnue | shrinkage, unknown loss, unknown losses, unexplained loss
loyalty: fidélité, carte de fidélité, programme de fidélité | loyalty, loyalty card, rewards programme
machine: machine, engin, ligne de production, chaîne de montage | machine, machinery, production line
manual: notice, mode d'emploi, manuel, guide technique | manual, user guide, handbook
map-thing: carte, cartes géographiques | map, maps
market: étude de marché | market research
marketing: marketing, campagne marketing, mix média | marketing, media mix
media: média, médias | media
medical-image: radiographie, radio thoracique, radiologie, radiologue, irm, imagerie médicale, radios | radiology, radiologist, x ray, x rays, xray, mri, medical imaging
meeting: réunion, compte rendu, comptes rendus, comité, procès verbal, procès verbaux, séance | meeting, meeting minutes, minutes meeting, committee, committee meeting, minute taking, take minutes
message: message | message
metadata: métadonnée, métadonnées | metadata
metal: métal, acier | metal, steel
microscope: microscope | microscope
mine: mine, minier, minerai | mine, mining, mineral
mobility: mobilité interne, mobilité | internal mobility, career move
money-laundering: blanchiment, anti blanchiment | money laundering, aml
motive: motif, cause, raison, pourquoi | reason, motive, cause, why
network: réseau | network, grid
night: nuit | night
nuclear: nucléaire, réacteur | nuclear, reactor
onboarding: intégration des nouveaux, nouvel arrivant, accueil des nouveaux, parcours d'intégration | onboarding, new joiner, new starter, induction
opinion: opinion, sentiment, tonalité, ressenti | opinion, sentiment, tone of voice
order: commande, commandes, commander, bon commande, bons commande | purchase order, customer order, =orders, =ordering, =order
overtime: heures supplémentaires | overtime
own-brand: marque de distributeur, marque propre, nos marques, notre marque | own brand, own brands, private label, own label
package: emballage, conditionnement, colis | packaging, parcel, package
page: page, pages | page
pallet: palette | pallet
park: parc naturel, espaces verts | park, green space
parking: stationnement, parking | parking, car park
part: pièce détachée, pièces détachées, pièces de rechange, pièces | spare part, component, parts
partner: partenaire, partenariat, intervenant | partner, partnership, stakeholder
password: mot de passe, mots de passe | password
patent: brevet, propriété intellectuelle | patent, intellectual property
pattern: tendance, schéma récurrent, régularité | pattern, trend, tendency
payroll: paie, bulletin de paie, salaire, rémunération, bulletin de salaire | payroll, payslip, pay slip, salary, wage, pay statement
penalty: pénalité, amende, contravention | penalty, fine
pension: retraite, pension | pension, retirement
permit: permis, autorisation, licence, permis de construire | permit, licence, license, authorisation, building permit
persona: persona, profil type | persona
pest: ravageur, nuisible, parasite, insecte | pest, insect, parasite
phone-server: serveur vocal | interactive voice response, ivr
plant: plante, végétal, espèce | plant, species
plate: plaque d'immatriculation, immatriculation | number plate, licence plate, vehicle registration
point-of-sale: magasin, boutique, point de vente, succursale, supermarché | store, shop, outlet, retail store, supermarket
police: police, policier, gendarmerie | police, police officer, law enforcement
policy-rule: politique, politiques | policy, policies
pothole: nid de poule, nids de poule | pothole
price: prix, tarif, tarification, tarifaire | price, pricing, tariff rate
prison: prison, détenu, pénitentiaire | prison, prisoner, inmate, offender
privacy: vie privée, données personnelles, rgpd, données à caractère personnel | privacy, personal data, gdpr, personally identifiable information, pii
procedure: procédure, mode opératoire, consigne, consignes, règle, règles | procedure, operating procedure, instruction, instructions, rule, rules
process: processus | business process
producer: producteur | producer, grower
product-sheet: fiche produit, fiches produits, descriptif produit, fiche article | product sheet, product description, product page, item description
product: produit, article, référence produit | product, item, sku
project: projet | project
prompt: invite, requête générative | prompt
protected: protégé, protégés, niveau protégé | protected
quality: qualité, défaut, malfaçon, non conformité, rebut | quality, defect, flaw, scrap, faulty
question: question, interrogation, demande de renseignement | question, query, enquiry, inquiry
queue: file d'attente, attente | queue, waiting line, waiting time
radar: radar | radar
rail: ferroviaire, rail, voie ferrée, =train, =trains | rail, railway, =trains
raw: matière première, matières premières, blé, lait | raw material, commodity, commodities, wheat, milk
rebate: ristourne, remise de fin d'année, remise | rebate, discount, supplier rebate
recall-product: rappel de produit, rappel produit, procédure de rappel | product recall, recall procedure
recycling: recyclage, déchet, ordure, tri des déchets | recycling, waste sorting, refuse, garbage, litter
relationship: relation client | customer relationship, crm
rent-home: locataire, loyer, logement, bailleur | tenant, =rent, =rents, =housing, landlord
research: recherche scientifique, article scientifique, chercheur | scientific article, research paper, =research, =researcher, scientific research
reset: réinitialiser, réinitialisation | reset
return-goods: retour produit, retour article, retours, retour marchandise, renvoyer, renvoient, retourner, retournent | product return, returned item, returns, send back, return of items
review-site: avis client, avis clients, =avis | customer review, customer reviews, online review, online reviews
risk: risque, risqué | risk, risky
river: rivière, fleuve, cours eau, eau, eaux | river, stream, water
road: route, routes, routier, chaussée, voirie | road, street, roadway, highway
robot: cobot, bras robotisé | robot arm, cobot, robotics
route-line: trajet, itinéraire, tournée, tournées | round, rounds, route, routes, itinerary
safety: sécurité au travail, accident du travail, sécurité des personnes, épi | workplace safety, occupational safety, safety, protective equipment
satellite: satellite, satellitaire, satellitale, télédétection, imagerie satellite | satellite, remote sensing, aerial imagery, satellite image, satellite imagery
satisfaction: satisfaction, nps | satisfaction, nps
sea: mer, océan, marin, sous marin, maritime | sea, ocean, marine, underwater
season: saison, saisonnier, Noël, renfort | season, seasonal, Christmas, temporary worker, temporary workers
sensor: capteur, télémétrie, iot | sensor, telemetry, iot
shelf: rayon, rayons, linéaire | shelf, shelves, aisle
ship: navire, bateau, port, ports | ship, vessel, boat, port, harbour
shortage: rupture, pénurie, manquant, rupture de stock, manquer, manque, manquent, introuvable | shortage, out of stock, stockout, stock out, missing, run short, empty shelf, empty shelves
sick: malade, absence maladie | sick
sign-language: langue des signes | sign language
skill: compétence, compétences, aptitude | skill, competence, competency
slot: créneau, rendez vous à quai, rendez vous quai | slot, dock appointment, dock slot, dock appointments
snow: neige, glace, banquise | snow, ice, sea ice
social-media: réseaux sociaux, médias sociaux, réseau social | social media, social network
social-worker: travailleur social, travailleurs sociaux, assistante sociale | social worker, social workers, social care
sound: son, sons, sonore, bruit, audio, enregistrement audio, enregistrement, enregistrements | sound, audio, noise, recording, recordings
space: implantation, planogramme, merchandising, plan de rayon, plans de rayon, surface de vente | planogram, floor plan, space planning, merchandising, shelf layout, shelf plan
spec: cahier des charges, cahiers des charges, spécification, spécifications | specification, specifications, product brief
speech-text: discours, allocution | speech, speeches, address to
spouse: époux, épouse, conjoint | spouse, common law partner
statistics: statistique, statisticien | statistics, statistical, statistician
status: état de commande, où en est, où en sont, où est ma commande, où est mon colis, où est mon dossier | status, where is my order, where is my parcel, where is my package, where is my file, where is my application
stock: stock, surstock, entrepôt, logistique, entreposage | stock, inventory, warehouse, logistics, overstock, warehousing
structure: structure, structures, ouvrage | structure
subcontract: sous traitant, sous traitance | subcontractor, outsourcing, contractor
sun: soleil, ensoleillement, photovoltaïque, solaire, panneau solaire | sun, solar, sunshine, photovoltaic
supplier: fournisseur, vendeur tiers | supplier, vendor, suppliers
survey: enquête, enquêtes, sondage, questionnaire, baromètre | survey, poll, questionnaire, barometer
suspect: suspect, suspecte | suspicious, suspect
table: tableur, excel | spreadsheet, excel
tax-payer: contribuable | taxpayer
tender-offer: offre, offres | offers, offer
terminal: borne, bornes | terminal, kiosk
tourism: tourisme, touristique | tourism, tourist
town: ville, mairie, =commune, =communes, municipal, municipalité | town, city, town hall, municipal
trade: métier, profession, emploi exercé | occupation, profession, job title
traffic: trafic, circulation, embouteillage, feux de circulation, heure de pointe, heures de pointe | traffic, congestion, traffic light, traffic lights, rush hour, peak hour, peak hours
treasury: trésorerie, encaissement et décaissement, encaissements et décaissements, flux de trésorerie | treasury, cash flow, cash position, liquidity, cash forecast, cash
tree: arbre, arbres | tree, trees
veteran: ancien combattant, vétéran | veteran
video: vidéo, caméra, vidéosurveillance | video, camera, cctv, footage
visit: visite, visiter, visiteur | visit, visitor
voice: voix, vocal, vocale, parole, oral, voix off | voice, spoken, voiceover
wage: rémunération | compensation adviser, compensation advisers, remuneration
warranty: garantie | warranty, guarantee
waste: gaspillage, gaspiller, anti gaspi, gaspi, invendu, péremption, périmé, date limite | food waste, wastage, unsold, expiry, best before, markdown, waste
web: site internet, site web, internet | website, web site, web page
whistle: lanceur d'alerte | whistleblower
wildlife: baleine, cétacé, mammifère | whale, cetacean, mammal
wind: éolienne, éolien, vent | wind turbine, wind power, wind
wish: souhait, souhaits | wish, wishes
witness: témoin, témoignage | witness, testimony
word: mot, mots | word
work-time: horaire, emploi du temps, temps de travail, effectif, roulement, planning du personnel | shift, working hours, timetable, staffing, headcount plan
`;
