//! One fictional chart of each shape, in French: for the gallery of the style sheet and for the tests.

use super::{
    AskedInUse, AskedRow, Axis, Bar, Bars, BeforeAfter, BeforeAfterRow, Bounds, Chart, Column,
    CsvLink, Diverging, DivergingRow, Dot, Family, Flow, GoodSide, Horizon, HorizonMark,
    IntervalRow, Intervals, Legend, Lollipop, LollipopRow, Month, Parts, Pivot, Role, Sankey,
    Scene, Sign, Stacked, StackedPart, StackedRow, Table, Tick, Words, asked_in_use, bars,
    before_after, diverging, horizon, interval, interval_gauge, lollipop, parts, sankey, stacked,
};

/// Samples of every shape, then of the states where there is little or nothing to show.
pub fn gallery() -> Vec<Chart> {
    vec![
        decisions(),
        crowded_decisions(),
        share_of_users(),
        electricity_of_all(),
        late_reviews(),
        many_reviews(),
        frequency(),
        accounts(),
        needs(),
        effects(),
        effect_on_time(),
        dependencies(),
        electricity(),
        response_rates(),
        before_and_after(),
        incidents(),
        nothing(),
    ]
}

/// The words of the interface that the samples use.
pub fn gallery_words() -> Words {
    Words {
        read_as_table: "Lire ces données en tableau".into(),
        table: "Tableau".into(),
        download_csv: "Télécharger en CSV".into(),
        scrolls: "Le schéma défile vers la droite.".into(),
    }
}

fn chart(
    id: &str,
    finding: &str,
    title: &str,
    description: &str,
    scene: Scene,
    table: Table,
) -> Chart {
    Chart {
        id: id.into(),
        finding: finding.into(),
        title: title.into(),
        description: description.into(),
        legend: Vec::new(),
        scene,
        table,
        table_page: None,
        csv: Some(CsvLink {
            href: format!("#{id}.csv"),
            size: "1 Ko".into(),
        }),
        source: "Données de démonstration : collectivité imaginaire, chiffres inventés.".into(),
    }
}

fn table<const N: usize>(caption: &str, columns: [&str; N], rows: Vec<[String; N]>) -> Table {
    let heading = |(index, label): (usize, &str)| Column {
        label: label.into(),
        numeric: index > 0,
    };
    Table {
        caption: caption.into(),
        columns: columns.into_iter().enumerate().map(heading).collect(),
        rows: rows.into_iter().map(Vec::from).collect(),
    }
}

const STATES: [(Sign, &str); 7] = [
    (Sign::Deployed, "en service"),
    (Sign::Pilot, "en test"),
    (Sign::Planned, "à l’étude"),
    (Sign::Refused, "refusé"),
    (Sign::Abandoned, "abandonné"),
    (Sign::Suspended, "suspendu"),
    (Sign::Observed, "constaté"),
];

const MONTHS: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

fn horizon_of(id: &str, finding: &str, from: Month, to: Month, marks: Vec<HorizonMark>) -> Chart {
    let counts = STATES.map(|(sign, word)| {
        [
            word.to_owned(),
            marks
                .iter()
                .filter(|mark| mark.sign == sign)
                .count()
                .to_string(),
        ]
    });
    let scene = horizon(&Horizon {
        from,
        to,
        marks,
        month_names: MONTHS.map(String::from),
        above: "sur la ligne : en usage".into(),
        below: "sous la ligne : refusé, arrêté, suspendu ou non permis".into(),
        unnamed: "Les autres noms sont dans le registre.".into(),
        empty: "Aucun usage n’est encore connu.".into(),
    });
    Chart {
        legend: STATES.map(|(sign, word)| Legend::sign(sign, word)).into(),
        ..chart(
            id,
            finding,
            "L’horizon des décisions",
            "Chaque signe est un usage placé au moment de sa décision. Au-dessus de la ligne, les usages en service, en test ou à l’étude. Au-dessous, les usages refusés, arrêtés ou constatés sans autorisation.",
            scene,
            table(
                "Les usages connus, par état",
                ["État", "Usages"],
                counts.into(),
            ),
        )
    }
}

