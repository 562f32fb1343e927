# Messages : écrits, suivis, répondus, résumés. / Messages: written, followed, answered, summarised.
space-report = Signaler un problème ou un incident
subject-incident = Signaler un incident : une erreur qui a compté, une fuite, un tort
subject-incident-short = Incident
contact-answer = Vous aurez un numéro et un mot : ils ouvrent la réponse, sans compte ni adresse.
contact-no-person = Parlez de l’usage et de ce qui s’est passé, sans nommer personne.
thanks-word = Votre mot :
thanks-keep = Gardez les deux : ils ne seront plus montrés, et ouvrent la réponse.
error-414 = Cette adresse est trop longue
error-414-hint = Raccourcissez la recherche ou enlevez des filtres.
error-429 = Trop de messages en même temps
error-429-hint = Attendez une minute et recommencez. Rien n’a été enregistré.
error-too-often = Trop de recherches en peu de temps
error-too-often-hint = Attendez quelques secondes, puis recommencez. Pour lire tout le registre, il y a les données ouvertes et l’API.
message-read-only = Vous lisez ce message pour agir vite, si des données ou la sécurité sont touchées. Le pilote y répond et le suit.
follow-title = Suivre un message
follow-lede = Tapez le numéro et le mot reçus à l’envoi : vous lirez où en est votre message, et sa réponse.
follow-privacy = Le mot n’est gardé nulle part en clair. Cette page ne pose aucun cookie et n’est pas mise en mémoire.
follow-number = Numéro
follow-number-hint = Par exemple M-1A2B3C4D.
follow-word = Mot
follow-word-hint = Cinq groupes de quatre lettres. Les tirets ne comptent pas.
follow-send = Lire
follow-fault-title = Rien à lire
follow-nothing = Aucun message ne porte ce numéro avec ce mot. Vérifiez les deux. S’ils sont justes, le message est trop ancien et a été effacé.
follow-received = Reçu. Personne ne s’en occupe encore.
follow-open = Quelqu’un s’en occupe.
follow-answered = Une réponse est là.
follow-closed = Terminé.
follow-public = Un résumé en a été rendu public, sans rien de vous.
reports-title = Ce qui a été signalé
reports-lede = Des problèmes et des incidents signalés sur des usages d’IA, et ce qui en a été fait.
reports-list = Résumés publics
reports-reserve = Chaque résumé est écrit à part : jamais les mots de qui a écrit, jamais une personne. Tout ne donne pas lieu à un résumé.
reports-none = Aucun résumé n’a été rendu public.
messages-title = Messages
messages-lede = Questions, problèmes et incidents signalés. Rien n’est envoyé : qui a écrit revient lire, avec son numéro et son mot.
messages-received = { $count ->
    [one] Reçu (1)
   *[other] Reçus ({ $count })
  }
messages-open = En cours ({ $count })
messages-closed = Clos ({ $count })
messages-retention = Conservation
messages-kept = Un message est gardé { $days } jours après sa clôture, puis effacé.
messages-over = { $count ->
    [one] Un message a dépassé sa durée.
   *[other] { $count } messages ont dépassé leur durée.
  }
messages-purge = Les effacer
message-stands-received = Reçu
message-stands-open = En cours
message-stands-answered = Répondu, à clore
message-stands-closed = Clos
message-age = { $days ->
    [0] aujourd’hui
    [one] il y a un jour
   *[other] il y a { $days } jours
  }
message-arrived = Reçu { $age }
message-written = Ce qui est écrit
message-names-in-body = Le texte nomme peut-être une personne. Ne le reprenez ni dans la réponse, ni dans le résumé.
message-received-on = Reçu le
message-reply-to = Adresse laissée
message-how-read = Comment la réponse sera lue
message-word-given = Avec le numéro et le mot remis à l’envoi.
message-word-missing = Ce message est d’avant les mots : répondez à l’adresse laissée, s’il y en a une.
message-not-given = Non dit
message-take-up = S’en occuper
message-reopen = Rouvrir
message-answer = Réponse
message-answer-why = Elle se lit avec le numéro et le mot. Rien n’est envoyé : si une adresse a été laissée, écrivez-y aussi depuis votre messagerie.
message-answered-on = Répondu le { $date }
message-answer-text = Votre réponse
message-answer-hint = 5 000 signes au plus. Signez de votre fonction.
message-answer-send = Enregistrer la réponse
message-no-answer = Écrivez la réponse.
message-record = Fiche concernée
message-record-open = Ouvrir le dossier
message-record-label = Référence
message-record-hint = Par exemple VAL-006. Videz le champ pour détacher.
message-record-send = Rattacher
message-no-such-record = Aucune fiche d’ici ne porte cette référence.
message-public = Résumé public
message-public-why = Facultatif. Dites l’usage, ce qui s’est passé et ce qui en a été fait : jamais une personne, jamais les mots du message.
message-public-since = Public depuis le { $date } :
message-public-text = Ce que chacun pourra lire
message-public-hint = 600 signes au plus. Videz le champ pour ne plus rien montrer.
message-public-send = Enregistrer le résumé
message-end = Fin
message-close = Clore
message-erase = Effacer
message-erase-label = Effacer le message et toutes ses versions. Le résumé public, s’il y en a un, reste.
message-erase-sure = Cochez la case si vous voulez l’effacer : on ne revient pas en arrière.
message-erase-closed-only = Le message n’est pas clos : commencez par le clore.
message-breach = Si des données de personnes sont sorties, ont été perdues ou abîmées : prévenez tout de suite la ou le délégué à la protection des données. La collectivité a 72 heures au plus, depuis qu’elle le sait, pour le notifier à la CNIL, sauf si un risque pour les personnes est improbable (RGPD, article 33).
