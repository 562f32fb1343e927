### L’API, la découverte, les éditeurs d’autres registres.

## La page

api-page-title = API
api-page-lede = Tout ce que le site publie, pour des programmes : en lecture seule, sans inscription, sans clé, en JSON. Rien d’autre que ce qui est public n’y est lu.
api-begin = Commencer
api-begin-means = Chaque réponse est un document JSON en UTF-8. Un champ que personne n’a rempli est absent : il n’est jamais « non » ni zéro.
api-openapi-link = La description OpenAPI 3.1
api-discovery-link = Le document de découverte
api-addresses = Les adresses
api-column-address = Adresse
api-column-means = Ce qu’elle donne
api-column-parameters = Paramètres
api-parameters = Les paramètres
api-parameters-reserve = Un paramètre inconnu est refusé : un filtre qui ne serait pas appliqué tromperait.
api-repeated = Peut être répété : une des valeurs suffit.
api-rules = Les règles
api-problems = Les refus
api-problems-reserve = Un refus est un document « application/problem+json » (RFC 9457), en français ou en anglais selon l’en-tête Accept-Language.
api-not-modified = Rien n’a changé depuis la réponse que vous avez déjà.
api-no-copy = Une copie du site sous forme de fichiers n’a pas d’API : les données ouvertes y contiennent les mêmes fiches.
api-no-copy-link = Ce que fait une copie statique
open-page-api = Pour des programmes qui cherchent, filtrent ou suivent les changements :

## Les règles

api-rule-pages = Pages
api-rule-pages-means = Une liste donne « total », « items » et, s’il en reste, « next » : l’adresse de la suite, à employer telle quelle. Une page compte { $items } éléments au plus. Si le registre change entre deux pages, un élément peut être vu deux fois ou manquer : pour une copie fidèle, suivez les changements.
api-rule-changes = Changements
api-rule-changes-means = Les changements vont du plus ancien au plus récent. Gardez « cursor » et redonnez-le dans « since » la fois suivante. Une fiche retirée, ou qui n’est plus publiée, laisse une trace : son adresse, le jour et le motif, rien d’autre.
api-rule-copies = Copies
api-rule-copies-means = Qui garde une copie supprime ou marque les fiches dont la trace dit qu’elles sont parties. Si le curseur est refusé, on relit tout depuis le début.
api-rule-cache = Cache
api-rule-cache-means = Chaque réponse a une étiquette (ETag) : redonnée dans If-None-Match, elle vaut une réponse 304 sans corps si rien n’a changé. Toute page de tout site peut lire l’API (CORS).
api-rule-limit = Fréquence
api-rule-limit-means = Au-delà d’un certain nombre de demandes par minute, la réponse est 429 et l’en-tête Retry-After dit combien de secondes attendre.
api-rule-language = Langues
api-rule-language-means = Les réponses portent chaque texte dans ses langues. Seuls les refus et la description OpenAPI sont dans une seule.

## Les adresses

api-resource-index = La liste des adresses, la licence, le jour des données.
api-resource-authorities = Les administrations dont les usages sont observés.
api-resource-authority = Une administration.
api-resource-departments = Leurs directions.
api-resource-use-cases = Le registre : cherché, filtré, trié comme sur le site.
api-resource-use-case = Une fiche, par son identifiant ou sa référence.
api-resource-tools = Les outils.
api-resource-tool = Un outil.
api-resource-numbers = Les nombres, avec unité, intervalle, source, méthode et jour.
api-resource-publishers = Les éditeurs d’autres registres, et l’âge de leur copie.
api-resource-publisher = Un éditeur.
api-resource-peer-records = Les fiches d’autres registres, sans les cellules de leur source.
api-resource-peer-record = Une fiche d’un autre registre, avec sa source entière.
api-resource-changes = Ce qui a changé depuis la dernière fois, et ce qui n’est plus public.
api-resource-editions = Les éditions du rapport, la plus récente d’abord.
api-resource-openapi = Cette description, pour des programmes.
api-key-authority = Le nom de l’administration dans les adresses.
api-key-use-case = L’identifiant (UUID) ou la référence de la fiche.
api-key-tool = Le nom court de l’outil.
api-key-publisher = Le nom court de l’éditeur.
api-key-peer-record = L’identifiant (UUID) de la fiche.

