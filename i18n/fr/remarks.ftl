# Ce que l’outil trouve à redire d’un fichier, d’une ligne ou d’un texte.
# « clé » dit ce qui ne va pas, « clé-hint » dit quoi faire.

## Les fichiers de données

data-missing-file = Ce fichier n’existe pas.
data-missing-file-hint = Créez-le à cet endroit, ou corrigez le nom du fichier qui devait le remplacer.
data-empty-file = Ce fichier est vide.
data-empty-file-hint = Remplissez-le, ou supprimez-le s’il n’est pas obligatoire.
data-not-utf8 = Des caractères de ce fichier ne peuvent pas être lus.
data-not-utf8-hint = Enregistrez de nouveau le fichier en choisissant l’encodage UTF-8.
data-file-name = Le nom du fichier ne correspond pas à son identifiant, « { $id } ».
data-file-name-hint = Nommez le fichier « { $id }.yaml », ou changez l’identifiant écrit dedans.
data-syntax = Ce passage ne peut pas être lu. Détail technique : { $detail }
data-syntax-hint = Regardez cette ligne et la précédente : un guillemet ou un crochet ouvert, un décalage différent, une espace oubliée.
data-several-documents = Le fichier contient plusieurs documents séparés par une ligne de tirets.
data-several-documents-hint = Gardez un seul document par fichier et retirez la ligne de tirets.
data-too-deep = Les éléments sont emboîtés sur plus de { $max } niveaux.
data-too-deep-hint = Simplifiez ce passage : aucun fichier attendu ne va si profond.
data-alias = Le fichier emploie un renvoi (signe & ou *), et les renvois ne sont pas admis.
data-alias-hint = Recopiez la valeur partout où elle sert. Si le signe fait partie du texte, mettez ce texte entre guillemets.
data-tag = Le fichier emploie un point d’exclamation devant une valeur, et ce marquage n’est pas admis.
data-tag-hint = Retirez ce marquage. Si le point d’exclamation fait partie du texte, mettez ce texte entre guillemets.
data-key-not-text = Le nom d’un champ doit être un simple mot.
data-key-not-text-hint = Remplacez la liste ou le groupe placé avant les deux-points par un mot.

## Les champs de ces fichiers

data-missing-key = Le champ « { $key } » manque.
data-missing-key-hint = Ajoutez « { $key } » à cet endroit, avec sa valeur.
data-unknown-key = Le champ « { $key } » n’est pas connu ici.
data-unknown-key-hint = Corrigez son nom ou retirez-le. Champs possibles : { $known }.
data-repeated-key = Le champ « { $key } » est écrit deux fois.
data-repeated-key-hint = Gardez une seule des deux lignes.
data-repeated-id = L’identifiant « { $id } » sert deux fois.
data-repeated-id-hint = Donnez un autre identifiant à l’un des deux, ou réunissez-les.
data-unknown-reference = { $kind ->
    [glossary] Le terme du glossaire « { $id } » est cité, mais il n’existe pas.
    [source] La source « { $id } » est citée, mais elle n’existe pas.
    [principle] Le principe « { $id } » est cité, mais il n’existe pas.
    [task_sheet] La fiche de tâche « { $id } » est citée, mais elle n’existe pas.
    [tool_sheet] La fiche d’outil « { $id } » est citée, mais elle n’existe pas.
    [data_sheet] La sorte de données « { $id } » est citée, mais elle n’existe pas.
    [duty] « { $id } » n’est ni une règle qui oblige, ni un choix local.
   *[other] « { $id } » est cité, mais il n’existe pas.
}
data-unknown-reference-hint = Corrigez l’identifiant, ou ajoutez d’abord ce qui est cité.
data-not-a-map = Des champs avec leur nom sont attendus ici.
data-not-a-map-hint = Écrivez un champ par ligne : son nom, deux-points, une espace, puis sa valeur.
data-not-a-list = Une liste est attendue ici.
data-not-a-list-hint = Écrivez un élément par ligne, précédé d’un tiret et d’une espace, même s’il n’y en a qu’un.
data-not-text = Le champ « { $key } » attend un texte simple, et il est vide ou d’une autre sorte.
data-not-text-hint = Écrivez un texte sur cette ligne, ou retirez le champ s’il est facultatif.
data-not-bilingual = Un texte en français et en anglais est attendu ici ; l’un des deux manque.
data-not-bilingual-hint = Remplissez « fr » et « en », sans laisser l’un des deux vide.
data-not-a-date = « { $value } » n’est pas une date.
data-not-a-date-hint = Écrivez l’année, le mois et le jour avec des tirets, comme 2026-03-18.
data-not-a-number = « { $value } » n’est pas un nombre attendu ici.
data-not-a-number-hint = Écrivez des chiffres, sans unité ni espace. Le séparateur des décimales est le point ; une durée est un nombre entier.
data-not-a-choice = « { $value } » ne fait pas partie des choix possibles.
data-not-a-choice-hint = Prenez l’un de ces mots : { $choices }.
data-lone-word = Un groupe de mots qui disent la même chose en a au moins deux.
data-lone-word-hint = Ajoutez dans « fr » ou dans « en » un mot qui dit la même chose, ou retirez le groupe.
data-not-a-hash = « { $value } » n’est pas une empreinte attendue ici.
data-not-a-hash-hint = Écrivez les seize premiers chiffres hexadécimaux de l’empreinte SHA-1, seuls sur leur ligne.
data-two-durations = La durée est donnée deux fois, en jours et en mois.
data-two-durations-hint = Gardez « days » ou « months », pas les deux.

