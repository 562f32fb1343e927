# Les tableaux des pages et du rapport : titres, colonnes, et ce qui remplace un tableau vide.

## Autour d’un tableau

read-as-table = Lire ces données en tableau
table = Tableau
download-csv = Télécharger en CSV
scrolls = Le schéma défile vers la droite.
not-filled = Champ non rempli
not-judged = non évalué
unknown-number = on ne sait pas
percent = { $value } %
first-edition = Premier état des lieux

## Titres, et phrase qui remplace un tableau vide

table-uses = Les usages publiés, leur état et leur direction
table-uses-empty = Aucun usage n’est encore publié.
table-refusals = Les usages refusés, suspendus ou arrêtés, et ce qui se fait à la place
table-refusals-empty = Aucun usage refusé, suspendu ou arrêté n’est publié.
table-lessons = Les leçons tirées, et ce qui les appuie
table-lessons-empty = Aucune leçon n’est encore publiée.
table-risks = Les risques relevés, du plus élevé au plus faible ; les risques non évalués viennent en dernier
table-risks-empty = Aucun risque n’est relevé dans les fiches publiées ; cela ne veut pas dire qu’il n’y en a pas.
table-recommendations = Les recommandations, et à qui elles s’adressent
table-recommendations-empty = Aucune recommandation n’est inscrite.
table-principles = Les principes, et la question que chacun pose
table-principles-empty = Aucun principe n’est inscrit.
table-tools = Les outils, leur hébergement et la façon d’en sortir
table-tools-empty = Aucun outil n’est inscrit.
table-numbers = Les nombres cités, leur sens et leur provenance
table-numbers-empty = Aucun nombre n’est cité.
table-glossary = Le glossaire
table-glossary-empty = Aucun mot n’est défini.
table-sources = Les sources, et ce que nous en avons vérifié
table-sources-empty = Aucune source n’est inscrite.
table-withheld = Les fiches non publiées, par motif, en nombre d’usages
table-withheld-empty = Toutes les fiches connues sont publiées, en entier ou en résumé.
table-peers = Les registres d’autres organismes, et le nombre de fiches reprises
table-peers-empty = Aucun registre d’un autre organisme n’a été repris.
table-timeline = Les dates du droit, de la plus ancienne à la plus récente
table-timeline-empty = Aucune date n’est inscrite.
table-law-outcomes = Les interdictions et obligations qui s’appliquent à au moins un usage, ou pour lesquelles on ne sait pas, d’après les fiches publiées en entier
table-law-outcomes-empty = Aucune interdiction ni obligation ne s’applique ou ne reste en suspens : aucune fiche publiée en entier n’est évaluée, ou tout y est réglé.
table-values = Valeur par valeur, nombre de fiches publiées en entier qui portent un avis de chaque sens ; une fiche compte dans chaque sens qu’elle porte
table-values-empty = Aucune fiche n’est publiée en entier : aucun avis au regard des valeurs ne peut être lu.
table-views-on-values = Les avis au regard des valeurs et leurs raisons, ceux qui s’opposent ou doutent d’abord
table-views-on-values-empty = Aucun avis au regard des valeurs n’est encore publié.
table-releases = Les révisions de la méthode, et ce qui y a changé
table-releases-empty = Aucune révision n’est inscrite.
table-comparables = Des chiffres publiés par d’autres, jamais mêlés aux nôtres
table-comparables-empty = Aucun chiffre publié par d’autres n’est inscrit.
table-size-classes = Les classes de taille : ce que chacune suppose, en milliards de paramètres
table-size-classes-empty = Aucune classe de taille n’est inscrite.

## Colonnes : les usages

column-reference = Référence
column-use = Usage
column-uses = Usages
column-state = État
column-meaning = Ce que cela veut dire
column-department = Direction
column-task = Tâche
column-known = Usages publiés
column-in-use = En cours
column-effect = Effet sur le travail
column-low = Borne basse (min)
column-high = Borne haute (min)
column-review = Date de revoyure
column-late = Échéance
column-reason = Raison
column-instead = À la place, sans IA

## Colonnes : outils, risques et leçons

column-tool = Outil
column-supplier = Fournisseur
column-hosting = Hébergement
column-tool-status = Statut
column-exit = Sortie
column-family = Famille
column-risk = Risque
column-likelihood = Vraisemblance (sur 4)
column-severity = Gravité (sur 4)
column-measure = Mesure
column-lesson = Leçon
column-evidence = Ce qui l’appuie

## Colonnes : le cadre

column-number = N°
column-advice = Recommandation
column-text = Détail
column-for = Pour qui
column-principle = Principe
column-principles = Principes servis
column-question = Question

## Colonnes : nombres, sources et registres

