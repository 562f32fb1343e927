use std::fmt;

/// One fault in a table, with what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {problem}", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct TableError {
    /// Path inside the folder of the method.
    pub file: String,
    /// Line of the file, from 1, when the fault is in one line.
    pub line: Option<u64>,
    /// What is wrong, and what to write.
    pub problem: String,
}

/// Every fault found while reading a method: never only the first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct TableErrors(
    /// The faults, in the order of the files.
    pub Vec<TableError>,
);

impl fmt::Display for TableErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

/// A CSV table in memory.
pub(crate) struct Table {
    file: String,
    columns: csv::StringRecord,
    records: Vec<csv::StringRecord>,
}

/// One row, which knows where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    table: &'t Table,
    record: &'t csv::StringRecord,
}

impl Table {
    pub(crate) fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let fault = |error: csv::Error| TableError {
            file: file.to_owned(),
            line: error.position().map(csv::Position::line),
            problem: error.to_string(),
        };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers().map_err(fault)?.clone();
        let records = reader.records().collect::<Result<_, _>>().map_err(fault)?;
        Ok(Self {
            file: file.to_owned(),
            columns,
            records,
        })
    }

    /// What `read` makes of each row; faults go to `errors`.
    pub(crate) fn collect<T>(
        &self,
        errors: &mut Vec<TableError>,
        read: impl Fn(Row<'_>) -> Result<T, TableError>,
    ) -> Vec<T> {
        let mut values = Vec::with_capacity(self.records.len());
        for record in &self.records {
            match read(Row {
                table: self,
                record,
            }) {
                Ok(value) => values.push(value),
                Err(error) => errors.push(error),
            }
        }
        values
    }
}

impl<'t> Row<'t> {
    pub(crate) fn text(&self, column: &str) -> Result<&'t str, TableError> {
        let index = self.table.columns.iter().position(|name| name == column);
        index
            .and_then(|index| self.record.get(index))
            .ok_or_else(|| self.fault(format!("the column {column} is missing: add it")))
    }

    pub(crate) fn number(&self, column: &str) -> Result<f64, TableError> {
        self.optional_number(column)?
            .ok_or_else(|| self.fault(format!("{column} is empty: write a number")))
    }

    pub(crate) fn optional_number(&self, column: &str) -> Result<Option<f64>, TableError> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => Err(self.fault(format!("{column} is « {text} »: write a number"))),
        }
    }

    /// A number of zero or more.
    pub(crate) fn amount(&self, column: &str) -> Result<f64, TableError> {
        let number = self.number(column)?;
        self.must(number >= 0.0, || format!("{column} is below zero"))?;
        Ok(number)
    }

    /// A number above zero.
    pub(crate) fn positive(&self, column: &str) -> Result<f64, TableError> {
        let number = self.number(column)?;
        self.must(number > 0.0, || format!("{column} must be above zero"))?;
        Ok(number)
    }

    pub(crate) fn integer(&self, column: &str) -> Result<u32, TableError> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|_| self.fault(format!("{column} is « {text} »: write a whole number")))
    }

    pub(crate) fn yes_or_no(&self, column: &str) -> Result<bool, TableError> {
        match self.text(column)? {
            "0" => Ok(false),
            "1" => Ok(true),
            other => Err(self.fault(format!("{column} is « {other} »: write 0 or 1"))),
        }
    }

    /// Two columns and the flag that says whether they are a range; both zero or more.
    pub(crate) fn value(
        &self,
        is_range: &str,
        min: &str,
        max: &str,
    ) -> Result<crate::Value, TableError> {
        let (low, high) = (self.amount(min)?, self.amount(max)?);
        let value = if self.yes_or_no(is_range)? {
            crate::Value::range(low, high)
        } else {
            self.must(low == high, || {
                format!("{min} and {max} differ: write 1 in {is_range}, or the same number twice")
            })?;
            crate::Value::single(low)
        };
        value.map_err(|error| self.fault(format!("{min} and {max}: {error}")))
    }

    pub(crate) fn warnings(&self) -> Result<crate::Warnings, TableError> {
        self.text("warnings")?
            .split('|')
            .filter(|code| !code.is_empty())
            .map(|code| {
                crate::Warning::from_code(code)
                    .ok_or_else(|| self.fault(format!("« {code} » is not a warning")))
            })
            .collect()
    }

    pub(crate) fn must(
        &self,
        holds: bool,
        problem: impl FnOnce() -> String,
    ) -> Result<(), TableError> {
        if holds {
            Ok(())
        } else {
            Err(self.fault(problem()))
        }
    }

    pub(crate) fn fault(&self, problem: String) -> TableError {
        TableError {
            file: self.table.file.clone(),
            line: self.record.position().map(csv::Position::line),
            problem,
        }
    }
}
