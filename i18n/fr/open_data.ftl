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
open-theme-gove = Gouvernement et secteur public
open-theme-tech = Science et technologie
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
column-file = Fichier
column-format = Format
column-size = Taille
column-sum = SHA-256

## Les colonnes du registre

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
