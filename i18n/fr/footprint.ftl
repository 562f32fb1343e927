### L’empreinte d’une demande : ce que disent les commandes vigie footprint.
### Un jeton est un morceau de mot ; une carte de calcul est la puce qui fait tourner un modèle.

## Ce qui est estimé

footprint-indicator-energy = Électricité du centre de données
footprint-indicator-gwp = Effet sur le climat
footprint-indicator-adpe = Ressources minérales épuisées
footprint-indicator-pe = Énergie primaire, prise à la nature
footprint-indicator-wcf = Eau consommée

## Les étapes du calcul, nommées d’après leur résultat

footprint-step-required-memory = Mémoire nécessaire pour tenir le modèle
footprint-step-gpu-count = Cartes de calcul nécessaires pour tenir le modèle
footprint-step-energy-per-token = Énergie d’une carte de calcul pour un jeton (morceau de mot)
footprint-step-latency-per-token = Temps pour un jeton (morceau de mot)
footprint-step-hardware-gwp = Effet sur le climat de la fabrication du matériel occupé
footprint-step-hardware-adpe = Ressources minérales pour la fabrication du matériel occupé
footprint-step-hardware-pe = Énergie primaire pour la fabrication du matériel occupé
footprint-step-generation-latency = Temps que le serveur passe sur la réponse
footprint-step-gpu-energy = Énergie d’une carte de calcul pour la réponse
footprint-step-server-energy = Énergie du serveur pour la réponse, sans ses cartes de calcul
footprint-step-it-energy = Énergie de tout le matériel informatique pour la réponse
footprint-step-energy = Électricité du centre de données, refroidissement compris
footprint-step-usage-gwp = Effet sur le climat de l’électricité employée
footprint-step-usage-adpe = Ressources minérales pour l’électricité employée
footprint-step-usage-pe = Énergie primaire pour l’électricité employée
footprint-step-water = Eau consommée, sur place et pour produire l’électricité
footprint-step-embodied-gwp = Effet sur le climat de la fabrication, part de la réponse
footprint-step-embodied-adpe = Ressources minérales pour la fabrication, part de la réponse
footprint-step-embodied-pe = Énergie primaire pour la fabrication, part de la réponse
footprint-step-total-gwp = Effet sur le climat, électricité et fabrication
footprint-step-total-adpe = Ressources minérales, électricité et fabrication
footprint-step-total-pe = Énergie primaire, électricité et fabrication
footprint-step-video-latency = Temps que le serveur passe sur la vidéo
footprint-step-video-it-energy = Énergie du serveur qui fait la vidéo
footprint-step-video-embodied-gwp = Effet sur le climat de la fabrication, part de la vidéo
footprint-step-video-embodied-adpe = Ressources minérales pour la fabrication, part de la vidéo
footprint-step-video-embodied-pe = Énergie primaire pour la fabrication, part de la vidéo

## Les nombres qui entrent dans le calcul