## Les tableaux de données

table-headers = Les colonnes du tableau ne sont pas celles que sa description annonce. Trouvé : { $found }.
table-headers-hint = Écrivez ces colonnes, dans cet ordre : { $described }. Si c’est le tableau qui a raison, corrigez sa description.
table-width = Cette ligne n’a pas le bon nombre de cellules ; nombre attendu : { $width }.
table-width-hint = Ajoutez les cellules qui manquent ou retirez celles en trop. Un texte qui contient une virgule se met entre guillemets.

## Les correspondances entre registres

mapping-unknown-field = « { $field } » n’est pas un champ commun des registres.
mapping-unknown-field-hint = Corrigez son nom d’après la liste du fichier data/vocabularies/common_fields.yaml.
mapping-bad-country = « { $country } » n’est pas un code de pays.
mapping-bad-country-hint = Écrivez deux lettres majuscules, par exemple FR, ou EU pour l’Union européenne.
mapping-field-rule = On ne sait pas d’où vient la valeur de ce champ.
mapping-field-rule-hint = Donnez une seule origine : « column », « columns », « first », « list », « flags » ou « const ». « write » doit nommer l’une des colonnes lues.
mapping-no-key = Rien ne permet de reconnaître une fiche d’une lecture à l’autre.
mapping-no-key-hint = Indiquez la colonne du champ « reference », ou nommez dans « key » les colonnes qui, ensemble, désignent une fiche.
mapping-export-column = La colonne « { $column } » est lue, mais « columns » ne la contient pas : ce qui est écrit ne pourrait pas être relu.
mapping-export-column-hint = Ajoutez « { $column } » à « columns », sous « export », ou retirez « columns » pour écrire les colonnes lues.
mapping-generative-write = Ce que « write » fait écrire ne serait pas reconnu par la règle.
mapping-generative-write-hint = Mettez dans « write » un texte qui contient l’une des expressions de « contains ».

## Les règles du droit

