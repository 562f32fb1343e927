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
assessment-opinions = Avis dans le fichier
assessment-opinions-stay = Les avis ne sont pas repris : chaque fonction donne le sien sur le dossier et choisit jusqu’où il va.
assessment-favourable = favorable
assessment-unfavourable = défavorable
assessment-sense-unknown = sens non indiqué
assessment-people = Personnes concernées
assessment-public = Écrivez pour un habitant, sans nom de personne.
assessment-name = Titre
assessment-name-hint = Une analyse du même titre est remplacée ; son état d’avant reste dans l’historique.
assessment-day = Jour où elle a été validée
assessment-day-hint = Par exemple 30/12/2026. Vide : elle n’est pas validée, ou on ne le sait pas.
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
assessment-severity = Gravité
assessment-likelihood = Vraisemblance
assessment-measures = Mesures
assessment-severity-after = Gravité une fois les mesures en place
assessment-likelihood-after = Vraisemblance une fois les mesures en place
assessment-duty = L’obligation d’analyse
assessment-duty-settled = Cette analyse la remplit, à partir du jour indiqué :
assessment-duty-hint = Signé « DPO ». Un changement de l’usage peut demander de la revoir.
assessment-duty-not-yours = Que cette analyse remplisse l’obligation d’analyse se dit ici aussi, par la ou le délégué à la protection des données.
assessment-join = Joindre
assessment-leave = Ne pas joindre
assessment-no-title = Donnez un titre à l’analyse.
assessment-no-risk = Dites ce qui pourrait arriver, ou décochez « Joindre ce risque ».
assessment-half-judged = Une fois les mesures en place : jugez la gravité et la vraisemblance, ou aucune des deux.
assessment-duty-no-day = Donnez le jour où l’analyse a été validée : l’obligation est remplie à partir de lui.
assessment-duty-done = Obligation remplie depuis le { $date }, selon la ou le délégué à la protection des données :
assessment-levels = gravité { $severity }, vraisemblance { $likelihood }
assessment-after = une fois les mesures en place : { $levels }
assessment-done-on = Validée le { $date }.
assessment-not-done = Jour de validation non indiqué.
assessment-take-out = Retirer
assessment-take-out-label = Retirer : { $name }
assessment-take-out-one = Elle quitte la fiche ; ses risques restent. Son état d’avant reste dans l’historique.
assessment-take-out-risk = Il quitte la fiche. Son état d’avant reste dans l’historique.
assessment-take-out-duty = L’obligation d’analyse redevient à remplir.
assessment-take-out-what = Dites ce qu’il faut retirer : ce n’est plus dans la fiche.
assessment-taken-out = C’est retiré.
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
assessment-risk = { $risk } : gravité { $severity }, vraisemblance { $likelihood } ; après les mesures : { $severity_after } et { $likelihood_after }
assessment-dry-run = Essai : rien n’est écrit.
assessment-same = La fiche dit déjà tout cela : rien n’est écrit.
assessment-replaced = L’analyse du même titre est remplacée.
assessment-joined = L’analyse est jointe à la fiche.
dossier-done-analyse = L’analyse est jointe. La fiche garde son état d’avant dans l’historique.
