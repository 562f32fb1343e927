# La semaine de qui pilote l’observatoire : ce qui est à faire, ce qui attend, la réunion, la lettre, les vues.

## À faire

todos-title = À faire
todos-lede = Chaque condition d’une décision a quelqu’un qui en répond et une date. Changer cela ne remet pas la décision en cause.
todos-list = À faire
todos-all = Ce qui attend, ce qui est fait
todos-list-why = Ce qui est en retard d’abord, ce qui est fait à la fin.
todos-none = Rien n’est à faire sur ce dossier.
todos-open = Dire ce qui est fait, ou qui s’en charge
todo-change = Changer
todo-due = pour le { $date }
todo-late = en retard, c’était pour le { $date }
todo-no-day-known = sans date
todo-done = Fait le { $date }, selon { $who }
todo-done-title = Dire où cela en est
todo-is-done = Est-ce fait ?
todo-yes = Oui, c’est fait.
todo-no = Non, ou plus maintenant.
todo-day = Depuis quand ?
todo-evidence = Ce qui le montre
todo-evidence-hint = Une adresse, un compte rendu, un document. Aucun nom.
todo-assign-title = Qui s’en charge, et pour quand ?
todo-add-title = Ajouter quelque chose à faire
todo-assign-send = Attribuer
todo-add-send = Ajouter
todo-assign-why = Une fonction, une direction ou un rôle : jamais une personne.
todo-condition = Condition de la décision : seule une nouvelle décision en change les mots.
todo-text = Ce qu’il faut faire
todo-owner = Qui s’en charge ?
todo-owner-hint = La personne qui tient cette fonction le verra dans son espace.
holders-functions = Fonctions
holders-departments = Directions
holders-roles = Rôles
todo-due-label = Pour quand ?
todo-remove = Retirer de la liste
todo-unknown = Choisissez quelque chose dans la liste : ce numéro n’y est pas.
todo-not-yours = Demandez à qui s’en charge : vous ne répondez pas de cela.
todo-no-answer = Dites si c’est fait ou non.
todo-no-day = Donnez le jour où cela a été fait, au plus tard aujourd’hui.
todo-no-evidence = Dites ce qui le montre : une adresse, un compte rendu, un document.
todo-no-text = Écrivez ce qu’il faut faire.
todo-no-owner = Choisissez une fonction, une direction ou un rôle de la liste.
todo-no-due = Donnez une date, par exemple 30/12/2026.
todo-is-condition = Laissez-la : c’est une condition de la décision. Une nouvelle décision peut la retirer.
decision-owner = Qui se charge des conditions ?
decision-owner-hint = À défaut, la direction qui utilise l’outil. Chaque condition pourra changer de mains ensuite.
decision-due = Conditions à tenir pour le
decision-due-hint = À défaut, le jour de la revoyure. Format : jour/mois/année.
decision-bad-due = Donnez une date à venir, par exemple 30/12/2026.

## Ce que l’on publie d’un avis

opinion-level = Que publie-t-on de cet avis ?
opinion-goes-public = Publié
opinion-goes-summary = Publié en résumé
opinion-goes-internal = Non publié
opinion-hint-public = Votre phrase et vos conditions, si la fiche est publiée entière.
opinion-hint-summary = Votre fonction, le sens et le jour ; ni la phrase, ni les conditions.
opinion-hint-internal = Rien : l’avis est compté, avec son motif.
opinion-level-summary = Publié en résumé, sans sa phrase. Motif : { $ground }.
opinion-level-internal = Non publié, seulement compté. Motif : { $ground }.
opinion-in-short = Sa phrase n’est pas publiée. Motif : { $ground }.
record-opinions-withheld = { $count ->
    [one] Un avis n’est pas publié. Motif : { $ground }.
   *[other] { $count } avis ne sont pas publiés. Motif : { $ground }.
  }
publication-opinions = Chaque fonction a choisi ce que l’on publie de son avis ; l’aperçu le montre.

## La semaine

space-todos = À faire
space-todos-why = Ce dont vous répondez. Dites quand c’est fait.
space-week = La semaine
space-week-why = Ce qui attend dans toute la collectivité.
space-small = Ici, une personne peut tenir toutes les fonctions : trois écrans suffisent, celui-ci, les usages et la synthèse, avec les outils et les messages à côté.
space-letters = La lettre hebdomadaire du { $date } n’est pas partie partout ({ $count } en échec). { $why }
week-title = La semaine
week-lede = { $count ->
    [one] Au { $date }, une sorte de chose attend. Chaque ligne dit quoi, depuis quand, et une chose à faire.
   *[other] Au { $date }, { $count } sortes de choses attendent. Chaque ligne dit quoi, depuis quand, et une chose à faire.
  }
