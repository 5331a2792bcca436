/** What nearly every case says, and so tells none from another: these count for little. */
export const COMMON = `
access: accès, accéder | access
accurate: précis, précision, exact, exactitude | accurate, accuracy, precise, precision
across: à travers, travers | across, throughout
administrative: administratif, administration | administrative, administration
advanced: avancé, évolué | advanced
advisor: conseiller, chargé | adviser, advisor
aim: viser, vise, visent, visant, but, objectif, intention, cibler, objet | aim, goal, intend, objective, purpose, seek, target
analyse: analyser, analyse | analyse, analyze, analysis
approach: approche, méthode, démarche | approach, method
augment: compléter, renforcer | augment, strengthen, reinforce
available: disponible, disponibilité | available, availability
avoid: éviter, empêcher | avoid, prevent
base: fonder, basé, fondé, base | base, based
before: avant | before
benefit: avantage, bénéfice, profit | advantage, gain
canada: canada, canadien | canada, canadian
capability: capacité, capable | capability, capacity, capable, ability, able
challenge: défi, difficulté, problème, enjeu, problématique | challenge, problem, issue, difficulty, pain
come: venir, vient, viennent, arriver, arrive, revenir, revient | come, arrive, arrival
content: contenu | content
context: contexte | context
cost: coût, coûter, coûteux, dépense | cost, costly, spend, spending
country: pays, national | country, national
create: créer, création, élaborer, développer, développement, construire | create, creation, build, built, develop, development
critical: critique, essentiel | critical, essential, key
current: actuel, actuellement, aujourd'hui | current, currently, today, now
data: donnée, données | data
day: jour, journée, quotidien, quotidiennement | day, daily
decide: décider, décision | decide, decision
difficult: difficile | difficult, hard, tough
each: chaque | each, every
economy: économique, économie | economic, economy
efficient: efficace, efficacité, efficience, productivité | efficient, efficiency, effective, effectiveness, productivity
employees-doing: chacun | everyone
enable: permettre, permet, permettent, autoriser | enable, allow, let, empower
english: anglais | english
ensure: assurer, garantir, veiller à ce que | ensure, guarantee
environment: environnement, milieu | environment
error: erreur, faute, se tromper | error, mistake, wrong
exist: exister, existant, déjà | exist, existing, already
expect: attendu, escompté | expected, expect
expert: expert, spécialiste, expertise | expert, specialist, expertise
feature: fonctionnalité, fonction, caractéristique | feature, function, functionality, functional
first: premier | first
focus: axer, axé, concentrer | focus
foreign: étrangère, à l étranger, outre mer | foreign, overseas, abroad
french: français | french
future: avenir, futur | future
go: aller, va, vont, passer, passe, partir, part, partent | go, goes, pass, leave, left, leaves
government: gouvernement, gouvernemental, État, fédéral | government, governmental, federal
guidance: directive, lignes directrices, orientation | guidance, guideline, guidelines
hand: main, manuel, manuelle, manuellement | hand, manual, manually
help: aider, aide, assister, assistance, accompagner, appui, soutenir, soutien | help, assist, assistance, support, aid
high: haut, élevé, hautement | high, highly
hour: heure, heures | hour
human: humain | human
impact: incidence, impact, effet, répercussion | impact, effect
implement: mettre en oeuvre, mise en oeuvre, mettre oeuvre, mise oeuvre, déployer, déploiement, mettre en place | implement, implementation, deploy, deployment, roll out, set up
improve: améliorer, amélioration, mieux | improve, improvement, better, enhance
in-order: pour que | in order
include: inclure, comprenant, notamment, contenir | include, contain
increase: augmenter, hausse | increase, raise
industry: industrie, industriel, secteur | industry, industrial, sector
information: information, info, renseignement | information, info
insight: éclairage, aperçu, connaissances approfondies | insight, insights
interact: interagir, interaction, échange | interact, interaction, exchange
internal: interne | internal
involve: impliquer, concerner, concerne | involve, concern
keep: garder, conserver, tenir, tient, tiennent | keep, kept, retain, hold, maintain
know: savoir, sait, savent, connaître, connaît | know, known
language: langue, langage | language
large: grand, gros, volumineux | large, big, huge
level: niveau | level
leverage: exploiter, tirer parti, mettre à profit, appuyer | leverage, harness, exploit, take advantage
like: tel, comme, semblable, similaire | like, such, similar, alike
list: liste | list
long: long, longtemps | long
lose: perdre, perd, perdent, perdu, perte | lose, lost, loss
low: faible, bas | low
make: faire, fait, font, réaliser, effectuer, produire, produit automatiquement | make, made, do, perform, carry
manage: gérer, gestion, gestionnaire, piloter, pilotage | manage, management, manager, handle, handling
many: nombreux, beaucoup, centaine, millier | many, hundreds, thousands
minute: minute | minute
month: mois, mensuel, mensuellement | month, monthly
need: besoin, nécessaire, falloir, faut, nécessite, exiger, exigence | need, necessary, require, requirement
new: nouveau, nouvelle | new
number: nombre, numéro, volume, quantité | number, volume, quantity, amount
open: ouvert | open
organisation: entreprise, société, organisation, groupe | company, organisation, organization, group, firm, business
person: personne, personnes, gens, quelqu | person, people, somebody, someone, nobody, everybody
possible: possible, potentiel | possible, potential, potentially
practice: pratique, pratiques | practice, practical
programme: programme | program, programme
provide: fournir, donner, offrir, fournit | provide, give, offer, deliver
public: public | public
put: mettre, met, mettent, mis, mise | put
quarter: trimestre, trimestriel | quarter, quarterly
quick: vite, rapide, rapidement, accélérer, plus vite | quick, quickly, fast, faster, speed, rapid, rapidly
real: réel | real, actual
receive: recevoir, reçoit, reçoivent, reçu, reçus, reçue, réception, entrant | receive, incoming, reception
reduce: réduire, réduction, diminuer, baisser, limiter, moins | reduce, reduction, lower, decrease, cut, fewer, less
relevant: pertinent, pertinence | relevant, relevance
request: demande, demander, requête, sollicitation | request, ask, =application, =applications, =apply, =applies
result: résultat | result, outcome
same: même, identique | same
say: dire, dites, dis | say, tell
scale: échelle, grande échelle | scale, scalable
see: voir, voit, voient, vu, vue | see, view, seen
self-service: libre service numérique, autonome | self serve, self service
send: envoyer, envoi | send
service: service, services, direction, département, unité | service, department, division, office, agency, ministry, unit
simple: simple, facile, facilement, faciliter | simple, easy, easily, facilitate
simplify: simplifier, rationaliser, alléger | simplify, streamline
slow: lent, lenteur, retard, tard, tardif | slow, late, delay, delayed
small: petit | small
source: source | source
specific: spécifique, précis à, particulier | specific, particular
start: commencer, démarrer, lancer | start, begin, launch
step: étape, phase, volet | step, phase, stage
submit: soumettre, présenter une demande, dépôt | submit, submission
take: prendre, prend, prennent, pris | take, took, taken
team: équipe | team
text: texte, textuel | text, textual
time: temps, durée, moment, heures, heure | time, duration
treat: traiter, traitement | process, treat, deal
type: type, sorte, catégorie | type, kind, category
use: utiliser, utilisation, usage, utilisateur | use, usage, user, utilise, utilize
various: différent, divers, plusieurs, variété, vaste éventail, large éventail | different, various, several, variety, wide range, broad range, multiple
wait: attendre, attend, attendent, attente, queue | wait, waiting, queue
want: vouloir, souhaiter | want, wish
week: semaine, hebdomadaire | week, weekly
work: travail, travailler, tâche | work, task, workload, job
workflow: flux de travail, flux travail, déroulement | workflow
world: monde, mondial | world, worldwide, global, globally
year: an, année, annuel, annuellement | year, yearly, annual, annually
`;