## Les paramètres

api-parameter-q = Des mots cherchés, fautes de frappe et synonymes compris.
api-parameter-lang = La langue de la recherche ou des mots : fr ou en.
api-parameter-uri = L’adresse durable d’une fiche.
api-parameter-authority = Nom court d’une administration.
api-parameter-state = État de l’usage.
api-parameter-data = La plus délicate des sortes de données employées.
api-parameter-department = Nom court d’une direction.
api-parameter-task = La tâche.
api-parameter-tool = Nom court d’un outil.
api-parameter-generative = Le contenu est généré ou non.
api-parameter-publisher = Nom court d’un éditeur.
api-parameter-sort = L’ordre : par référence, par date de revoyure ou par pertinence.
api-parameter-scope = Nom court d’une administration ; « ensemble » pour toutes.
api-parameter-since = Le curseur de la fois précédente, ou un instant (2026-06-30T08:00:00Z).
api-parameter-limit = Nombre d’éléments d’une page.
api-parameter-cursor = La place où la page précédente s’est arrêtée : prenez l’adresse « next ».

## Les méthodes des nombres

api-method-register = Compté dans les fiches publiées, le jour indiqué.
api-method-withheld = Compté parmi les fiches connues qui ne sont pas publiées.
api-method-authority = Déclaré par l’administration.
api-method-peers = Compté dans les registres d’autres organismes, tels qu’ils ont été lus.
api-method-footprint = Estimé à partir des hypothèses déclarées, par la méthode EcoLogits, tables :
api-method-law = Lu par les règles du droit dans ce qui est publié des fiches.

## Les objets

api-noun-Text = Un texte par langue (étiquettes BCP 47).
api-noun-Index = La liste des adresses.
api-noun-Authorities = Une page d’administrations.
api-noun-Departments = Une page de directions.
api-noun-Department = Une direction.
api-noun-UseCases = Une page de fiches.
api-noun-Tools = Une page d’outils.
api-noun-Numbers = Une page de nombres.
api-noun-Publishers = Une page d’éditeurs.
api-noun-PeerRecords = Une page de fiches d’autres registres.
api-noun-Editions = Une page d’éditions.
api-noun-Changes = Des changements, du plus ancien au plus récent.
api-noun-Change = Une fiche qui a changé, telle qu’elle est maintenant, ou la trace d’une fiche partie.
api-noun-Problem = Un refus (RFC 9457).
api-noun-UseCase = Une fiche du registre : un besoin, une tâche, un outil, une direction.
api-noun-Publication = Ce qui est publié de la fiche, et pourquoi pas plus.
api-noun-ModelUsed = Un modèle.
api-noun-Supplier = Un fournisseur et son rôle.
api-noun-DataUse = Les données employées.
api-noun-InputData = Un fichier ou une source.
api-noun-LegalBasis = Un fondement juridique.
api-noun-ImpactAssessment = Une analyse d’impact.
api-noun-RiskTier = La classe présumée selon le règlement sur l’IA. Ce n’est pas un avis juridique.
api-noun-Risk = Un risque et ce qui le réduit.
api-noun-AppliedMeasure = Une mesure prise.
api-noun-Rating = Une cotation, de 1 à 4.
api-noun-Frequency = À quelle fréquence.
api-noun-WorkEffects = Les effets sur le travail.
api-noun-OccupationEffect = Les effets sur un métier, déclarés ou mesurés sur 11 personnes au moins.
api-noun-Felt = Un changement ressenti.
api-noun-Access = L’accès à l’outil.
api-noun-FootprintAssumptions = Les hypothèses d’une estimation de l’empreinte.
api-noun-RegistryModel = Un modèle du répertoire de la méthode.
api-noun-Cost = Un coût annuel.
api-noun-Money = Un montant, en millionièmes de l’unité monétaire.
api-noun-Continuity = Ce qui s’arrêterait avec l’usage.
api-noun-Opinion = L’avis d’une fonction.
api-noun-EthicalView = Le regard d’une fonction sur une valeur.
api-noun-ReviewRequest = Des avis demandés.
api-noun-Decision = La dernière décision.
api-noun-Voided = Une décision qui ne vaut plus, et ce qui a changé depuis.
api-noun-Stop = Un arrêt et sa raison.
api-noun-Experiment = Un essai.
api-noun-Lesson = Une leçon et sur quoi elle repose.
api-noun-Quantity = Un nombre avec son unité et son intervalle.
api-noun-Interval = Un intervalle et sa nature.
api-noun-Link = Une adresse et son titre.
api-noun-Authority = Une administration.
api-noun-Tool = Un outil, autorisé ou non.
api-noun-TermsVersion = Un état des conditions d’utilisation.
api-noun-ProductVersion = Une version.
api-noun-EmbeddedFeature = Une fonction d’IA apparue dans l’outil.
api-noun-EndOfLife = Une fin annoncée.
api-noun-GridAnswers = Des réponses à une grille.
api-noun-GridAnswer = Une réponse.
api-noun-Publisher = L’éditeur d’un autre registre.
api-noun-PeerRecord = Une fiche d’un autre registre, dans les mots de sa source.
api-noun-Inference = Ce qu’une règle a lu dans la source.
api-noun-SourceCell = Une cellule de la source.
api-noun-Number = Un nombre que l’on peut ouvrir.
api-noun-Origin = D’où vient un nombre.
api-noun-Edition = Une édition du rapport.
api-noun-Examination = Ce qui a été pensé et décidé d’un outil.
api-noun-Pages = La page du site, dans chaque langue.
api-noun-ToolLimits = Jusqu’où un outil est admis.
api-noun-Withdrawal = Quand et pourquoi un outil a été retiré.

