### Ce que disent les commandes.

demo-started = Observatoire de démonstration, entièrement fictif. Ctrl-C l’arrête et l’efface :
demo-purged = { $count ->
    [0] Aucune donnée de démonstration : rien n’a été effacé.
    [one] Un enregistrement de démonstration effacé.
   *[other] { $count } enregistrements de démonstration effacés.
}
serve-started = Vigie est en service :
init-done =
    L’observatoire est prêt.
    1. Nommez votre collectivité dans { $file }
    2. Vérifiez : vigie --dir { $folder } check
    3. Invitez la personne qui gérera les comptes : vigie --dir { $folder } user invite SON-ADRESSE --role administrator
    4. Servez : vigie --dir { $folder } serve
check-fine = Rien à redire.
check-no-authority = Aucune collectivité n’est décrite.
check-no-authority-hint = Ajoutez un bloc [[authorities]] dans vigie.toml.
check-unnamed = La collectivité « { $name } » garde le nom proposé à l’installation.
check-unnamed-hint = Changez slug, name_fr et name_en dans vigie.toml.
check-no-publisher = { $name } : personne ne répond de la publication.
check-no-publisher-hint = Remplissez publisher_role dans vigie.toml : une fonction, jamais un nom.
check-no-host = { $name } : l’hébergeur n’est pas nommé.
check-no-host-hint = Remplissez host dans vigie.toml : les mentions légales l’exigent.
check-no-contact = { $name } : aucun moyen de joindre une personne.
check-no-contact-hint = Remplissez contact dans vigie.toml : un service, jamais un nom.
check-no-url = L’adresse publique n’est pas connue : les flux et le plan du site donnent l’adresse d’écoute.
check-no-url-hint = Remplissez public_url dans le bloc [server] de vigie.toml.
check-public-clear = L’adresse publique { $address } n’est pas chiffrée : ce que les gens envoient, mots de passe compris, peut être lu en chemin.
check-public-clear-hint = Placez devant le site un mandataire qui parle HTTPS, puis écrivez https:// dans public_url.
check-listens-everywhere = Le site écoute sur { $address }, ouverte au réseau, et aucune adresse publique chiffrée n’est indiquée.
check-listens-everywhere-hint = Écoutez sur 127.0.0.1 derrière un mandataire HTTPS, ou indiquez public_url si le mandataire est sur une autre machine.
check-database-clear = PostgreSQL est sur une autre machine, dont le certificat n’est pas vérifié.
check-database-clear-hint = Ajoutez ?sslmode=verify-full à l’adresse de la base, avec sslrootcert pour une autorité interne.
check-database-readable = D’autres comptes de cette machine peuvent lire { $path } : il contient les comptes et les brouillons.
check-database-readable-hint = Retirez-leur ce droit : chmod 600 sur ce fichier et sur ceux qui portent le même nom suivi de -wal ou -shm.
check-journal = { $count ->
    [one] Une faute dans le journal.
   *[other] { $count } fautes dans le journal.
}
check-journal-hint = Lancez vigie journal verify pour les lire, puis repartez de la dernière sauvegarde saine.
check-data =
    Des fichiers de données sont fautifs :
    { $list }
check-data-hint = Corrigez chaque ligne, puis lancez vigie data check.
data-fine = Aucune faute : { $terms } mots, { $sources } sources, { $vocabularies } vocabulaires, { $mappings } correspondances.
migrate-done = { $count ->
    [0] Les tables étaient à jour.
    [one] Une migration appliquée.
   *[other] { $count } migrations appliquées.
}
backup-done = Sauvegarde écrite dans { $file } : { $entries } entrées du journal.
schema-written = Dépôt du schéma { $version } écrit dans { $folder }, avec { $records } fiches en exemple. Mettez-le sous git, étiquetez v{ $version }, puis déclarez-le sur schema.data.gouv.fr.
restore-done = Copie restaurée et égale à la sauvegarde : { $entries } entrées du journal, { $folder }.
import-done = { $read ->
    [one] { $read } ligne lue
   *[other] { $read } lignes lues
  } : nouvelles { $imported }, changées { $updated }, inchangées { $unchanged }, refusées { $refused } ; disparues { $gone }.
import-dry-run = Essai, rien n’est écrit. { $read ->
    [one] { $read } ligne lue
   *[other] { $read } lignes lues
  } : nouvelles { $imported }, changées { $updated }, inchangées { $unchanged }, refusées { $refused } ; disparues { $gone }.
