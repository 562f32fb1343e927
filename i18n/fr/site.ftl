# Les pages du site public : leur cadre, puis chaque page.

## Le cadre

site-description = Observatoire public de l’IA générative : les usages connus, permis, refusés ou arrêtés, et ce qu’on ne sait pas.
skip = Aller au contenu
nav-label = Pages principales
nav-register = Registre
nav-dashboard = Tableau de bord
nav-report = Rapport
nav-method = Méthode
footer-label = Pied de page
footer-accessibility = Accessibilité : non conforme
footer-ecodesign = Écoconception
footer-glossary = Glossaire
footer-legal = Mentions légales
footer-privacy = Données personnelles
footer-report = Signaler un problème
footer-licence = Textes sous licence CC BY-SA 4.0, données sous Licence Ouverte 2.0.
footer-no-cookie = Aucun cookie.
footer-one-cookie = Un cookie, le temps de votre session.
other-language = This page in English
language-name = Français
scopes = Voir aussi :
scope-everyone = Toutes les administrations
page-weight = Cette page : { $size } en { $requests } requêtes, { $elements } éléments.
feed-title = Registre des usages de l’IA générative : les changements
feed-title-of = Registre des usages de l’IA générative, { $name } : les changements
accessibility-status = non conforme
back-home = Revenir à l’accueil

## Les erreurs

error-prefix = Erreur :
error-404 = Cette page n’existe pas
error-404-hint = L’adresse contient une faute, ou la fiche n’est pas publiée. Cherchez-la dans le registre.
error-413 = C’est trop pour cette page
error-413-hint = Revenez à la page précédente : ce que vous avez tapé y est encore. Raccourcissez-le, ou choisissez un fichier plus petit.
error-400 = Cette demande n’a pas été comprise
error-400-hint = Revenez à la page précédente et envoyez le formulaire depuis ce site.
error-500 = La page n’a pas pu être affichée
error-500-hint = La faute vient de nous, pas de vous. Réessayez dans quelques minutes.

## L’accueil

home-title = Ce qui se fait, ce qui est refusé, ce qu’on ne sait pas
home-headline-start = IA générative :
home-headline-done = ce qui se fait ici
home-headline-refused = ce qui est refusé
home-headline-unknown = ce qu’on ne sait pas encore
home-lede = { $name } : l’observatoire public de l’IA générative. Chaque usage publié a sa fiche, avec ses avis, ses effets et sa date de revoyure.
search-label = Chercher un usage
search-hint = par exemple : courrier, permis, traduction
search-button = Chercher
home-figures = Quatre chiffres et leur doute
home-figures-reserve = Une case hachurée veut dire : on ne sait pas, ou c’est en retard.
home-figures-all = Tous les graphiques
home-refusals = Refusé ou arrêté
home-refusals-reserve = Un refus publié évite à d’autres de recommencer.
home-refusals-all = Tous les refus et arrêts
home-refusals-none = Aucun refus ni arrêt n’est publié. Cela ne veut pas dire qu’il n’y en a pas eu.
instead = À la place :
home-blind = Angles morts
home-blind-reserve = Ce que ces pages ne disent pas. Ici, la hachure veut dire : on ne sait pas.
home-news = Quoi de neuf
home-news-none = Rien n’est encore publié.
follow-atom = Suivre par Atom
home-elsewhere = Ailleurs
home-elsewhere-link = Lire les fiches d’autres registres
home-peers = { $publishers ->
    [1] Un autre organisme publie ses usages de l’IA. Fiches reprises de son registre : { $count }.
   *[other] { $publishers } autres organismes publient leurs usages de l’IA. Fiches reprises de leurs registres : { $count }.
} Elles ne s’ajoutent jamais aux nôtres.
home-person = Parler à une personne
home-person-write = Écrire à l’observatoire
no-sanction = Un acte protège les personnes qui déclarent. { $act }

## Quatre chiffres

