# Les comptes : les faire, les tenir, les effacer ; et « Mon compte ». / Accounts, and “My account”.

day-and-hour = { $date } à { $time }

## Ce qui ne va pas, et quoi faire

account-unknown = Aucun compte ne répond à « { $who } ».
account-unknown-hint = vigie user list donne les adresses et les identifiants.
account-bad-email = « { $email } » n’est pas une adresse électronique.
account-bad-email-hint = Écrivez-la en entier, comme prenom.nom@ville.fr.
account-bad-name = Ce nom est trop long, ou tient sur plusieurs lignes.
account-bad-name-hint = Cent signes au plus, sur une ligne.
account-email-taken = Un autre compte porte déjà l’adresse { $email }.
account-email-taken-hint = Effacez ce compte-là d’abord, ou choisissez une autre adresse.
account-is-closed = Ce compte est fermé.
account-is-closed-hint = Rouvrez-le d’abord.
account-own = C’est votre propre compte.
account-own-hint = Personne ne change ses propres rôles : demandez à une autre personne qui gère les comptes, ou au service informatique. Le reste est dans « Mon compte ».
account-elsewhere = Cette personne travaille aussi pour une autre collectivité.
account-elsewhere-hint = Retirez-lui ses rôles ici. Pour le reste, demandez à qui gère les comptes de toutes les collectivités.
account-no-longer-administrator = Vous ne gérez plus les comptes.
account-no-longer-administrator-hint = Demandez à la personne qui vous a retiré ce rôle, ou au service informatique.
account-last-administrator = Sans vous, plus personne ne gérerait les comptes.
account-last-administrator-hint = Donnez d’abord ce rôle à une autre personne, et attendez qu’elle se soit connectée.
grant-no-role = Aucun rôle n’est choisi.
grant-no-role-hint = Choisissez ce que la personne vient faire.
grant-out-of-reach = Vous ne gérez pas les comptes de cette collectivité.
grant-out-of-reach-hint = Demandez à la personne qui les gère.
grant-no-department = Ce rôle vaut pour toute la collectivité.
grant-no-department-hint = Seuls les agents et les référents ont une direction : ne choisissez pas de direction.
grant-unknown-department = Aucune direction ne s’appelle « { $key } » ici.
grant-unknown-department-hint = Directions connues : { $known }.
grant-no-function = Un relecteur parle au nom d’une fonction.
grant-no-function-hint = Choisissez au moins une fonction : { $known }.
grant-function-of-reviewer = Seul un relecteur parle au nom d’une fonction.
grant-function-of-reviewer-hint = Ne choisissez pas de fonction, ou choisissez le rôle de relecteur.
grant-unknown-function = Cette fonction ne donne pas d’avis par un relecteur.
grant-unknown-function-hint = Fonctions possibles : { $known }. Les représentants du personnel ont un rôle à eux.
grant-not-held = La personne n’a pas ce rôle à cet endroit.
grant-not-held-hint = Relisez ses rôles : ils ont peut-être changé entre-temps.
user-not-erased = Rien n’a été effacé : l’adresse tapée n’est pas celle du compte.
user-not-erased-hint = Recommencez et tapez l’adresse, ou ajoutez --yes.

## Ce que disent les commandes

user-none = Aucun compte.
user-everywhere = toutes les collectivités
user-seen = dernière connexion le { $date }
user-never-seen = jamais connecté
user-known = { $email } avait déjà un compte : ses rôles sont à jour.
user-link = Remettez ce lien à { $email } : il sert une fois, jusqu’au { $until }. Il ne sera plus montré.
user-granted = Rôle donné à { $email }.
user-revoked = Rôle retiré à { $email }.
user-closed = Compte de { $email } fermé : ses sessions et ses liens ne fonctionnent plus.
user-opened = Compte de { $email } rouvert.
user-begun-erased = Cette adresse n’a pas de compte. La déclaration qu’elle avait commencée est effacée.
user-erase-ask = Effacer { $email } pour de bon ? Tapez l’adresse pour confirmer :
user-erased =
    Compte effacé : { $id }
    Notez cet identifiant : si vous restaurez une sauvegarde plus ancienne, le compte revient et il faut l’effacer de nouveau.