law-values = Les valeurs de ce fait ne conviennent pas : un choix a une liste de valeurs ({ $max } au plus), les autres faits n’en ont pas.
law-values-hint = Donnez une liste « values » à un choix, et retirez-la ailleurs.
law-unknown-fact = Le fait « { $id } » n’existe pas, ou ne peut pas être lu ici.
law-unknown-fact-hint = Corrigez son nom d’après les fichiers de data/law/facts. Une règle ne lit ni trait de fiche, ni fait calculé défini plus bas.
law-unknown-value = « { $value } » n’est pas une réponse possible à « { $id } ».
law-unknown-value-hint = Écrivez l’une de ces réponses : { $choices }.
law-condition = Cette condition ne se comprend pas.
law-condition-hint = Écrivez le nom d’un fait, ou un seul de ces mots suivi de ce qu’il compare : all, any, not, at_least, equals, in, minimum, more_than, since, before.
law-not-yes-no = Le fait « { $id } » ne se répond pas par oui ou non : il faut dire à quoi on le compare.
law-not-yes-no-hint = Écrivez par exemple equals, in, since ou minimum devant ce fait.
law-done-on = Un devoir d’avant l’usage dit quelle fiche peut en garder la trace, et lui seul.
law-done-on-hint = Ajoutez « done_on » avec tool, task ou les deux si le devoir lie before_use ; retirez-le sinon.
law-periods = Deux périodes se chevauchent, ne se suivent pas, ou l’une finit avant de commencer.
law-periods-hint = Rangez les périodes de la plus ancienne à la plus récente ; finissez chacune la veille de la suivante.
law-no-source = Cette règle ne cite aucune source.
law-no-source-hint = Ajoutez dans « sources » l’identifiant d’une source de data/sources/sources.yaml.
law-no-start = Cette règle n’a pas de date de début.
law-no-start-hint = Ajoutez une période, ou donnez la nature « pending » si le texte n’est pas adopté.
law-pending-start = Un texte en attente ne peut pas avoir de période.
law-pending-start-hint = Retirez la période, ou changez la nature si le texte est adopté.
law-no-duty = Cette règle ne dit pas qui est lié, ni à quoi.
law-no-duty-hint = Ajoutez au moins un devoir dans « then ».
law-lifted-by = Une interdiction dit ce qui la lève, ou que rien ne la lève ; les autres règles ne le disent pas.
law-lifted-by-hint = Ajoutez « lifted_by » à une interdiction ; retirez-le des autres règles.
law-no-case = Aucun cas ne prouve « { $id } ».
law-no-case-hint = Écrivez des cas dans le dossier « cases », à côté : la veille, le jour même, un cas exclu par les faits, un cas inconnu.
law-unknown-rule = « { $id } » n’est ni une règle, ni un fait calculé.
law-unknown-rule-hint = Écrivez le chemin de la règle, comme ria/aidf, ou facts/ suivi du nom d’un fait calculé.
law-unknown-parameter = « { $id } » n’est pas un paramètre local.
law-unknown-parameter-hint = Corrigez son nom d’après le fichier data/law/parameters.yaml.
## Les questionnaires à points

questionnaire-no-question = Cette partie ne pose aucune question.
questionnaire-no-question-hint = Ajoutez une question sous « questions », ou retirez la partie.
questionnaire-condition = Cette condition ne peut pas être lue.
questionnaire-condition-hint = Écrivez l’identifiant d’une question, puis entre crochets les réponses qui conviennent : contrat: [oui, en_partie]. « all », « any » et « not » les combinent.
questionnaire-not-asked-before = La condition dépend de la question « { $question } », qui n’est pas posée avant.
questionnaire-not-asked-before-hint = Corrigez l’identifiant, ou placez cette question plus haut.
questionnaire-text-in-condition = La condition dépend de « { $question } », qui attend un texte libre.
questionnaire-text-in-condition-hint = Faites dépendre la condition d’une question à choix.
questionnaire-unknown-choice = « { $choice } » n’est pas une réponse possible à « { $question } ».
questionnaire-unknown-choice-hint = Prenez l’une de ces réponses : { $choices }.
questionnaire-choices = Le nombre de réponses ne convient pas à cette question.
questionnaire-choices-hint = « one » demande au moins deux réponses, « several » au moins une, « text » aucune.
questionnaire-points-unscored = Une partie sans points en donne à une réponse.
questionnaire-points-unscored-hint = Retirez « points », ou changez le champ « kind » de la partie.
questionnaire-points-too-high = Une réponse donne trop de points ; le plus est { $max }.
questionnaire-points-too-high-hint = Divisez tous les points du questionnaire par un même nombre.
questionnaire-reserved-id = « { $id } » est un mot des conditions.
questionnaire-reserved-id-hint = Donnez à la question un autre identifiant.
questionnaire-total = Le questionnaire annonce { $stated } points, ses questions en font { $found }.
questionnaire-total-hint = Si les questions sont justes, corrigez « points ». Sinon, cherchez celle qui manque ou qui est en trop. Le total ne peut pas être nul.
questionnaire-phases = Le partage du maximum entre phases est impossible.
questionnaire-phases-hint = Chaque phase est montrée par d’autres réponses à une même question à choix unique, et toutes font le même total. « phases » ne va qu’avec « counts: all ».
questionnaire-percent = « { $value } » ne peut pas être ce pourcentage.
questionnaire-percent-hint = Écrivez un nombre entier jusqu’à 100. Un seuil d’atténuation commence à 1.
questionnaire-mitigation = La règle d’atténuation et les parties d’atténuation ne vont pas ensemble.
questionnaire-mitigation-hint = Donnez « mitigation » sous « scores » si une partie est de cette sorte, et seulement alors. « reduction » en a besoin.
questionnaire-levels = Les niveaux ne couvrent pas tous les résultats.
questionnaire-levels-hint = Donnez au moins deux niveaux, du plus bas au plus haut, chacun avec « up_to_percent », sauf le dernier.
questionnaire-unused-area = Aucun questionnaire ne nomme cette partie.
questionnaire-unused-area-hint = Ajoutez-la à la liste « areas » du questionnaire, ou supprimez le fichier.