figure-part = { $part } sur { $whole }
nothing-to-count = Rien à compter pour l’instant.
figure-in-use = { $whole ->
    [0] Aucun usage n’est encore connu.
    [1] { $part ->
        [0] usage connu : il n’est publié ni en service, ni en test.
       *[other] usage connu est publié en service ou en test.
    }
   *[other] { $part ->
        [0] usages connus : aucun n’est publié en service ou en test.
        [1] usages connus est publié en service ou en test.
       *[other] usages connus sont publiés en service ou en test.
    }
}
figure-in-use-doubt = Compté au { $date }. Une fiche non publiée entre dans le total, pas son état. Ce que personne n’a dit ni vu n’y est pas.
figure-in-use-title = Usages en service ou en test, parmi les usages connus
figure-in-use-description = Sur les usages connus, publiés ou non : { $rest } au total.
figure-in-use-hatched = { $hatched } sans état
figure-in-use-rest = { $rest } connus
figure-effects = { $whole ->
    [0] Aucun usage publié n’est en service ni en test.
    [1] { $part ->
        [0] usage en cours : sa fiche ne dit pas ce qu’il change au travail.
       *[other] usage en cours dit ce qu’il change au travail.
    }
   *[other] { $part ->
        [0] usages en cours : aucun ne dit ce qu’il change au travail.
        [1] usages en cours dit ce qu’il change au travail.
       *[other] usages en cours disent ce qu’ils changent au travail.
    }
}
figure-effects-doubt = Compté au { $date }. C’est ce que disent les fiches, en bien ou en mal ; rien ne prouve que l’IA en soit la cause.
figure-effects-title = Usages en service ou en test dont l’effet sur le travail est connu
figure-effects-description = Une case par usage en service ou en test, ou une barre s’ils sont nombreux. Hachurés, ceux dont l’effet sur le travail n’est pas connu : { $hatched }. Pleins, ceux dont la fiche dit un effet : { $rest }.
figure-effects-hatched = { $hatched } : on ne sait pas
figure-effects-rest = { $rest } avec un effet dit
figure-reviews = { $whole ->
    [0] Aucun usage en cours n’a de date de revoyure publiée.
    [1] { $part ->
        [0] usage en cours qui a une date de revoyure : elle n’est pas dépassée.
       *[other] usage en cours qui a une date de revoyure l’a dépassée.
    }
   *[other] { $part ->
        [0] usages en cours qui ont une date de revoyure : aucun ne l’a dépassée.
        [1] usages en cours qui ont une date de revoyure l’a dépassée.
       *[other] usages en cours qui ont une date de revoyure l’ont dépassée.
    }
}
figure-reviews-doubt = Compte exact au { $date }. Un usage sans date de revoyure n’est pas compté.
figure-reviews-title = Revoyures en retard et à jour, usages en service ou en test
figure-reviews-description = Une case par usage en service ou en test qui a une date de revoyure, ou une barre s’ils sont nombreux. Hachurés, en retard : { $hatched }. Pleins, à jour : { $rest }.
figure-reviews-hatched = { $hatched } en retard
figure-reviews-rest = { $rest } à jour
figure-coverage = { $whole ->
    [0] Aucune direction n’est inscrite.
    [1] { $part ->
        [0] direction inscrite : elle n’a aucun usage publié.
       *[other] direction inscrite a au moins un usage publié.
    }
   *[other] { $part ->
        [0] directions inscrites : aucune n’a d’usage publié.
        [1] directions inscrites a au moins un usage publié.
       *[other] directions inscrites ont au moins un usage publié.
    }
}
figure-coverage-doubt = Compté au { $date }. Sans fiche, on ne sait pas : aucun usage, ou aucun usage publié. Avec une fiche, rien ne prouve que tout y est.
figure-coverage-title = Directions qui ont au moins un usage publié
figure-coverage-description = Une case par direction inscrite, ou une barre si elles sont nombreuses. Hachurées, sans usage publié : { $hatched }. Pleines, avec au moins un usage publié : { $rest }.
figure-coverage-hatched = { $hatched } : on ne sait pas
figure-coverage-rest = { $rest } avec une fiche

