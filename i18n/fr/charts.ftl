# Les graphiques : ce qui les entoure, ce qu’ils disent et jusqu’où.

## Dates et quantités

month-01 = janvier
month-02 = février
month-03 = mars
month-04 = avril
month-05 = mai
month-06 = juin
month-07 = juillet
month-08 = août
month-09 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-01-short = janv.
month-02-short = févr.
month-03-short = mars
month-04-short = avr.
month-05-short = mai
month-06-short = juin
month-07-short = juil.
month-08-short = août
month-09-short = sept.
month-10-short = oct.
month-11-short = nov.
month-12-short = déc.

interval-exact = compté
interval-corner = selon des hypothèses extrêmes
interval-confidence = intervalle de confiance
interval-declared = déclaré
interval-bounds = bornes certaines, le reste est inconnu
quantity-point = { $low } { $unit } ({ $kind })
quantity-range = de { $low } à { $high } { $unit } ({ $kind })
amount-range = de { $low } à { $high } { $unit }
amount-point = { $low } { $unit }
unit-billions = milliards
date-unknown = date non connue
and = et

## Commun à tous

chart-source = Compté dans les fiches publiées, au { $date }.
not-told = Non précisé
others = Autres
uses-count = { $count ->
    [0] aucun usage
    [1] 1 usage
   *[other] { $count } usages
}

## L’horizon

chart-horizon-title = L’horizon des décisions : chaque usage publié au mois de sa décision
chart-horizon-description = Chaque signe est un usage publié. Il est placé au mois de sa décision ou, sans décision datée, au mois de sa première version. Au-dessus de la ligne : en service, en test ou à l’étude. Au-dessous : refusé, suspendu, arrêté ou constaté sans déclaration. Quand les signes sont trop nombreux, un seul signe porte leur nombre. Le tableau donne le compte par état.
chart-horizon-finding = { $uses_published ->
    [0] Aucun usage n’est encore publié ; cela ne veut pas dire qu’il n’y en a pas.
    [1] Un seul usage est publié : { $uses_declared_in_use ->
        [1] { $uses_below_line ->
            [1] il se fait sans avoir été déclaré.
           *[other] il est en service ou en test.
        }
       *[other] { $uses_planned ->
            [1] il est à l’étude.
           *[other] il est refusé, suspendu, arrêté ou constaté sans déclaration.
        }
    }
   *[other] Sur { $uses_published } usages publiés, { $uses_declared_in_use ->
        [0] aucun n’est en service ni en test
        [1] un est en service ou en test
       *[other] { $uses_declared_in_use } sont en service ou en test
    } ; { $uses_below_line ->
        [0] aucun n’est refusé, arrêté ni constaté sans déclaration
        [1] un est refusé, suspendu, arrêté, ou constaté sans déclaration (même en service)
       *[other] { $uses_below_line } sont refusés, suspendus, arrêtés, ou constatés sans déclaration (même en service)
    } ; { $uses_planned ->
        [0] aucun n’est à l’étude.
        [1] un est à l’étude.
       *[other] { $uses_planned } sont à l’étude.
    }
}
horizon-above = sur la ligne : en usage ou à l’étude
horizon-below = sous la ligne : refusé, suspendu, arrêté ou constaté
horizon-unnamed = Les autres noms sont dans le registre.
empty-register = Aucune fiche publiée ne permet encore de dessiner ce graphique.

## Les états

chart-status-title = Usages publiés selon leur état, en nombre d’usages
chart-status-description = Une barre horizontale par état. En service et en test viennent d’abord, puis ce qui se prépare, ce qui est refusé, suspendu ou arrêté. Les usages constatés sans déclaration sont comptés à part, en dernier. Un état sans usage n’a pas de barre ; il reste dans le tableau.
chart-status-finding = { $uses_deployed ->
    [0] { $uses_pilot ->
        [0] Parmi les usages déclarés et publiés, aucun n’est en service ni en test
        [1] Parmi les usages déclarés et publiés, aucun n’est en service et un est en test
       *[other] Parmi les usages déclarés et publiés, aucun n’est en service et { $uses_pilot } sont en test
    }
    [1] Parmi les usages déclarés et publiés, un est en service et { $uses_pilot ->
        [0] aucun n’est en test
        [1] un est en test
       *[other] { $uses_pilot } sont en test
    }
   *[other] Parmi les usages déclarés et publiés, { $uses_deployed } sont en service et { $uses_pilot ->
        [0] aucun n’est en test
        [1] un est en test
       *[other] { $uses_pilot } sont en test
    }
} ; { $uses_refused ->
    [0] aucun n’a été refusé
    [1] un a été refusé
   *[other] { $uses_refused } ont été refusés
}, { $uses_stopped ->
    [0] aucun n’est terminé ni abandonné
    [1] un est terminé ou abandonné
   *[other] { $uses_stopped } sont terminés ou abandonnés
} et { $uses_suspended ->
    [0] aucun n’est suspendu.
    [1] un est suspendu.
   *[other] { $uses_suspended } sont suspendus.
}