people-purged = Durées de conservation : { $accounts ->
    [0] aucun compte effacé
    [one] un compte effacé
   *[other] { $accounts } comptes effacés
}, { $drafts ->
    [0] aucun brouillon effacé
    [one] un brouillon effacé
   *[other] { $drafts } brouillons effacés
}, { $over ->
    [0] aucune session, aucun lien ni essai oublié
    [one] une session, un lien ou un essai oublié
   *[other] { $over } sessions, liens ou essais oubliés
}.
serve-no-account =
    Personne n’a encore de compte. Faites le premier, qui gérera les autres :
        vigie --dir { $folder } user invite VOTRE-ADRESSE --role administrator
demo-accounts = Pour essayer chaque rôle, connectez-vous avec la phrase de passe { $passphrase } et l’une de ces adresses :
user-sealed = { $count ->
    [0] Rien n’était à changer.
    [one] Le second facteur d’un compte est gardé autrement.
   *[other] Le second facteur de { $count } comptes est gardé autrement.
}
user-seeds-shut = { $count ->
    [one] Un second facteur ne s’ouvre avec aucune clé : il est laissé tel quel.
   *[other] { $count } seconds facteurs ne s’ouvrent avec aucune clé : ils sont laissés tels quels.
}
user-no-key = Sans VIGIE_SECRET_KEY, les seconds facteurs restent en clair dans la base et dans les sauvegardes.
help-user = Inviter des personnes, changer ce qu’elles peuvent faire, fermer et effacer leurs comptes
help-user-invite = Faire un compte et écrire, une seule fois, le lien à remettre
help-user-invite--json = Répondre en JSON, pour une machine
help-user-invite--email = Adresse électronique de la personne
help-user-invite--name = Comment l’appeler ; son adresse si rien n’est dit
help-user-invite--role = Rôle : agent, contact, reviewer, decision_maker, staff_representative, elected, lead, administrator ou researcher
help-user-invite--authority = Collectivité où il vaut, par son slug ; toutes si rien n’est dit
help-user-invite--department = Direction d’un agent ou d’un référent, par sa clé
help-user-invite--function = Fonction au nom de laquelle parle un relecteur ; peut être répétée
help-user-list = Lister les comptes, par adresse
help-user-list--json = Répondre en JSON, pour une machine
help-user-list--authority = Seulement ceux qui ont un rôle dans cette collectivité
help-user-link = Faire un nouveau lien : une invitation, ou un nouveau mot de passe
help-user-link--json = Répondre en JSON, pour une machine
help-user-link--who = Adresse ou identifiant du compte
help-user-link--drop-second-factor = Retirer aussi le second facteur : la personne l’a perdu, et ses codes de secours
help-user-grant = Donner un rôle
help-user-grant--json = Répondre en JSON, pour une machine
help-user-grant--who = Adresse ou identifiant du compte
help-user-grant--role = Rôle : agent, contact, reviewer, decision_maker, staff_representative, elected, lead, administrator ou researcher
help-user-grant--authority = Collectivité où il vaut, par son slug ; toutes si rien n’est dit
help-user-grant--department = Direction d’un agent ou d’un référent, par sa clé
help-user-grant--function = Fonction au nom de laquelle parle un relecteur ; peut être répétée
help-user-revoke = Retirer un rôle
help-user-revoke--json = Répondre en JSON, pour une machine
help-user-revoke--who = Adresse ou identifiant du compte
help-user-revoke--role = Rôle : agent, contact, reviewer, decision_maker, staff_representative, elected, lead, administrator ou researcher
help-user-revoke--authority = Collectivité où il a été donné, par son slug ; toutes si rien n’est dit
help-user-revoke--department = Direction avec laquelle il a été donné, par sa clé
help-user-close = Fermer un compte : il ne s’ouvre plus, et sera effacé à son heure
help-user-close--json = Répondre en JSON, pour une machine
help-user-close--who = Adresse ou identifiant du compte
help-user-open = Rouvrir un compte fermé
help-user-open--json = Répondre en JSON, pour une machine
help-user-open--who = Adresse ou identifiant du compte
help-user-erase = Effacer pour de bon un compte et tout ce qui en dépend
help-user-erase--json = Répondre en JSON, pour une machine
help-user-erase--who = Adresse ou identifiant du compte
help-user-erase--yes = Ne pas redemander l’adresse
help-user-export = Écrire en JSON tout ce qui est gardé sur une personne
help-user-export--who = Adresse ou identifiant du compte
help-user-seal = Garder chaque second facteur sous la clé de VIGIE_SECRET_KEY, une fois posée ou changée
help-user-seal--json = Répondre en JSON, pour une machine

## La connexion