## Les angles morts

blind-silent = { $count ->
    [1] Une direction n’a aucun usage publié : { $names }. On ne sait pas s’il n’y en a pas, ou s’ils ne sont ni déclarés ni publiés.
   *[other] { $count } directions n’ont aucun usage publié : { $names }. On ne sait pas s’il n’y en a pas, ou s’ils ne sont ni déclarés ni publiés.
}
blind-observed = { $count ->
    [1] Un usage a été constaté sans être déclaré. Ceux que personne n’a vus ne sont pas comptés.
   *[other] { $count } usages ont été constatés sans être déclarés. Ceux que personne n’a vus ne sont pas comptés.
}
blind-unknown-effect = { $count ->
    [1] Un usage en cours ne dit pas ce qu’il change au travail.
   *[other] { $count } usages en cours ne disent pas ce qu’ils changent au travail.
}
blind-cost = { $count ->
    [1] Un usage en cours n’a pas de coût publié.
   *[other] { $count } usages en cours n’ont pas de coût publié.
}
blind-withheld = { $count ->
    [1] Un usage connu n’est pas publié : il est compté avec son motif, rien d’autre n’est dit de lui.
   *[other] { $count } usages connus ne sont pas publiés : ils sont comptés avec leur motif, rien d’autre n’est dit d’eux.
}
blind-always = Un usage que personne n’a déclaré ni vu n’est dans aucun compte. On ne sait pas combien il y en a.

## Les nouvelles

news-new = Nouvelle fiche : { $name }
news-changed = Fiche modifiée : { $name }
news-edition = Édition { $number } du rapport : { $title }

## Le registre

register-title = Registre des usages
register-lede = Les usages de l’IA générative connus et publiés, permis ou non. { $count ->
    [0] Aucune fiche n’est encore publiée.
    [1] Une fiche est publiée.
   *[other] { $count } fiches sont publiées.
}
register-lede-peers = Les usages de l’IA que d’autres organismes publient dans leurs registres. Fiches reprises : { $peers }. Elles ne s’ajoutent jamais aux nôtres.
search-short = Chercher
filters-label = Chercher et filtrer les fiches
filters-fold = Filtres
facet-source = Registre
facet-state = État
facet-data = Données utilisées
facet-generative = IA générative
facet-department = Direction
facet-publisher = Publié par
all-departments = Toutes les directions
all-publishers = Tous les organismes
source-own = Notre registre
source-peers = Autres registres
state-unknown = État non précisé
apply = Appliquer
results = Résultats
register-status = { $total ->
    [1] Une fiche.
   *[other] Fiches { $first } à { $last }, sur { $total }.
}
register-nothing = Aucune fiche ne répond à cette demande.
register-nothing-hint = Retirez un filtre, ou essayez un mot plus courant.
register-all = Voir tout le registre
register-corrected = Un mot n’a pas été trouvé tel quel. Nous avons cherché « { $text } ».
register-some-terms = Aucune fiche ne contient tous ces mots. Voici celles qui en contiennent une partie.
register-withheld = { $count ->
    [1] Un usage connu n’est pas publié.
   *[other] { $count } usages connus ne sont pas publiés.
}
why-withheld = Ce qui n’est pas publié, et pourquoi
sorted = Ordre :
sort-default = pertinence
sort-reference = référence
sort-review = date de revoyure
pages = Pages de résultats
page-number = page { $number }
whole-register = Tout le registre :
peers-note = Chaque fiche reste celle de l’organisme qui la publie. Les états sont rapprochés des nôtres quand c’est possible.
review-due = à revoir le { $date }
review-overdue = revoyure dépassée depuis le { $date }
declared-by = publié par : { $publisher }

## Une fiche