## Les besoins

chart-needs-title = Usages publiés et usages en cours, par tâche, en nombre d’usages
chart-needs-description = Une ligne par tâche, de celle qui compte le plus d’usages publiés à celle qui en compte le moins. Un rond creux marque les usages publiés, quel que soit leur état. Un rond plein marque ceux qui sont en service ou en test. Une croix à zéro marque une tâche sans usage en cours.
chart-needs-none = Aucun usage publié ne dit encore à quelle tâche il sert.
chart-needs-all = Aucune tâche ne compte plus d’usages publiés que « { $first } » ; chaque tâche citée a au moins un usage en service ou en test.
chart-needs-finding = Aucune tâche ne compte plus d’usages publiés que « { $first } » ; aucun usage n’est en service ni en test pour : { $without }.
legend-known = publiés, tous états
legend-in-use = en service ou en test
legend-none-in-use = aucun en service ni en test

## Les effets sur le travail

chart-effects-title = Effet déclaré sur le travail, usages en service ou en test, en nombre d’usages
chart-effects-description = Une barre de part et d’autre d’un axe central. À gauche, rayés ou pointés, les usages dits alourdir ou appauvrir le travail. À droite, ceux dits l’alléger ou l’enrichir. Les usages sans changement et ceux dont l’effet n’est pas connu sont comptés à part, à côté de la barre.
chart-effects-finding = { $uses_in_use ->
    [0] Aucun usage publié n’est en service ni en test : il n’y a pas encore d’effet à rapporter.
    [1] Un seul usage publié est en service ou en test : { $uses_positive_effect ->
        [1] sa fiche dit qu’il allège ou enrichit le travail.
       *[other] { $uses_negative_effect ->
            [1] sa fiche dit qu’il alourdit ou appauvrit le travail.
           *[other] { $uses_no_effect ->
                [1] sa fiche dit qu’il laisse le travail tel quel ou le déplace.
               *[other] on ne sait pas ce qu’il change au travail.
            }
        }
    }
   *[other] Sur { $uses_in_use } usages en service ou en test, { $uses_positive_effect ->
        [0] aucun n’est dit alléger ou enrichir le travail
        [1] un est dit alléger ou enrichir le travail
       *[other] { $uses_positive_effect } sont dits alléger ou enrichir le travail
    }, { $uses_negative_effect ->
        [0] aucun n’est dit l’alourdir ou l’appauvrir
        [1] un l’alourdir ou l’appauvrir
       *[other] { $uses_negative_effect } l’alourdir ou l’appauvrir
    }, { $uses_no_effect ->
        [0] aucun n’est dit le laisser tel quel ou le déplacer
        [1] un le laisser tel quel ou le déplacer
       *[other] { $uses_no_effect } le laisser tel quel ou le déplacer
    } ; { $uses_unknown_effect ->
        [0] ce sont des déclarations, pas des mesures.
        [1] pour un, on ne sait pas.
       *[other] pour { $uses_unknown_effect }, on ne sait pas.
    }
}
effects-row = Travail, selon les fiches
effects-aside = sans changement ou déplacé : { $unchanged } ; on ne sait pas : { $unknown }
empty-in-use = Aucun usage publié n’est en service ni en test.

## Les minutes

chart-minutes-title = Temps gagné ou perdu, vérification comprise, en minutes par dossier
chart-minutes-description = Un trait par usage en service ou en test, de la borne basse à la borne haute, de part et d’autre d’un repère à zéro. À gauche du repère, du temps gagné, écrit en négatif ; à droite, du temps perdu. Les usages dont la borne haute est la plus élevée viennent en premier. Douze sont dessinés au plus ; le tableau les donne tous.
chart-minutes-finding = { $told ->
    [0] Aucun usage en service ou en test ne dit encore combien de temps il fait gagner ou perdre.
    [1] Un seul usage en service ou en test dit combien de temps il fait gagner ou perdre ; { $lost ->
        [0] sa fourchette ne va pas jusqu’à une perte, mais ce temps est déclaré.
       *[other] une perte de temps y reste possible.
    }
   *[other] { $told } usages en service ou en test déclarent un temps par dossier ; { $lost ->
        [0] aucune fourchette ne va jusqu’à une perte, mais ces temps sont déclarés.
        [1] pour l’un d’eux, une perte de temps reste possible.
       *[other] pour { $lost } d’entre eux, une perte de temps reste possible.
    }
}
minutes-range = de { $low } à { $high } min
no-effect = ni gain ni perte
empty-minutes = Aucun usage en service ou en test ne déclare encore de temps par dossier.

