//! `cases` and `concentration` are small worlds worked out by hand; `project` reads the grid and
//! the countries of the project; `properties` throws any world at the graph; `demo` looks at the
//! fictional city.

mod cases;
mod concentration;
mod demo;
mod project;
mod properties;