fn decisions() -> Chart {
    let marks = [
        (2025, 1, Sign::Deployed, "actualités"),
        (2025, 2, Sign::Deployed, "comptes rendus"),
        (2025, 2, Sign::Refused, "candidatures"),
        (2025, 3, Sign::Deployed, "courriers"),
        (2025, 4, Sign::Deployed, "fiches de poste"),
        (2025, 4, Sign::Refused, "faux visages"),
        (2025, 5, Sign::Deployed, "tableur"),
        (2025, 5, Sign::Abandoned, "consignes de parc"),
        (2025, 6, Sign::Deployed, "code"),
        (2025, 6, Sign::Refused, "entretiens sociaux"),
        (2025, 7, Sign::Refused, "offres de marché"),
        (2025, 8, Sign::Deployed, "jeux de données"),
        (2025, 9, Sign::Deployed, "médiathèque"),
        (2025, 9, Sign::Suspended, "questions du site"),
        (2025, 10, Sign::Deployed, "formation"),
        (2025, 10, Sign::Observed, "comptes personnels"),
        (2025, 11, Sign::Abandoned, "permis de construire"),
        (2025, 12, Sign::Deployed, "questionnaires"),
        (2026, 1, Sign::Pilot, "délibérations"),
        (2026, 1, Sign::Pilot, "plan d’urbanisme"),
        (2026, 2, Sign::Pilot, "assistance"),
        (2026, 2, Sign::Pilot, "registres anciens"),
        (2026, 3, Sign::Pilot, "familles"),
        (2026, 3, Sign::Pilot, "concertation"),
        (2026, 6, Sign::Planned, "arrêtés de circulation"),
    ];
    let marks = marks
        .into_iter()
        .map(|(year, month, sign, label)| HorizonMark {
            month: Month { year, month },
            sign,
            label: label.into(),
        });
    horizon_of(
        "horizon",
        "Sur 25 usages connus, 16 sont en service ou en test, 8 sont refusés, arrêtés ou non permis, 1 est à l’étude.",
        Month {
            year: 2025,
            month: 1,
        },
        Month {
            year: 2026,
            month: 6,
        },
        marks.collect(),
    )
}

fn crowded_decisions() -> Chart {
    let marks = (0..300_u32).map(|index| {
        let since = (index * index + index / 7) % 18;
        let month = Month {
            year: 2025 + (since / 12) as i32,
            month: 1 + since % 12,
        };
        let states = [0, 0, 1, 0, 3, 1, 2, 0, 5, 4, 0, 6, 3];
        let sign = STATES[states[(index % 13) as usize]].0;
        HorizonMark {
            month,
            sign,
            label: format!("usage {index}"),
        }
    });
    horizon_of(
        "horizon-compte",
        "Quand les signes sont trop nombreux, ils sont comptés par trimestre.",
        Month {
            year: 2025,
            month: 1,
        },
        Month {
            year: 2026,
            month: 6,
        },
        marks.collect(),
    )
}

fn percents(values: &[u32]) -> Axis {
    Axis::linear(
        values
            .iter()
            .map(|value| Tick::new(f64::from(*value), format!("{value} %")))
            .collect(),
    )
}

fn row(
    label: &str,
    text: &str,
    low: f64,
    high: f64,
    centre: Option<f64>,
    bounds: Bounds,
) -> IntervalRow {
    IntervalRow {
        label: label.into(),
        text: text.into(),
        tail: String::new(),
        low,
        high,
        centre,
        bounds,
    }
}

fn share_of_users() -> Chart {
    let scene = interval_gauge(&Intervals {
        axis: percents(&[0, 50, 100]),
        rows: vec![row("", "", 15.2, 81.9, Some(45.7), Bounds::NonResponse)],
        pivot: None,
        empty: String::new(),
    });
    chart(
        "part",
        "46 % des répondants s’en servent au moins chaque mois.",
        "Part des agents qui s’en servent chaque mois",
        "46 % des répondants ; entre 15 % et 82 % de tous les agents.",
        scene,
        table(
            "Part des agents",
            ["Groupe", "Bas", "Haut"],
            vec![["tous les agents".into(), "15 %".into(), "82 %".into()]],
        ),
    )
}