footprint-factor-request-output-tokens = Jetons de la réponse (morceaux de mots)
footprint-factor-request-latency = Durée mesurée de la réponse
footprint-factor-request-video = Vidéo demandée, avec sa taille, sa durée et son éventuel son
footprint-factor-model-active-parameters = Réglages internes du modèle qui servent à chaque jeton (paramètres actifs)
footprint-factor-model-total-parameters = Réglages internes du modèle, tous comptés (paramètres)
footprint-factor-model-quantization-bits = Place d’un paramètre en mémoire
footprint-factor-model-throughput = Vitesse mesurée du modèle
footprint-factor-model-time-to-first-token = Attente mesurée avant le premier jeton
footprint-factor-memory-overhead = Mémoire à prévoir pour une part de modèle, le reste servant au calcul
footprint-factor-gpu-memory = Mémoire d’une carte de calcul
footprint-factor-batch-size = Demandes traitées en même temps par le serveur
footprint-factor-server-gpus = Cartes de calcul dans un serveur
footprint-factor-server-power = Puissance électrique du serveur, sans ses cartes de calcul
footprint-factor-hardware-lifespan = Durée de vie du matériel
footprint-factor-gpu-energy-alpha = Énergie par jeton, part qui croît avec la taille du modèle
footprint-factor-gpu-energy-beta = Énergie par jeton, part fixe (avant 0.9) ou effet des demandes simultanées (depuis 0.9)
footprint-factor-gpu-energy-gamma = Énergie par jeton, part fixe
footprint-factor-gpu-energy-batch-decay = Ce qui reste de la part liée à la taille quand les demandes sont traitées ensemble
footprint-factor-gpu-energy-stdev = Écart habituel entre l’énergie par jeton mesurée et calculée (écart-type)
footprint-factor-gpu-latency-alpha = Temps par jeton, part qui croît avec la taille du modèle
footprint-factor-gpu-latency-beta = Temps par jeton, part fixe
footprint-factor-gpu-latency-stdev = Écart habituel entre le temps par jeton mesuré et calculé (écart-type)
footprint-factor-latency-alpha = Temps par jeton, part qui croît avec la taille du modèle
footprint-factor-latency-beta = Temps par jeton, part qui croît avec les demandes simultanées
footprint-factor-latency-gamma = Temps par jeton, part fixe
footprint-factor-confidence-quantile = Marge gardée de chaque côté, en nombre d’écarts habituels
footprint-factor-server-embodied-impact-gwp = Effet sur le climat de la fabrication d’un serveur, sans ses cartes de calcul
footprint-factor-server-embodied-impact-adpe = Ressources minérales pour fabriquer un serveur, sans ses cartes de calcul
footprint-factor-server-embodied-impact-pe = Énergie primaire pour fabriquer un serveur, sans ses cartes de calcul
footprint-factor-gpu-embodied-impact-gwp = Effet sur le climat de la fabrication d’une carte de calcul
footprint-factor-gpu-embodied-impact-adpe = Ressources minérales pour fabriquer une carte de calcul
footprint-factor-gpu-embodied-impact-pe = Énergie primaire pour fabriquer une carte de calcul
footprint-factor-datacenter-pue = Électricité du centre de données pour 1 kWh d’informatique (PUE), la même pour tous
footprint-factor-provider-pue = Électricité du centre de données pour 1 kWh d’informatique (PUE), chez ce fournisseur
footprint-factor-provider-wue = Eau consommée sur place pour 1 kWh d’informatique (WUE), chez ce fournisseur
footprint-factor-electricity-gwp = Effet sur le climat de 1 kWh d’électricité de la zone
footprint-factor-electricity-gwp-before-0-9 = Effet sur le climat de 1 kWh d’électricité de la zone, tables d’avant 0.9
footprint-factor-electricity-adpe = Ressources minérales pour 1 kWh d’électricité de la zone
footprint-factor-electricity-pe = Énergie primaire pour 1 kWh d’électricité de la zone
footprint-factor-electricity-wue = Eau consommée pour produire 1 kWh d’électricité de la zone
footprint-factor-video-fit = Nombres dont dépend le temps de calcul d’une vidéo, ajustés sur des mesures
footprint-factor-video-non-audio-weight = Part du temps de calcul qui reste quand la vidéo n’a pas de son
footprint-factor-video-frame-rate = Images par seconde de vidéo
footprint-factor-video-server-power = Puissance électrique du serveur vidéo, cartes de calcul comprises
footprint-factor-video-hardware-embodied = Fabrication du serveur vidéo et de ses cartes de calcul

## Pourquoi un total change : étiquettes de 46 signes au plus

footprint-cause-no-longer-covered = Demandes qui ne sont plus estimées
footprint-cause-formula = Formules et réglages de la méthode
footprint-cause-hardware = Serveurs, cartes, fabrication, durée de vie
footprint-cause-throughput = Vitesse mesurée des modèles
footprint-cause-data-centre = Centres de données : énergie, eau, lieu
footprint-cause-electricity = Électricité des zones
footprint-cause-registry = Taille des modèles
footprint-cause-newly-covered = Demandes nouvellement estimées

## Ce qui demande de la prudence

footprint-warning-model-arch-not-released = Le fournisseur ne publie pas la taille du modèle, elle est supposée : lisez le chiffre comme un ordre de grandeur.
footprint-warning-model-arch-multimodal = Le modèle traite aussi des images ou du son, qui ne sont pas comptés : le chiffre ne vaut que pour le texte.
footprint-warning-electricity-mix-adpe-world = La zone n’a pas de valeur à elle pour les ressources minérales, celle du monde la remplace : ne vous servez pas de ce chiffre pour comparer des zones.
footprint-warning-electricity-mix-pe-world = La zone n’a pas de valeur à elle pour l’énergie primaire, celle du monde la remplace : ne vous servez pas de ce chiffre pour comparer des zones.
footprint-warning-electricity-mix-wue-world = La zone n’a pas de valeur à elle pour l’eau, celle du monde la remplace : ne vous servez pas de ce chiffre pour comparer des zones.
footprint-flag-electricity-gwp-is-zero = La table dit que l’électricité de la zone n’a aucun effet sur le climat, sans doute faute de donnée : lisez le chiffre du climat comme trop bas.
footprint-flag-electricity-gwp-is-one = La table donne exactement 1 kg de CO2 par kWh à l’électricité de la zone, sans doute une valeur arrondie ou manquante : lisez le chiffre du climat avec réserve.
footprint-flag-electricity-pe-below-electricity = La table donne à 1 kWh d’électricité moins d’énergie primaire qu’il n’en contient (3,6 MJ), sans doute parce qu’elle ne compte que l’énergie non renouvelable : lisez ce chiffre comme trop bas.
footprint-certainty-verified = lu à la source
footprint-certainty-secondary = rapporté par d’autres
footprint-certainty-to-confirm = à confirmer