week-fine = Tout va bien au { $date } : rien n’attend. Ce qui a été regardé est dit ci-dessous.
week-nothing = Rien n’attend.
week-count = { $what } : { $count }
week-no-day = sans date
week-looked-at = Ce qui a été regardé
week-looked-at-why = Les délais sont dans « framework/follow_up.yaml ».
week-looked-at-what = Fiches : { $records }. Choses à faire : { $todos }. Directions : { $departments }. Fiches d’outils, de tâches et de données : { $sheets }. Règles du droit : { $rules }.
week-law-none = aucune fiche n’en change
week-law-touched = { $count ->
    [one] change pour { $names }
   *[other] change pour { $count } fiches, dont { $names }
  }
week-todos = À faire, en retard
week-todos-why = La date est passée.
week-todos-since = attendu le { $date }
week-todos-do = voir où cela en est
week-reviews = Revoyures dépassées
week-reviews-why = L’usage continue, la date de revoyure est passée.
week-reviews-since = à revoir depuis le { $date }
week-reviews-do = redemander des avis
week-voided = Décisions qui ne tiennent plus
week-voided-why = L’usage a changé depuis.
week-voided-since = depuis le { $date }
week-voided-do = redemander des avis
week-late-opinions = Avis en retard
week-late-opinions-why = Une relance suffit souvent.
week-late-opinions-since = attendus le { $date }
week-late-opinions-do = relancer
week-old-requests = Avis demandés depuis longtemps
week-old-requests-why = Sans date limite dépassée, mais la demande est ancienne.
week-old-requests-since = demandés le { $date }
week-old-requests-do = relancer
week-undecided = Décisions à prendre
week-undecided-why = Toutes les fonctions demandées ont parlé.
week-undecided-since = dernier avis le { $date }
week-undecided-do = porter à qui décide
week-new = Déclarés, sans avis demandé
week-new-why = Personne n’a encore été consulté.
week-new-since = fiche du { $date }
week-new-do = demander des avis
week-expired-opinions = Avis trop anciens
week-expired-opinions-why = L’usage continue sur des avis anciens.
week-expired-opinions-since = donné le { $date }
week-expired-opinions-do = redemander des avis
week-pilots = Essais qui finissent
week-pilots-why = Un essai a une fin : arrêter, prolonger ou décider.
week-pilots-since = fin prévue le { $date }
week-pilots-do = dire ce qu’il devient
week-coming-reviews = Revoyures qui approchent
week-coming-reviews-why = Le temps de redemander des avis.
week-coming-reviews-since = à revoir le { $date }
week-coming-reviews-do = redemander des avis
week-law = Le droit qui change
week-law-why = Les dates proches, et les fiches dont la lecture change.
week-law-since = le { $date }
week-law-do = lire la règle
week-messages = Messages du public
week-messages-why = Ouvrez la liste pour les lire et y répondre.
week-messages-since = le plus ancien est du { $date }
week-messages-do = lire et répondre
week-silent = Directions qui n’ont rien déclaré
week-silent-why = On ne sait pas s’il n’y a pas d’usage, ou si personne ne l’a dit.
week-silent-since = depuis le { $date }
week-silent-do = déclarer avec elle
week-stale = Fiches que personne n’a touchées
week-stale-why = Demandez au service si elles sont encore vraies.
week-stale-since = dernière version le { $date }
week-stale-do = relire la fiche
week-sheets = Fiches d’outils, de tâches et de données à relire
week-sheets-why = Ce qui a été signé est ancien, ou a changé depuis.
week-sheets-since = du { $date }
week-sheets-do = voir
week-rules = Règles du droit à relire
week-rules-why = Leur date de relecture est passée : mettez Vigie à jour, ou vos données.
week-rules-since = à relire depuis le { $date }
week-rules-do = lire la règle

## La réunion

meeting-title = Dossier de réunion
meeting-choose = Choisir les cas
meeting-choose-lede = Choisissez les cas : tout tient alors sur une page à imprimer.
meeting-choose-why = Ceux qui attendent un avis ou une décision sont cochés.
meeting-cases = Cas à examiner
meeting-more = { $count ->
    [one] Une autre fiche peut être ajoutée par sa référence.
   *[other] { $count } autres fiches peuvent être ajoutées par leur référence.
  }