import-inferred = IA générative ou non : { $count ->
    [one] déduit pour une fiche
   *[other] déduit pour { $count } fiches
} par une règle de la correspondance, et non dit par la source.
import-place = { $row ->
    [0] Fichier :
   *[other] { $others ->
        [0] Ligne { $row }, « { $column } » :
        [one] Ligne { $row } et une autre, « { $column } » :
       *[other] Ligne { $row } et { $others } autres, « { $column } » :
    }
}
import-read-with = Lu avec { $mapping }.
import-guessed = Lu avec { $mapping }, deviné d’après les colonnes.
import-guessed-among = Lu avec { $mapping }, deviné d’après les colonnes. Conviennent aussi : { $others }. Pour choisir : --mapping.
import-preview-fields = Champs remplis
import-preview-unnamed = Colonnes que la correspondance ne cite pas : { $columns }. Elles restent dans la ligne d’origine.
import-preview-first = Première fiche, ligne { $row } :
import-more = Et { $count } autres remarques : --json les donne toutes.
export-done = { $records } fiches écrites au format { $format } ({ $kind }).
export-withheld = { $count ->
    [one] Une fiche non publiée n’est pas dans le fichier.
   *[other] { $count } fiches non publiées ne sont pas dans le fichier.
}
export-kept = Repris en entier, par champ et nombre de fiches :
export-lost-refused = Relu, le fichier ne rend pas ces fiches :
export-lost-no_common_field = Perdu, car aucun registre connu n’a de champ pour cela :
export-lost-no_place = Perdu, car ce format n’a pas de colonne pour cela :
export-lost-fixed = Perdu, car ce format dit la même chose de toutes les fiches :
export-lost-taken = Perdu, car la colonne sert déjà à un autre champ :
export-lost-not_in_list = Perdu, car la valeur n’est pas dans la liste fermée de ce format :
export-lost-other_language = Une seule langue est écrite ; perdu dans l’autre :
export-lost-too_long = Coupé, car ce format limite la longueur :
export-lost-less_precise = Écrit sans le jour, car ce format n’a que le mois ou l’année :
export-lost-altered = Relu, le fichier ne dit pas tout à fait la même chose :
export-lost-reworded = Dit avec les mots de ce format, sans perte de sens :
formats-both = lu et écrit
formats-read = lu
formats-kept = faite dans le navigateur
diff-done = { $added } ajoutées, { $removed } retirées, { $changed } changées.
diff-added = ajoutée
diff-removed = retirée
diff-changed = changée
edition-built = Édition écrite dans { $folder } en { $seconds } s :
journal-read = { $entries } entrées relues, { $erased } effacées à bon droit, { $faults } fautes.
journal-altered = Entrée { $place } : son contenu a été changé.
journal-payload-altered = Entrée { $place } : le document qu’elle porte a été changé.
journal-broken = Entrée { $place } : elle ne suit pas la précédente ; une entrée a été ôtée, ajoutée ou déplacée.
journal-payload-missing = Entrée { $place } : son document manque et aucun effacement ne le dit.
journal-record-differs = Enregistrement { $place } : sa version courante n’est pas la dernière du journal.
journal-head-differs = La fin du journal a été coupée.
messages-none = Aucun message.
message-state-received = reçu
message-state-open = en cours
message-state-closed = clos
message-closed = Message { $tracking } clos.
messages-purged = { $count ->
    [0] Aucun message à effacer.
    [one] Un message effacé.
   *[other] { $count } messages effacés.
}

law-case = { $id } { $title } ({ $date }) : { $verdict }
law-result = { $outcome } : { $title } — { $citation } [{ $id }]
law-ask = Ce qui trancherait : { $questions }
law-not-advice = Ceci n’est pas un avis juridique : les textes, les dates et leur certitude sont dans data/law.
law-discrepancy = { $case } : { $subject } devait donner { $expected } et donne { $found }.
ask-question = { $question } (à demander : { $who })
ask-reason = { $text } — { $citation } [{ $id }]
ask-local = choix de l’administration

data-due = { $count ->
    [0] Aucune règle à relire au { $date } ; la prochaine le sera le { $next }.
    [one] Une règle à relire avec ses sources, au { $date } :
   *[other] { $count } règles à relire avec leurs sources, au { $date } :
}
data-due-rule = { $id } : { $title } (comparée le { $checked }, à relire avant le { $review })
data-diff = { $count ->
    [0] Aucune des { $all } situations ne change.
    [one] Une situation change, sur { $all } :
   *[other] { $count } situations changent, sur { $all } :
}
data-diff-case = { $id } ({ $date })
data-diff-verdict = réponse : { $before } → { $after }
data-diff-rule = { $id } : { $before } → { $after } ({ $why })
data-diff-no-rule = pas de règle
data-diff-both = ses dates et sa condition ont changé
data-diff-periods = ses dates ont changé
data-diff-condition = sa condition a changé
data-diff-derived = un fait calculé qu’elle lit a changé

