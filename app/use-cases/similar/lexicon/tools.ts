/** By what means: two cases that share no more than the tool are not the same need, so that these count for less. */
export const TOOLS = `
agent: agent conversationnel, chatbot, assistant virtuel, assistant conversationnel, assistant numérique, dialogueur, robot conversationnel, agent virtuel, robot, bot, callbot, voicebot, =assistant, copilote, conversationnel | conversational agent, chatbot, virtual assistant, virtual agent, bot, chat bot, copilot, =assistant, voicebot, digital assistant, conversational
ai: intelligence artificielle, ia, iag | artificial intelligence, ai
algorithm: algorithme, algorithmique | algorithm, algorithmic
automation: automatiser, automatisation, automatique, automatiquement, automatisé, rpa, robotisation | automate, automation, automatic, automatically, automated, rpa, robotic process automation
big-data: mégadonnées, science des données | big data, data science, analytics
computer-vision: vision par ordinateur, vision artificielle | computer vision, machine vision, image recognition
digital: numérique, numériser, numérisation, dématérialiser, dématérialisation | digital, digitise, digitize, scanning, digitisation
generative: génératif, ia générative, grand modèle de langage, llm, gpt | generative, generative ai, large language model, llm, gpt, genai
language-model: modèle de langage, traitement du langage, traitement automatique des langues | language model, natural language processing, nlp
machine-learning: apprentissage automatique, apprentissage profond, réseau de neurones | machine learning, deep learning, neural network, ml
model: modèle, modéliser, modélisation | model, modelling, modeling
ocr: ocr, reconnaissance de caractères, lecture automatique de documents | ocr, optical character recognition, intelligent document processing
platform: plateforme, portail, application mobile, =application, =applications, appli, outil, solution, système, logiciel | platform, portal, app, application software, tool, solution, system, engine, software
prototype: prototype, preuve de concept, =pilote, projet pilote, expérimentation, expérimental | prototype, proof of concept, =pilot, pilot project, experiment, experimental
`;