meeting-others = Autres références
meeting-others-hint = Séparées par des espaces, par exemple VAL-003 VAL-017.
meeting-make = Préparer le dossier
meeting-none = Choisissez au moins un cas : aucun n’attend en ce moment.
meeting-too-many = Choisissez { $most } cas au plus : { $count } sont cochés.
meeting-no-record = Vérifiez ces références, aucune fiche ne les porte : { $records }.
meeting-no-record-hint = Une référence s’écrit comme VAL-006. Sans --case, le dossier prend ce qui attend.
meeting-which-authority = Dites pour quelle collectivité.
meeting-which-authority-hint = Ajoutez --authority avec l’une de celles-ci : { $known }.
meeting-lede = { $count ->
    [0] Groupe de travail de { $authority }, au { $date } : rien n’attend.
    [one] Groupe de travail de { $authority }, au { $date } : un cas.
   *[other] Groupe de travail de { $authority }, au { $date } : { $count } cas.
  }
meeting-agenda = Ordre du jour
meeting-asked = Ce qui est demandé :
meeting-asked-opinions = donner les avis qui manquent.
meeting-asked-decision = préparer la décision : tous les avis sont là.
meeting-asked-functions = dire à qui demander un avis.
meeting-asked-note = prendre acte : une décision est en vigueur.
meeting-from = Attendus : { $who } ({ $date }).
meeting-figures = Chiffres
meeting-law = Le droit en vigueur :
meeting-todos-why = Pour ces cas.
meeting-no-todo = Rien n’est à faire pour ces cas.

## Les chiffres

figure-uses = Usages
figure-minutes = Temps par cas, vérification comprise
figure-measured-minutes = Temps par cas, mesuré
figure-energy = Électricité par mois
figure-gwp = Gaz à effet de serre par mois
figure-declared = déclaré dans la fiche
figure-measured = mesuré : { $how }
figure-estimated = estimé, EcoLogits { $release }, électricité { $zone }
figure-with = { $amount } – { $method }, { $date }
figure-money = { $amount } { $currency } par an, { $tax }, prix du { $date }
figure-tax-included = TTC
figure-tax-excluded = HT
figure-tax-unknown = taxe non précisée

## La lettre hebdomadaire

digest-subject = Observatoire de { $authority } : ce qui vous attend
digest-lede = Ce qui vous attend dans l’observatoire de { $authority }, au { $date } :
digest-opinions = Avis attendus de vous : { $count }
digest-decisions = Décisions à prendre : { $count }
digest-todos = Choses à faire : { $count }
digest-overdue = dont en retard : { $count }
digest-tool-opinions = Avis attendus de vous sur des outils : { $count }
digest-tool-decide = Décisions à prendre sur des outils : { $count }
digest-tool-new = Outils demandés, à examiner : { $count }
digest-tool-again = Outils à regarder de nouveau : { $count }
digest-foot = Cette lettre ne contient que des nombres. Elle part une fois par semaine, s’il y a quelque chose à faire.
digest-sent = { $sent ->
    [0] Aucune lettre n’est partie.
    [one] Une lettre est partie.
   *[other] { $sent } lettres sont parties.
  }
digest-failed = { $failed ->
    [one] Une lettre n’est pas partie.
   *[other] { $failed } lettres ne sont pas parties.
  }
digest-dry = { $count ->
    [0] Aucune lettre : rien n’attend personne.
    [one] Une lettre, que voici. Rien n’est envoyé.
   *[other] { $count } lettres, que voici. Rien n’est envoyé.
  }
