/**
 * What people want done, one meaning a line: its French words | its English ones. Inflections need not be listed, nor do
 * words that are the same in both languages but for their ending.
 */
export const ACTS = `
abuse: abus, maltraitance | abuse, misuse
adapt: adapter, ajuster, calibrer | adapt, adjust, tune, calibrate
alert: alerter, alerte, prévenir, avertir, signaler, signalement | alert, warn, warning, notify, notification, flag
allocate: affecter, affectation, allouer, allocation, répartir, répartition, dispatcher | allocate, allocation, assign, assignment, dispatch
anonymise: anonymiser, anonymisation, pseudonymiser, caviarder, caviardage, masquer, noircir | anonymise, anonymize, redact, redaction, mask, black out
answer: répondre, répond, répondent, répondu, réponse | answer, reply, respond, response
appoint: nommer, nomination | appoint
approve: approuver, approbation, agréer, agrément, homologuer | approve, approval
audit: auditer, audit, inspecter, inspection | audit, inspect, inspection
authenticate: authentifier, authentification | authenticate, authentication
buy: acheter, achat, approvisionner, approvisionnement, sourcing | buy, purchase, purchasing, procure, procurement, sourcing, buyer
calculate: calculer, calcul, chiffrer, chiffrage, estimer, estimation | calculate, compute, estimate, estimation, quote, costing
caption: sous titrer, sous titre, sous titres, sous titrage | caption, captioning, subtitle, subtitling
check: contrôler, contrôle, vérifier, vérification, valider, validation | check, verify, verification, control, validate, validation
choose: choisir, choix, sélectionner, sélection, présélection, présélectionner | choose, choice, select, selection, shortlist, shortlisting, pick out
classify: classer, classement, classifier, classification, trier, tri, catégoriser, étiqueter, qualifier, qualification, ranger, codifier, codification | classify, sort, sorting, categorise, categorize, triage, coding of, assign code
clean: nettoyer, nettoyage | clean, cleaning, cleanse
collaborate: collaborer, collaboration, coopérer | collaborate, collaboration, cooperate
collect: collecter, collecte, recueillir, recueil | collect, gather
compare: comparer, comparaison, comparatif, rapprocher, rapprochement, réconcilier, lettrage, correspondre, correspond | compare, comparison, comparing, match, matching, reconcile, reconciliation, tally
complete: compléter, remplir, remplissage, renseigner | fill, complete, populate
conduct: mener, exécuter | conduct, run, execute
consult: consulter, consultation, concertation | consult, consultation
convert: convertir, conversion, moderniser, modernisation, refonte | convert, conversion, converting, modernise, modernize, modernisation
copy: recopier, ressaisir, ressaisie, saisir, saisie, recopie | rekey, copy, copying, copied, keying, data entry, typing, type in
count: compter, comptage, dénombrer, recenser, recensement | count, counting, census
cut-cost: économie, économiser | saving, save money, saver
cut-out: détourer, détourage | cut out, clipping, background removal
describe: décrire, décrit, descriptif, description | describe, description, describing
detect: détecter, détection, repérer, repérage, déceler, dépister, dépistage, reconnaître, reconnaissance, révéler, remarquer, apercevoir | detect, detection, spot, spotting, screening, recognise, recognition, find out, reveal, notice, noticed
diagnose: diagnostiquer, diagnostic | diagnose, diagnosis, diagnostic, troubleshoot
discover: découvrir, découverte | discover, discovery
distribute: diffuser, diffusion, distribuer | distribute, broadcast
dose: doser, dosage | dose, dosing
draft: rédiger, rédaction, rédacteur, écrire, écrit, écrivent, écriture, réécrire, récrire, récrit, réécrit, brouillon, prérédiger, ébauche, ébaucher | draft, write, writer, writing, wrote, written, drafting, author, rewrite, compose
drive: conduire, conduite, conducteur, automobiliste | drive, driver, driving, motorist
enrich: enrichir, enrichissement | enrich
evaluate: évaluer, évaluation, scorer, scoring, note de risque, cote de risque | evaluate, evaluation, assess, assessment, rate, score, scoring, grade
explain: expliquer, explication | explain, explanation
extract: extraire, extraction, relever | extract, extraction, pull out, capture fields, capture
forecast: prévoir, prévoit, prévu, prévision, prédire, prédiction, anticiper, anticipation, pronostic, prédictif, projection | forecast, forecasting, predict, prediction, anticipate, predictive, foresee, projection
generate: générer, génération, produire automatiquement | generate, generation
grow: accroître, croissance | grow, growth
guide: guider, orienter, orientation, aiguiller, aiguillage, router, routage, acheminer | guide, route, routing, steer, direct, redirect, forward
harmonise: harmoniser, harmonisation, uniformiser | harmonise, harmonize, standardise, standardize
heat: chauffer, chauffage, chaleur, climatisation | heat, heating, hvac, cooling
hire: recruter, recrutement, embaucher, embauche | hire, hiring, recruit, recruitment, recruiting
identify: identifier, identification | identify, identification, identifying
illustrate: illustrer, illustration, graphique, graphiques, schéma | illustrate, illustration, chart, graph, diagram
inventory-count: inventaire | stocktake, stocktaking
invest: investir, investissement | invest, investment
lay-out: mettre en page, mise en page, maquette | lay out, layout
leak: fuite, fuir | leak, leakage
learn: apprendre, apprend, apprentissage, former, formation, enseigner, pédagogie, elearning, enseignant | learn, learning, training, course, teach, teaching, curriculum, teacher
listen: écouter, écoute | listen
load: charger, chargement, quai, déchargement | load, loading, dock, unloading, loading bay
localise: localiser, localisation, géolocaliser, emplacement, situer, où est, où sont, où se trouve, où se trouvent, où trouver | locate, location, locating, whereabout, where is, where are, where to find, where can i find, where do i find
maintain: maintenir, maintenance, entretien, entretenir, réparer, réparation, dépannage, dépanner | maintenance, repair, =maintaining, upkeep, =servicing, =serviced
measure: mesurer, mesure, métrologie | measure, measurement
migrate: migrer, migration | migrate, migration
moderate: modérer, modération | moderate, moderation
monitor: surveiller, surveillance, superviser, veiller, veille, suivre, suit, suivent, suivi, pister, traçabilité | monitor, monitoring, surveil, surveillance, watch, watching, follow, track, tracking, trace, traceability
negotiate: négocier, négociation | negotiate, negotiation
optimise: optimiser, optimisation | optimise, optimize, optimisation
pay: payer, paiement, règlement fournisseur, payable | pay, payment, payable
personalise: personnaliser, personnalisation | personalise, personalize, tailor, customise
pick: préparer commande, picking | picking
plan: planifier, planification, planning, ordonnancer, ordonnancement, caler | plan, planning, schedule, scheduling, roster, rota
prepare: préparer, préparation, prêt, prête | prepare, preparation, preparing, ready
present: présenter, présentation, diaporama, diapositive | present, presentation, slide, deck
prioritise: prioriser, priorité, prioritaire, hiérarchiser | prioritise, prioritize, priority, rank, ranking
promote: promouvoir, promotion, promotionnel, promo | promote, promotion, promotional, promo, special offer
prosecute: enquêter, enquêteur, investigation, saisir un tribunal | investigate, investigator, investigation, prosecute
publish: publier, publication | publish, publication
read: lire, lit, lisent, lu, lue, lus, lecture, relire, relit, relecture, déchiffrer | read, reading, proofread, reread, go through
recommend: recommander, recommandation, conseiller produit, suggérer, suggestion, proposer | recommend, recommendation, suggest, suggestion, propose
reimburse: rembourser, remboursement | reimburse, reimbursement, refund
renew: renouveler, renouvellement | renew, renewal
replace: remplacer, remplacement, substituer, substitution | replace, replacement, substitute, substitution
replenish: réapprovisionner, réapprovisionnement, réappro, réassort | replenish, replenishment, restock, reorder
report: reporting, tableau de bord | reporting, dashboard, scorecard
restore: restaurer, restauration d'image | restore, restoration
review: réviser, révision, examiner, examen, instruire, instruction | review, examine, examination, vetting
revive: relancer, relance, rappeler | chase, dunning, remind, reminder, follow up
routine: courant, routinier, répétitif, répétitive, récurrent, sans difficulté | routine, repetitive, recurring, straightforward, boilerplate
search: rechercher, recherche, chercher, cherche, cherchent, retrouver, trouver, trouve, trouvent, moteur recherche | search, find, finding, look up, looking up, retrieve, retrieval, searching
segment: segmenter, segmentation, regrouper, regroupement, cluster | segment, segmentation, cluster, clustering, group together
sell: vendre, vend, vendent, vendu, vente, ventes, chiffre affaires | sell, sold, sale, sales, selling, turnover, revenue
sharpen: éclaircir, clarifier, clair, clarté, langage clair | clarify, clear, plain language
sign: signer, signature | sign, signature
simulate: simuler, simulation, jumeau numérique | simulate, simulation, digital twin
split: découper, séparer | split, separate
steer: piloter, régler, réglage, commande à distance | steer, steering, control system
summarise: résumer, résumé, synthèse, synthétiser, condenser, récapituler | summarise, summarize, summary, digest, recap, condense, sum up, make sense
test: tester, essai, recette | test, testing, trial
transcribe: transcrire, transcription, retranscrire, dictée, dicter, dactylo, dactylographier, parole en texte, voix en texte | transcribe, transcription, transcript, speech to text, dictation, dictate, voice to text, typist
translate: traduire, traduction, traducteur | translate, translation, translator
travel: voyager, voyage, déplacement, déplacements | travel, trip, business trip, journey
update: mettre à jour, mise à jour, actualiser | update, refresh
value: valoriser | valuation
visualise: visualiser, visualisation, cartographier, cartographie | visualise, visualize, mapping
`;