## Les risques, les mesures et les valeurs

data-no-source = Aucune source n’est citée ici.
data-no-source-hint = Ajoutez dans « sources » l’identifiant d’une source de data/sources/sources.yaml. Sans source, cet élément est laissé de côté.
risk-unknown-mapping = « { $id } » ne figure pas dans cette liste extérieure.
risk-unknown-mapping-hint = Corrigez l’identifiant d’après data/risks/lists.yaml, entre guillemets s’il ressemble à un nombre.
risk-not-dpv = « { $id } » n’est pas un terme du vocabulaire DPV du W3C.
risk-not-dpv-hint = Écrivez l’adresse entière du terme ; elle commence par https://w3id.org/dpv.
risk-no-measure = Aucune mesure ne réduit le risque « { $id } ».
risk-no-measure-hint = Citez ce risque sous « lowers » d’une mesure de data/risks/measures.yaml, ou ajoutez une mesure.
risk-measure-no-recommendation = Cette mesure n’est rattachée à aucune recommandation.
risk-measure-no-recommendation-hint = Ajoutez dans « recommendations » l’identifiant d’une recommandation de framework/recommendations.yaml.
risk-steps = Ce nombre de niveaux ne convient pas, ou aucun risque n’est nommé.
risk-steps-hint = Écrivez 1, 2 ou 3, et nommez au moins un risque sous « risks » s’il s’agit d’une mesure.
risk-scale = Cette échelle n’a pas les quatre niveaux attendus.
risk-scale-hint = Donnez les niveaux 1, 2, 3 et 4, dans cet ordre, chacun une fois.
risk-zones = Les zones ne couvrent pas tous les produits de 1 à 16.
risk-zones-hint = Rangez les zones de la plus basse à la plus haute ; la dernière finit à 16.
ethics-no-question = Cette valeur ne pose aucune question.
ethics-no-question-hint = Ajoutez au moins une question sous « questions ».
ethics-nobody-asked = Cette question n’est posée à personne.
ethics-nobody-asked-hint = Nommez sous « answered_by » au moins une fonction de data/vocabularies/functions.yaml.
starter-nobody-asked = Personne n’est désigné pour écrire cette partie.
starter-nobody-asked-hint = Nommez sous « answered_by » au moins une fonction de data/vocabularies/functions.yaml.

## Le fichier reçu