observed-meaning = vu dans des chiffres ou par quelqu’un, jamais déclaré
record-summary-only = Cette fiche n’est publiée qu’en résumé. Motif : { $ground }.
record-essential = L’essentiel
record-essential-reserve = Ce qu’une personne concernée veut savoir d’abord.
record-change = Ce que cela change pour vous
record-who = Qui vérifie et décide
record-your-data = Vos données
record-data = { $kind } : { $categories }.
record-person = Parler à une personne
report-problem = Signaler un problème sur cette fiche
record-opinions = Les avis
record-opinions-reserve = Un par fonction, jamais par nom. Le désaccord vient en premier.
record-no-opinion = Aucun avis n’est publié.
record-decision = La décision
record-no-decision = Aucune décision n’est publiée.
decision-by = Prise par : { $function }.
decision-by-unknown = On ne sait pas qui l’a prise.
decision-dated = { $outcome }, le { $date }
decision-act = Acte :
decision-stop = Critère d’arrêt :
decision-review = Revoyure prévue le { $date }.
decision-review-late = Revoyure prévue le { $date }, dépassée { $days ->
    [1] d’un jour.
   *[other] de { $days } jours.
}
record-effects = Les effets
record-no-frequency = On ne sait pas à quel rythme cet usage a lieu.
record-no-effect = On ne sait pas ce que cet usage change au travail.
record-lessons = Ce qui a été appris
effect-title = Temps gagné ou perdu, vérification comprise, en minutes par dossier
effect-row = Un dossier
effect-source = Temps donné par la fiche, vérification comprise.
effect-may-be-none = L’effet sur le temps de travail peut être nul : de { $low_abs } min gagnées à { $high_abs } min perdues par dossier.
effect-gain = La fiche dit un gain de temps, de { $high_abs } à { $low_abs } min par dossier.
effect-loss = La fiche dit une perte de temps, de { $low } à { $high } min par dossier.
effect-none = La fiche ne dit ni gain ni perte de temps.
effect-work = Effet sur le travail
effect-quality = Qualité du résultat
effect-limit = Ce que l’outil fait moins bien
record-figures = Les chiffres de la fiche
record-footprint = L’empreinte
record-footprint-reserve = Une fourchette, ses hypothèses à un clic.
footprint-method = Lire la méthode
record-details = Les détails
record-details-reserve = Un champ vide s’affiche : lui aussi informe.
record-details-open = Besoin, outil, coût et droit
detail-tool = Outil
detail-hosting = Hébergement
detail-supplier = Fournisseur
detail-exit = Comment en sortir
detail-cost-value = { $amount } { $currency } par an, prix du { $date }
detail-tier = Classe présumée, règlement européen sur l’IA
record-risks-open = Risques, et ce qui est fait
record-risks = Risques relevés sur cet usage
record-no-risk = Aucun risque n’est relevé. Cela ne veut pas dire qu’il n’y en a pas.
record-history = L’histoire
record-history-reserve = Les versions publiées, la plus récente en premier.
history-first = Première version publiée ({ $function })
history-changed = Version { $version } ({ $function })
history-revised = Ce qui a été revu
record-take = Reprendre cette fiche :
record-similar-why = Ailleurs, pour la même tâche ({ $task }), d’après leurs mots et sans que personne l’ait vérifié :
peer-ours = Ici
peer-ours-reserve = Nos fiches pour une tâche dont celle-ci parle, d’après ses mots.

## Une fiche d’un autre registre

peer-lede = Cette fiche n’est pas la nôtre. Elle est publiée par :
peer-source-state = selon la source :
peer-says = Ce que dit la source
peer-says-reserve = Dans ses mots et dans sa langue. Nous n’avons rien vérifié.
peer-source = D’où vient la fiche
peer-licence = Licence :
peer-seen = Vue pour la première fois le { $date }.
peer-gone = Cette fiche n’était plus dans le registre de son éditeur le { $date }.
peer-original = Lire la fiche chez son éditeur
peer-row-open = La ligne d’origine, entière

## Le tableau de bord