starter-about = Fiche { $record }, { $name }. Ce qui est connu au { $date }.
starter-suggested = { $text } (proposé par le catalogue des risques, à examiner)
starter-write = À écrire : { $who }
starter-answer = { $question } (à demander : { $who })
risks-suggested-for = Fiche { $record }, { $name }. Ce que suggèrent les faits connus au { $date }.
risks-suggested-lacking = Risques suggérés que la fiche n’a pas : { $count }
risks-suggested-held = Risques suggérés que la fiche a déjà : { $count }
risks-suggested-applies = - { $title } ({ $family }, { $id })
risks-suggested-may = - Peut-être : { $title } ({ $family }, { $id })
risks-suggested-because = {"    "}parce que : { $items }
risks-suggested-ask = {"    "}à demander : { $items }
risks-suggested-measures = {"    "}ce qui le réduit : { $items }
risks-suggested-notice = Personne n’a jugé ces risques et rien n’est ajouté à la fiche : inscrivez ceux que vous retenez sous « risks », avec leur identifiant sous « catalogue ».

## Ce que dit vigie check de vigie.toml

config-syntax = vigie.toml, ligne { $line } : ce n’est pas du TOML. Détail technique : { $detail }
config-syntax-hint = Écrivez un nom, un signe = et une valeur, les textes entre guillemets. Rien d’autre n’a pu être vérifié.
config-refused = vigie.toml, ligne { $line } : cette ligne n’est pas comprise. Détail technique : { $detail }
config-refused-hint = Comparez avec le fichier que vigie init écrit dans un dossier vide.
config-not-a-table = vigie.toml, ligne { $line } : { $table } n’est pas écrit comme une table.
config-not-a-table-hint = Écrivez [{ $table }] seul sur une ligne, une seule fois, puis une clé par ligne. Un registre à moissonner s’ajoute par vigie peer add, pas ici.
config-unknown-key = vigie.toml, ligne { $line }, table [{ $table }] : « { $key } » n’est pas une clé connue.
config-unknown-key-hint = Clés connues : { $known }. Corrigez le nom, ou retirez la ligne.
config-peer-address = vigie.toml, ligne { $line }, table [{ $table }] : les adresses des registres ne s’écrivent pas ici (« { $key } »).
config-peer-address-hint = Retirez la ligne, puis lancez vigie peer add ADRESSE pour chacune.
config-not-a-bool = vigie.toml, ligne { $line }, table [{ $table }] : { $key } vaut { $value }, qui ne dit ni oui ni non.
config-not-a-bool-hint = Écrivez true ou false, sans guillemets.
config-not-whole = vigie.toml, ligne { $line }, table [{ $table }] : { $key } vaut { $value }, qui n’est pas un nombre entier.
config-not-whole-hint = Écrivez un nombre de { $from } à { $to }, sans guillemets.
config-out-of-range = vigie.toml, ligne { $line }, table [{ $table }] : { $key } vaut { $value }.
config-out-of-range-hint = Écrivez un nombre de { $from } à { $to }, ou retirez la ligne.
config-out-of-range-or-zero = vigie.toml, ligne { $line }, table [{ $table }] : { $key } vaut { $value }.
config-out-of-range-or-zero-hint = Écrivez un nombre de { $from } à { $to }, ou 0 pour ne rien limiter.
public-url-setting = public_url vaut « { $value } », qui n’est pas une adresse http:// ou https:// entière.
public-url-setting-hint = Dans la table [server] de vigie.toml, écrivez une adresse comme https://vigie.exemple.fr.
peer-setting-address = Le registre { $name } est gardé avec « { $address } », qui n’est pas une adresse http:// ou https://.
peer-setting-address-hint = Retirez-le (vigie peer remove { $name }), puis ajoutez-le par son adresse : vigie peer add https://…
peer-setting-clear = Le registre { $name } n’est plus lu : { $address } n’est pas chiffrée, et allow_private ne vaut pas true.
peer-setting-clear-hint = Ajoutez-le de nouveau par son adresse https://, ou écrivez allow_private = true dans la table [peers] s’il est sur votre réseau.
peer-setting-ours = Le registre { $name } est celui de cet observatoire : { $address }. Vos fiches y seraient celles d’un autre.
peer-setting-ours-hint = Retirez-le : vigie peer remove { $name }
peer-setting-twice = Les registres { $name } et { $other } n’en font qu’un : { $address }. Ses fiches viennent deux fois.
peer-setting-twice-hint = Retirez l’un des deux : vigie peer remove { $name }