file-too-large = Le fichier est trop gros : il dépasse { $detail } Mo.
file-too-large-hint = Découpez-le en plusieurs fichiers, avec la même ligne de titres dans chacun.
file-no-rows = Le fichier n’a aucune ligne de données. Lu comme : { $detail }.
file-no-rows-hint = Vérifiez que c’est le bon fichier. La première ligne porte les titres ; les fiches commencent à la deuxième.
file-unknown-encoding = L’encodage « { $detail } » n’est pas connu.
file-unknown-encoding-hint = Écrivez « utf-8 » ou « windows-1252 » dans la correspondance, ou retirez cette indication.
file-not-csv = Le fichier ne se lit pas comme un tableau CSV. Détail technique : { $detail }
file-not-csv-hint = Ouvrez-le dans un tableur, puis enregistrez-le de nouveau en CSV, encodage UTF-8.
file-not-workbook = Le fichier ne se lit pas comme un classeur. Détail technique : { $detail }
file-not-workbook-hint = Ouvrez-le dans un tableur, puis enregistrez-le de nouveau en XLSX, sans mot de passe.
file-no-sheet = La feuille attendue n’est pas dans le classeur. Feuilles trouvées : { $detail }.
file-no-sheet-hint = Donnez à la feuille le nom attendu, ou changez « sheet » dans la correspondance.
file-not-json = Le fichier ne se lit pas comme du JSON. Détail technique : { $detail }
file-not-json-hint = Demandez un nouvel export à qui fournit le fichier, sans le modifier à la main.
file-no-list = Aucune liste de fiches n’a été trouvée dans le fichier, à l’endroit prévu.
file-no-list-hint = Indiquez dans « path », dans la correspondance, le nom de la liste qui contient les fiches.
file-missing-column = La colonne « { $column } » n’est pas dans le fichier : les champs qui en viennent resteront vides.
file-missing-column-hint = Vérifiez le titre de la colonne, à la lettre près, ou corrigez-le dans la correspondance.
file-missing-key = La colonne « { $column } » de « key » n’est pas dans le fichier : les lignes sont reconnues par les autres colonnes de la clé.
file-missing-key-hint = Corrigez son titre dans la correspondance. Sinon, une fiche lue avec cette colonne dans une autre édition serait une autre fiche.
file-not-there = { $file } ne se lit pas : ce fichier n’existe pas.
file-not-there-hint = Vérifiez le chemin. Pour une correspondance, le nom suffit : « vigie register formats » les donne.
file-not-read = { $file } ne se lit pas. Détail technique : { $detail }
file-not-read-hint = Vérifiez que c’est un fichier et que vous avez le droit de le lire.
file-other-width = Le fichier n’a pas le nombre de colonnes prévu. Attendu : { $expected } ; trouvé : { $found }.
file-other-width-hint = Prenez le fichier d’origine de cette édition : plusieurs colonnes portent le même titre et ne se distinguent que par leur place.

## Les lignes du fichier reçu

