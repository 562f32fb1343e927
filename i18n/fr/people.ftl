# Se connecter, déclarer, relire, décider. / Signing in, declaring, reviewing, deciding.
space-link = Espace de travail
space-title = Votre espace
sign-out = Se déconnecter
error-403 = Cette page n’est pas ouverte à votre rôle.
error-403-hint = Demandez à la personne qui gère les comptes, ou revenez à votre espace.
form-errors-title = Rien n’est encore enregistré
sign-in-title = Se connecter
sign-in-lede = Pour déclarer un usage, donner un avis ou décider. Les pages publiques se lisent sans compte.
sign-in-cookie = Un seul cookie, le temps de la session, pour savoir que c’est vous. Il s’efface à la déconnexion.
sign-in-email = Adresse électronique professionnelle
sign-in-password = Mot de passe
sign-in-send = Continuer
sign-in-forgotten = Mot de passe oublié, ou pas encore de compte ? La personne qui gère les comptes vous donne un lien.
sign-in-refused = Vérifiez l’adresse et le mot de passe : ils ne vont pas ensemble.
sign-in-locked = { $minutes ->
    [one] Trop d’essais. Attendez une minute.
   *[other] Trop d’essais. Attendez { $minutes } minutes.
  }
sign-in-chosen = Votre mot de passe est enregistré. Connectez-vous.
code-title = Votre code
code-lede = Votre compte demande un second facteur.
code-label = Code
code-hint = Six chiffres de votre application, ou l’un de vos codes de secours.
code-refused = Vérifiez le code : il est faux, trop ancien, ou a déjà servi.
password-title = Choisir un mot de passe
password-advice = Une phrase que vous seul·e connaissez vaut mieux qu’un mot compliqué.
password-new = Nouveau mot de passe
password-hint = 12 caractères au moins.
password-again = Le même, une seconde fois
password-send = Enregistrer
password-link-gone = Ce lien ne fonctionne plus : il a déjà servi, ou il est trop ancien. Demandez-en un autre à la personne qui gère les comptes.
password-short = Choisissez au moins 12 caractères.
password-long = Choisissez 256 caractères au plus.
password-has-name = Choisissez un mot de passe qui ne contient pas votre adresse.
password-common = Choisissez un mot de passe moins courant : celui-ci serait essayé parmi les premiers.
password-differs = Tapez deux fois le même mot de passe.

dossier-case = Le cas
dossier-law = Le droit
dossier-questions = Questions qui restent
dossier-more-rules = { $count ->
    [one] et une autre règle.
   *[other] et { $count } autres règles.
  }
dossier-note = Note interne :
dossier-awaited = Pas encore d’avis
dossier-no-opinion = Aucun avis encore.
dossier-no-decision = Pas encore de décision.
dossier-neighbours = Cas voisins
dossier-neighbours-why = Même outil ou même tâche.
dossier-due = avis attendus le { $date }
dossier-late = { $days ->
    [one] avis attendus le { $date }, en retard d’un jour
   *[other] avis attendus le { $date }, en retard de { $days } jours
  }