## Les outils

chart-tools-title = Des directions aux outils et à leur hébergement, en nombre d’usages en service ou en test
chart-tools-description = Diagramme de flux en trois colonnes : les directions, les outils, les lieux d’hébergement. Chaque bande est d’autant plus épaisse qu’elle porte d’usages. Un hébergement inconnu est hachuré. Quand les bandes sont trop nombreuses, les plus fines sont réunies. Le tableau les donne toutes.
chart-tools-finding = { $in_use ->
    [0] Aucun usage publié n’est en service ni en test : il n’y a pas de dépendance à montrer.
    [1] { $first_uses ->
        [0] Le seul usage en service ou en test ne dit pas quel outil il emploie.
       *[other] Le seul usage en service ou en test repose sur « { $first } » ; { $outside ->
            [1] cet outil tourne hors de l’Union européenne.
           *[other] { $unknown ->
                [1] on ne sait pas où il tourne.
               *[other] il n’est pas dit hébergé hors de l’Union européenne.
            }
        }
    }
   *[other] { $first_uses ->
        [0] Aucun usage en service ou en test ne dit quel outil il emploie : on ne sait pas de qui ils dépendent.
       *[other] Aucun outil ne sert à plus d’usages que « { $first } », avec { $first_uses } sur { $in_use } ; { $outside ->
            [0] aucun usage n’est dit hébergé hors de l’Union européenne
            [1] un usage est hébergé hors de l’Union européenne
           *[other] { $outside } usages sont hébergés hors de l’Union européenne
        }{ $unknown ->
            [0] .
            [1] , et pour un, on ne sait pas où.
           *[other] , et pour { $unknown }, on ne sait pas où.
        }
    }
}

## L’empreinte des usages

chart-footprint-title = Électricité par mois des usages en service ou en test, en kWh, échelle logarithmique
chart-footprint-description = Un trait par usage en service ou en test qui a une estimation, de la borne basse à la borne haute de ses hypothèses. L’échelle est logarithmique : une graduation vaut dix fois celle qui la précède. Les usages dont la borne haute est la plus élevée viennent en premier. Douze sont dessinés au plus ; le tableau les donne tous. Un usage sans estimation n’y est pas.
chart-footprint-finding = { $in_use ->
    [1] Le seul usage en service ou en test a une estimation : { $total } d’électricité par mois.
   *[other] { $estimated ->
        [1] Un usage sur les { $in_use } en service ou en test a une estimation : { $total } d’électricité par mois
       *[other] { $estimated } usages sur les { $in_use } en service ou en test ont une estimation ; leurs fourchettes additionnées donnent, par mois, { $total } d’électricité
    } ; un usage sans estimation n’est pas compté.
}
chart-footprint-none = { $in_use ->
    [0] Aucun usage publié n’est en service ni en test : il n’y a pas encore d’empreinte à estimer.
    [1] Le seul usage en service ou en test ne donne pas de quoi estimer son électricité ; cela ne veut pas dire qu’il n’en consomme pas.
   *[other] Aucun des { $in_use } usages en service ou en test ne donne de quoi estimer son électricité ; cela ne veut pas dire qu’ils n’en consomment pas.
}
empty-footprint = Aucune estimation ne permet encore de dessiner ce graphique.
footprint-source = Estimé d’après les hypothèses des fiches, selon la méthode d’EcoLogits, révision { $release }, au { $date }. Les bornes viennent d’hypothèses extrêmes ; ce n’est pas une mesure.
chart-releases-title = La même requête selon chaque révision de la méthode : 400 jetons (morceaux de mots) de gpt-4o avec l’électricité de la France, en kWh, échelle logarithmique
chart-releases-description = Un trait par révision de la méthode, de la plus ancienne à la plus récente, de la borne basse à la borne haute. L’échelle est logarithmique : une graduation vaut dix fois celle qui la précède. La requête ne change pas, seul le calcul change. Le tableau donne aussi le climat et les ressources minérales.
chart-releases-finding = { $count ->
    [1] Une seule révision de la méthode est gardée ici : un chiffre ne vaut qu’avec le nom de sa révision.
   *[other] La même requête a { $count } estimations, une par révision de la méthode : la plus haute vaut { $ratio } fois la plus récente. Un chiffre sans sa révision ne veut rien dire.
}
chart-releases-source = EcoLogits, GenAI Impact, licence MPL-2.0.
footprint-row = Par mois
footprint-title = Électricité par mois de cet usage, en kWh, échelle logarithmique
footprint-finding = Par mois, selon des hypothèses extrêmes : électricité, { $energy } ; effet sur le climat, { $gwp } ; eau consommée, { $water }.
footprint-record-source = Estimé d’après les hypothèses de la fiche, selon la méthode d’EcoLogits, révision { $release }. Électricité : { $zone }. Ce n’est pas une mesure.
footprint-assumptions = Ce qui a été supposé
footprint-requests = Requêtes
footprint-words = Mots d’une réponse
footprint-tokens = Jetons (morceaux de mots) qui font un mot
footprint-tokens-unit = jetons par mot
footprint-model = Modèle
footprint-class = { $class } : supposé de { $low } à { $high } milliards de paramètres
footprint-zone = Électricité employée
footprint-zone-known = celle du pays où l’outil tourne (zone { $zone })
footprint-zone-world = moyenne du monde (zone { $zone }), car on ne sait pas dans quel pays l’outil tourne
footprint-one = Électricité d’une réponse
footprint-missing = Pas d’estimation. Il manque : { $missing }. Cela ne veut pas dire que l’empreinte est nulle.
footprint-missing-requests = le nombre de requêtes par mois
footprint-missing-words = le nombre de mots d’une réponse
footprint-missing-model = un modèle que la méthode connaît
footprint-read = Lire les hypothèses

