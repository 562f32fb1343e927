# La connexion par un fournisseur : ce qui peut échouer, et quoi faire.

## Pendant la connexion

oidc-unreachable = Le service de connexion ne répond pas.
oidc-unreachable-hint = Réessayez dans quelques minutes. Si cela dure, prévenez le service informatique.
oidc-out-of-order = Le service de connexion est momentanément indisponible.
oidc-out-of-order-hint = Réessayez dans quelques minutes : rien n’est à changer de votre côté.
oidc-too-long = Le service de connexion a envoyé une réponse anormalement longue ; elle n’a pas été lue.
oidc-too-long-hint = Prévenez le service informatique : l’adresse du fournisseur est à vérifier.
oidc-discovery = Le service de connexion se décrit d’une façon qui ne permet pas de s’en servir.
oidc-discovery-hint = Prévenez le service informatique : vérifiez issuer dans le bloc [oidc] de vigie.toml.
oidc-other-provider = Le service de connexion trouvé n’est pas celui qui était attendu.
oidc-other-provider-hint = Ne saisissez pas votre mot de passe et prévenez le service informatique : issuer, dans vigie.toml, doit être écrit comme le fournisseur se nomme.
oidc-state = Ce retour ne correspond à aucune connexion commencée dans ce navigateur.
oidc-state-hint = Recommencez la connexion depuis cette page, sans utiliser un ancien lien ni le bouton « Précédent ».
oidc-too-late = La connexion a pris plus de dix minutes : elle n’est plus valable.
oidc-too-late-hint = Recommencez la connexion.
oidc-return = L’adresse de retour est incomplète.
oidc-return-hint = Recommencez la connexion ; ne copiez pas l’adresse à la main.
oidc-denied = Vous n’avez pas été connecté : l’accès a été refusé ou abandonné.
oidc-denied-hint = Recommencez si c’était une erreur. Sinon, demandez à votre organisation si elle autorise ce service.
oidc-request-refused = Le service de connexion refuse la demande de l’observatoire.
oidc-request-refused-hint = Prévenez le service informatique : vérifiez scopes, pkce, acr_values et redirect dans le bloc [oidc] de vigie.toml. ProConnect n’accepte pas PKCE.
oidc-code-refused = Ce retour a déjà servi, ou il a trop attendu.
oidc-code-refused-hint = Recommencez la connexion, sans recharger la page de retour.
oidc-client-refused = Le service de connexion ne reconnaît pas l’observatoire.
oidc-client-refused-hint = Prévenez le service informatique : vérifiez client_id dans vigie.toml et le secret dans VIGIE_OIDC_CLIENT_SECRET.
oidc-token = Le service de connexion n’a pas envoyé de preuve de connexion lisible.
oidc-token-hint = Recommencez. Si cela se répète, prévenez le service informatique.
oidc-signature = La preuve de connexion n’est pas signée comme elle doit l’être ; elle a été refusée.
oidc-signature-hint = Prévenez le service informatique : la signature déclarée chez le fournisseur doit figurer dans algorithms, bloc [oidc] de vigie.toml.
oidc-issuer = La preuve de connexion vient d’un autre fournisseur ; elle a été refusée.
oidc-issuer-hint = Recommencez. Si cela se répète, prévenez le service informatique : c’est peut-être une tentative de fraude.
oidc-audience = La preuve de connexion est destinée à un autre service ; elle a été refusée.
oidc-audience-hint = Recommencez. Si cela se répète, prévenez le service informatique : vérifiez client_id dans vigie.toml.
oidc-nonce = La preuve de connexion appartient à une autre connexion ; elle a été refusée.
oidc-nonce-hint = Fermez les autres onglets de connexion, puis recommencez.
oidc-expired = La preuve de connexion n’est plus valable.
oidc-expired-hint = Recommencez. Si cela se répète, prévenez le service informatique : l’horloge du serveur est à vérifier.
oidc-not-yet = La preuve de connexion n’est pas encore valable.
oidc-not-yet-hint = Recommencez dans une minute. Si cela se répète, prévenez le service informatique : l’horloge du serveur est à vérifier.
oidc-level = Cet observatoire demande une connexion plus sûre que celle que le service de connexion annonce.
oidc-level-hint = Recommencez en utilisant votre second facteur auprès du service de connexion. S’il ne vous en propose pas, prévenez le service informatique : accepted_acr et accepted_amr, bloc [oidc] de vigie.toml, disent ce qui est demandé.
oidc-userinfo = Le service de connexion n’a pas pu dire qui vous êtes.
oidc-userinfo-hint = Recommencez. Si cela se répète, prévenez le service informatique : vérifiez scopes dans vigie.toml.
oidc-subject = Le service de connexion a répondu au sujet d’une autre personne ; la connexion a été refusée.
oidc-subject-hint = Recommencez. Si cela se répète, prévenez le service informatique : c’est peut-être une tentative de fraude.
oidc-no-email = Le service de connexion n’a donné aucune adresse électronique.
oidc-no-email-hint = Vérifiez que votre compte porte votre adresse professionnelle. Sinon, prévenez le service informatique : email doit figurer dans scopes.
oidc-email-not-verified = Votre adresse électronique n’est pas vérifiée.
oidc-email-not-verified-hint = Confirmez-la auprès du service de connexion, puis recommencez.
oidc-no-siret = Le service de connexion n’a pas dit pour quel établissement vous travaillez.
oidc-no-siret-hint = Choisissez votre établissement en vous connectant. Sinon, prévenez le service informatique : siret doit figurer dans scopes.
oidc-siret-not-allowed = Votre établissement n’a pas accès à cet observatoire.
oidc-siret-not-allowed-hint = Si vous travaillez pour plusieurs établissements, reconnectez-vous en choisissant l’autre. Sinon, écrivez à l’adresse de contact.

