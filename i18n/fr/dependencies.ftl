# La page des dépendances et ses tableaux.

title-dependencies = De qui dépendons-nous ?
lede-dependencies = Fournisseurs, modèles, lieux et droits sur lesquels reposent les usages publiés en service ou en test, au { $date }. Ce que personne n’a dit reste « on ne sait pas » et élargit chaque chiffre.
title-flows = Les flux de dépendance
lede-flows = Chaque chemin des usages en cours, au { $date }, par nombre d’usages.
title-foreign-law = L’exposition à un droit étranger
lede-foreign-law = Est étranger le droit d’un pays qui n’est pas membre de l’Union européenne. État au { $date }.
title-stops = Ce qui tient sans l’outil, usage par usage
lede-stops = Une ligne par usage en cours, au { $date }.
title-reversibility = Ce que coûterait un départ, critère par critère
lede-reversibility = Les points sont un choix de la grille, pas une mesure. Réponses connues au { $date }.
title-changes = Ce qui a changé dans les outils
lede-changes = Versions, conditions, fonctions apparues sans demande, fins annoncées, au { $date }. Un changement ne défait aucune décision : il dit lesquelles relire.

## Les questions

section-flows = Par qui et par où passent nos usages ?
section-flows-reserve = Du fournisseur au droit qui s’applique. La couleur est celle du droit.
section-reliance = Sommes-nous tenus par un seul ?
section-reliance-reserve = L’indice additionne les carrés des parts : 10 000 quand tout repose sur une seule chose.
section-foreign-law = Un droit étranger peut-il s’appliquer ?
section-foreign-law-reserve = Un seul droit, ou un lieu hors de l’Union, suffit pour un oui. Un non demande que tout soit dit.
section-stops = Et si l’un d’eux s’arrête ?
section-stops-reserve = Les premiers fournisseurs et les premiers outils, par nombre d’usages en cours.
section-exits = Sait-on partir ?
section-exits-reserve = Un plan écrit pour l’usage ou pour son outil compte. Rien ne prouve qu’il marcherait.
section-reversibility = Que coûterait un départ ?
section-reversibility-reserve = Une question sans réponse élargit la fourchette ; elle ne vaut pas zéro.
section-changes = Qu’est-ce qui a changé depuis nos décisions ?
section-changes-reserve = Les plus récents d’abord. Un jour que personne n’a dit peut être n’importe lequel.
section-to-law = Du fournisseur au droit
section-to-law-reserve = Qui fournit, où cela tourne, quel droit s’applique.
section-to-supplier = De l’outil au fournisseur
section-to-supplier-reserve = Ce que les agents emploient, le modèle derrière, et qui le fournit.
section-stops-uses = Usage par usage
section-stops-uses-reserve = Rangé par fournisseur, puis par outil.
section-criteria = Les réponses, outil par outil
section-criteria-reserve = Les critères de préparation peuvent retirer des points au total.
section-ends = Ce qui finit
section-ends-reserve = Fins annoncées pour l’année qui vient, ou déjà passées.
section-reopened = Les décisions à relire
section-reopened-reserve = Prises avant le changement, ou à une date que personne n’a dite.
section-all-changes = Tous les changements connus
section-all-changes-reserve = Seulement ceux que les fiches des outils racontent.

## Les flux

chart-to-law-title = Usages en cours, du fournisseur au droit qui s’applique, par le lieu d’hébergement
chart-to-law-description = Trois colonnes : à gauche les fournisseurs, au milieu les lieux d’hébergement, à droite les droits. L’épaisseur d’une bande est un nombre d’usages en service ou en test. Ce que personne n’a dit est hachuré.
chart-to-law-finding = { $in_use ->
    [0] Aucun usage n’est publié en service ou en test.
   *[other] { $first_uses ->
        [0] On ne sait d’aucun des usages en cours ({ $in_use }) quel droit s’applique.
       *[other] Premier droit : { $first }, pour { $first_uses } des usages en cours ({ $in_use }). On ne sait pas pour { $unknown }.
    }
}
chart-to-supplier-title = Usages en cours, de l’outil au fournisseur, par le modèle
chart-to-supplier-description = Trois colonnes : à gauche les outils, au milieu les modèles, à droite les fournisseurs. L’épaisseur d’une bande est un nombre d’usages en service ou en test. Ce que personne n’a dit est hachuré.
chart-to-supplier-finding = { $in_use ->
    [0] Aucun usage n’est publié en service ou en test.
   *[other] { $first_uses ->
        [0] On ne sait d’aucun des usages en cours ({ $in_use }) qui le fournit.
       *[other] Premier fournisseur : { $first }, pour { $first_uses } des usages en cours ({ $in_use }). On ne sait pas pour { $unknown }.
    }
}
gap-no-tool = Outil non nommé, ou non publié
gap-no-sheet = Outil sans fiche
gap-not-disclosed = Non communiqué par le fournisseur
column-model-behind = Modèle
column-jurisdiction = Droit applicable

## Le droit étranger

