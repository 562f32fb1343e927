# Les nombres que les pages et le rapport peuvent citer : ce qui est compté, et parmi quoi.

## Les usages

number-uses_published = Usages dont la fiche est publiée, en entier ou en résumé
number-uses_withheld = Usages connus dont la fiche n’est pas publiée
number-uses_total = Usages connus : fiches publiées et fiches non publiées
number-uses_summary = Fiches publiées en résumé seulement, parmi les fiches publiées
number-uses_in_use = Usages en service ou en test, déclarés ou constatés, parmi les fiches publiées
number-uses_declared_in_use = Usages en service ou en test et déclarés, parmi les fiches publiées
number-uses_deployed = Usages déclarés en service, parmi les fiches publiées
number-uses_pilot = Usages déclarés en test, parmi les fiches publiées
number-uses_planned = Usages déclarés souhaités, prévus ou en préparation, parmi les fiches publiées
number-uses_suspended = Usages déclarés suspendus, parmi les fiches publiées
number-uses_stopped = Usages déclarés terminés ou abandonnés, parmi les fiches publiées
number-uses_refused = Usages déclarés refusés, parmi les fiches publiées
number-uses_observed = Usages constatés sans déclaration, quel que soit leur état, parmi les fiches publiées
number-uses_below_line = Usages refusés, suspendus, terminés, abandonnés ou constatés sans déclaration, parmi les fiches publiées

## Les revoyures et les avis

number-reviews_due = Usages en service ou en test qui ont une date de revoyure
number-reviews_overdue = Usages en service ou en test dont la date de revoyure est dépassée
number-uses_dissent = Usages en service ou en test, ou dont la décision n’est pas un refus, avec au moins un avis réservé ou défavorable
number-uses_no_opinion = Usages sans aucun avis, parmi les fiches publiées en entier
number-lessons_total = Leçons écrites dans les fiches publiées

## Les données et le coût

number-uses_personal = Usages qui emploient des données personnelles non sensibles, parmi les fiches publiées
number-uses_sensitive = Usages qui emploient des données sensibles, parmi les fiches publiées
number-uses_without_cost = Usages en service ou en test dont aucun coût n’est publié

## Les effets et les risques

number-uses_positive_effect = Usages dits alléger ou enrichir le travail, parmi ceux en service ou en test
number-uses_negative_effect = Usages dits alourdir ou appauvrir le travail, parmi ceux en service ou en test
number-uses_no_effect = Usages dits laisser le travail tel quel ou le déplacer, parmi ceux en service ou en test
number-uses_unknown_effect = Usages dont l’effet sur le travail n’est pas connu, parmi ceux en service ou en test
number-uses_time_may_be_lost = Usages dont le temps par dossier peut aller jusqu’à une perte, parmi ceux en service ou en test
number-risks_total = Risques relevés dans les fiches publiées
number-risks_high = Risques élevés relevés dans les fiches publiées : vraisemblance multipliée par gravité, au moins 9 sur 16

## Les dépendances

number-first_tool_uses = Usages de l’outil le plus employé, parmi ceux en service ou en test
number-first_tool_share = Part des usages en service ou en test qui emploient l’outil le plus employé
number-uses_without_exit_plan = Usages en service ou en test sans moyen publié de changer d’outil
number-hosting_outside_eu_uses = Usages dont l’outil tourne hors de l’Union européenne, parmi ceux en service ou en test
number-hosting_unknown_uses = Usages dont l’outil ou l’hébergement n’est pas connu, parmi ceux en service ou en test

## L’empreinte

number-footprint_uses = Usages dont l’empreinte est estimée, parmi ceux en service ou en test
number-footprint_energy_per_month = Électricité par mois des usages en service ou en test qui ont une estimation, fourchettes additionnées
number-footprint_gwp_per_month = Effet sur le climat par mois des usages en service ou en test qui ont une estimation, fourchettes additionnées
number-footprint_water_per_month = Eau consommée par mois pour les usages en service ou en test qui ont une estimation, fourchettes additionnées

## Le droit

number-law_uses_assessed = Usages évalués au regard des règles : les fiches publiées en entier
number-law_uses_unknown = Usages évalués pour lesquels au moins une règle reste en suspens, faute de réponse publiée ou de date certaine

## L’organisation

number-staff_total = Personnes employées par l’administration, selon l’effectif inscrit
number-departments_total = Directions inscrites dans l’observatoire
number-departments_silent = Directions inscrites dont aucun usage n’est publié
number-tools_total = Outils qui ont une fiche dans l’observatoire
number-tools_not_approved = Outils non admis ou retirés, parmi ceux qui ont une fiche
number-peers_total = Fiches reprises d’autres registres, encore présentes à la dernière lecture, jamais ajoutées aux nôtres
number-peers_publishers = Organismes dont le registre a été repris
