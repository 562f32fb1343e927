### Les données ouvertes : fichiers, colonnes, page.

## Titres et descriptions

open-title = Registre des usages de l’IA générative, { $name }
open-description = Les usages de l’IA générative dans le service public, permis, refusés ou arrêtés : ce qui est publié de chaque fiche, son histoire, les chiffres qui en sont tirés et l’empreinte estimée. Une case vide veut dire non publié ou pas connu, jamais non ni zéro.
open-invented = Démonstration : tout est inventé.
open-keywords = intelligence artificielle, IA générative, service public, registre, transparence
open-kind = Registre public
open-licence = Licence Ouverte 2.0
open-part-register = Registre des usages de l’IA générative, { $name }
open-part-numbers = Chiffres du registre, { $name }
open-part-footprint = Empreinte estimée des usages, { $name }
open-schema-title = Colonnes du registre des usages de l’IA générative
open-schema-description = Schéma proposé par Vigie. Ce n’est pas un schéma officiel.
open-themes = Thèmes de données de l’Union européenne
open-list-publishertype = Sortes d’éditeurs (ADMS)
open-list-licencetype = Sortes de licences (ADMS)
open-theme-gove = Gouvernement et secteur public
open-theme-tech = Science et technologie
open-csv-rules = Chaque CSV est en UTF-8 avec marque d’ordre des octets, et une apostrophe y précède les cases de texte qui commencent par =, +, -, @, une tabulation ou un retour chariot, pour qu’aucun tableur ne les prenne pour des formules : retirez-la en lisant.
open-part-register-means = Ce qui est publié de chaque usage de l’IA générative, permis, refusé ou arrêté : une fiche par usage, et son histoire. Une case vide veut dire non publié ou pas connu, jamais non ni zéro.
open-part-numbers-means = Les nombres tirés des fiches connues et de ce que l’administration dit d’elle-même, chacun avec son unité, sa fourchette, son origine et son jour. Un nombre inconnu est vide, jamais zéro.
open-part-footprint-means = L’électricité, les gaz à effet de serre, les ressources et l’eau de chaque usage par mois, en fourchettes estimées d’après des hypothèses déclarées ; ce qui manque est nommé.
open-part-charts = Tableaux des graphiques, { $name }
open-part-charts-means = Ce que dessine chaque graphique du tableau de bord, en un tableau par graphique et par langue.
open-part-dependencies = De qui dépendent les usages, { $name }
open-part-dependencies-means = Les usages en cours, de l’outil au fournisseur, au lieu d’hébergement et au droit qui s’applique.
open-part-law = Règles de droit lues par le registre, { $name }
open-part-law-means = Les règles de droit qui portent sur ces usages, avec leurs dates, leurs citations et leur degré de certitude. Ce n’est pas un avis juridique.
open-service = API du registre
open-service-means = Les fiches, les chiffres et les changements pour des programmes, sans inscription. La description OpenAPI dit chaque adresse et la forme de chaque réponse.
open-vocabulary = Les mots des données liées
open-vocabulary-means = Les classes, les propriétés et les codes du registre des usages de l’IA générative, les mêmes pour toutes les administrations de ce site.
open-publisher-local = Collectivité locale
open-publisher-regional = Collectivité régionale
open-publisher-national = Administration nationale
open-licence-means = Réutilisation libre, y compris commerciale, en citant la source et la date.
open-licence-type-attribution = Citation de la source
open-availability-available = Disponible pour plusieurs années
open-country-fra = France
open-cite-message = Si vous utilisez ces données, citez-les ainsi.
open-cite = { $publisher }, « { $title } », données du { $date }, Licence Ouverte 2.0, { $url }