row-missing-field = { $field ->
    [name] Le nom de l’usage est vide, et il est obligatoire.
    [lifecycle_status] L’état de l’usage est vide ou n’a pas été reconnu, et il est obligatoire.
   *[other] Le champ « { $field } » est vide, et il est obligatoire.
}
row-missing-field-hint = { $field ->
    [name] Donnez un nom à l’usage dans cette ligne, puis importez de nouveau.
    [lifecycle_status] Écrivez un état que la correspondance connaît, puis importez de nouveau.
   *[other] Remplissez « { $field } » dans cette ligne, puis importez de nouveau.
}
row-unmapped-value = La valeur « { $value } » n’est pas reconnue ; elle n’a pas été reprise.
row-unmapped-value-hint = { $section ->
    [lifecycle] Ajoutez une ligne à « lifecycle », dans la correspondance : "{ $value }" suivi de l’un des états, par exemple deployed.
    [values] Ajoutez une ligne à « values », sous ce champ, dans la correspondance : "{ $value }" suivi du code ; ou écrivez une valeur connue dans le fichier.
    [ticks] Ajoutez "{ $value }" à « ticks » si cela veut dire oui, ou à « empty » si cela ne veut rien dire.
   *[other] Écrivez un nom ou une clé que l’observatoire connaît.
}
row-not-a-date = « { $value } » n’est ni une année, ni un mois, ni un jour ; la date reste vide.
row-not-a-date-hint = Écrivez 2021, 2021-05 ou 2021-05-31, ou dites dans « values », sous « { $field } », ce que la cellule veut dire. La ligne d’origine la garde.
row-date-order = « { $value } » se lit de deux façons, car rien ne dit si le mois vient avant le jour ; la date reste vide.
row-date-order-hint = Ajoutez à la correspondance : « day_order », puis en dessous « { $field }: day/month/year », ou month/day/year.
row-not-an-address = « { $value } » n’est pas une adresse du web ; le champ reste vide.
row-not-an-address-hint = Écrivez une adresse seule, qui commence par https://. La ligne d’origine garde la cellule.
row-several-addresses = La cellule contient { $count } adresses ; la première est reprise : { $first }
row-several-addresses-hint = La ligne d’origine les garde toutes. Mettez en premier celle qui doit servir de lien.
row-unknown-reference = Aucune fiche ne porte la référence « { $value } » : la ligne est lue sans elle.
row-unknown-reference-hint = Laissez la référence vide pour une fiche nouvelle : elle en recevra une.
row-same-record = Une ligne plus haut parle déjà de cette fiche.
row-same-record-hint = Gardez une seule ligne par fiche, ou videz la référence de celle qui est nouvelle.
row-no-ground = La fiche n’est pas publiée en entier, et aucun motif ne le justifie.
row-no-ground-hint = Choisissez un motif dans la liste des motifs de réserve, ou publiez la fiche en entier.
cell-control-characters = La cellule contient des caractères de commande que personne ne peut lire ; ils ont été retirés.
cell-control-characters-hint = Relisez cette cellule : elle a pu être abîmée en passant d’un logiciel à un autre.

## Les analyses d’impact

pia-none = Ce fichier ne contient pas d’analyse d’impact de l’outil de la CNIL, ou elle n’a pas de nom.
pia-none-hint = Exportez de nouveau l’analyse depuis l’outil de la CNIL, au format JSON.
pia-not-json = Ce fichier ne se lit pas comme du JSON. Détail technique, en anglais : { $detail }
pia-not-json-hint = Dans l’outil de la CNIL, exportez l’analyse au format JSON ; dans un fichier ZIP, prenez celui qui finit par « .json ».
pia-half-judged = Des risques n’ont que leur gravité ou que leur vraisemblance, et sont repris sans niveau : { $count }.
pia-half-judged-hint = Jugez les deux, ou aucune.
pia-long-list = Des listes trop longues sont coupées. Risques concernés : { $count }.
pia-long-list-hint = Dites l’essentiel, et gardez le fichier d’origine.
pia-action-plan = L’évaluation juge aussi ce qui restera une fois le plan d’action mené. Ce n’est pas repris. Risques concernés : { $count }.
pia-action-plan-hint = Changez le niveau quand le plan est mené.
pia-unknown-state = L’avancement de l’analyse n’est pas reconnu ; il reste inconnu.
pia-unknown-state-hint = Ouvrez l’analyse dans l’outil de la CNIL et notez vous-même où elle en est.
pia-own-structure = L’analyse suit une trame propre à un organisme, en plus des questions de la CNIL.
pia-own-structure-hint = Gardez le fichier d’origine : seuls les numéros des questions sont repris, pas la trame.
pia-names-left-out = Les noms de personnes ne sont pas repris. Endroits qui en portaient : { $count }.
pia-names-left-out-hint = Écrivez des fonctions, jamais des noms. Relisez aussi les textes libres avant de publier.
pia-answer-of-nothing = Des réponses ne disent pas à quelle question elles répondent, et ne sont pas reprises : { $count }, la première est la réponse { $place }.
pia-answer-of-nothing-hint = Exportez de nouveau l’analyse, ou recopiez ces réponses à la main.

## Les mots de l’interface

words-missing = Le message « { $key } » manque dans cette langue.
words-missing-hint = Ajoutez-le : chaque message doit exister en français et en anglais.
words-blanks = Le message « { $key } » n’a pas les mêmes valeurs à remplir en français et en anglais.
words-blanks-hint = Employez dans les deux langues les mêmes noms après le signe dollar.

## Les textes du rapport

