# Analyses d’impact jointes à une fiche. / Impact assessments joined to a record.
assessments-title = Analyses d’impact
assessments-lede = Les analyses faites pour cet usage, et les risques qu’elles ont jugés.
assessments-joined = Jointes
assessments-none = Aucune analyse n’est jointe. Cela ne dit pas qu’aucune n’a été faite.
assessments-risks = Risques de la fiche
assessments-risks-why = Gravité et vraisemblance de 1 à 4.
assessments-no-risk = Aucun risque n’est noté.
assessments-file = Joindre depuis l’outil PIA de la CNIL
assessments-file-why = Le fichier devient un formulaire que vous relisez. Il n’est gardé nulle part, et rien n’est écrit avant votre accord.
assessments-file-label = Fichier de l’analyse
assessments-read = Lire le fichier
assessments-otherwise = Sans ce fichier
assessments-by-hand = Joindre une analyse faite autrement
assessments-by-hand-why = Titre, jour, résumé, adresse.
assessments-begin = Commencer une analyse
assessments-begin-why = Un fichier JSON à ouvrir dans l’outil de la CNIL : ce que dit déjà la fiche, et ce qui reste à écrire.
assessment-file-hint = Au format JSON, { $size } Mo au plus.
assessment-too-large = Ce fichier est trop grand, ou l’envoi s’est interrompu. Exportez l’analyse sans ses pièces jointes.
assessment-title = Joindre une analyse d’impact
assessment-lede = Relisez avant de joindre. Ce qui est joint suit le niveau de publication de la fiche.
assessment-file = Le fichier
assessment-counts = { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
  }, { $measures ->
    [one] { $measures } mesure
   *[other] { $measures } mesures
  }, { $evaluations ->
    [one] { $evaluations } évaluation
   *[other] { $evaluations } évaluations
  } : elles restent dans le fichier d’origine, à garder.
assessment-opinions-stay = Les avis ne sont pas repris : chaque fonction donne le sien sur le dossier et choisit jusqu’où il va.
assessment-favourable = favorable
assessment-unfavourable = défavorable
assessment-sense-unknown = sens non indiqué
assessment-people = Personnes concernées
assessment-public = Écrivez pour un habitant, sans nom de personne.
assessment-name = Titre
assessment-name-hint = Une analyse du même titre est remplacée ; son état d’avant reste dans l’historique.
assessment-day = Jour où elle a été achevée
assessment-day-hint = Par exemple 30/12/2026. Le fichier ne le dit pas. Vide : elle ne l’est pas, ou on ne le sait pas.
assessment-summary = En bref
assessment-summary-hint = Ce qu’elle conclut, en quelques phrases.
assessment-link = Où la lire
assessment-link-hint = Une adresse publique, si elle est publiée.
assessment-language = Langue de ces textes
language-fr = Français
language-en = Anglais
assessment-risk-title = Risque
assessment-risk-known = Déjà dans la fiche : il sera jugé de nouveau.
assessment-risk-keep = Joindre ce risque
assessment-risk-told = Ce qui pourrait arriver
assessment-severity = Gravité avant toute mesure
assessment-likelihood = Vraisemblance avant toute mesure
assessment-measures = Mesures
assessment-severity-after = Gravité avec ces mesures
assessment-likelihood-after = Vraisemblance avec ces mesures
assessment-duty = L’obligation d’analyse
assessment-duty-settled = Cette analyse la remplit, à partir du jour indiqué :
assessment-duty-hint = Signé « DPO ». Un changement de l’usage peut demander de la revoir.
assessment-duty-not-yours = Seul·e la ou le délégué à la protection des données peut dire ici que cette analyse remplit l’obligation.
assessment-join = Joindre
assessment-leave = Ne pas joindre
assessment-no-title = Donnez un titre à l’analyse.
assessment-no-risk = Dites ce qui pourrait arriver, ou décochez « Joindre ce risque ».
assessment-half-judged = Avec ces mesures : jugez la gravité et la vraisemblance, ou aucune des deux.
assessment-duty-no-day = Donnez le jour où l’analyse a été achevée : l’obligation est remplie à partir de lui.
assessment-duty-done = Remplie depuis le { $date }, selon : { $who }.
assessment-levels = gravité { $severity }, vraisemblance { $likelihood }
assessment-done-on = achevée le { $date }.
assessment-not-done = jour d’achèvement non indiqué.
assessment-take-out = Retirer
assessment-take-out-label = Retirer : { $name }
assessment-take-out-one = Elle quitte la fiche ; les risques restent. Son état d’avant reste dans l’historique.
assessment-take-out-risk = Il quitte la fiche. Son état d’avant reste dans l’historique.
assessment-take-out-duty = L’obligation d’analyse sera de nouveau à remplir.
assessment-take-out-what = Ce que vous voulez retirer n’est plus dans la fiche, ou il ne vous revient pas de le retirer.
assessment-state-in_progress = En cours, pas encore validée.
assessment-state-refused = Refusée.
assessment-state-validated = Validée.
assessment-state-signed = Validée et signée.
assessment-state-archived = Archivée.
assessment-state-unknown = Avancement inconnu.
assessment-named = AIPD – { $name }
assessment-read = Analyse « { $title } ». { $state }
assessment-risks = { $count ->
    [0] Aucun risque jugé
    [one] { $count } risque jugé
   *[other] { $count } risques jugés
  }, dont déjà dans la fiche : { $known }.
assessment-dry-run = Essai : rien n’est écrit.
assessment-same = La fiche dit déjà tout cela : rien n’est écrit.
assessment-replaced = L’analyse du même titre est remplacée.
assessment-joined = L’analyse est jointe à la fiche.
assessment-language-hint = Le fichier ne la dit pas.
assessment-risen = Avec les mesures, un niveau est plus élevé qu’avant : corrigez l’un des deux.
assessment-names-seen = Ces mots ne nomment personne, ou doivent rester.
assessment-names-not-seen = Des mots semblent nommer une personne : changez-les, ou cochez « Ces mots ne nomment personne, ou doivent rester ».
assessment-replaces = Elle remplacera « { $title } », déjà dans la fiche. Ce que vous videz ici sera vide dans la fiche.
assessment-duty-until = Jusqu’au { $date }.
assessments-no-duty = Personne n’a dit que l’obligation est remplie.
assessment-level-none = non évaluée
assessment-judged = Avant toute mesure : { $before }. Avec les mesures : { $after }.
assessment-changed-on = Dernier changement du fichier : { $date }.
assessment-take-out-settled = Elle quitte la fiche ; les risques restent, et l’obligation reste dite remplie tant que la ou le délégué à la protection des données ne dit pas le contraire.
assessments-done-jointe = L’analyse est jointe. Vous pouvez l’annuler tant que rien d’autre n’a changé.
assessments-done-retrait = C’est retiré.
assessments-done-annulee = C’est annulé : la fiche est comme avant.
assessments-undo = Annuler le dernier changement
assessments-undo-why = Le dernier changement de la fiche porte sur ses analyses d’impact et rien d’autre.
assessment-no-undo = Le dernier changement de la fiche ne s’annule pas d’ici.
assessment-opinion = { $who } : { $sense }. { $text }
risk-remains = reste : vraisemblance { $likelihood }, gravité { $severity }
