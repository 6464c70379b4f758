//! Starts Onstage.

fn main() {}