## Estimer un fichier

footprint-coverage =
    Révision { $release }. Part des jetons (morceaux de mots) estimée : { $share }.
    { $requests ->
        [0] Aucune demande estimée
        [one] Une demande estimée
       *[other] { $requests } demandes estimées
    } ; { $unresolved ->
        [0] aucune sans estimation.
        [one] une sans estimation : modèle ou zone inconnus, ou ligne refusée.
       *[other] { $unresolved } sans estimation : modèle ou zone inconnus, ou ligne refusée.
    }
footprint-no-tokens = sans objet (aucun jeton)
footprint-refused = { $count ->
    [0] Aucune ligne refusée.
    [one] Une ligne refusée :
   *[other] { $count } lignes refusées :
}
footprint-refused-more = { $count ->
    [one] Et une autre ligne refusée.
   *[other] Et { $count } autres lignes refusées.
}
footprint-line-unreadable = Ligne { $line } : ce n’est pas une demande. Détail technique : { $error }

## Refaire le calcul avec une autre révision

footprint-restated =
    Les mêmes demandes, de la révision { $from } à la révision { $to }. Calcul fait en { $seconds } s.
    Part des jetons (morceaux de mots) estimée : { $before } avant, { $after } après.{ $carried ->
        [0] { "" }
        [one] { " " }Une demande emploie un modèle repris d’une table plus ancienne.
       *[other] { " " }{ $carried } demandes emploient un modèle repris d’une table plus ancienne.
    }
footprint-no-bridge = { $indicator } : aucune différence donnée, car l’une des deux révisions ne l’estime pas.
footprint-low = bas
footprint-high = haut

## Les révisions de la méthode

footprint-date-unknown = date non connue
footprint-revision = Révision { $release } (parution : { $published }), { $models ->
    [0] aucun modèle
    [one] un modèle
   *[other] { $models } modèles
}, { $zones ->
    [0] aucune zone d’électricité
    [one] une zone d’électricité
   *[other] { $zones } zones d’électricité
}
footprint-example = La même demande partout, une réponse de 400 jetons (morceaux de mots) de gpt-4o avec l’électricité de la France, donne { $energy } et { $gwp }.

## Expliquer une demande

footprint-explained = { $model } ({ $provider }), jetons de la réponse (morceaux de mots) : { $tokens }, électricité : { $zone }, révision { $release }
footprint-explained-alias = « { $asked } » est compris comme { $model }, dans la table { $release }.
footprint-explained-factor = { $name } : { $value } ; source : { $source } ({ $certainty })
footprint-explained-none = absent : la formule s’en passe
footprint-explained-cited = Pages citées : { $urls }
footprint-explained-result = { $indicator } : { $range }
footprint-explained-limits =
    C’est une estimation, pas une mesure. Elle ne compte ni les jetons de la question, ni l’apprentissage du modèle, ni le réseau, ni l’appareil de la personne.
    Un intervalle va du cas le plus bas au cas le plus haut des hypothèses : ce n’est pas une marge d’erreur statistique.
footprint-extension = À part, jamais ajouté au reste : { $name }, { $range }
footprint-interval = { $indicator } : entre { $low } et { $high } dans 90 % des cas, en tirant { $draws } fois au hasard les hypothèses incertaines (pour refaire le même tirage : { $seed }).
footprint-share = { $factor } : { $share } de l’incertitude

## Mesurer la vitesse du calcul

footprint-bench = { $threads ->
    [one] { $rows } lignes calculées, { $rate } par seconde, un calcul à la fois.
   *[other] { $rows } lignes calculées, { $rate } par seconde, { $threads } calculs à la fois.
}
footprint-bench-scalar = Une demande après l’autre, avec toutes ses étapes : { $rate } par seconde.
footprint-bench-written = { $rows } demandes tirées au hasard, écrites dans { $file }.