## La couverture

chart-coverage-title = Usages publiés par direction, en nombre d’usages
chart-coverage-description = Une barre horizontale par direction, de celle qui a le plus d’usages publiés à celle qui en a le moins. Une direction sans fiche publiée n’a pas de barre pleine : sa ligne est hachurée, parce qu’on ne sait pas ce qui s’y fait.
chart-coverage-finding = { $departments_total ->
    [0] Aucune direction n’est inscrite : on ne peut pas dire laquelle manque.
    [1] { $departments_silent ->
        [0] La seule direction inscrite a au moins un usage publié ; rien ne prouve que tous ses usages y sont.
       *[other] La seule direction inscrite n’a aucun usage publié ; on ne sait pas s’il n’y en a pas, ou s’ils ne sont ni déclarés ni publiés.
    }
   *[other] { $departments_silent ->
        [0] Chaque direction inscrite a au moins un usage publié ; rien ne prouve que tous leurs usages y sont.
        [1] Une direction sur { $departments_total } n’a aucun usage publié ; on ne sait pas s’il n’y en a pas, ou s’ils ne sont ni déclarés ni publiés.
       *[other] { $departments_silent } directions sur { $departments_total } n’ont aucun usage publié ; on ne sait pas s’il n’y en a pas, ou s’ils ne sont ni déclarés ni publiés.
    }
}
no-record = aucune fiche publiée
empty-departments = Aucune direction n’est inscrite.

## Les revoyures

chart-reviews-title = Revoyures des usages en service ou en test, en nombre d’usages
chart-reviews-description = Une case par usage en service ou en test qui a une date de revoyure. Les cases hachurées sont en retard, les cases pleines sont à jour. Au-delà de vingt usages, une seule barre partagée en deux remplace les cases.
chart-reviews-finding = { $reviews_due ->
    [0] Aucun usage en service ou en test n’a de date de revoyure publiée.
    [1] Un seul usage en service ou en test a une date de revoyure, et { $reviews_overdue ->
        [0] elle n’est pas dépassée.
       *[other] elle est dépassée.
    }
   *[other] { $reviews_overdue ->
        [0] Aucun des { $reviews_due } usages en cours qui ont une date de revoyure ne l’a dépassée
        [1] Un usage a dépassé sa date de revoyure, sur les { $reviews_due } usages en cours qui en ont une
       *[other] { $reviews_overdue } usages ont dépassé leur date de revoyure, sur les { $reviews_due } usages en cours qui en ont une
    } ; ceux qui n’en ont pas ne sont pas comptés.
}
reviews-late = { $count } en retard
reviews-on-time = { $count } à jour
late = en retard
on-time = à jour
empty-reviews = Aucun usage en service ou en test n’a de date de revoyure.