foreign-law-yes = { $count ->
    [0] Aucun usage en cours n’est dit soumis à un droit étranger.
    [1] Oui, pour un usage en cours :
   *[other] Oui, pour { $count } usages en cours :
}
foreign-law-unknown = { $count ->
    [0] Le droit et le lieu sont dits partout.
    [1] On ne sait pas, pour un usage :
   *[other] On ne sait pas, pour { $count } usages :
}
foreign-law-no = { $count ->
    [0] D’aucun usage on ne peut dire que non.
    [1] Non, pour un usage : tous les droits et le lieu sont dits.
   *[other] Non, pour { $count } usages : tous les droits et le lieu sont dits.
}
foreign-law-all = Lire la liste entière, avec les droits et les lieux
column-foreign-law = Droit étranger ?
table-foreign-law = Les usages en cours, et le droit qui peut s’y appliquer
table-foreign-law-empty = Aucun usage n’est publié en service ou en test.

## Si l’un d’eux s’arrête

column-if-stops = Si s’arrête…
column-stop-kind = C’est un…
column-departments = Directions
column-public-facing = Face au public
column-essential = Service essentiel
column-without-fallback = Sans autre façon de faire écrite
column-fallback = Autre façon de faire écrite
column-exit-plan = Plan de sortie écrit
table-stops = Ce qui s’arrête avec un fournisseur ou un outil, en nombre d’usages
table-stops-empty = Aucun fournisseur ni outil n’est nommé par les usages en cours.
table-stops-uses = Les usages en cours, ce dont ils dépendent et ce qui tient sans
table-stops-uses-empty = Aucun usage n’est publié en service ou en test.
yes-and-unknown = { $unknown ->
    [0] { $yes }
   *[other] { $yes } ; on ne sait pas : { $unknown }
}
hits-and-others = { $direct } ; à vérifier : { $others }
stops-all = Lire ce qui tient sans l’outil, usage par usage

## Partir

exits-missing = { $count ->
    [0] Chaque usage en cours a un plan de sortie, le sien ou celui de son outil.
    [1] Un usage en cours n’a pas de plan de sortie publié :
   *[other] { $count } usages en cours n’ont pas de plan de sortie publié :
}
exits-tools-missing = { $count ->
    [0] Aucune fiche d’outil employé n’est sans plan de sortie.
    [1] Outil employé sans plan de sortie : { $names }.
   *[other] Outils employés sans plan de sortie ({ $count }) : { $names }.
}
exits-planned = { $count ->
    [0] Aucun usage en cours n’a de plan.
    [1] Un usage en cours a un plan.
   *[other] { $count } usages en cours ont un plan.
}
column-level = Niveau
column-points = Points d’attache
column-unanswered = Questions sans réponse
column-answered-on = Répondu le
column-answer = Réponse
table-reversibility = Ce que coûterait le départ de chaque outil, d’après la grille de réversibilité
table-reversibility-empty = Personne n’a encore répondu à la grille de réversibilité.
reversibility-all = Lire chaque critère et sa réponse
not-scored = { $count ->
    [0] Chaque outil nommé par une fiche a ses réponses.
    [1] Outil nommé par une fiche, sans réponse à la grille : { $names }.
   *[other] Outils nommés par une fiche, sans réponse à la grille ({ $count }) : { $names }.
}
not-scored-grid = { $name } (une autre grille a été remplie)
not-scored-version = { $name } (à refaire : la grille a changé)
column-area = Partie de la grille
column-criterion-points = Points
level-range = de « { $low } » à « { $high } »
points-settled = { $low } sur { $max }
points-range = de { $low } à { $high } sur { $max }
answer-yes = oui
answer-no = non
answer-none = Rien de la liste
answer-text = Réponse en toutes lettres

## Ce qui a changé

reopened = { $count ->
    [0] Aucune décision en cours ne repose sur un outil qui a changé depuis.
    [1] Un usage est à relire, car une décision, un avis ou une évaluation date d’avant un changement de son outil, ou n’a pas de date :
   *[other] { $count } usages sont à relire, car une décision, un avis ou une évaluation date d’avant un changement de leur outil, ou n’a pas de date :
}
unasked = { $count ->
    [0] Aucune fonction d’IA n’est inscrite comme apparue sans demande.
    [1] Une fonction d’IA est apparue sans que l’on sache qu’elle ait été demandée, dans : { $names }.
   *[other] { $count } fonctions d’IA sont apparues sans que l’on sache qu’elles aient été demandées, dans : { $names }.
}
ends-none = Aucune fin n’est annoncée pour l’année qui vient, parmi les outils que nomment les fiches.
end-coming = { $what } : fin le { $date }.
end-past = { $what } : fini depuis le { $date }.
end-replaced = À la place, selon son éditeur : { $by }
end-not-replaced = Rien n’est annoncé à la place.
change-version = Version { $name } : { $what }
change-terms = Conditions d’usage : { $what }
change-model = Modèle, { $name } : { $what }
change-feature-unasked = Fonction apparue sans demande : { $what }
change-feature-unknown = Fonction apparue, sans qu’on sache si elle a été demandée : { $what }
change-not-told = personne n’a noté ce qui change.
column-rests = Ce qui date d’avant
column-changed-since = Jours des changements
column-since = Depuis
column-what-changed = Ce qui change
column-reopened = Usages à relire
table-reopened = Les usages à relire, et ce qui date d’avant un changement
table-reopened-empty = Aucune décision en cours n’est à relire.
table-changes = Ce qui a changé dans les outils que nomment les fiches
table-changes-empty = Aucun changement n’est inscrit sur les fiches des outils.
resting = décision : { $decisions } ; avis : { $opinions } ; évaluations : { $assessments }
changes-all = Lire tous les changements et les décisions à relire
and-more = { $count ->
    [1] et un autre
   *[other] et { $count } autres
}