dashboard-title = Tableau de bord
dashboard-lede = Une question, un graphique et sa limite. Compté dans les fiches publiées, au { $date }.
question-status = Qu’est-ce qui se fait, et qu’est-ce qui ne se fait pas ?
question-status-reserve = Les usages constatés sans déclaration sont comptés à part.
question-needs = À quoi cela sert-il ?
question-needs-reserve = Beaucoup d’usages pour une tâche ne prouvent pas que l’IA y aide.
question-effects = Qu’est-ce que cela change au travail ?
question-effects-reserve = C’est ce que disent les fiches. Rien ne prouve que l’IA en soit la cause.
question-minutes = Combien de temps gagné, ou perdu ?
question-minutes-reserve = Vérification comprise. La fourchette dit le doute ; elle n’est pas additionnée.
question-tools = De qui dépendons-nous ?
question-tools-reserve = Un usage qui ne nomme pas son outil est montré ainsi.
question-footprint = Combien d’électricité ?
question-footprint-reserve = Estimé, jamais mesuré. Un usage sans estimation n’est pas compté.
question-coverage = De quelles directions n’avons-nous rien ?
question-coverage-reserve = Une direction sans fiche n’est pas une direction sans usage.
question-reviews = Qu’est-ce qui devait être revu, et ne l’est pas ?
question-reviews-reserve = Seuls comptent les usages en cours qui ont une date de revoyure.

## Le rapport

report-pdf = Lire le rapport en PDF
report-changes = Ce qui a changé depuis l’édition précédente
report-cite = Citer : { $authority }, « { $title } », édition { $number }, { $date },
chapters = Chapitres
previous = Précédent :
next = Suivant :

## Le glossaire et la galerie

glossary-title = Glossaire
glossary-lede = Les mots de l’observatoire, en français et en anglais.
glossary-reserve = Un mot pour chaque chose. Le mot anglais est en petit.
see = Voir
gallery-title = Galerie des graphiques
gallery-lede = Chaque forme de graphique, avec des données inventées.

## Écrire

contact-title = Écrire ou signaler un problème
contact-lede = Une question, un problème ou un incident dans un usage, un obstacle d’accessibilité : écrivez-nous.
contact-person = Parler à une personne
contact-privacy = Votre message n’est pas publié. Il parle d’un usage, jamais d’une personne : n’y mettez ni nom, ni données de santé.
contact-subject = Vous écrivez pour
subject-question = Poser une question
subject-problem = Signaler un problème sur un usage ou une fiche
subject-accessibility = Signaler un obstacle d’accessibilité
subject-question-short = Question
subject-problem-short = Problème
subject-accessibility-short = Obstacle d’accessibilité
contact-about = Fiche concernée
contact-about-hint = Facultatif : sa référence ou son nom.
contact-message = Votre message
contact-message-hint = 5 000 signes au plus.
contact-reply = Adresse électronique, si vous voulez qu’on vous y écrive aussi
contact-reply-hint = facultatif, par exemple nom@domaine.fr
contact-send = Envoyer le message
errors-title = Le message n’est pas encore envoyé
contact-no-subject = Choisissez pourquoi vous écrivez.
contact-no-message = Écrivez votre message.
contact-too-long = Raccourcissez le message : 5 000 signes au plus.
contact-line-too-long = Raccourcissez le nom de la fiche : 200 signes au plus.
contact-bad-address = Corrigez l’adresse, par exemple nom@domaine.fr, ou laissez ce champ vide.
contact-thanks = Votre message est enregistré
thanks-number = Son numéro :
thanks-next = Notre réponse se lira à la page « Suivre un message ». Rien ne part d’office : si vous avez laissé une adresse, une personne peut aussi vous y écrire.

## Tableaux des pages de texte

table-budgets = Poids des pages : mesuré maintenant, et plafond
column-screen = Page
column-weight = Poids transféré
column-weight-max = Plafond
column-requests = Requêtes
column-elements = Éléments
column-ecoindex = EcoIndex (sur 100)
budget-home = Accueil
budget-register = Registre
budget-record = Une fiche
budget-dashboard = Tableau de bord
budget-report = Un chapitre du rapport
table-retention = Durées de conservation
column-kind = Ce qui est gardé
column-kept = Durée
column-why = Pourquoi
column-then = Et ensuite
retention-days = { $days ->
    [0] pas gardé
    [1] 1 jour
   *[other] { $days } jours
}
retention-with-record = pas de durée fixe