column-number-name = Ce qui est compté
column-value = Valeur
column-interval = Valeur, unité et doute
column-origin = Provenance
column-date = Date
column-source = Source
column-publisher = Publié par
column-source-date = Date de la source
column-certainty = Certitude
column-checked = Vérifié le
column-authority = Administration
column-ground = Motif
column-edition = Édition
column-imported = Repris le
column-records = Fiches
column-licence = Licence
column-attribution = Mention à citer
column-milestone = Ce qui change
column-rule = Règle
column-applies = Usages où elle s’applique
column-undecided = Usages où l’on ne sait pas
column-value-held = Valeur
column-view-unfavourable = Défavorable
column-view-reserved = Réservé
column-view-favourable_with_reservations = Favorable sous conditions
column-view-favourable = Favorable
column-no-view = Pas encore d’avis
column-reasons = Raisons

## Colonnes : l’empreinte

column-release = Révision
column-published-on = Parue le
column-changes = Ce qui a changé
column-energy = Électricité
column-gwp = Effet sur le climat
column-adpe = Ressources minérales
column-energy-month = Électricité par mois
column-gwp-month = Effet sur le climat par mois
column-water-month = Eau par mois
column-model = Modèle ou classe de taille
column-assumption = Hypothèse
column-subject = Ce qui est estimé ou mesuré
column-figures = Chiffres
column-boundary = Ce qui est compté
column-why-not = Pourquoi ne pas le comparer au nôtre
column-class = Classe
column-active = Paramètres au travail
column-total = Paramètres en tout
column-models = Modèles de la table
column-guesses = Dont la taille est supposée

## Mots des cellules

origin-register = compté dans les fiches connues
origin-withheld = compté parmi les fiches non publiées
origin-authority = inscrit par l’administration
origin-peers = compté dans les registres d’autres organismes
origin-footprint = estimé d’après les hypothèses des fiches, selon la méthode d’EcoLogits en vigueur
origin-law = lu par les règles dans ce que les fiches publient
certainty-verified = lu à la source
certainty-secondary = rapporté par un tiers
certainty-to_confirm = à confirmer
audience-agent = Agents
audience-department = Directions et encadrement
audience-digital = Direction du numérique
audience-dpo = Délégué·e à la protection des données
audience-hr = Ressources humaines
audience-lead = Pilotage de l’observatoire

## Le rapport imprimé

report-series = Observatoire de l’IA générative
edition-line = Édition { $number }, { $date }
as-of = État au { $date }.
contents = Sommaire
licence-statement = Textes sous licence CC BY-SA 4.0, données sous Licence Ouverte 2.0.
demo-banner = Données de démonstration : collectivité imaginaire, chiffres inventés.
not-legal-advice = Ce texte n’est pas un avis juridique.
report-undrawn = Les signes que les polices de ce document n’ont pas, émojis par exemple, y sont remplacés par { $sign } ; les pages du site les montrent.
part-0 = En bref
part-1 = Contexte et méthode
part-2 = Usages, règles et techniques
part-3 = Recommandations et traitement des risques
part-4 = Glossaire, annexes et ressources

column-act = Geste
column-one = Un seul
column-month-here = Un mois de nos usages estimés
table-equivalents = Gestes de la vie courante de même ordre, par fourchettes
table-equivalents-empty = Aucun équivalent n’est enregistré.

## Dépendances et effets, dans le rapport et sur leurs pages

table-dependencies = Ce sur quoi reposent les usages en cours : le premier, sa part, et ce qu’on ne sait pas
table-dependencies-empty = Aucun usage n’est publié en service ou en test : il n’y a pas de dépendance à compter.
table-effects-by-occupation = Les effets sur le travail par famille de métiers, en nombre de réponses
table-effects-by-occupation-empty = Aucun effet n’est à rapporter : aucun usage publié n’a commencé.
column-layer = De quoi dépend-on ?
column-first = Le premier
column-share = Sa part
column-index = Indice de concentration (sur 10 000)
column-unknown-uses = Usages dont on ne sait pas
column-occupation-family = Famille de métiers
column-known-how = Comment on le sait
column-negative = Plus lourd ou appauvri
column-null = Inchangé ou déplacé
column-positive = Plus léger ou enrichi
column-effect-unknown = On ne sait pas
column-minutes = Temps par dossier, négatif s’il est gagné
uses-unknown = { $unknown } sur { $uses }
index-range = de { $low } à { $high }
minutes-not-told = { $minutes } ; sans temps : { $unknown }
family-unknown = Métier non dit
whole-table = { $shown } lignes montrées sur { $count } : voir le tableau entier
whole-table-rows = Lignes { $first } à { $last }, sur { $total }.
whole-glossary = { $shown } termes montrés sur { $count } : voir le glossaire entier