/** Words without a subject of their own. */
export const EMPTY = `
un deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent mille million demie
one two three four five six seven eight nine ten eleven twelve dozen fifteen twenty thirty forty fifty sixty thousand million
court courte courts courtes dit dire disent dite said cinquieme tiers quart dizaine
a afin ai ainsi alors apres au aucun aussi autre aux avec avoir ayant beaucoup bien car ce ceci cela celle celles celui ces cet cette ceux
chez ci comme comment contre dans de des depuis deux devant doit doivent donc dont du elle elles en encore enfin entre environ
est et etaient etait etant etc ete etre eu eux faut fois hors ici il ils jamais je jusqu jusque la le les leur leurs lors lorsque
lui ma mais me mes moi mon ne ni non nos notre nous on ont ou par parce parfois parmi pas peu peut peuvent plus plusieurs pour
pourquoi pres puis qu quand que quel quelle quelles quels qui quoi sa sans se selon sera seront ses seul seulement si soit son
sont sous souvent sur ta tant te tes toi ton toujours tous tout toute toutes tres trois trop tu un une vers via vos votre vous y
about after again all also am an and any are as at be because been being between both but by can cannot could did does doing down
during either few for from further had has have having he her here hers him his how however i if in into is it its itself just let me
more most much must my neither no nor not of off often on once one only or other our out over own per rather same she should since so
some such than that the their them then there these they this those three through to too two under until up upon us very was we were
what when where whether which while who whom whose why will with within without would yet you your
half: moitié, demi | half, halves
part-of: partie | part
good: bon, bonne, bien, juste | good, right
bad: mauvais, mal | bad, badly
understand: comprendre, comprend, compréhension | understand, understanding
`;
