# Importer des fichiers dans le navigateur. / Importing files in the browser.
imports-title = Imports
imports-lede = Lire le registre d’un autre organisme, ou le tableur de vos propres usages. Rien n’est écrit avant votre accord.
imports-send-title = Envoyer un fichier
imports-send-why = Le fichier est gardé un jour, pour vous seul·e ; cinq au plus à la fois.
imports-file = Fichier
imports-file-hint = CSV, XLSX, ODS ou JSON. { $size } Mo au plus.
imports-format = Comment le lire
imports-format-hint = Dans le doute, laissez reconnaître.
imports-format-guess = Reconnaître d’après les colonnes
imports-format-describe = Je décris moi-même ses colonnes
imports-complete = Le fichier contient tout le registre
imports-complete-hint = Les fiches d’un autre organisme qui n’y sont plus seront marquées comme disparues.
imports-send = Lire sans rien écrire
imports-waiting = En attente
imports-waiting-why = Envoyés, pas encore importés.
imports-kept = Correspondances faites ici
imports-kept-why = Téléchargez-les pour les compléter à la main : codes de pays, dates, règles sur l’IA générative.
imports-done = Imports faits
imports-done-why = Chacun garde son compte rendu et peut être défait.
imports-none = Aucun fichier n’a encore été importé.
imports-own = Vos propres usages
imports-counts = { $read } lignes : { $imported } nouvelles, { $updated } changées, { $refused } refusées
imports-undone-word = défait
imports-more = { $count ->
    [one] et un import plus ancien.
   *[other] et { $count } imports plus anciens.
  }
imports-no-file = Choisissez un fichier : rien n’est arrivé.
imports-too-large = Ce fichier est trop grand, ou l’envoi s’est interrompu. Coupez-le, ou demandez à l’informatique de l’importer par la commande « vigie register import ».
import-trial-title = Essai de lecture
import-trial-refused = Ce fichier n’est pas lu
import-trial-describe = Décrire ses colonnes
import-trial-would = Ce que l’import ferait
import-trial-nothing-yet = Rien n’est encore écrit.
import-trial-read-as = Lu comme
import-trial-words = revoir les mots
import-trial-columns = revoir les colonnes
import-trial-go = Importer
import-trial-same = L’import ne changerait rien.
import-trial-otherwise = Autrement
import-trial-again = Essayer ainsi
import-trial-also = Deviné d’après les colonnes. Conviennent aussi : { $others }. Un autre choix ferait d’autres fiches : vérifiez ci-dessous.
import-trial-no-format = Décrivez ses colonnes, ou choisissez ci-dessous comment le lire.
import-trial-forget = Oublier ce fichier
import-trial-more = { $count ->
    [one] et une autre remarque, dans le compte rendu de l’import.
   *[other] et { $count } autres remarques, dans le compte rendu de l’import.
  }
