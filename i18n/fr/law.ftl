# Le droit sur les pages : les textes, leurs règles, et ce qu’elles donnent pour une fiche.

## La page des textes

law-title = Le droit
law-lede = Les textes qui comptent pour l’IA générative dans un service public, règle par règle : ce qui est en vigueur, ce qui vient, et ce dont nous sommes sûrs.
law-caution = Ces pages expliquent des règles en mots simples ; ce n’est pas un avis juridique. Ce qui n’a pas été lu dans le texte officiel le dit.
law-not-legal-advice = Cette page explique une règle ou une lecture automatique ; ce n’est pas un avis juridique. Le texte officiel fait foi.
law-on = État au { $date }.
law-assessed = { $assessed ->
    [0] Aucun usage n’est encore lu au regard de ces règles.
    [1] Un usage publié en entier est lu au regard de ces règles ; pour { $unknown } au moins une règle reste en suspens.
   *[other] { $assessed } usages publiés en entier sont lus au regard de ces règles ; pour { $unknown } au moins une règle reste en suspens.
  }
law-texts = Les textes
law-rules = { $count ->
    [1] 1 règle
   *[other] { $count } règles
  }
law-count-in-force = { $count } en vigueur
law-count-debated = { $count } à la date discutée
law-count-coming = { $count } à venir
law-count-ended = { $count ->
    [1] 1 finie
   *[other] { $count } finies
  }
law-count-pending = { $count } en discussion
law-certainty-count = { $label } : { $count }
law-next = Prochaine date : { $when }, { $title }.
law-open-data = Toutes les règles en données ouvertes (JSON)
law-next-dates = Ce qui vient
law-next-dates-reserve = Les dates que la loi fixe déjà. Elle peut encore les déplacer.
law-no-next-date = Aucune date à venir n’est inscrite. Cela ne veut pas dire que rien ne change.
law-past-dates = Les dates passées

## Où en est une règle

law-standing-in-force = En vigueur
law-standing-debated = Date discutée
law-standing-coming = À venir
law-standing-ended = Finie
law-standing-pending = Texte en discussion, qui ne s’applique pas
law-explained-in-force = Une règle en vigueur ne vaut pour un usage que si sa condition est remplie.
law-explained-debated = Deux lectures existent. Nous n’en choisissons aucune : la ou le délégué à la protection des données tranche.
law-explained-coming = Ces règles ne s’appliquent pas encore.
law-explained-ended = Ces règles ne s’appliquent plus.
law-explained-pending = Rien n’est adopté. Ces règles ne s’appliquent jamais tant que le texte ne l’est pas.
law-since-in-force = en vigueur depuis le { $date }
law-since-debated = date discutée depuis le { $date }
law-since-ended = finie le { $date }
law-from = à partir du { $date }
law-from-moved = à partir du { $date }, prévu d’abord le { $original }
law-from-until = du { $from } au { $until }
law-both-readings = Période discutée ({ $when }). Selon une lecture, la règle vaut dans cette période ; selon l’autre, elle n’y vaut pas. La ou le délégué à la protection des données tranche.
law-period = Période : { $when }.

## Une règle

law-caution-secondary = Cette règle est rapportée par un tiers : au moins une de ses parties n’a pas été lue dans le texte officiel.
law-caution-to_confirm = À confirmer : au moins une partie de cette règle n’a pas été vue dans le texte officiel. Ne vous y fiez pas avant de l’avoir lu.
law-when = Quand elle s’applique
law-when-reserve = Une réponse que personne n’a donnée laisse la règle en suspens.
law-all-periods = Les périodes
law-own-condition = Dans cette période, la condition est :
law-duties = Ce qu’elle demande
law-duties-reserve = Qui le doit, et qui cela lie en pratique.
law-no-duty-here = Elle ne lie personne à une action : elle interdit, classe, annonce ou met en garde.
law-debtor-authority = dû par l’administration
law-debtor-agent = dû par l’agent
law-debtor-supplier = dû par le fournisseur
law-duty-always = vaut à chaque usage de tout outil
law-duty-only = seulement si : { $condition }
law-done-on-tool = trace à garder sur la fiche de l’outil
law-done-on-task = trace à garder sur la fiche de la tâche
law-done-on-data = trace à garder sur la fiche des données
law-citation = Articles
law-in-charge = Qui s’en occupe
law-evidence = Ce qui montre qu’elle est respectée
law-lifted = Ce qui lève l’interdiction
law-not-modelled = Ce que cette page laisse de côté
law-certainty = Ce dont nous sommes sûrs
law-whole-rule = la règle entière
law-certainty-part = { $about } : { $level }
law-checked = Comparée à ses sources le { $checked }. À comparer de nouveau avant le { $review }.
law-checked-late = Comparée à ses sources le { $checked }. Elle devait l’être de nouveau avant le { $review } : lisez le texte officiel.
law-sources = Sources
law-source-checked = consultée le { $date }
law-cases = Les cas qui la prouvent
law-cases-reserve = Des situations inventées, leur jour et le résultat attendu. Ce qui n’est pas dit n’est pas su.
law-cases-open = Voir les cas

