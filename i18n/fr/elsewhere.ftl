# Ce que publient d’autres organismes. / What other bodies publish.
elsewhere-title = Ailleurs
elsewhere-lede = Ce que d’autres organismes publient dans leurs registres. Rien de cela ne s’ajoute à nos comptes, et nous n’avons rien vérifié.
elsewhere-none = Aucun registre d’un autre organisme n’a été importé.
elsewhere-publishers = Les registres
elsewhere-publishers-why = Fiches encore dans le registre à la dernière lecture. « En service » selon la source, essais compris. Un champ compte quand la moitié des fiches au moins le remplissent.
elsewhere-in-use = En service ou en test
elsewhere-gone = Disparues du registre
elsewhere-filled-column = Champs souvent remplis
elsewhere-filled = { $filled } sur { $all }
elsewhere-tasks = Tâches, chez nous et ailleurs
elsewhere-tasks-why = Ailleurs, la tâche est déduite des mots de la fiche par une règle énoncée : un ordre de grandeur, pas un compte. Une fiche peut compter pour plusieurs tâches, ou aucune.
elsewhere-ours = Chez nous, en service
elsewhere-theirs = Ailleurs, déduites
elsewhere-countries = Pays
elsewhere-others = { $countries ->
    [one] un autre pays : { $count }
   *[other] { $countries } autres pays : { $count }
  }
elsewhere-words = trouvé : « { $words } »
elsewhere-inferred = Déduit, pas déclaré
elsewhere-task-count = { $count ->
    [0] Aucune fiche d’un autre registre ne semble parler de cette tâche.
    [one] Une fiche d’un autre registre semble parler de cette tâche.
   *[other] { $count } fiches d’autres registres semblent parler de cette tâche.
  }
elsewhere-task-rule = La règle cherche, dans le nom, le résumé ou le but, un mot qui commence par : { $words }.
elsewhere-task-none = La règle n’a rien trouvé. Cela ne veut pas dire que la tâche n’existe pas ailleurs.
elsewhere-earlier = Précédentes
elsewhere-later = Suivantes
column-organisation = Organisme
column-country = Pays
comparison-title = Comparer deux registres
comparison-lede = Deux registres côte à côte. Ils n’ont ni les mêmes règles, ni les mêmes champs : un écart peut venir de là.
comparison-choose = Choisir
comparison-first = Premier registre
comparison-second = Second registre
comparison-go = Comparer
comparison-counts = Les fiches
comparison-counts-why = Comme chaque source le dit.
comparison-generative = IA générative
comparison-not-generative = Pas générative
comparison-unknown = Générative ou non : on ne sait pas
comparison-inferred = dont déduites par une règle
comparison-fields = Les champs remplis
comparison-fields-why = Part des fiches encore dans le registre. Un champ qu’aucun des deux ne remplit n’est pas montré.
comparison-share = { $share } %
comparison-nothing = Rien à comparer ici.
peer-history-about = Le registre
peer-history-days = Lecture après lecture
peer-history-days-why = Chaque jour où une lecture a montré un changement. Entre deux lectures, on ne sait pas quel jour il s’est produit.
peer-history-none = Aucune fiche de ce registre n’est gardée.
peer-history-column-added = Nouvelles
peer-history-column-changed = Changées
peer-history-column-gone = Disparues
peer-history-diff = Entre deux jours
peer-history-diff-why = Ce qui est venu et reparti entre les deux n’est pas montré.
peer-history-after = Après le
peer-history-until = Jusqu’au
peer-history-go = Montrer ce qui a changé
peer-history-result = Ce qui a changé
peer-history-between = Après le { $after } et jusqu’au { $until }.
peer-history-added = Nouvelles fiches : { $count }
peer-history-changed = Fiches changées : { $count }
peer-history-gone = Fiches disparues : { $count }
table-tasks-elsewhere = Tâches, chez nous et dans d’autres registres
table-tasks-elsewhere-empty = Aucun registre d’un autre organisme n’a été importé.
comparison-under-one = moins de 1 %
elsewhere-all-countries = Tous les pays
publisher-also-in = { $count ->
    [one] { $count } de ses fiches porte le nom d’une fiche de : { $publisher }. Le même usage est alors compté dans les deux registres.
   *[other] { $count } de ses fiches portent le nom d’une fiche de : { $publisher }. Le même usage est alors compté dans les deux registres.
  }
publisher-see-records = Ses fiches
publisher-see-history = Ce qui a changé d’une reprise à l’autre
publisher-filled-title = Ce que disent les fiches
publisher-filled-why = Pour chaque champ, combien de fiches le remplissent. Un champ que personne ne remplit n’est pas montré.
publisher-filled = { $filled } sur { $all }
table-uses-elsewhere = Usages d’autres organismes, pour les tâches que nous déclarons
table-uses-elsewhere-empty = Aucun usage dit génératif n’est repris pour nos tâches.