report-front-matter = Le chapitre ne commence pas par son titre et sa partie.
report-front-matter-hint = Commencez par une ligne de trois tirets, une ligne « title », une ligne « part » (de 0 à 4) et une ligne de trois tirets.
report-template = Une formule entre accolades ne peut pas être remplie. Détail technique : { $detail }
report-template-hint = Vérifiez le nom écrit entre accolades, et que chaque condition ouverte est refermée.
report-markup = Le texte contient une mise en forme qui n’est pas admise : { $found }
report-markup-hint = Gardez les titres de niveau 2 ou 3, les paragraphes, les listes, les tableaux, les citations et les liens. Retirez le reste.
report-unknown-name = { $kind ->
    [figure] Aucun graphique ne s’appelle « { $name } ».
    [table] Aucun tableau ne s’appelle « { $name } ».
   *[other] « { $name } » n’est pas connu.
}
report-unknown-name-hint = { $kind ->
    [figure] Choisissez parmi : horizon, status, needs, effects, minutes, tools, footprint, coverage, reviews, releases.
    [table] Choisissez parmi : uses, refusals, lessons, risks, recommendations, principles, tools, numbers, glossary, sources, withheld, peers, timeline, releases, comparables, size-classes, equivalents.
   *[other] Corrigez le nom « { $name } ».
}

## Ce que la personne peut corriger

schema-no-records = Aucune fiche publiée ne peut servir d’exemple.
schema-no-records-hint = Publiez une fiche, ou chargez la démonstration dans un autre dossier.
schema-folder-taken = { $folder } contient déjà quelque chose.
schema-folder-taken-hint = Donnez un dossier neuf : un dépôt ne s’écrase pas.
not-an-observatory = { $folder } ne contient pas de fichier vigie.toml.
not-an-observatory-hint = Lancez d’abord « vigie init { $folder } », ou donnez le dossier avec --dir.
authority-kind = Collectivité { $slug } : « { $kind } » n’est pas une nature connue.
authority-kind-hint = Écrivez commune, metropolis, county, region, state ou other dans vigie.toml.
import-key-missing = Rien n’est lu : la clé nomme des colonnes qui ne sont pas dans le fichier ({ $columns }), et les lignes ne seraient pas reconnues d’une édition à l’autre.
import-key-missing-hint = Corrigez « key » dans la correspondance, ou la colonne du champ « reference » s’il n’y a pas de « key ». Colonnes du fichier : { $headers }.
import-mapping-faulty = { $file } a des fautes : rien n’est lu.
import-mapping-faulty-hint = Lancez « vigie check » : chaque faute y est dite avec sa ligne.
import-whose = Ce sont vos propres fiches : il faut dire à quelle collectivité elles appartiennent.
import-whose-hint = Ajoutez --authority suivi de l’un de ces noms : { $slugs }.
import-no-mapping = Aucune correspondance ne s’appelle « { $name } ».
import-no-mapping-hint = Correspondances connues : { $known }.
import-no-format = Aucun format connu n’a les colonnes de ce fichier.
import-no-format-hint = Donnez-en un avec --format : { $known }.
import-mapped = Le format mapped demande une correspondance.
import-mapped-hint = Ajoutez --mapping suivi d’un nom ({ $known }) ou d’un fichier YAML.
export-read-only = La correspondance « { $detail } » sert à lire, pas à écrire.
export-read-only-hint = Choisissez un format écrit (vigie register formats les dit), ou ajoutez « export » à votre correspondance.
export-other-kind = Ce format ne s’écrit pas dans cette sorte de fichier.
export-other-kind-hint = Terminez le nom du fichier par l’une de ces sortes : { $detail }.
export-not-written = Le fichier n’a pas pu être écrit. Détail technique : { $detail }
export-not-written-hint = Essayez une autre sorte de fichier, comme csv.
no-such-authority = Aucune collectivité ne s’appelle « { $slug } ».
no-such-authority-hint = Collectivités connues : { $known }.
no-such-edition = L’édition { $number } n’est pas inscrite.
no-such-edition-hint = Inscrivez-la dans records/editions.yaml, ou demandez un autre numéro.
no-such-message = Aucun message ne porte le numéro { $tracking }.
no-such-message-hint = Lancez vigie messages list pour voir les numéros.