import-remarks = Remarques
import-remarks-why = Chaque ligne refusée, chaque mot, date ou adresse qui n’a pas été compris.
import-count-read = Lignes lues
import-count-new = Fiches nouvelles
import-count-changed = Fiches changées
import-count-unchanged = Fiches inchangées
import-count-refused = Lignes refusées
import-count-gone = Fiches disparues
import-kept-yaml = télécharger la correspondance (YAML)
import-columns-no-cell = (vide dans tout le fichier)
import-columns-title = Décrire les colonnes
import-columns-lede = Dites ce que contient chaque colonne utile. Celles que vous laissez vides ne sont pas perdues : la ligne d’origine est gardée entière.
import-columns-name-title = La correspondance
import-columns-name-why = Elle est gardée et resservira au prochain fichier de la même forme.
import-columns-label = Titre
import-columns-slug = Nom court
import-columns-slug-hint = Petites lettres, chiffres et traits d’union ; par exemple registre-lyon.
import-columns-records = De qui sont ces usages ?
import-columns-own = Les nôtres
import-columns-peer = Ceux d’un autre organisme, jamais comptés avec les nôtres
import-columns-publisher = Qui publie le fichier
import-columns-publisher-why = Pour le registre d’un autre organisme seulement. Sans licence connue, écrivez « inconnue » : elle sera montrée.
import-columns-publisher-name = Organisme
import-columns-country = Pays, en deux lettres (EU pour l’Union européenne)
import-columns-language = Langue des fiches, en deux lettres
import-columns-licence = Licence
import-columns-attribution = Phrase à afficher avec ces fiches
import-columns-url = Adresse du registre (facultatif)
import-columns-edition = Édition (facultatif)
import-columns-columns = Les colonnes
import-columns-columns-why = Choisissez un champ dans la liste ou tapez son nom. Le même champ pour deux colonnes les réunit.
import-columns-key = Ce qui désigne une ligne
import-columns-key-hint = Ce qui ne change pas d’un fichier au suivant : un identifiant, ou le nom et le service.
import-columns-send = Garder et continuer
import-columns-bad-name = Choisissez un nom court : de 2 à 40 petites lettres, chiffres ou traits d’union.
import-columns-taken = Une autre correspondance porte déjà ce nom : choisissez-en un autre.
import-columns-whose = Dites de qui sont ces usages.
import-columns-empty = { $field } : remplissez ce champ.
import-columns-is-own = C’est l’une de vos propres administrations : choisissez « Les nôtres ».
import-columns-bad-country = Écrivez deux lettres, par exemple FR, ou EU.
import-columns-bad-language = Écrivez deux lettres, par exemple fr.
import-columns-bad-url = Écrivez une adresse qui commence par https://.
import-columns-needed = Dites quelle colonne contient : { $field }.
import-columns-no-key = Cochez au moins une colonne qui désigne une ligne, ou dites où est la référence.
import-columns-no-field = « { $typed } » ne nomme aucun champ ; prenez-en un dans la liste (colonne « { $column } »).
import-words-title = Expliquer les mots
import-words-lede = Dites ce que veut dire chaque mot. Un mot laissé sans réponse sera signalé, jamais deviné.
import-words-rows = { $count ->
    [one] une ligne
   *[other] { $count } lignes
  }
import-words-proposed = { $count ->
    [one] une ligne ; réponse proposée d’après le mot, à vérifier
   *[other] { $count } lignes ; réponse proposée d’après le mot, à vérifier
  }
import-words-send = Garder et essayer
import-words-unknown = « { $typed } » n’est pas dans la liste : { $choices }.
import-words-more = { $count ->
    [one] Un autre mot n’est pas montré : une correspondance en fichier peut l’expliquer.
   *[other] { $count } autres mots ne sont pas montrés : une correspondance en fichier peut les expliquer.
  }
import-run-done = Ce qui a été fait
import-run-remarks = { $count ->
    [0] Aucune remarque.
    [one] Une remarque.
   *[other] { $count } remarques.
  }
import-run-records = Voir ces fiches
import-run-earlier = Remarques précédentes
import-run-later = Remarques suivantes
import-run-undo-title = Défaire cet import
import-run-written = { $count ->
    [one] Il a écrit une fiche.
   *[other] Il a écrit { $count } fiches.
  }
import-run-undo-why = Ce que l’import a changé redevient ce que c’était ; ce qu’il a créé est retiré. Ce que quelqu’un a changé depuis reste. L’histoire garde tout.
import-run-undo-sure = Oui, défaire cet import
import-run-undo = Défaire
import-run-sure = Cochez la case pour confirmer.
import-run-undone = Défait le { $date }. Fiches remises comme avant : { $restored } ; retirées : { $withdrawn } ; laissées car changées depuis : { $kept }.
import-undone = Import défait. Fiches remises comme avant : { $restored } ; retirées : { $withdrawn } ; laissées car changées depuis : { $kept }.
import-none = Aucun fichier n’a encore été importé.
import-trial-publisher = Qui publie ce registre
import-trial-publisher-hint = Si ce n’est pas l’organisme que dit le format. Pour l’inventaire français et Eurocities, il faut le dire : chaque organisme a son registre.
import-trial-whose = Dites-le plus bas, sous « Autrement ».
licence-unknown = inconnue
import-changed-fields = Champs changés : { $fields }.