not-published = Non publié : la fiche est en résumé
footer-guide = Guide
colon = {"\u00A0"}:
record-older = Toutes les versions
withheld-ground = Motif : { $ground } ({ $count }).

## Puis-je ?

nav-may-i = Puis-je ?
may-i-title = Puis-je utiliser cet outil ?
may-i-lede = Trois questions, une réponse, ses raisons. Rien n’est enregistré.
may-i-question = Votre question
may-i-question-reserve = Changez un mot, la réponse change.
may-i-task = 1. Je veux
may-i-tool = 2. avec
may-i-data = 3. en y mettant (plusieurs choix possibles)
may-i-pick = choisir…
may-i-see = Voir la réponse
may-i-incomplete = Choisissez une tâche, un outil et au moins une nature de données.
may-i-no-sheets = Aucune feuille de tâche ou d’outil n’est encore relue : il n’y a pas de réponse à donner. Demandez à votre référent.
may-i-answered-on = Réponse du { $date }.
law-not-advice-page = Ceci n’est pas un avis juridique.
may-i-allowed = Oui.
may-i-if = { $count ->
    [0] Oui, à conditions.
    [1] Oui, à une condition.
   *[other] Oui, à { $count } conditions.
}
may-i-not-yet = Pas encore.
may-i-ask-first = Une question d’abord.
may-i-unknown = On ne sait pas encore.
may-i-forbidden = Non. Voici comment faire.
may-i-why = Pourquoi
may-i-more = Les autres raisons
may-i-ask = Ce qui manque, et qui peut répondre
may-i-rests-on = Sur quoi repose la réponse
may-i-organisation = De son côté, l’administration :
may-i-around = Ce qui changerait la réponse
may-i-with-tool = avec { $tool }
may-i-without-data = sans { $data }
may-i-only-data = en n’y mettant que { $data }
may-i-without-ai = Et sans IA ?
may-i-doubt = Un doute
may-i-doubt-text = Demandez à votre référent, ou à la fonction nommée à côté de chaque question. Ne pas s’en servir est aussi un choix respecté.
may-i-link = Adresse de cette question
may-i-coming = À partir du { $date } : { $title }
may-i-closed-already = { $text } (interdit par la loi à partir du { $date }, fermé dès maintenant)
may-i-debated = Sa date est discutée : la décision revient à la personne déléguée à la protection des données.
may-i-sheet-limit = limite de la feuille de l’outil ou des données
may-i-act = { $title }, { $body }, { $date }
may-i-default-charter = charte proposée par défaut, qu’aucun acte n’a encore confirmée
may-i-signed = { $sheet } : feuille signée le { $date }
may-i-unsigned = { $sheet } : proposé, pas encore relu

## Le questionnaire