## Les champs

api-field-means = { $label } : { $means }
api-field-uri = L’adresse qui nomme la fiche pour toujours.
api-field-page = Où le lire sur le site.
api-field-version = Son numéro de version.
api-field-changed_at = L’instant où cette version a été écrite.
api-field-total = Nombre d’éléments en tout.
api-field-items = Les éléments de la page.
api-field-next = L’adresse de la suite.
api-field-cursor = À redonner dans « since » la fois suivante.
api-field-more = S’il reste des changements à lire tout de suite.
api-field-change = La fiche a changé, ou elle est partie.
api-field-at = Quand.
api-field-reason = Retirée du registre, ou plus publiée.
api-field-use_cases = Nombre de fiches publiées qui s’y rapportent.
api-field-records = Nombre de ses fiches, parties comprises.
api-field-gone = Nombre de ses fiches qu’il ne publie plus.
api-field-is_known = Si le nombre est connu : inconnu n’est pas zéro.
api-field-as_of = Le jour pour lequel il vaut.
api-field-method = Comment il est obtenu.
api-field-copied_at = Quand son registre a été lu en entier pour la dernière fois.
api-field-silent_since = Depuis quand il ne répond plus.
api-field-gone_since = Depuis quel jour son éditeur ne la publie plus.
api-field-micro = Millionièmes de l’unité monétaire.
api-field-schema_version = Version de la forme des fiches.
api-field-fictional = Si tout est inventé.
api-field-Publication-level = Ce qui est publié : rien, un résumé ou la fiche entière.
api-field-Publication-ground = Le motif de ce qui n’est pas publié.
api-field-note = Une précision.
api-field-provider = Le fournisseur du modèle.
api-field-name = Le nom.
api-field-identifier = L’identifiant du fournisseur.
api-field-Supplier-role = Ce qu’il fournit.
api-field-DataUse-kind = La nature de données la plus délicate.
api-field-categories = Les catégories de données.
api-field-retention = Combien de temps elles sont gardées.
api-field-collection = D’où viennent les données.
api-field-url = Où le lire.
api-field-title = Le titre.
api-field-done_on = Le jour où elle a été faite.
api-field-summary = Le résumé.
api-field-tier = La classe présumée.
api-field-Risk-family = La famille du risque.
api-field-catalogue = Le risque du catalogue.
api-field-description = La description.
api-field-likelihood = La vraisemblance, de 1 à 4.
api-field-severity = La gravité, de 1 à 4.
api-field-measure = Ce qui réduit le risque.
api-field-measures = Les mesures prises.
api-field-residual = Ce qui reste du risque après les mesures.
api-field-AppliedMeasure-measure = La mesure du catalogue.
api-field-AppliedMeasure-state = Où en est la mesure.
api-field-AppliedMeasure-evidence = La preuve que la mesure est en place.
api-field-AppliedMeasure-on = Le jour depuis lequel elle est dans cet état.
api-field-Frequency-level = La fréquence.
api-field-uses_per_month = Le nombre d’usages par mois.
api-field-effect = L’effet sur le travail.
api-field-minutes = Les minutes gagnées ou perdues par dossier.
api-field-quality = L’effet sur la qualité.
api-field-WorkEffects-limit = Ce que ces effets ne disent pas.
api-field-occupations = Les métiers concernés.
api-field-by_occupation = Les effets, métier par métier.
api-field-OccupationEffect-family = La famille de métiers.
api-field-occupation = Le métier.
api-field-OccupationEffect-origin = Déclaré ou mesuré.
api-field-noted_on = Le jour où il a été noté.
api-field-checking = Les minutes passées à vérifier.
api-field-meaning = Le sens du travail.
api-field-skills = Les compétences.
api-field-OccupationEffect-access = Qui a accès à l’outil.
api-field-Felt-change = Le sens du changement.
api-field-words = Ce qui en est dit.
api-field-equal = Si tous y ont accès de la même façon.
api-field-left_out = Qui n’y a pas accès.
api-field-model_class = La taille du modèle.
api-field-FootprintAssumptions-model = Le modèle, dans le répertoire de la méthode.
api-field-requests_per_month = Le nombre de requêtes par mois.
api-field-words_per_request = Le nombre de mots par réponse.
api-field-yearly = Le montant par an.
api-field-covers = Ce que le montant comprend.
api-field-currency = La monnaie (ISO 4217).
api-field-tax = Taxes comprises ou non.
api-field-priced_on = Le jour de ce prix.
api-field-essential = Si un service essentiel en dépend.
api-field-public_facing = Si le public le verrait s’arrêter.
api-field-service = Le service qui s’arrêterait.
api-field-fallback = Ce que l’on ferait à la place.
api-field-function = La fonction qui se prononce, jamais un nom.
api-field-sense = Le sens de l’avis.
api-field-public_wording = Ce que la fonction en dit au public.
api-field-conditions = Les conditions.
api-field-given_on = Le jour où il a été donné.
api-field-on_version = La version de la fiche dont il s’agit.
api-field-Opinion-publication = Jusqu’où l’avis est publié.
api-field-criterion = La valeur regardée.
api-field-reasons = Les raisons.
api-field-asked_on = Le jour de la demande.
api-field-due_on = Le jour pour lequel les avis sont attendus.
api-field-required = Les fonctions dont l’avis est demandé.
api-field-outcome = Le sens de la décision.
api-field-decided_on = Le jour de la décision.
api-field-decided_by = La fonction qui a décidé, jamais un nom.
api-field-Decision-reason = La raison de la décision.
api-field-act = L’acte qui la porte.
api-field-review_on = Le jour pour lequel elle doit être revue.
api-field-stop_criterion = Ce qui ferait arrêter l’usage.
api-field-voided = Depuis quand et pourquoi elle ne vaut plus.
api-field-Voided-on = Le jour depuis lequel elle ne vaut plus.
api-field-changed = Ce qui a changé depuis la décision.
api-field-Stop-reason = Pourquoi l’usage a été arrêté.
api-field-stopped_on = Le jour de l’arrêt.
api-field-Experiment-from = Le premier jour de l’essai.
api-field-Experiment-until = Le dernier jour de l’essai.
api-field-result = Ce que l’essai a donné.
api-field-Lesson-text = Ce qui a été appris.
api-field-Lesson-evidence = Sur quoi la leçon repose.
api-field-interval = La fourchette.
api-field-Quantity-unit = L’unité.
api-field-low = Le bout bas.
api-field-high = Le bout haut.
api-field-Interval-kind = Pourquoi c’est une fourchette.

