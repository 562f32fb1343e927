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