open-file-register-csv = Le registre, une ligne par fiche
open-file-register-parquet = Le registre, une ligne par fiche, pour les outils d’analyse (colonnes typées)
open-file-register-json = Le registre, fiches entières
open-file-register-linked = Le registre en données liées, avec les identifiants DPV du W3C
open-file-history = L’histoire : chaque version et ce qui a changé
open-file-numbers = Les chiffres, avec unité, fourchette, origine et date
open-file-footprint = L’empreinte estimée de chaque usage
open-file-schema = Les colonnes du registre, expliquées (Table Schema)
open-file-package = La liste des fichiers, avec taille et somme (Data Package)
open-file-checksums = Les sommes de contrôle
open-file-citation = La référence à citer (CFF)
open-file-datacite = La référence pour les bibliothèques (DataCite)
open-file-ro-crate = La description pour la recherche (RO-Crate)
open-file-catalogue = Le catalogue (DCAT-AP 3.0.1)
open-file-law = Les règles de droit, avec leurs dates et leurs citations
open-file-dependencies = Les flux, de l’outil au droit qui s’applique
open-file-register-csv-means = Une ligne par fiche, les principaux champs, les textes en français et en anglais ; le schéma décrit chaque colonne.
open-file-register-parquet-means = Les mêmes lignes et colonnes que le CSV, avec leurs types ; une case qui n’est pas remplie est nulle.
open-file-register-json-means = Tout ce qui est publié de chaque fiche ; un champ qui n’est pas rempli est absent.
open-file-register-linked-means = Les mêmes fiches en JSON-LD : textes par langue, jours typés, codes reliés au vocabulaire DPV du W3C ; chaque mot est décrit dans le fichier.
open-file-history-means = Chaque version publiée de chaque fiche, de la plus ancienne à la plus récente, avec les champs qui ont changé.
open-file-numbers-means = Un nombre par ligne ; la liste des fichiers décrit chaque colonne.
open-file-footprint-means = Une ligne par fiche ; les deux bouts de chaque estimation, ou ce qui manque pour estimer ; la liste des fichiers décrit chaque colonne.
open-file-schema-means = Le nom, le sens, le type et les valeurs permises de chaque colonne du registre.
open-file-law-means = Le même fichier pour toutes les administrations, dans les deux langues.
open-file-dependencies-means = Un flux par ligne, dans la langue de l’adresse.
open-file-chart-means = Le tableau du graphique, dans la langue de l’adresse.

## La page

footer-data = Données ouvertes
open-page-title = Données ouvertes
open-page-lede = Le registre et ses chiffres se téléchargent, sans inscription.
open-page-reserve = Les fichiers disent ce qui est publié, rien de plus. Ils changent avec le registre.
open-page-data = Les données
open-page-described = Ce qui les décrit
open-page-follow = Suivre les changements
open-page-feeds = Nouveautés, modifications et arrêts :
open-page-cite = Citer ces données
open-page-licence = Réutilisez-les librement, en citant la source et la date :
open-page-licence-name = Licence Ouverte 2.0 d’Etalab
open-page-sum = La somme SHA-256 permet de vérifier qu’un fichier est arrivé entier.
open-page-negotiated = À l’adresse { $url }, le catalogue vient dans la forme que demande l’en-tête Accept.
open-page-elsewhere = Ce que d’autres pages proposent
open-page-vocabulary = Ce que veut dire chaque mot des données liées :
column-file = Fichier
column-format = Format
column-size = Taille
column-sum = SHA-256

## Les colonnes des CSV