sign-in-demo = Démonstration : le terminal qui l’a lancée donne un compte par rôle et leur phrase de passe.
sign-in-erased = Votre compte est effacé.
sign-in-everywhere = Toutes vos sessions sont fermées.

## Mon compte

own-title = Mon compte
own-who = Comment vous appeler
own-who-why = Ce nom n’est montré qu’à vous et à qui gère les comptes. Ce que vous écrivez est signé par votre fonction.
own-name = Nom
own-language = Langue
own-save = Enregistrer
own-name-saved = C’est enregistré.
own-password = Mot de passe
own-password-old = Mot de passe actuel
own-password-change = Changer le mot de passe
own-password-changed = Votre mot de passe est changé. Vos autres sessions sont fermées.
own-password-none = Vous n’avez pas de mot de passe ici : un fournisseur vous connecte. Pour en avoir un, demandez un lien à qui gère les comptes.
own-password-wrong = Vérifiez votre mot de passe actuel : ce n’est pas lui.
own-proof-refused = Vérifiez le mot de passe et le code : ils ne vont pas ensemble. Un code ne sert qu’une fois : attendez le suivant.
own-code-now = Code de votre second facteur
own-sign-in-again = Déconnectez-vous, connectez-vous de nouveau, puis recommencez dans les dix minutes : c’est la preuve que c’est bien vous.
own-factor = Second facteur
own-factor-why = Un code de votre téléphone, en plus du mot de passe : un mot de passe volé ne suffit plus.
own-factor-on = { $count ->
    [0] En place. Il ne reste aucun code de secours.
    [one] En place. Il reste un code de secours.
   *[other] En place. Il reste { $count } codes de secours.
  }
own-factor-off = Pas en place.
own-factor-set-up = Mettre en place
own-factor-manage = Renouveler ou retirer
own-factor-title = Votre second facteur
own-factor-first = Votre rôle demande un second facteur : mettez-le en place, le reste s’ouvre ensuite. Il vous faut une application de codes sur un téléphone ou un ordinateur.
own-factor-bound = Votre rôle demande un second facteur : il se renouvelle, il ne se retire pas.
own-factor-picture = Image à lire avec une application de codes ; la clé écrite dessous dit la même chose.
own-factor-by-hand = Sans appareil photo, tapez cette clé :
own-factor-step-1 = Dans une application de codes, ajoutez un compte en lisant cette image :
own-factor-address = Sur ce téléphone, ouvrir l’application
own-factor-step-2 = Puis tapez le code qu’elle montre.
own-factor-code = Code à six chiffres
own-factor-code-wrong = Vérifiez le code : il ne vient pas de cette clé, ou il est trop ancien. L’heure du téléphone est-elle juste ?
own-factor-send = Mettre en place ce second facteur
own-factor-replaces = Le précédent ne fonctionnera plus, ni ses codes de secours. Vos autres sessions seront fermées.
own-codes-title = Vos codes de secours
own-codes-lede = Chacun remplace une fois le code du téléphone. Notez-les maintenant, hors de cet ordinateur : ils ne seront plus montrés.
own-codes-noted = Je les ai notés
own-codes-new = Nouveaux codes de secours
own-codes-new-why = Les précédents ne fonctionneront plus.
own-codes-send = Recevoir dix nouveaux codes
own-factor-remove = Retirer le second facteur
own-factor-remove-send = Retirer
own-factor-removed = Le second facteur est retiré.
own-sessions = Sessions ouvertes
own-sessions-why = Nous gardons le jour, pas le lieu ni l’appareil.
own-sessions-count = { $count ->
    [one] Une session, celle-ci.
   *[other] { $count } sessions, celle-ci comprise.
  }
own-session-day = { $count ->
    [one] ouverte le { $date }
   *[other] { $count } ouvertes le { $date }
  }
own-sessions-close = Se déconnecter partout
own-identities = Identités liées
own-identities-why = Un fournisseur dit que c’est vous ; rien d’autre ne vient de lui.
own-identity-since = depuis le { $date }
own-identity-remove = Délier
own-identity-removed = L’identité est déliée.
own-identity-only = C’est votre seule façon de vous connecter. Demandez d’abord un lien de mot de passe à qui gère les comptes.
own-data = Vos données
own-data-why = Tout ce qui vous concerne, dans un fichier que vous pouvez relire, garder ou donner.
own-data-download = Télécharger tout ce qui me concerne (JSON)
own-erase = Effacer mon compte
own-erase-title = Effacer votre compte
own-erase-lede = C’est immédiat et sans retour.
own-erase-goes = Ce qui part
own-erase-goes-what = Votre adresse, votre nom, vos rôles, votre mot de passe, vos identités liées, vos sessions, vos brouillons, et le lien entre vous et les fiches que vous avez déclarées.
own-erase-stays = Ce qui reste
own-erase-stays-what = Les fiches, les avis et les décisions : ils sont signés d’une fonction, et rien n’y dit que c’était vous. Les sauvegardes déjà faites gardent votre compte jusqu’à leur suppression.
own-erase-address = Tapez votre adresse pour confirmer
own-erase-differs = Tapez l’adresse de ce compte, en entier : { $email }.
own-erase-send = Effacer mon compte pour de bon

