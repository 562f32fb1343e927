//! `api` holds every answer against its schema; `open_data` checks the files anybody can take; `opinions` checks how far each opinion goes; `parquet` reads the columnar file back; `report` checks the texts that adapt; `samples` holds a record with every field filled in; `visibility` checks what may leave;
//! `vocabularies` checks that every code has its word; `wording` checks the messages.

mod api;
mod open_data;
mod opinions;
mod parquet;
mod report;
mod samples;
mod visibility;
mod vocabularies;
mod wording;