open-column-reference = Référence
open-column-reference-means = Numéro stable de la fiche, jamais réutilisé.
open-column-authority = Autorité
open-column-authority-means = Nom court de l’autorité dans les adresses du site.
open-column-department = Direction
open-column-department-means = Nom court de la direction qui porte l’usage. Vide : non publié ou pas rempli.
open-column-name-fr = Nom en français
open-column-name-fr-means = Comment l’usage s’appelle.
open-column-name-en = Nom en anglais
open-column-name-en-means = Le même nom, en anglais s’il existe.
open-column-summary-fr = Résumé en français
open-column-summary-fr-means = Ce que fait l’usage, en 350 caractères au plus.
open-column-summary-en = Résumé en anglais
open-column-summary-en-means = Le même résumé, en anglais s’il existe.
open-column-lifecycle = Étape
open-column-lifecycle-means = Où en est l’usage : souhaité, à l’essai, en service, arrêté, refusé…
open-column-evidence = Connaissance
open-column-evidence-means = Comment l’autorité connaît l’usage : déclaré, ou observé sans être déclaré.
open-column-generative = IA générative
open-column-generative-means = Si l’usage produit du contenu.
open-column-task = Tâche
open-column-task-means = Ce qu’on fait faire à l’outil. Vide : non publié ou pas rempli.
open-column-tool = Outil
open-column-tool-means = Nom court de la fiche d’outil. Vide : non publié ou pas rempli.
open-column-data-kind = Données
open-column-data-kind-means = La nature de données la plus délicate parmi celles qui sont traitées.
open-column-decision = Décision
open-column-decision-means = Le sens de la décision en vigueur. Vide : pas de décision publiée.
open-column-decided-on = Décidé le
open-column-decided-on-means = Jour de la décision.
open-column-review-on = Réexamen le
open-column-review-on-means = Jour pour lequel la décision doit être revue.
open-column-publication-level = Publication
open-column-publication-level-means = Ce qui est publié : la fiche entière ou un résumé.
open-column-publication-ground = Motif
open-column-publication-ground-means = Pourquoi la fiche n’est pas publiée en entier. Vide : elle l’est.
open-column-version = Version
open-column-version-means = Numéro de la version publiée : 1, 2, 3…
open-column-changed-at = Modifié le
open-column-changed-at-means = Instant où cette version a été écrite, avec son décalage horaire.
open-column-low-of = { $what }, bout bas
open-column-low-of-means = { $what } Bout bas de la fourchette ; vide : pas connu.
open-column-high-of = { $what }, bout haut
open-column-high-of-means = { $what } Bout haut de la fourchette ; vide : pas connu.
open-column-key = Nombre
open-column-key-means = Nom stable du nombre, le même dans l’API, qui le dit en toutes lettres.
open-column-low = Bout bas
open-column-low-means = Plus petite valeur possible ; égale à l’autre bout quand le nombre est compté. Vide : pas connu, jamais zéro.
open-column-high = Bout haut
open-column-high-means = Plus grande valeur possible. Vide : pas connu, jamais zéro.
open-column-unit = Unité
open-column-unit-means = Code de l’unité des deux bouts.
open-column-interval-kind = Nature de la fourchette
open-column-interval-kind-means = Pourquoi la valeur est une fourchette : comptée, déclarée, estimée…
open-column-origin = Origine
open-column-origin-means = D’où vient le nombre : register (fiches connues), withheld (fiches non publiées), authority (dit par l’administration), peers (autres registres), footprint (méthode d’empreinte), law (règles de droit).
open-column-as-of = Jour
open-column-as-of-means = Le jour pour lequel le nombre vaut.
open-column-method-release = Édition de la méthode
open-column-method-release-means = Édition des tables d’EcoLogits dont l’estimation est tirée.
open-column-model = Modèle
open-column-model-means = Le modèle, comme fournisseur/nom, ou le code de sa taille quand lui n’est pas connu.
open-column-zone = Zone électrique
open-column-zone-means = Code du pays ou de la région dont l’électricité est comptée.
open-column-zone-known = Zone connue
open-column-zone-known-means = Si le lieu d’hébergement est connu ; sinon la zone est la moyenne du monde.
open-column-requests-per-month = Requêtes par mois
open-column-requests-per-month-means = Nombre de requêtes déclaré pour un mois.
open-column-words-per-request = Mots par réponse
open-column-words-per-request-means = Longueur déclarée d’une réponse, en mots.
open-column-energy-kwh-per-month = Électricité par mois
open-column-energy-kwh-per-month-means = Électricité estimée pour un mois, en kWh.
open-column-gwp-kgco2eq-per-month = Gaz à effet de serre par mois
open-column-gwp-kgco2eq-per-month-means = Gaz à effet de serre estimés pour un mois, en kg d’équivalent CO₂.
open-column-adpe-kgsbeq-per-month = Métaux et minéraux par mois
open-column-adpe-kgsbeq-per-month-means = Épuisement de ressources estimé pour un mois, en kg d’équivalent antimoine.
open-column-pe-mj-per-month = Énergie primaire par mois
open-column-pe-mj-per-month-means = Énergie primaire estimée pour un mois, en MJ.
open-column-water-l-per-month = Eau par mois
open-column-water-l-per-month-means = Eau consommée estimée pour un mois, en litres.
open-column-missing = Ce qui manque
open-column-missing-means = Ce qui n’est pas déclaré et empêche d’estimer, en codes séparés par des espaces. Vide : l’estimation est là.