## Le bloc [oidc] de vigie.toml

oidc-setting-address = L’adresse « { $value } » de { $field } ne convient pas.
oidc-setting-address-hint = Dans le bloc [oidc], écrivez { $field } comme une adresse https:// complète, sans mot de passe, sans rien derrière le chemin pour issuer.
oidc-setting-no-client = Le fournisseur de connexion ne saura pas qui demande : client_id est vide.
oidc-setting-no-client-hint = Recopiez dans client_id, bloc [oidc], l’identifiant que le fournisseur a donné.
oidc-setting-no-secret = Le secret du fournisseur de connexion manque.
oidc-setting-no-secret-hint = Donnez-le dans la variable { $variable }, ou dans un fichier nommé par { $variable }_FILE, jamais dans vigie.toml.
oidc-setting-short-secret = Le secret est trop court pour vérifier des signatures HS256.
oidc-setting-short-secret-hint = Demandez au fournisseur un secret d’au moins { $bytes } caractères, ou retirez HS256 de algorithms.
oidc-setting-no-redirect = L’adresse où revenir après la connexion n’est pas connue.
oidc-setting-no-redirect-hint = Remplissez public_url dans le bloc [server], ou redirect dans le bloc [oidc].
oidc-setting-scope = « { $value } » n’est pas un élément possible de scopes.
oidc-setting-scope-hint = Écrivez un mot par élément, par exemple scopes = ["email", "siret"].
oidc-setting-algorithm = La signature « { $value } » n’est pas acceptée.
oidc-setting-algorithm-hint = Choisissez dans algorithms parmi : { $known }.
oidc-setting-no-algorithm = Aucune signature n’est acceptée : personne ne pourrait se connecter.
oidc-setting-no-algorithm-hint = Retirez algorithms du bloc [oidc], ou nommez-y la signature déclarée chez le fournisseur.
oidc-setting-siret = « { $value } » n’est pas un numéro SIRET.
oidc-setting-siret-hint = Un SIRET a quatorze chiffres : corrigez allowed_siret dans le bloc [oidc].
oidc-setting-ca = Le fichier « { $value } » de ca_file ne contient aucun certificat lisible.
oidc-setting-ca-hint = Donnez un fichier PEM de certificats d’autorité, à côté de vigie.toml ou par son chemin complet.
oidc-setting-create = Des comptes seraient créés pour n’importe qui, ou nulle part : create demande allowed_siret et authority.
oidc-setting-create-hint = Remplissez allowed_siret et authority dans le bloc [oidc], ou retirez create.
oidc-setting-authority = La collectivité « { $value } » de authority, bloc [oidc], n’est pas dans vigie.toml.
oidc-setting-authority-hint = Écrivez dans authority le slug d’un bloc [[authorities]].
oidc-setting-blank-level = { $field } contient un élément vide : personne ne pourrait se connecter.
oidc-setting-blank-level-hint = Écrivez dans { $field }, bloc [oidc], les mots que le fournisseur emploie, ou retirez-le.
oidc-setting-levels-apart = Aucun niveau demandé ({ $asked }) n’est accepté ({ $accepted }) : personne ne pourrait se connecter.
oidc-setting-levels-apart-hint = Dans le bloc [oidc], mettez dans acr_values un des niveaux de accepted_acr, ou retirez acr_values : ceux de accepted_acr sont alors demandés.

## Les pages

provider-button = Se connecter avec { $name }
provider-proconnect = S’identifier avec ProConnect
provider-about-proconnect = Qu’est-ce que ProConnect ?
provider-cookie = Un second cookie, dix minutes au plus, reconnaît ce navigateur à votre retour.
provider-or-password = Ou avec un mot de passe
provider-away = Vous partez vous identifier
provider-away-lede = Votre navigateur va vers le service de connexion. Si rien ne se passe, continuez.
provider-leaving = Vous partez vous déconnecter
provider-not-in = Vous n’êtes pas connecté
provider-again = Revenir à la connexion
provider-contact = Pour joindre l’observatoire :
provider-stranger = Vous êtes bien identifié, mais aucun compte ne porte votre adresse ici.
provider-stranger-hint = Demandez une invitation à la personne qui gère les comptes de votre administration, à l’adresse que donne le service de connexion. Les pages publiques se lisent sans compte.
provider-unprovable = Un compte porte votre adresse, mais rien ne permet encore de vérifier qu’il est à vous.
provider-unprovable-hint = Demandez un lien à la personne qui gère les comptes, choisissez un mot de passe, puis recommencez : il vous sera demandé une seule fois.
provider-closed = Ce compte est fermé.
provider-closed-hint = Si c’est une erreur, écrivez à la personne qui gère les comptes.
provider-not-leaving = Ce retour ne correspond à aucune déconnexion commencée dans ce navigateur.
provider-not-leaving-hint = Si vous étiez connecté, utilisez le bouton « Se déconnecter » de votre espace.
provider-confirm-title = Ce compte est-il le vôtre ?
provider-confirm-password = { $name } vous connaît à l’adresse { $email }. Un compte porte déjà cette adresse : donnez son mot de passe pour les relier.
provider-confirm-invitation = { $name } vous connaît à l’adresse { $email }. Une invitation attend cette adresse : est-ce bien vous ?
provider-confirm-once = Demandé une seule fois. Ensuite, le service de connexion suffira.
provider-password-hint = Celui de votre compte ici, pas celui du service de connexion.
provider-confirm-send = C’est moi
provider-confirm-not = Ce n’est pas moi
provider-refused = Vérifiez le mot de passe : ce n’est pas celui de ce compte.
provider-refused-code = Vérifiez le mot de passe et le code : ils ne vont pas ensemble, ou le code a déjà servi.
