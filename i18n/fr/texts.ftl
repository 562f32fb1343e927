# Textes, directions et sauvegarde dans le navigateur. / Texts, departments and backup in the browser.
texts-title = Textes
texts-lede = La charte, le rapport, les pages et les mots de l’observatoire, écrits à votre façon. Chaque version est gardée, et le texte d’origine peut toujours revenir.
texts-rapport = Chapitres du rapport
texts-rapport-why = Les chiffres, figures et tableaux s’y placent par leur nom : ils restent justes quand les fiches changent.
texts-pages = Pages du site
texts-pages-why = Guide, méthode, vie privée, mentions légales.
texts-charte = Charte
texts-charte-why = Ce à quoi la collectivité tient, et ce qu’elle conseille.
texts-principles = Principes
texts-recommendations = Recommandations
texts-mots = Mots des listes
texts-mots-why = Ce que le site écrit pour chaque code : états, tâches, sortes de données. Les codes ne changent pas : les autres registres les lisent.
texts-written-on = écrit ici le { $date }
text-in-fr = en français
text-in-en = en anglais
text-seen-at = Lire la page publique
text-write = Écrire
text-write-why = En Markdown : « ## » pour un titre, « - » pour une liste, « **mot** » pour insister. Le titre est entre les deux lignes « --- ».
text-help = Ce que le texte peut nommer
text-help-numbers = Chiffres, entre doubles accolades :
text-help-figures = Figures, par figure("nom") :
text-help-tables = Tableaux, par table("nom") :
text-body = Texte
text-note = Ce qui change
text-note-hint = En quelques mots, pour l’historique. Facultatif.
text-preview = Voir sans enregistrer
text-save = Enregistrer
text-as-read = Aperçu
text-as-read-why = Rien n’est encore enregistré.
text-changes = Historique
text-changes-why = Qui a écrit, par fonction, et quand.
text-no-change = Personne n’a encore changé ce texte : c’est celui d’origine.
text-version = Version { $number }, le { $date }, { $by }
text-version-given-back = Retour au texte d’origine, le { $date }, { $by }
text-compare = Voir ce qui change
text-take = Reprendre ce texte
text-compared = Ce que change la version { $number }
text-give-back = Revenir au texte d’origine
text-give-back-why = Votre texte reste dans l’historique.
text-give-back-label = Oui, remettre le texte d’origine
text-give-back-sure = Cochez la case pour confirmer.
text-outdated = Quelqu’un a écrit ce texte depuis que vous l’avez ouvert. Copiez ce que vous avez tapé, rechargez la page, puis reprenez.
text-cannot-be-set = Ce texte ne peut pas être mis en page : { $detail }. Corrigez-le ; rien n’est enregistré.
text-fault = { $line ->
    [0] { $problem } { $hint }
   *[other] Ligne { $line } : { $problem } { $hint }
  }
text-entries = Contenu
text-mots-entries = Ouvrez un mot pour l’écrire autrement. Le code, à gauche, ne change pas.
text-charte-entries = Ouvrez-en un pour l’écrire à votre façon.
text-add = Ajouter
text-new = Nouveau
text-entry-why = Chaque texte s’écrit dans les deux langues : le site se lit dans l’une comme dans l’autre.
text-both-languages = Écrivez-le dans cette langue aussi.
text-choose = Choisissez une réponse.
text-field-label = Mot
text-field-definition = Ce qu’il veut dire
text-field-title = Titre
text-field-text = Texte
text-field-question = La question à se poser
text-field-evidence = Ce qui montre qu’il est tenu
text-field-source = Sur quoi elle s’appuie
text-field-audience = À qui elle parle
text-field-principles = Principes qu’elle sert
text-remove = Retirer
text-remove-why = Il reste dans l’historique et peut revenir.
text-remove-label = Oui, le retirer de la charte
text-remove-sure = Cochez la case pour confirmer.
departments-title = Directions
departments-lede = Ce que les fiches, les statistiques et les référents appellent « direction ».
departments-whole = Toute la collectivité
departments-whole-why = L’effectif dit si les statistiques par petits groupes ont un sens.
departments-staff = Personnes employées
departments-staff-hint = Laissez vide si vous ne savez pas : vide n’est pas zéro.
departments-staff-configured = L’effectif de la collectivité est écrit dans vigie.toml : le service informatique le change.
departments-staff-number = Écrivez un nombre entier, ou rien.
departments-save = Enregistrer
departments-list = Directions
departments-list-why = Une direction partagée compte pour chacune des collectivités qu’elle sert.
departments-none = Aucune direction n’est encore connue. Les fiches peuvent s’en passer, mais « qui ne déclare rien » ne se voit alors pas.
departments-new = Ajouter une direction
departments-shared = partagée avec { $authorities }
departments-persons = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
  }
departments-counted-on = comptées le { $date }
departments-key = clé
departments-one-why = La clé est dans les fiches : elle ne change pas quand le nom change.
departments-name-fr = Nom
departments-name-en = Nom en anglais
departments-name-en-hint = Facultatif : sans lui, le nom français se lit dans les deux langues.
departments-authorities = Collectivités qu’elle sert
departments-counted = Comptées le
departments-no-name = Donnez-lui un nom.
departments-no-authority = Cochez au moins une collectivité.
departments-no-day = Dites quel jour ces personnes ont été comptées.
departments-day-past = Écrivez un jour passé, comme 2026-12-31.
departments-remove = Retirer
departments-remove-label = Oui, retirer cette direction
departments-remove-sure = Cochez la case pour confirmer.
departments-held = Elle ne peut pas être retirée : { $records ->
    [0] aucune fiche
    [one] une fiche
   *[other] { $records } fiches
  } et { $roles ->
    [0] aucun rôle
    [one] un rôle
   *[other] { $roles } rôles
  } la nomment. Rattachez-les d’abord à une autre.
backup-title = Sauvegarde
backup-lede = Une copie de tout ce que l’observatoire garde, en un fichier. Le service informatique la remet en place avec « vigie restore ».
backup-holds = Ce qu’elle contient
backup-holds-what = Fiches, outils, messages, textes, journal entier avec ses notes internes, réglages.
backup-lacks = Ce qu’elle ne contient pas
backup-lacks-what = Aucun compte, aucun mot de passe, aucun brouillon de déclaration. Après une remise en place, invitez à nouveau les personnes. La sauvegarde complète se fait par la commande « vigie backup ».
backup-care = Ce fichier contient ce qui n’est pas publié : rangez-le comme un dossier confidentiel.
backup-send = Télécharger la copie