questions-title = Quelles règles touchent mon usage ?
questions-lede = Une question à la fois, et seulement celles qui peuvent encore changer une réponse. Rien n’est enregistré : tout est dans l’adresse de la page.
questions-start = Pour commencer
questions-start-reserve = Ce que vous choisissez reprend les feuilles déjà signées : moins de questions.
questions-none = aucun de la liste
questions-begin = Commencer
questions-now = La question
questions-progress = { $done ->
    [0] Aucune réponse donnée
    [one] Une réponse donnée
   *[other] { $done } réponses données
} ; { $left ->
    [0] il n’en reste pas pour vous.
    [one] il en reste une au plus.
   *[other] il en reste { $left } au plus.
}
questions-next = Continuer
questions-done = Vous n’avez plus rien à répondre : rien de ce que vous savez ne changerait une règle. Ce qui reste revient à d’autres fonctions.
questions-restart = Recommencer
questions-applies = Ce qui s’applique déjà
questions-nothing = Aucune règle encore, d’après ce qui est dit.
questions-others = Ce que d’autres diront
questions-others-reserve = Chaque fonction répond à ses questions, ici ou dans la fiche : sous « law_answers », avec la clé qui suit la question.
questions-leave-empty = Laissez vide si vous ne savez pas.
questions-not-a-number = « { $typed } » n’est pas un nombre : écrivez-le en chiffres, sans espace ni unité.
questions-not-a-date = « { $typed } » n’est pas un jour qui existe : écrivez-le comme 2026-11-24.
questions-not-a-choice = « { $typed } » n’est pas une des réponses : choisissez dans la liste.
questions-risks = Risques à regarder
questions-risks-reserve = Ce que le catalogue propose d’après vos réponses et les feuilles signées. Personne ne les a jugés, et aucun n’est ajouté à une fiche.
questions-risk-because = Parce que : { $facts }
questions-risk-fact = { $fact } : { $answer }
questions-risk-measures = Ce qui le réduit, d’après le catalogue : { $measures }{ $more ->
    [0] {""}.
    [one] {" "}; et une autre mesure.
   *[other] {" "}; et { $more } autres mesures.
}
questions-risks-rest = { $more ->
    [0] Aucun autre risque du catalogue n’est proposé
    [one] Un autre risque du catalogue est proposé
   *[other] { $more } autres risques du catalogue sont proposés
} ; { $may ->
    [0] aucun ne dépend de ce que l’on ne sait pas encore.
    [one] un dépend de ce que l’on ne sait pas encore.
   *[other] { $may } dépendent de ce que l’on ne sait pas encore.
}
questions-keep = Garder ces réponses
questions-keep-reserve = Le site n’en garde rien. L’adresse les contient toutes.
questions-resume = Reprendre plus tard : un lien à garder en signet
questions-keep-open = Les lignes à coller dans une fiche
questions-keep-how = Dans le fichier de la fiche, à la place des lignes de même nom. Chaque réponse porte la fonction à qui la question est posée : faites-la relire par elle, et dites ce qui l’appuie.
questions-evidence = ce qui l’appuie
questions-on-file = Ce qui est déjà su
questions-on-file-open = Ce que disent la fiche de l’outil et le profil
questions-answered = Vos réponses
questions-answered-open = Les relire
answer-unknown = Je ne sais pas

## Les risques

risks-title = Les risques qui restent
risks-finding = { $rated ->
    [0] Aucun risque publié n’a encore été jugé
    [one] Un risque publié a été jugé
   *[other] { $rated } risques publiés ont été jugés
} ; { $unrated ->
    [0] aucun n’attend un jugement.
    [one] un attend un jugement.
   *[other] { $unrated } attendent un jugement.
}
risks-matrix = La matrice
risks-matrix-reserve = Ce qui reste, après les mesures en place et prouvées. Un jugement l’emporte sur le calcul.
risks-caption = Nombre de risques selon leur gravité et leur vraisemblance
risks-zones = Ce que demande chaque zone
risks-register = Le registre
risks-register-reserve = Du plus élevé au moins élevé : vraisemblance multipliée par gravité, de 1 à 16.
risks-none = Aucun risque jugé n’est publié.
risks-more = { $count ->
    [one] Et un autre, sur sa fiche.
   *[other] Et { $count } autres, sur leurs fiches.
}
risks-unrated = Pas encore jugés
risks-unrated-reserve = Un risque que personne n’a jugé n’est pas un petit risque.
risks-lowered = { $before } avant les mesures, { $now } après
risks-score = { $now } sur 16
risks-no-measure = Aucune mesure publiée.

## Les valeurs

values-title = Cet usage au regard des valeurs
values-link = Les valeurs
values-lede = Ce que pense chaque fonction, valeur par valeur, avec ses raisons. Le désaccord vient en premier, et rien n’est additionné.
values-none = Personne n’a encore donné d’avis sur cette valeur.
values-silent = N’ont pas encore répondu : { $who }.
values-no-reason = Sans raison donnée : elle est à demander.