mail-fault-address = Vérifiez les adresses des comptes : l’une n’en est pas une.
mail-fault-letter = Vérifiez la table [mail] de vigie.toml avec « vigie check ».
mail-fault-unreachable = Vérifiez host et port : la machine ne répond pas.
mail-fault-encryption = Vérifiez encryption et ca_file : le certificat n’est pas reconnu.
mail-fault-later = Réessayez plus tard : la machine le demande.
mail-fault-refused = Vérifiez user, le mot de passe et from : la machine refuse.
mail-off = Aucun courriel ne part : vigie.toml n’a pas de table [mail].
mail-off-hint = Ajoutez-la, ou lisez les lettres avec --dry-run.
mail-setting-encryption = « { $value } » n’est pas une façon de chiffrer les courriels.
mail-setting-encryption-hint = Écrivez tls, starttls ou none.
mail-setting-from = « { $value } » n’est pas une adresse d’expéditeur.
mail-setting-from-hint = Écrivez « vigie@exemple.fr » ou « Vigie <vigie@exemple.fr> ».
mail-setting-clear = Un mot de passe ne part pas en clair : encryption vaut none et user est rempli.
mail-setting-clear-hint = Choisissez tls ou starttls, ou retirez user.
mail-setting-password = Le mot de passe des courriels manque.
mail-setting-password-hint = Donnez-le par VIGIE_MAIL_PASSWORD, ou par le fichier que nomme VIGIE_MAIL_PASSWORD_FILE.
mail-setting-ca = Le fichier « { $value } » de ca_file ne peut pas être lu.
mail-setting-ca-hint = Donnez un fichier PEM, à côté de vigie.toml ou par son chemin complet.
mail-setting-tls = La connexion chiffrée à « { $value } » ne peut pas être préparée.
mail-setting-tls-hint = Vérifiez host, et que ca_file contient un certificat d’autorité.
mail-setting-day = « { $value } » n’est pas un jour de la semaine.
mail-setting-day-hint = Écrivez monday, tuesday, wednesday, thursday, friday, saturday ou sunday.
mail-setting-hour = digest_hour vaut { $value }.
mail-setting-hour-hint = Écrivez une heure de 0 à 23.
sign-in-setting-role = « { $value } » n’est pas un rôle : second_factor de la table [sign_in] n’en tient pas compte.
sign-in-setting-role-hint = Écrivez l’un de ceux-ci : { $known }.
sign-in-setting-key = La variable { $variable } ne contient pas une clé.
sign-in-setting-key-hint = Donnez-lui 64 chiffres hexadécimaux, comme en fait openssl rand -hex 32, ou nommez leur fichier par { $variable }_FILE.
sign-in-setting-breached-unreadable = Le fichier « { $value } » de breached_passwords ne peut pas être lu.
sign-in-setting-breached-unreadable-hint = Écrivez son chemin, depuis le dossier de l’observatoire ou en entier, et laissez le service le lire.
sign-in-setting-breached-form = Le fichier « { $value } » de breached_passwords contient autre chose que des empreintes SHA-1.
sign-in-setting-breached-form-hint = Refaites-le avec le téléchargeur de Have I Been Pwned : une empreinte SHA-1, deux-points et un nombre par ligne (SHA-1, pas NTLM).
sign-in-setting-breached-order = Le fichier « { $value } » de breached_passwords n’est pas trié par empreinte.
sign-in-setting-breached-order-hint = Triez-le avec LC_ALL=C sort, ou refaites-le avec le téléchargeur de Have I Been Pwned.
check-no-key = Les seconds facteurs sont gardés en clair dans la base et dans les sauvegardes (il y en a { $count }).
check-no-key-hint = Faites une clé avec openssl rand -hex 32, donnez-la par VIGIE_SECRET_KEY ou par le fichier que nomme VIGIE_SECRET_KEY_FILE, gardez-la ailleurs que les sauvegardes, puis lancez vigie user seal.
check-seeds-former = Des seconds facteurs ne sont pas encore gardés sous la clé du jour (il y en a { $count }).
check-seeds-former-hint = Lancez vigie user seal. Sinon, chacun l’est à sa prochaine utilisation.
check-seeds-shut = Des seconds facteurs ne s’ouvrent avec aucune clé (il y en a { $count }) : leurs titulaires ne se connectent qu’avec un code de secours.
check-seeds-shut-hint = Redonnez la clé qui les gardait, par VIGIE_SECRET_KEY ou VIGIE_SECRET_KEY_OLD. Si elle est perdue : vigie user link ADRESSE --drop-second-factor.
mail-setting-url = Les lettres n’ont pas d’adresse où mener : public_url manque.
mail-setting-url-hint = Écrivez public_url dans la table [server] de vigie.toml.

## Les vues

uses-title = Les usages
uses-lede = { $count ->
    [one] Vous pouvez lire une fiche.
   *[other] Vous pouvez lire { $count } fiches.
  }
uses-all = Toutes les fiches
uses-all-why = Par référence, avec leur état et l’étape du dossier.
uses-none = Aucune fiche que vous puissiez lire.
uses-before = Fiches précédentes
uses-after = Fiches suivantes
summary-title = La synthèse
summary-lede = { $count ->
    [one] Une page, au { $date }, sur la fiche que vous pouvez lire.
   *[other] Une page, au { $date }, sur les { $count } fiches que vous pouvez lire.
  }