fn electricity_of_all() -> Chart {
    let ticks = [
        (1.0, "1 kWh"),
        (10.0, "10"),
        (100.0, "100"),
        (1000.0, "1 000"),
    ];
    let scene = interval_gauge(&Intervals {
        axis: Axis::log(ticks.map(|(value, label)| Tick::new(value, label)).into()),
        rows: vec![row("", "", 3.1, 168.0, None, Bounds::NonResponse)],
        pivot: None,
        empty: String::new(),
    });
    chart(
        "electricite",
        "De 3 à 168 kWh d’électricité par mois pour les usages connus.",
        "Électricité des usages connus, par mois, échelle logarithmique",
        "Entre 3 et 168 kWh par mois.",
        scene,
        table(
            "Électricité par mois",
            ["Usages", "Bas", "Haut"],
            vec![["connus".into(), "3 kWh".into(), "168 kWh".into()]],
        ),
    )
}

fn reviews(id: &str, total: u32, late: u32) -> Chart {
    let done = total - late;
    let scene = parts(&Parts {
        total,
        late,
        late_text: format!("{late} en retard"),
        done_text: format!("{done} à jour"),
        empty: "Aucun usage en service.".into(),
    });
    chart(
        id,
        &format!("{late} usages en service sur {total} ont dépassé leur date de revoyure."),
        "Revoyures des usages en service",
        &format!("{late} en retard, {done} à jour."),
        scene,
        table(
            "Revoyures",
            ["État", "Usages"],
            vec![
                ["en retard".into(), late.to_string()],
                ["à jour".into(), done.to_string()],
            ],
        ),
    )
}

fn late_reviews() -> Chart {
    reviews("revoyures", 10, 6)
}

fn many_reviews() -> Chart {
    reviews("revoyures-barre", 240, 31)
}

fn frequency() -> Chart {
    let answers: [(&str, [i32; 5]); 9] = [
        ("Numérique", [26, 24, 15, 9, 14]),
        ("Communication", [9, 14, 8, -10, 0]),
        ("Ressources humaines", [8, 15, 16, 10, 22]),
        ("Urbanisme et foncier", [9, 18, 20, 12, 35]),
        ("Solidarités et santé", [5, 11, 22, 17, 78]),
        (
            "Éducation, petite enfance et réussite des jeunes de la métropole",
            [5, 13, 28, 27, 128],
        ),
        ("Déchets et propreté", [-9, 0, 11, 12, 86]),
        ("Nature en ville", [-6, 0, 7, 8, 55]),
        ("Tranquillité publique", [0; 5]),
    ];
    let rows = answers
        .iter()
        .map(|(label, values)| frequency_row(label, values))
        .collect();
    let cells = answers.iter().map(|(label, values)| {
        let cell = |value: i32| {
            if value > 0 {
                value.to_string()
            } else {
                "masqué".to_owned()
            }
        };
        let [a, b, c, d, e] = *values;
        [
            (*label).to_owned(),
            cell(a),
            cell(b),
            cell(c),
            cell(d),
            cell(e),
        ]
    });
    Chart {
        legend: vec![
            Legend::fill(Role::Scale(4), "chaque jour"),
            Legend::fill(Role::Scale(3), "chaque semaine"),
            Legend::fill(Role::Scale(2), "chaque mois"),
            Legend::fill(Role::Scale(1), "un essai"),
            Legend::fill(Role::Scale(0), "jamais"),
            Legend::fill(Role::Hatch, "masqué"),
        ],
        ..chart(
            "frequence",
            "Au Numérique et à la Communication, plus d’un répondant sur deux s’en sert chaque semaine ; aux Déchets et à la Nature, moins d’un sur dix.",
            "Fréquence d’usage par direction, campagne 2026, en pourcentage des réponses",
            "Neuf barres empilées jusqu’à 100 %, triées par usage quotidien et hebdomadaire. Numérique arrive en tête avec 57 % ; une direction est entièrement masquée.",
            stacked(&Stacked {
                rows,
                empty: String::new(),
            }),
            table(
                "Réponses par direction, campagne 2026, en nombre",
                [
                    "Direction",
                    "chaque jour",
                    "chaque semaine",
                    "chaque mois",
                    "un essai",
                    "jamais",
                ],
                cells.collect(),
            ),
        )
    }
}