dossier-since = { $who } : depuis votre avis (version { $version }), ont changé : { $fields }.
dossier-unchanged = { $who } : rien n’a changé depuis votre avis (version { $version }).
dossier-outdated = Le dossier a changé pendant que vous écriviez. Relisez-le : ce que vous avez tapé est gardé ci-dessous.
dossier-missing = N’ont pas encore donné leur avis : { $who }.
dossier-ask = Demander des avis
dossier-publish = Publication
dossier-public-page = Page publique
decision-voided = Cette décision ne tient plus depuis le { $date } : l’usage a changé ({ $fields }).
one-a-line = Une par ligne.
day-hint = Format : jour/mois/année.
opinion-yours = Votre avis
opinion-public = Il sera public si la fiche l’est, signé par votre fonction, jamais par votre nom. Vous pourrez le changer : l’ancien restera lisible.
opinion-function = Au nom de quelle fonction ?
opinion-sense = Dans quel sens ?
opinion-why = Pourquoi, en une ou deux phrases
opinion-why-hint = 280 signes au plus. Écrivez pour un habitant qui lira la fiche.
opinion-conditions = Conditions
opinion-note = Note interne
opinion-note-hint = Facultative. Elle ne sort jamais de la collectivité.
opinion-send = Donner mon avis
opinion-no-function = Dites au nom de quelle fonction vous parlez.
opinion-no-sense = Dites dans quel sens va votre avis.
opinion-no-reason = Dites pourquoi : un avis qui n’est pas favorable donne sa raison.
opinion-no-condition = Écrivez au moins une condition, ou choisissez un autre sens.
opinion-long = Raccourcissez : { $count } signes sur { $most }.
sense-hint-favourable = L’usage peut commencer tel quel.
sense-hint-favourable-with-reservations = Il peut commencer si vos conditions sont tenues.
sense-hint-reserved = Vous ne vous opposez pas, mais le doute doit être lu.
sense-hint-unfavourable = L’usage ne doit pas commencer.
decision-yours = Votre décision
decision-public = Elle porte sur la version affichée. Si l’usage change ensuite, elle ne tiendra plus.
decision-outcome = Que décidez-vous ?
decision-who = En quelle qualité
decision-who-hint = Une fonction, pas un nom : « Directrice générale des services ».
decision-act-label = Acte
decision-act-hint = Délibération, arrêté, compte rendu. Facultatif.
decision-conditions = Conditions
decision-review-label = À revoir le
decision-stop-label = Ce qui ferait arrêter
decision-go-on = Je décide sans attendre ces avis.
decision-send = Décider
decision-no-outcome = Dites ce que vous décidez.
decision-no-one = Dites en quelle qualité vous décidez.
decision-no-condition = Écrivez au moins une condition, ou choisissez une autre décision.
decision-no-review = Donnez une date à venir : toute autorisation a une date de revoyure.
decision-awaited = Attendez ces avis, ou dites que vous décidez sans eux.
decision-stop-how = L’usage a commencé : dites comment et quand il s’arrête.
request-title = Demander des avis
request-lede = Les fonctions parlent en parallèle. La décision vient après.
request-rule = Une fonction concernée à coup sûr ne peut pas être écartée. Pour les autres, le dossier ne dit pas encore si elle l’est.
request-who = Qui doit donner un avis ?
request-not-known = À vérifier : { $why }
request-due = Avis attendus pour le
request-send = Demander
request-nobody = Choisissez au moins une fonction.
request-bad-day = Donnez une date à venir, par exemple 30/12/2026.
publication-title = Ce que le public verra
publication-lede = Regardez la page avant de la publier : c’est exactement celle que le public verra.
publication-see = Voir avant de publier
publication-level = Que publie-t-on ?
publication-hint-public = Tout ce qui peut être publié, avis compris.
publication-hint-summary = Le nom, le résumé, la décision et à qui s’adresser.
publication-hint-internal = Rien : la fiche est comptée, avec son motif.
publication-ground = Motif
publication-ground-hint = Obligatoire si tout n’est pas publié. Il est public.
publication-note = Précision
publication-seen = J’ai regardé la page telle que le public la verra.
publication-send = Enregistrer
publication-no-level = Dites ce que l’on publie.
publication-no-ground = Donnez le motif de ce qui est retenu.
publication-not-seen = Regardez la page avant de la publier, puis cochez la case.

space-declare = Déclarer un usage
space-account = Mon compte
space-accounts = Comptes
space-quiet = Rien ne vous attend.
space-late-word = en retard,
space-more = { $count ->
    [one] et un autre.
   *[other] et { $count } autres.
  }
space-opinions = Votre avis est attendu
space-opinions-why = Les fonctions parlent en parallèle : n’attendez pas les autres.
space-decide = À décider
space-decide-why = Tous les avis demandés sont donnés.
space-messages-count = { $count ->
    [one] Un message attend une réponse.
   *[other] { $count } messages attendent une réponse.
  }
space-ahead = Avant le début
space-ahead-why = Usages souhaités, prévus ou en préparation.
space-own = Ce que vous avez déclaré
space-own-why = Vous pouvez suivre chaque dossier.

dossier-edit = Modifier
edit-title = Modifier le dossier
edit-rule = L’ancienne version reste lisible. Écrivez pour un habitant, sans nom de personne.
edit-decided = Une décision est en vigueur. Changer l’outil, les données, le besoin ou le contrôle humain la rend caduque.
edit-voids-field = Le changer rend la décision caduque.
edit-data = Données les plus délicates
edit-data-hint = Ce qui entre dans l’outil de plus délicat.
edit-voids = La décision ne tiendra plus, car vous changez : { $fields }. Si c’est voulu, cochez « Je sais que la décision ne tiendra plus ».
edit-void-anyway = Je sais que la décision ne tiendra plus.
edit-other-language = En anglais, inchangé : { $text }
edit-no-name = Donnez un nom à l’usage.

dossier-answer = Répondre aux questions du droit
dossier-law-link = Toutes les règles, avec leurs raisons
answers-title = Questions du droit
answers-lede = Seules les questions qui peuvent encore changer quelque chose sont posées, les plus utiles d’abord.
answers-rule = « On ne sait pas » n’est jamais lu comme un non. Chaque réponse garde la fonction, le jour et la preuve.
answers-others = À d’autres
answers-none = Aucune question n’attend votre fonction.
answers-answer = Réponse
answers-evidence = Adresse de la preuve (facultatif)
answer-number = Un nombre entier.
answer-not-understood = Cette réponse n’est pas comprise : suivez le format indiqué.
answer-bad-link = Donnez une adresse complète, qui commence par « https:// ».