## Le registre sous la forme d’autres registres

formats-title = Sous la forme d’autres registres
formats-lede = Les mêmes fiches publiées, dans les colonnes d’autres registres : chaque fichier dit ce qu’il garde et ce qu’il ne peut pas contenir.
formats-reserve = Chaque fichier est relu avant d’être proposé, comme le ferait qui le reçoit. Un champ n’est dit repris que s’il revient à l’identique.
formats-withheld = { $count ->
    [one] Une fiche n’est pas publiée : aucun fichier ne la contient.
   *[other] { $count } fiches ne sont pas publiées : aucun fichier ne les contient.
}
formats-table = Ce que garde chaque format
formats-column-records = Fiches
formats-column-whole = Champs repris en entier
formats-column-partial = Champs perdus ou changés
formats-column-unsaid = Champs qu’aucun registre ne prévoit
formats-column-silent = Pertes non dites
formats-column-files = Fichiers
formats-means = Un champ est repris en entier quand toutes les fiches qui le remplissent le gardent, dans la langue du fichier. La page de chaque format donne le compte champ par champ, les tailles et les sommes de contrôle.
formats-command = La même chose, au terminal :
formats-one-title = Sous la forme de : { $format }
formats-done = { $records ->
    [0] Aucune fiche n’est publiée : le fichier n’a que ses colonnes.
    [one] Une fiche.
   *[other] { $records } fiches.
} Champs repris en entier : { $whole }. Champs perdus ou changés : { $partial }. Champs qu’aucun registre ne prévoit : { $unsaid }.
formats-files = Les fichiers
formats-shape = Colonnes de : { $name }.
formats-shape-edition = Colonnes de : { $name }, édition { $edition }.
formats-shape-own = Un tableur simple, qui peut être complété puis importé ici.
formats-register = Voir ce registre
formats-whole = Repris en entier, avec le nombre de fiches qui remplissent le champ :
formats-untranslated = L’autre langue
formats-untranslated-why = Un fichier n’a qu’une langue, celle de cette page. Ces textes existent aussi dans l’autre : les fichiers de l’autre langue les contiennent, dans la mesure de leurs colonnes.
formats-licence = Licence Ouverte 2.0 : citez la source et la date.
formats-fields = Champ par champ
formats-fields-caption = Champs perdus ou changés : fiches qui les remplissent, qui les gardent, et pourquoi d’autres les perdent
formats-column-field = Champ
formats-column-said = Rempli
formats-column-kept = Repris
formats-column-lost = Perdu ou changé
formats-lost = { $why } ({ $count })
formats-lost-no_common_field = une partie n’a de champ dans aucun registre
formats-lost-refused = relu, le fichier ne rend pas ces fiches
formats-lost-no_place = pas de colonne pour cela
formats-lost-fixed = même valeur imposée à toutes les fiches
formats-lost-taken = colonne déjà prise par un autre champ
formats-lost-not_in_list = valeur absente de la liste fermée de ce format
formats-lost-too_long = texte coupé, car la longueur est limitée
formats-lost-less_precise = sans le jour
formats-lost-altered = relu, pas tout à fait identique
formats-lost-reworded = dit avec les mots de ce format, sans perte de sens
formats-unsaid = Ce qu’aucun registre ne prévoit
formats-unsaid-why = Ces champs de nos fiches, ou une partie d’eux, n’ont de colonne dans aucun format connu. Le nombre est celui des fiches qui les remplissent ; les données ouvertes les contiennent.
formats-silent = { $count ->
    [0] Rien n’est perdu en silence : chaque champ rempli de chaque fiche est repris ou compté comme perdu.
    [one] Un champ rempli n’est ni repris ni compté comme perdu : c’est un défaut de Vigie, merci de le signaler.
   *[other] { $count } champs remplis ne sont ni repris ni comptés comme perdus : c’est un défaut de Vigie, merci de le signaler.
}
open-page-formats = Pour un autre registre, un tableur ou une comparaison :
imports-formats = Pour écrire vos fiches publiées dans les colonnes d’un autre registre :