/// A negative count is hidden: it keeps its width and loses its number.
fn frequency_row(label: &str, values: &[i32; 5]) -> StackedRow {
    let total: i32 = values.iter().map(|value| value.abs()).sum();
    let parts = values
        .iter()
        .zip((0..5).rev())
        .map(|(value, step)| StackedPart {
            value: f64::from(value.abs()),
            text: format!("{:.0}", f64::from(*value) * 100.0 / f64::from(total.max(1))),
            role: if *value < 0 {
                Role::Hatch
            } else {
                Role::Scale(step)
            },
        });
    StackedRow {
        label: label.into(),
        count: if total == 0 {
            "masqué".into()
        } else {
            total.to_string()
        },
        count_tail: if total == 0 {
            String::new()
        } else {
            " réponses".into()
        },
        parts: parts.collect(),
    }
}

fn accounts() -> Chart {
    let line = |label: &str, count: u32, values: [u32; 4]| {
        let roles = [Role::Scale(4), Role::Scale(2), Role::Minus, Role::MinusSoft];
        StackedRow {
            label: label.into(),
            count: count.to_string(),
            count_tail: " utilisateurs".into(),
            parts: values
                .into_iter()
                .zip(roles)
                .map(|(value, role)| StackedPart {
                    value: f64::from(value),
                    text: value.to_string(),
                    role,
                })
                .collect(),
        }
    };
    let rows = vec![
        line("2025", 452, [26, 15, 51, 8]),
        line("2026", 803, [51, 15, 26, 8]),
    ];
    Chart {
        legend: vec![
            Legend::fill(Role::Scale(4), "fourni par la métropole"),
            Legend::fill(Role::Scale(2), "les deux"),
            Legend::fill(Role::Minus, "compte personnel"),
            Legend::fill(Role::MinusSoft, "autre"),
        ],
        ..chart(
            "comptes",
            "Comptes fournis et comptes personnels ont échangé leurs places.",
            "Compte utilisé, en pourcentage des utilisateurs",
            "En 2025 : 26 % fourni, 51 % personnel. En 2026 : 51 % et 26 %.",
            stacked(&Stacked {
                rows,
                empty: String::new(),
            }),
            table(
                "Compte utilisé",
                ["Compte", "2025", "2026"],
                vec![
                    [
                        "fourni par la métropole".into(),
                        "26 %".into(),
                        "51 %".into(),
                    ],
                    ["les deux".into(), "15 %".into(), "15 %".into()],
                    ["compte personnel".into(), "51 %".into(), "26 %".into()],
                    ["autre".into(), "8 %".into(), "8 %".into()],
                ],
            ),
        )
    }
}

fn needs() -> Chart {
    let tasks = [
        ("Rédiger", 6, 4),
        ("Résumer", 3, 2),
        ("Transcrire", 2, 2),
        ("Traduire", 2, 2),
        ("Coder", 2, 2),
        ("Rechercher", 2, 1),
        ("Évaluer", 2, 0),
        ("Reformuler", 1, 1),
        ("Converser", 1, 0),
    ];
    let rows = tasks.map(|(label, asked, in_use)| AskedRow {
        label: label.into(),
        asked,
        in_use,
    });
    Chart {
        legend: vec![
            Legend::dot(Dot::Ring, "demandés"),
            Legend::dot(Dot::Solid, "en usage"),
            Legend::sign(Sign::Refused, "aucun permis"),
        ],
        ..chart(
            "besoins",
            "Rédiger concentre la demande ; évaluer et converser ne sont en usage nulle part.",
            "Usages demandés et usages permis, par tâche",
            "Rédiger arrive en tête avec six demandes dont quatre en usage.",
            asked_in_use(&AskedInUse {
                rows: rows.into(),
                empty: String::new(),
            }),
            table(
                "Demandes et usages, par tâche",
                ["Tâche", "Demandés", "En usage"],
                tasks
                    .map(|(label, asked, in_use)| {
                        [label.to_owned(), asked.to_string(), in_use.to_string()]
                    })
                    .into(),
            ),
        )
    }
}

