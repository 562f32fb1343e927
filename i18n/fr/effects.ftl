# La page des effets sur le travail, et la vue du comité social.

title-effects = Qu’est-ce que cela change au travail ?
lede-effects = Les effets des usages publiés qui ont commencé, métier par métier, au { $date }. Rien n’est moyenné ; les effets négatifs et nuls sont comptés avec les autres.
title-committee = La vue du comité social
lede-committee = Ce qui va commencer, ce qui se teste, et si les représentants du personnel ont été entendus à temps. État au { $date }, à imprimer tel quel.

## Les questions

section-families = Qui y gagne, qui y perd ?
section-families-reserve = Ce qui est déclaré et ce qui est mesuré restent sur deux lignes. Rien ne prouve que l’IA en soit la cause.
section-felt = Et au-delà des minutes ?
section-felt-reserve = Vérification comprise. Une fourchette qui contient zéro ne dit ni gain, ni perte.
section-access = Qui n’y a pas accès ?
section-access-reserve = Rien de connu n’est pas rien : un usage non déclaré ne se voit pas.
section-committee = Et avant que cela commence ?
section-committee-reserve = Pour les représentants du personnel.
section-coming = Avant que cela commence
section-coming-reserve = Le moment de donner un avis. Les plus proches d’abord, les souhaits à la fin.
section-running = Ce qui se fait déjà
section-running-reserve = Un avis donné le jour du début, ou après, n’a pas été donné à temps.
section-effects-counted = Les effets connus
section-effects-counted-reserve = En nombre de réponses, usages arrêtés compris.
section-dissent = Les désaccords
section-dissent-reserve = De toutes les fonctions. Les autres sont sur les fiches.

## Les effets

small-groups = Un effet mesuré n’est montré que si au moins { $least } personnes ont répondu. { $count ->
    [0] Aucun n’est caché pour cette raison.
    [1] Un est caché pour cette raison.
   *[other] { $count } sont cachés pour cette raison.
}
table-felt = Le temps, la qualité, le sens et le savoir-faire, en nombre de réponses
table-felt-empty = Aucun usage publié n’a commencé.
column-time-sense = Temps
column-quality = Qualité du résultat
column-meaning-of-work = Sens du travail
column-skills = Savoir-faire
time-saved = gagné { $count }
time-lost = perdu { $count }
time-either = incertain { $count }
time-not-told = non dit { $count }
felt-better = mieux { $count }
felt-same = pareil { $count }
felt-mixed = partagé { $count }
felt-worse = moins bien { $count }
felt-unknown = on ne sait pas { $count }

## L’accès

table-left-out = Ceux qui n’ont pas l’outil, d’après les fiches
table-left-out-empty = Aucune fiche ne dit qu’un groupe est laissé de côté. Cela ne veut pas dire qu’il n’y en a pas.
column-left-out = Qui n’y a pas accès
left-out-unnamed = Certains, sans qu’on sache qui
departments-without = { $count ->
    [0] Chaque direction a au moins un usage en cours connu.
    [1] Direction sans usage en cours connu : { $names }.
   *[other] Directions sans usage en cours connu ({ $count }) : { $names }.
}
families-without = { $count ->
    [0] Chaque famille de métiers a au moins un usage en cours connu.
    [1] Famille de métiers sans usage en cours connu : { $names }.
   *[other] Familles de métiers sans usage en cours connu ({ $count }) : { $names }.
}
occupation-not-told = { $count ->
    [0] Chaque usage en cours dit de quels métiers il s’agit.
    [1] Un usage en cours ne dit pas de quels métiers il s’agit :
   *[other] { $count } usages en cours ne disent pas de quels métiers il s’agit :
}
training-not-told = { $count ->
    [0] Chaque usage en cours dit la formation reçue.
    [1] Un usage en cours ne dit pas la formation reçue :
   *[other] { $count } usages en cours ne disent pas la formation reçue :
}
committee-link = Lire la vue du comité social, sur une page à imprimer

## Le comité social

table-coming = Ce qui est prévu ou souhaité, et l’avis des représentants du personnel
table-coming-empty = Rien n’est publié comme prévu ou souhaité.
table-trials = Les essais en cours, et l’avis des représentants du personnel
table-trials-empty = Aucun essai en cours n’est publié.
column-starts-on = Début
column-staff-heard = Représentants du personnel
starts-in = { $date }, { $days ->
    [1] demain
   *[other] dans { $days } jours
}
heard-in-time = Entendus à temps : { $sense }, { $date }
heard-late = Entendus trop tard : { $sense }, { $date }
heard-undated = Entendus, sans qu’on sache si c’était à temps : { $sense }
heard-missing = Aucun avis sur la fiche
lines-more = { $count ->
    [1] Un autre usage se lit dans le registre.
   *[other] { $count } autres usages se lisent dans le registre.
}
in-service = { $count ->
    [0] Aucun usage n’est publié en service.
    [1] Un usage est publié en service.
   *[other] { $count } usages sont publiés en service.
}
in-service-unheard = { $count ->
    [0] Parmi ceux publiés en entier, aucun n’a commencé sans que les représentants du personnel aient été entendus.
    [1] Parmi ceux publiés en entier, un a commencé sans que l’on sache les représentants du personnel entendus à temps :
   *[other] Parmi ceux publiés en entier, { $count } ont commencé sans que l’on sache les représentants du personnel entendus à temps :
}
ended = { $count ->
    [0] Aucun usage arrêté, suspendu ou refusé n’est publié.
    [1] Un usage arrêté, suspendu ou refusé est publié.
   *[other] { $count } usages arrêtés, suspendus ou refusés sont publiés.
}
effects-counted = { $total ->
    [0] Aucun effet n’est connu.
   *[other] Réponses : { $total }. Plus lourd ou appauvri : { $negative }. Inchangé ou déplacé : { $null }. Plus léger ou enrichi : { $positive }. On ne sait pas : { $unknown }.
}
access-counted = Groupes laissés de côté : { $left_out }. Directions sans usage en cours connu : { $departments }. Usages dont la formation n’est pas dite : { $training }.
effects-link = Lire les effets métier par métier
dissent-count = { $count ->
    [0] Aucun avis réservé ou défavorable n’est publié.
    [1] Un avis réservé ou défavorable est publié.
   *[other] { $count } avis réservés ou défavorables sont publiés. Voici les premiers.
}
table-dissent = Les avis réservés ou défavorables
table-dissent-empty = Rien à lire ici.
column-function = Fonction
column-sense = Avis
column-words = En ses mots