## Les refus

api-title-not-found = Rien à cette adresse
api-title-gone = Plus publié
api-title-parameter = Paramètre refusé
api-title-cursor = Curseur refusé
api-title-read-only = Lecture seule
api-title-too-often = Trop de demandes
api-title-broken = Panne
api-no-such-address = L’API n’a pas d’adresse « { $path } ».
api-no-such-address-hint = Les adresses sont listées à la racine de l’API.
api-no-such-record = Rien de public ne porte le nom « { $key } ».
api-no-such-record-hint = Vérifiez l’identifiant, ou cherchez dans la liste.
api-record-gone = La fiche { $key } n’est plus publiée depuis le { $date }.
api-record-gone-hint = Supprimez ou marquez votre copie. La liste des changements dit le motif.
api-unknown-parameter = Le paramètre « { $name } » n’existe pas à cette adresse. Paramètres possibles : { $known }.
api-unknown-parameter-hint = Retirez-le, ou corrigez son nom.
api-wrong-value = Le paramètre « { $name } » ne prend pas la valeur « { $value } ». Attendu : { $expected }.
api-wrong-value-hint = Employez une des valeurs attendues.
api-wrong-cursor = Le paramètre « { $name } » n’est pas un curseur donné ici pour cette question.
api-wrong-cursor-hint = Reprenez au début, sans ce paramètre : la base a pu être restaurée, ou la question a changé.
api-read-only = La méthode { $method } n’est pas admise.
api-read-only-hint = L’API se lit : GET, HEAD ou OPTIONS.
api-too-often = Trop de demandes en une minute. Attendez { $seconds } s.
api-too-often-hint = Attendez le temps que dit l’en-tête Retry-After ; espacez les demandes.
api-broken = La réponse n’a pas pu être faite.
api-broken-hint = Réessayez plus tard, ou signalez-le.