fn effects() -> Chart {
    let line = |label: &str, count: &str, tail: &str, sides: [f64; 4], aside: &str| DivergingRow {
        label: label.into(),
        count: count.into(),
        count_tail: tail.into(),
        very_negative: sides[0],
        negative: sides[1],
        positive: sides[2],
        very_positive: sides[3],
        negative_text: format!("{} %", sides[0] + sides[1]),
        positive_text: format!("{} %", sides[2] + sides[3]),
        aside: aside.into(),
    };
    let rows = vec![
        line(
            "Temps, 2025",
            "452",
            " utilisateurs",
            [2.0, 8.0, 43.0, 9.0],
            "aucun changement 26 %, on ne sait pas 12 %",
        ),
        line(
            "Temps, 2026",
            "803",
            " utilisateurs",
            [3.0, 9.0, 40.0, 11.0],
            "aucun changement 27 %, on ne sait pas 11 %",
        ),
        line(
            "Travail, selon les fiches",
            "25",
            " usages",
            [4.0, 8.0, 24.0, 28.0],
            "aucun changement 16 %, on ne sait pas 20 %",
        ),
    ];
    Chart {
        legend: vec![
            Legend::fill(Role::Minus, "très négatif"),
            Legend::fill(Role::MinusSoft, "négatif"),
            Legend::fill(Role::PlusSoft, "positif"),
            Legend::fill(Role::Plus, "très positif"),
        ],
        ..chart(
            "effets",
            "La moitié disent gagner du temps, comme en 2025 ; ceux qui disent en perdre passent de 10 % à 12 %.",
            "Effets déclarés sur le temps et sur le travail, en pourcentage",
            "À gauche d’un axe, les effets négatifs : 10 %, 12 % et 12 %. À droite, les effets positifs : 52 %, 51 % et 52 %.",
            diverging(&Diverging {
                rows,
                empty: String::new(),
            }),
            table(
                "Effets, en pourcentage",
                ["Effet", "Temps 2025", "Temps 2026", "Travail"],
                vec![
                    [
                        "négatif".into(),
                        "10 %".into(),
                        "12 %".into(),
                        "12 %".into(),
                    ],
                    [
                        "positif".into(),
                        "52 %".into(),
                        "51 %".into(),
                        "52 %".into(),
                    ],
                ],
            ),
        )
    }
}

fn effect_on_time() -> Chart {
    let ticks = [
        (-4.0, "4 minutes gagnées"),
        (0.0, ""),
        (4.0, "4 minutes perdues"),
    ];
    let scene = interval_gauge(&Intervals {
        axis: Axis::linear(ticks.map(|(value, label)| Tick::new(value, label)).into()),
        rows: vec![row("", "", -3.0, 4.0, None, Bounds::NonResponse)],
        pivot: Some(Pivot {
            value: 0.0,
            label: "aucun effet".into(),
            good: GoodSide::Low,
        }),
        empty: String::new(),
    });
    chart(
        "temps",
        "L’effet sur le temps de travail peut être nul : l’intervalle passe par zéro.",
        "Effet sur le temps, par échange",
        "Entre 3 minutes gagnées et 4 minutes perdues par échange.",
        scene,
        table(
            "Effet sur le temps",
            ["Effet", "Bas", "Haut"],
            vec![["par échange".into(), "−3 min".into(), "4 min".into()]],
        ),
    )
}