law-file-unreadable = { $file } ne peut pas être lu. Détail technique : { $error }
law-file-unreadable-hint = Vérifiez le chemin et les droits, puis recommencez.
ask-no-sheet = « { $name } » n’a pas de feuille ({ $kind ->
    [task] tâche
    [tool] outil
   *[data] nature de données
}).
ask-no-sheet-hint = Choisissez parmi : { $known }.

data-not-a-folder = { $folder } n’est pas un dossier.
data-not-a-folder-hint = Donnez un dossier qui contient data/.

starter-no-form = La forme « { $form } » n’existe pas.
starter-no-form-hint = Choisissez parmi : { $known }.
starter-no-record = Aucune fiche ne porte la référence « { $record } ».
starter-no-record-hint = Une référence ressemble à VAL-006 : le registre les donne.
assessment-not-yet = Le jour d’achèvement est à venir.
assessment-not-yet-hint = Donnez un jour passé, ou aujourd’hui, avec « --done-on ».
assessment-names = Des mots semblent nommer une personne : { $names }.
assessment-names-hint = Changez-les dans l’analyse, ou ajoutez « --as-it-is » s’ils ne nomment personne.
assessment-which-record = Plusieurs administrations ont une fiche « { $record } » : { $known }.
assessment-which-record-hint = Dites laquelle avec « --authority ».
assessment-outdated = La fiche { $record } a changé pendant la lecture. Rien n’est écrit.
assessment-outdated-hint = Lancez la commande de nouveau.
import-undo-later = Un import plus récent de ce registre repose sur celui-ci : « { $file } » ({ $run }).
import-undo-later-hint = Défaites d’abord le plus récent.
import-fields-kept = Ce fichier n’a pas de colonne pour des champs que les fiches connues remplissent ; elles les gardent : { $fields }.
import-fields-kept-hint = Rien à faire. Pour les vider, importez un fichier qui a ces colonnes.
import-whose-register = Plusieurs administrations publient dans cette forme : ce fichier ne dit pas de qui est le registre.
import-whose-register-hint = Dites-le : « --publisher "Ville de …" », avec « --country » et « --licence » si vous les savez.
import-bad-publisher = « { $name } » ne peut pas être l’éditeur d’un registre repris : c’est une administration de l’observatoire, ou ce n’est pas un nom.
import-bad-publisher-hint = Donnez le nom de l’organisme qui publie ce fichier ; vos propres fiches s’importent avec « own-uses ».
export-unknown-ending = La fin du nom « { $file } » ne dit aucune sorte de fichier.
export-unknown-ending-hint = Finissez-le par .csv, .xlsx ou .json.
import-decisions-fall = Des décisions ne tiendront plus, car ce fichier change ce qu’elles ont jugé : { $records }.
import-decisions-fall-hint = Si ce n’est pas voulu, rendez à ces lignes ce que disent les fiches. Sinon, demandez une nouvelle décision.
import-no-run = Aucun import ne porte l’identifiant { $run }.
import-no-run-hint = La commande « vigie register runs » les liste.
import-undone-already = Cet import a déjà été défait.
import-undone-already-hint = Pour le refaire, importez le fichier de nouveau.
file-too-wide = Ce fichier a plus de { $detail } colonnes : ce n’est pas un tableau.
file-too-wide-hint = Vérifiez que chaque fiche du fichier a les mêmes noms de champs.
file-too-many-cells = Cette liste ferait plus de { $detail } cases : ce n’est pas un registre.
file-too-many-cells-hint = Vérifiez que chaque fiche du fichier a les mêmes noms de champs, ou découpez la liste.
file-unpacks-too-large = Une fois décompressé, ce classeur dépasse { $detail } Mo.
file-unpacks-too-large-hint = Enregistrez en CSV la feuille à importer, ou découpez le classeur.
import-changed = Quelqu’un a changé une de ces fiches pendant l’import : rien n’a été écrit.
import-changed-hint = Recommencez l’import.