## Conditions et réponses

law-all = Tout ceci
law-any = Au moins l’un de ces points
law-not = Le contraire de ceci
law-at-least = Au moins { $count } de ces points
law-group = { $heading } ({ $parts })
law-fact = { $fact } : { $answer }
law-yes = oui
law-no = non
law-one-of = l’une de ces réponses ({ $answers })
law-none-of = aucune de ces réponses ({ $answers })
law-contrary = Le contraire de ceci : { $what }
law-minimum = { $limit } ou plus
law-more-than = plus de { $limit }
law-on-or-after = le { $date } ou après
law-before = avant le { $date }

## Ce qu’elles donnent pour une fiche

record-law = Ce que le droit en dit
law-record-title = Cet usage et le droit
law-record-counts = Au { $date }, d’après ce que la fiche publie, sur { $rules } règles : { $applies ->
    [0] aucune ne s’applique à coup sûr
    [1] une s’applique
   *[other] { $applies } s’appliquent
  }, { $unknown ->
    [0] aucune ne reste en suspens
    [1] une reste en suspens
   *[other] { $unknown } restent en suspens
  }, { $coming ->
    [0] aucune n’est à venir
    [1] une est à venir
   *[other] { $coming } sont à venir
  }.
law-record-caution = Lecture automatique de la fiche publiée ; ce n’est pas un avis juridique. « S’applique » ne dit ni que la règle est respectée, ni qu’elle ne l’est pas. Les réponses gardées en interne ne sont pas lues.
law-record-texts = Les textes
law-record-withheld = Une partie de la fiche est retenue : aucune règle n’est lue, car ce qui est retenu passerait pour inconnu.
law-applies = Ce qui s’applique
law-applies-reserve = La condition est remplie, si la règle est telle que nous la lisons : sa certitude est à côté, et la hachure dit « à confirmer ». Ouvrez une règle pour voir pourquoi.
law-unknown = On ne sait pas
law-unknown-reserve = Une réponse publiée manque, ou la date est discutée. Ce n’est pas un non.
law-questions = Les questions qui trancheraient
law-questions-reserve = Par fonction qui peut répondre. La première éclaire le plus de règles.
law-question = { $question } { $count ->
    [1] (éclaire 1 règle)
   *[other] (éclaire { $count } règles)
  }
law-coming = Ce qui vient
law-coming-reserve = Lu au premier jour de chaque règle, avec les réponses d’aujourd’hui.
law-none-here = Aucune règle.
law-will-apply = s’appliquera
law-may-apply = on ne sait pas si elle s’appliquera
law-debated-aside = date discutée
law-read-on = Lue au { $date }.
law-step = { $truth } – { $what }
law-step-yes = Rempli
law-step-no = Non rempli
law-step-unknown = On ne sait pas
law-facts-used = Réponses lues :
    { $facts }
law-known = { $known } ({ $origin })
law-on-file = Réponses reprises, { $origin } : { $known }
law-nobody = { $fact } : la fiche publiée ne répond pas
law-place-answer = réponse de la fiche
law-place-field = champ « { $field } », version du { $date }
law-place-data = feuille de données « { $name } »
law-place-task = feuille de tâche « { $name } »
law-place-tool = fiche de l’outil « { $name } »
law-place-profile = profil de l’administration
law-place-implied = déduit : une fiche parle d’un usage de l’outil
law-signed = { $place }, { $who }, le { $date }