fn dependencies() -> Chart {
    let ways = [
        (
            "Plume",
            "Métropole",
            Family::First,
            &[
                "Numérique",
                "Ressources humaines",
                "Communication",
                "Déchets et propreté",
                "Données",
                "Éducation",
                "Relation aux usagers",
            ][..],
        ),
        ("Parolier", "Métropole", Family::First, &["Assemblées"][..]),
        ("Codeur", "Métropole", Family::First, &["Numérique"][..]),
        (
            "Atelier",
            "Public mutualisé",
            Family::Second,
            &[
                "Ressources humaines",
                "Assemblées",
                "Culture",
                "Finances",
                "Participation",
            ][..],
        ),
        (
            "Guide du plan",
            "Privé, France",
            Family::Third,
            &["Urbanisme"][..],
        ),
        ("Lecteur", "Laboratoire", Family::Fourth, &["Culture"][..]),
        (
            "Comptes personnels",
            "Inconnu",
            Family::Unknown,
            &["Agents, tous services"][..],
        ),
    ];
    let flows: Vec<Flow> = ways
        .iter()
        .flat_map(|(through, to, family, starts)| {
            starts.iter().map(|from| Flow {
                from: (*from).into(),
                through: (*through).into(),
                to: (*to).into(),
                value: 1.0,
                family: *family,
            })
        })
        .collect();
    let rows = ways
        .iter()
        .map(|(through, to, _, starts)| [format!("{through}, {to}"), starts.len().to_string()])
        .collect();
    let scene = sankey(&Sankey {
        headings: ["Direction".into(), "Outil".into(), "Hébergement".into()],
        flows,
        others: "Autres".into(),
        number: &|value| format!("{value:.0}"),
        empty: String::new(),
    });
    chart(
        "dependance",
        "Neuf usages sur dix-sept tournent sur les serveurs de la métropole ; un, non permis, chez un hébergeur inconnu.",
        "Des directions aux outils, des outils aux hébergeurs",
        "Diagramme de flux de dix-sept usages. Neuf aboutissent aux serveurs de la métropole, cinq à un hébergeur public mutualisé, un à un hébergeur inconnu.",
        scene,
        table(
            "Usages par outil et hébergeur",
            ["Outil, hébergeur", "Usages"],
            rows,
        ),
    )
}

fn electricity() -> Chart {
    let tools = [
        (
            "Comptes personnels",
            "de 1,2 à 90 kWh",
            1.2,
            90.0,
            Bounds::EstimatedVolume,
        ),
        ("Codeur", "de 0,9 à 30 kWh", 0.9, 30.0, Bounds::Hypotheses),
        ("Atelier", "de 0,1 à 27 kWh", 0.1, 27.0, Bounds::Hypotheses),
        ("Plume", "de 0,8 à 16 kWh", 0.8, 16.0, Bounds::Hypotheses),
        (
            "Guide du plan",
            "de 0,03 à 0,6 kWh",
            0.03,
            0.6,
            Bounds::Hypotheses,
        ),
        (
            "Lecteur",
            "on ne sait pas",
            f64::NAN,
            f64::NAN,
            Bounds::Hypotheses,
        ),
    ];
    let ticks = [
        (0.01, "0,01"),
        (0.1, "0,1"),
        (1.0, "1"),
        (10.0, "10"),
        (100.0, "100 kWh"),
    ];
    let rows = tools.map(
        |(label, text, low, high, bounds): (&str, &str, f64, f64, _)| {
            row(
                label,
                text,
                low,
                high,
                (low * high).is_finite().then_some((low * high).sqrt()),
                bounds,
            )
        },
    );
    Chart {
        legend: vec![
            Legend::fill(Bounds::Hypotheses.role(), "bornes des hypothèses"),
            Legend::fill(Bounds::EstimatedVolume.role(), "volume estimé, ou inconnu"),
            Legend::dot(Dot::Value, "milieu géométrique"),
        ],
        ..chart(
            "empreinte",
            "Les comptes personnels pourraient peser plus que tous les autres outils réunis, ou presque rien.",
            "Électricité par outil et par mois, échelle logarithmique",
            "Les comptes personnels vont de 1,2 à 90 kWh et sont hachurés car leur volume est estimé.",
            interval(&Intervals {
                axis: Axis::log(ticks.map(|(value, label)| Tick::new(value, label)).into()),
                rows: rows.into(),
                pivot: None,
                empty: String::new(),
            }),
            table(
                "Électricité par outil et par mois",
                ["Outil", "Intervalle"],
                tools
                    .map(|(label, text, ..)| [label.to_owned(), text.to_owned()])
                    .into(),
            ),
        )
    }
}