## Les éditeurs

publisher-lede = Cet organisme publie un registre. Ses fiches sont montrées ici comme les siennes, et ne sont jamais comptées parmi les nôtres.
publisher-facts = Sa copie
publisher-reserve = Le registre d’origine fait foi.
publisher-records = Fiches publiées par lui
publisher-gone = Fiches qu’il ne publie plus
publisher-country = Pays
publisher-licence = Licence
publisher-edition = Édition
publisher-imported = Importé le
publisher-copied = Lu en entier pour la dernière fois
publisher-copied-when = le { $date } à { $hour } { $days ->
    [0] (aujourd’hui)
    [one] (il y a un jour)
   *[other] (il y a { $days } jours)
}
publisher-api = API lue
publisher-original = Le registre d’origine
publisher-silent = Ce registre ne répond plus depuis le { $since }. Ce qui est montré en est une copie, lue { $copy }.
publisher-never-answered = Ce registre n’a jamais pu être lu en entier depuis le { $since } : ce qui est montré peut être incomplet.

## Les registres d’autres observatoires : la commande

peer-added = « { $publisher } » est ajouté sous le nom { $name }, licence { $licence }. Lisez son registre : vigie peer harvest { $name }
peer-removed = { $name } est retiré, avec { $count ->
    [one] une fiche
   *[other] { $count } fiches
}.
peers-none = Aucun registre n’est moissonné. Ajoutez-en un : vigie peer add ADRESSE
peer-harvested = { $name } : { $imported } nouvelles, { $updated } changées, { $gone } parties, { $refused } refusées.
peer-no-copy = Aucune copie : ce registre n’a jamais été lu en entier.
peer-copy-age = La copie date du { $at } { $days ->
    [0] (aujourd’hui)
    [one] (il y a un jour)
   *[other] (il y a { $days } jours)
}.
peer-name-taken = Le nom « { $name } » est vide ou déjà pris.
peer-name-taken-hint = Choisissez-en un autre avec --name.
no-such-peer = Aucun registre moissonné ne s’appelle « { $name } ». Connus : { $known }
no-such-peer-hint = vigie peer list les donne tous.