## Ce qui ne va pas, et que faire

footprint-release-unknown = La révision « { $release } » n’est pas connue.
footprint-release-unknown-hint = Choisissez l’une de celles-ci : { $known }
footprint-shape = Le nom de { $file } ne dit pas comment le fichier est écrit.
footprint-shape-hint = Donnez un fichier dont le nom finit par .csv ou .jsonl, suivi ou non de .gz.
footprint-unwritable = Impossible d’écrire { $file }. Détail technique : { $error }
footprint-unwritable-hint = Vérifiez que le dossier existe, que vous avez le droit d’y écrire et qu’il reste de la place.
footprint-unreadable = Impossible de lire { $file }. Détail technique : { $error }
footprint-unreadable-hint = Vérifiez que le fichier existe, qu’il est entier et que vous avez le droit de le lire.
footprint-column-missing = { $file } : la colonne « { $column } » manque.
footprint-column-missing-hint = La première ligne doit nommer provider, model, output_tokens, latency_s et zone ; date est facultative. Séparez les colonnes par des virgules.
footprint-too-many-models = Le fichier nomme trop de modèles différents. Détail technique : { $error }
footprint-too-many-models-hint = Coupez le fichier en plusieurs et lancez la commande sur chacun.
footprint-restate-lines = La commande restate ne lit que des fichiers CSV.
footprint-restate-lines-hint = Donnez un fichier .csv ou .csv.gz, ou estimez vos lignes avec vigie footprint estimate --revision.
footprint-model-unknown = Le modèle « { $model } » du fournisseur « { $provider } » n’est pas dans la révision { $release }. Rien n’est deviné.
footprint-model-unknown-hint = Écrivez les deux noms exactement comme dans la table, ou choisissez une autre révision avec --revision. Noms qui commencent de même, s’il y en a : { $near }
footprint-zone-unknown = La zone d’électricité « { $zone } » n’est pas dans la révision { $release }.
footprint-zone-unknown-hint = Écrivez un code de trois lettres, tel que FRA pour la France ou WOR pour le monde. Sans --zone, celle du fournisseur est prise.
footprint-number = Un nombre sort de ses limites. Détail technique : { $error }
footprint-number-hint = Donnez des jetons et une durée de zéro ou plus. Les jetons gardés en mémoire par le fournisseur ne dépassent pas ceux de la question.
footprint-row-tokens = Ligne { $line }, « { $column } » : ce n’est pas un nombre de jetons.
footprint-row-tokens-hint = Écrivez un nombre entier de zéro ou plus, sans espace ni unité, tel que 400.
footprint-row-tokens-too-large = Ligne { $line }, « { $column } » : le nombre de jetons a des décimales ou dépasse 4 294 967 295.
footprint-row-tokens-too-large-hint = Écrivez un nombre entier, ou partagez la demande en plusieurs lignes.
footprint-row-latency = Ligne { $line }, « { $column } » : ce n’est pas une durée.
footprint-row-latency-hint = Écrivez des secondes, zéro ou plus, avec un point, telles que 2.5 ; laissez vide si rien n’est mesuré.
footprint-row-date = Ligne { $line }, « { $column } » : ce n’est pas un jour.
footprint-row-date-hint = Écrivez année, mois et jour, tels que 2026-11-24 ; laissez vide si le jour n’est pas connu.
footprint-row-shape = Ligne { $line } : elle n’a pas autant de colonnes que la première, ou des caractères ne peuvent pas être lus.
footprint-row-shape-hint = Comptez les virgules, mettez entre guillemets un texte qui en contient, et enregistrez le fichier en UTF-8.

## Les facteurs dont on tire le doute au hasard

footprint-uncertain-batch-size = Demandes traitées en même temps
footprint-uncertain-total-parameters = Taille du modèle en mémoire
footprint-uncertain-active-share = Part du modèle au travail pour un jeton
footprint-uncertain-token-latency = Temps pour un jeton
footprint-uncertain-first-token = Attente avant le premier jeton
footprint-uncertain-gpu-energy = Énergie d’une carte de calcul par jeton
footprint-uncertain-server-power = Puissance du serveur hors cartes
footprint-uncertain-lifetime = Durée de vie du matériel
footprint-uncertain-gpu-embodied = Fabrication des cartes de calcul
footprint-uncertain-server-embodied = Fabrication du serveur
footprint-uncertain-pue = Surcoût d’énergie du centre de données
footprint-uncertain-wue = Eau consommée sur place
footprint-uncertain-electricity = Facteurs de l’électricité