summary-in-use = Ce qui est en usage
summary-in-use-why = Toutes les fiches, arrêts et refus compris.
summary-in-use-none = Rien n’est en usage.
summary-decided = Ce qui a été décidé
summary-decided-why = Depuis douze mois, refus compris.
summary-decided-none = Rien n’a été décidé depuis douze mois.
summary-voided = ne tient plus
summary-costs = Ce que cela coûte
summary-costs-why = Les usages en service, par monnaie et par taxe.
summary-cost-yearly = Par an
summary-cost = { $amount } { $currency }, { $tax }, prix du { $from } au { $until }
summary-cost-unknown = { $count ->
    [0] Le coût de chaque usage en service est connu.
    [one] Le coût d’un usage en service n’est pas connu.
   *[other] Le coût de { $count } usages en service n’est pas connu.
  }
summary-planet = Ce que cela coûte à la planète
summary-planet-why = Des fourchettes, jamais un seul nombre.
summary-planet-none = Aucune estimation n’est possible : les hypothèses manquent.
summary-planet-method = Estimation au { $date } pour { $estimated } usages en service sur { $in_use }, méthode EcoLogits { $release }. Les autres ne sont pas comptés.
summary-said = Ce que les gens en disent
summary-said-why = Les avis contraires, et l’effet déclaré sur le travail.
summary-said-none = Aucun avis contraire.
summary-effects-better = Le travail s’allège ou s’enrichit
summary-effects-worse = Le travail s’alourdit ou s’appauvrit
summary-effects-unknown = On ne sait pas
summary-coming = Ce qui vient
summary-coming-why = Revoyures, fins d’essais, dates du droit.
summary-coming-none = Rien n’est proche.
summary-law-touched = { $count ->
    [0] aucune fiche n’en change
    [one] une fiche en change
   *[other] { $count } fiches en changent
  }
staff-title = Ce qui concerne le personnel
staff-lede = Ce qui va commencer, ce qui s’essaie, ce que cela fait au travail, au { $date }. À imprimer tel quel.
staff-ahead = Avant que cela commence
staff-ahead-why = Le moment de donner un avis.
staff-ahead-none = Rien n’est en préparation.
staff-trials = Les essais en cours
staff-trials-why = Ceux sur lesquels le personnel n’a pas été entendu à temps d’abord.
staff-trials-none = Aucun essai n’est en cours.
staff-effects = Les effets sur le travail
staff-effects-why = En nombre de réponses ; rien n’est moyenné.
staff-effects-none = Aucun usage n’a commencé.
staff-effects-counted = { $negative } pour le pire, { $null } sans effet, { $positive } pour le mieux, { $unknown } que l’on ne connaît pas
staff-no-measure = Peu de personnes travaillent ici : aucune mesure sur un groupe n’est montrée.
staff-dissent = Les désaccords
staff-dissent-why = De toutes les fonctions, les vôtres d’abord.
staff-dissent-none = Aucun avis contraire.
department-title = Votre direction
department-lede = Ce qui attend pour { $departments }.
department-all = toutes les directions
department-todos = À faire
department-todos-why = Le plus urgent d’abord.
department-todos-none = Rien n’est à faire.
department-answers = Réponses à donner
department-answers-why = Ce que le droit demande au service.
department-answers-none = Aucune question n’attend le service.
department-questions = { $count ->
    [one] une question
   *[other] { $count } questions
  }
department-to-declare = À déclarer
department-to-declare-why = Constaté, ou commencé et non envoyé.
department-to-declare-none = Rien n’a été constaté sans déclaration.
department-observed = constaté, jamais déclaré
department-drafts = { $count ->
    [one] Vous avez un brouillon.
   *[other] Vous avez { $count } brouillons.
  }
department-gaps = À compléter
department-gaps-why = Champs essentiels que personne n’a remplis.
department-gaps-none = Les champs essentiels sont remplis.
department-uses = Ses usages
department-uses-why = Ce que vous pouvez lire et modifier.
department-uses-none = Aucun usage n’est connu.

## Les brouillons

declare-full-title = Trop de brouillons
declare-full = Vous gardez { $count } brouillons, et { $most } au plus se gardent. Envoyez-en un, ou supprimez ceux qui ne servent plus.
declare-full-see = Voir vos brouillons

## L’aide

help-digest = Écrire ou envoyer les lettres hebdomadaires : ce qui attend chacun, en nombres
help-digest--authority = L’administration ; toutes si rien n’est dit
help-digest--dry-run = Montrer les lettres sans en envoyer
help-digest--json = Répondre en JSON, pour une machine
help-meeting = Écrire le dossier d’une réunion : ce qui est demandé, cas par cas
help-meeting--authority = L’administration ; peut manquer s’il n’y en a qu’une
help-meeting--case = Une fiche à examiner, comme VAL-006 ; peut se répéter. Celles qui attendent si rien n’est dit
help-meeting--json = Répondre en JSON, pour une machine