harvest-address = « { $url } » n’est pas une adresse que l’on puisse lire.
harvest-address-hint = Donnez une adresse https complète, sans nom ni mot de passe.
harvest-private = « { $host } » mène à un réseau privé.
harvest-private-hint = Si c’est voulu, mettez allow_private = true sous [peers] dans vigie.toml.
harvest-unreachable = Personne ne répond ({ $reason }).
harvest-unreachable-hint = Vérifiez l’adresse et le réseau ; la copie déjà faite reste, avec son âge.
harvest-redirected = L’adresse renvoie vers « { $to } ».
harvest-redirected-hint = Aucun renvoi n’est suivi : ajoutez l’adresse d’arrivée, si vous lui faites confiance.
harvest-status = La réponse a l’état { $status }.
harvest-status-hint = Vérifiez que le site est un observatoire, à la bonne adresse.
harvest-busy = Le site demande de revenir plus tard.
harvest-busy-hint = Réessayez dans quelques minutes.
harvest-too-large = Une réponse dépasse 8 Mio.
harvest-too-large-hint = Rien n’est gardé. Prévenez l’éditeur du registre.
harvest-too-much = Le registre dépasse ce qu’une moisson peut lire (50 000 changements ou 128 Mio).
harvest-too-much-hint = Rien n’est gardé. Importez plutôt son fichier.
harvest-wrong-type = La réponse n’est pas du JSON, mais « { $kind } ».
harvest-wrong-type-hint = Vérifiez que l’adresse est celle d’un observatoire.
harvest-unreadable = La réponse n’a pas la forme attendue ({ $detail }).
harvest-unreadable-hint = Rien n’est gardé. Le site parle peut-être une autre version.
harvest-other-site = Le site parle au nom de « { $site } ».
harvest-other-site-hint = Un site ne parle que pour lui : ajoutez l’adresse exacte qu’il donne, si vous lui faites confiance.
harvest-circle = La liste des changements tourne en rond.
harvest-circle-hint = Rien n’est gardé. Prévenez l’éditeur du registre.
harvest-cursor-refused = Le site ne connaît plus la place où la dernière moisson s’est arrêtée.
harvest-cursor-refused-hint = Tout est relu depuis le début.
harvest-line-unreadable = Cette ligne n’a pas la forme d’une fiche.
harvest-line-unreadable-hint = Elle est laissée de côté ; le reste est lu.
harvest-line-of-others = Cette ligne prétend parler d’une adresse qui n’est pas une fiche de { $site }.
harvest-line-of-others-hint = Elle est laissée de côté : un registre ne parle que de ses fiches.
harvest-line-too-heavy = Cette fiche dépasse 256 Kio.
harvest-line-too-heavy-hint = Elle est laissée de côté ; le reste est lu.

help-peer = Moissonner les registres d’autres observatoires
help-peer-add = Trouver un autre observatoire, pour que son registre puisse être moissonné
help-peer-add--url = Son adresse, par exemple https://vigie.exemple.fr
help-peer-add--name = Nom court sous lequel le garder ; tiré de son adresse s’il manque
help-peer-add--country = Code ISO 3166 de son pays
help-peer-harvest = Lire ce qui y a changé : ses fiches viennent comme les siennes, celles qu’il a retirées sont marquées
help-peer-harvest--name = L’un d’eux ; tous s’il manque
help-peer-harvest--json = Donner le résultat en JSON
help-peer-list = Lister ceux qui sont moissonnés, et l’âge de chaque copie
help-peer-list--json = Les donner en JSON
help-peer-remove = En retirer un, avec ses fiches
help-peer-remove--name = Son nom court

## La copie statique

copy-no-server = Cette copie n’a pas de serveur : ici, le site pose une question ou prend une réponse. Ce que l’on peut faire.
copy-written = { $folder } : { $pages } pages, { $files } fichiers, { $megabytes } Mo, { $changed } nouveaux ou changés, en { $seconds } s.
copy-dead-link = Lien mort : { $link }, dans la page { $page }
copy-not-ours = { $folder } contient autre chose qu’une copie faite par vigie publish.
copy-not-ours-hint = Choisissez un autre dossier, ou ajoutez --force pour tout remplacer.
copy-no-name = { $folder } n’a pas de nom de dossier.
copy-no-name-hint = Donnez un chemin qui finit par un nom, par exemple « copie ».
copy-no-url = Personne ne sait à quelle adresse cette copie sera lue.
copy-no-url-hint = Donnez-la avec --url https://…, ou remplissez public_url dans vigie.toml : le plan du site, les flux et le catalogue en ont besoin.
help-publish = Écrire tout le site public sous forme de fichiers
help-publish--folder = Le dossier à écrire ; une copie qui s’y trouve est remplacée en entier
help-publish--url = L’adresse où la copie sera lue ; public_url de vigie.toml si elle manque
help-publish--force = Remplacer tout ce que contient le dossier
help-publish--json = Donner le résultat en JSON