fn response_rates() -> Chart {
    let rates = [
        ("Communication", Some(70.7), "71 %", " de 58 agents"),
        ("Numérique", Some(67.7), "68 %", " de 130 agents"),
        ("Ressources humaines", Some(59.2), "59 %", " de 120 agents"),
        ("Solidarités et santé", Some(26.1), "26 %", " de 510 agents"),
        ("Tranquillité publique", None, "masqué", ", 96 agents"),
        (
            "Éducation et petite enfance",
            Some(20.5),
            "21 %",
            " de 980 agents",
        ),
    ];
    let rows = rates.map(|(label, value, text, tail)| LollipopRow {
        label: label.into(),
        value,
        text: text.into(),
        tail: tail.into(),
    });
    chart(
        "couverture",
        "Les services de bureau répondent deux à trois fois plus que ceux de terrain : lisez le reste avec cela en tête.",
        "Taux de réponse par direction",
        "De 71 % à Communication à 21 % à Éducation et petite enfance ; Tranquillité publique est masquée.",
        lollipop(&Lollipop {
            axis: percents(&[0, 25, 50, 75, 100]),
            rows: rows.into(),
            empty: String::new(),
        }),
        table(
            "Taux de réponse",
            ["Direction", "Taux"],
            rates
                .map(|(label, _, text, _)| [label.to_owned(), text.to_owned()])
                .into(),
        ),
    )
}

fn before_and_after() -> Chart {
    let answers = [
        ("Jamais", 58.0, 42.0),
        ("Une fois pour essayer", 16.0, 12.0),
        ("Quelques fois par mois", 14.0, 19.0),
        ("Quelques fois par semaine", 9.0, 17.0),
        ("Chaque jour", 3.0, 9.0),
    ];
    let rows = answers.map(|(label, before, after)| BeforeAfterRow {
        label: label.into(),
        text: format!("{before:.0} % puis {after:.0} %"),
        before: Some(before),
        after: Some(after),
    });
    Chart {
        legend: vec![
            Legend::dot(Dot::Ring, "2025, réponse : 26 %"),
            Legend::dot(Dot::Solid, "2026, réponse : 33 %"),
        ],
        ..chart(
            "evolution",
            "« Jamais » reste la première réponse, mais recule de 58 % à 42 %.",
            "Fréquence d’usage en 2025 et en 2026, en pourcentage des réponses",
            "Jamais passe de 58 à 42 %, chaque jour de 3 à 9 %.",
            before_after(&BeforeAfter {
                axis: percents(&[0, 20, 40, 60]),
                rows: rows.into(),
                empty: String::new(),
            }),
            table(
                "Fréquence, en pourcentage des réponses",
                ["Réponse", "2025", "2026"],
                answers
                    .map(|(label, before, after)| {
                        [
                            label.to_owned(),
                            format!("{before:.0} %"),
                            format!("{after:.0} %"),
                        ]
                    })
                    .into(),
            ),
        )
    }
}

fn incidents() -> Chart {
    let counts = [
        (
            "Réponse fausse donnée à un habitant",
            14.0,
            4.0,
            "14, dont 4 à confirmer",
        ),
        ("Donnée personnelle saisie", 6.0, 0.0, "6"),
        ("Coût imprévu", 1.0, 0.0, "1"),
        ("Biais signalé", f64::NAN, 0.0, "on ne sait pas"),
    ];
    let rows = counts.map(|(label, value, uncertain, text)| Bar {
        label: label.into(),
        value,
        uncertain,
        text: text.into(),
        tail: String::new(),
    });
    chart(
        "incidents",
        "Les réponses fausses font les deux tiers des incidents connus.",
        "Incidents signalés, par nature",
        "Quatorze réponses fausses, six saisies de données personnelles, un coût imprévu ; les biais ne sont pas comptés.",
        bars(&Bars {
            rows: rows.into(),
            empty: String::new(),
        }),
        table(
            "Incidents signalés",
            ["Nature", "Nombre"],
            counts
                .map(|(label, _, _, text)| [label.to_owned(), text.to_owned()])
                .into(),
        ),
    )
}

fn nothing() -> Chart {
    let scene = stacked(&Stacked {
        rows: Vec::new(),
        empty: "Aucune campagne n’a encore eu lieu : on ne sait pas qui s’en sert.".into(),
    });
    Chart {
        csv: None,
        table_page: None,
        ..chart(
            "vide",
            "On ne sait pas encore qui se sert de l’IA générative.",
            "Fréquence d’usage",
            "Aucune donnée.",
            scene,
            Table::default(),
        )
    }
}