## Les comptes

accounts-title = Comptes
accounts-lede = Qui travaille ici, et ce que chacun peut faire. Aucun compte n’apparaît dans une fiche ni dans le journal.
accounts-invite = Inviter une personne
accounts-rule = Vous gérez les comptes ; vous ne lisez pas les fiches.
accounts-search = Nom ou adresse
accounts-role = Rôle
accounts-state = État
accounts-any = Tous
accounts-filter = Chercher
accounts-count = { $count ->
    [0] Aucun compte ne correspond.
    [one] Un compte
   *[other] { $count } comptes
  }
accounts-who = Personne
accounts-roles = Rôles
accounts-seen = Dernière connexion
accounts-never = jamais
accounts-no-role = aucun rôle
accounts-previous = Page précédente
accounts-next = Page suivante
accounts-page = Page { $page } sur { $pages }
accounts-invite-title = Inviter une personne
accounts-invite-lede = Vous lui remettrez vous-même un lien : ce site n’envoie pas d’invitation par courriel.
accounts-email = Adresse électronique professionnelle
accounts-name = Nom
accounts-name-hint = Facultatif : la personne pourra le changer.
accounts-role-pick = Que vient-elle faire ?
accounts-where = Pour quelle collectivité ?
accounts-where-everywhere = Toutes, y compris celles à venir
accounts-department = Direction
accounts-department-hint = Pour un agent ou un référent. Vide : toutes.
accounts-functions = Au nom de quelles fonctions ?
accounts-functions-hint = Pour un relecteur seulement. Une fonction peut être partagée entre collectivités.
accounts-invite-send = Inviter
accounts-link-title = Un lien à remettre
accounts-link-lede = Remettez-le à { $email }, par un moyen sûr. Il sert une fois, jusqu’au { $until }. Cette page ne le montrera plus.
accounts-link-label = Lien
accounts-back = Retour aux comptes
accounts-facts = Le compte
accounts-fact-email = Adresse
accounts-fact-created = Fait le
accounts-fact-closed = Fermé le
accounts-fact-erased = Sera effacé le
accounts-known = Cette personne avait déjà un compte : ses rôles sont à jour.
accounts-correct = Corriger
accounts-corrected = Le compte est corrigé.
accounts-granted = Le rôle est donné.
accounts-revoked = Le rôle est retiré.
accounts-closed = Le compte est fermé : ses sessions et ses liens ne fonctionnent plus.
accounts-opened = Le compte est rouvert.
accounts-erased = Le compte est effacé.
accounts-revoke = Retirer
accounts-revoke-what = Retirer : { $role }
accounts-add-role = Donner un rôle
accounts-add-role-why = Un rôle déjà donné au même endroit prend les nouvelles fonctions.
accounts-add-role-send = Donner ce rôle
accounts-manage = Tenir ce compte
accounts-link-make = Faire un nouveau lien
accounts-link-why-invited = Une invitation, sept jours. La précédente ne fonctionnera plus.
accounts-link-why-active = Pour choisir un nouveau mot de passe, un jour. Le second facteur reste.
accounts-close = Fermer le compte
accounts-close-why = La personne ne pourra plus se connecter. Le compte se rouvre ; il est effacé au bout de { $days } jours.
accounts-open = Rouvrir le compte
accounts-erase = Effacer le compte
accounts-erase-title = Effacer le compte de { $name }
accounts-erase-address = Tapez l’adresse du compte pour confirmer
accounts-erase-send = Effacer pour de bon
accounts-erase-goes-what = L’adresse, le nom, les rôles, le mot de passe, les identités liées, les sessions, les brouillons, et le lien entre la personne et les fiches qu’elle a déclarées.
accounts-erase-note = Identifiant : { $id }. Notez-le avec la date : si une sauvegarde plus ancienne est restaurée, le compte revient et il faut l’effacer de nouveau.
