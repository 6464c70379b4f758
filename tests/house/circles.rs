//! Files of a room that know each other in a circle: none of them can be read, tried or moved alone.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

use super::hold;
use super::sources::{Source, sources};

/// How many files of a room lie in circles at most; rooms that are not named have none. The numbers
/// only ever fall.
const IN_CIRCLES: &[(&str, usize)] =
    &[("command", 2), ("exchange", 12), ("process", 2), ("redesign", 2), ("ui", 8), ("wording", 2)];

/// A module, as the names that lead to it from the root of the crate.
type Module = Vec<String>;

/// A path as it is written: `super`, `figure`, `Basis`.
type Path = Vec<String>;

/// What a file names.
#[derive(Debug, Default)]
struct Named {
    /// Names brought in by `use`, with the paths they stand for: children see them through `super`.
    brought: BTreeMap<String, Path>,
    /// Paths that the file itself relies on. What it only hands on (`pub use`) is none of them.
    relied_on: Vec<Path>,
}

/// The modules of the crate by their files, and what each names.
struct Modules {
    named: BTreeMap<Module, Named>,
}

fn module_of(source: &Source) -> Module {
    let path = source.path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').filter(|name| *name != "mod").map(str::to_owned).collect()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Reads the paths that begin at the start of a text, with groups spread out; `use` trees and plain
/// paths alike. Each comes with the name it bears afterwards.
fn spread(text: &str, before: &Path, found: &mut Vec<(String, Path)>) -> usize {
    let mut path = before.clone();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        if rest.starts_with('{') {
            at += 1;
            loop {
                at += text[at..].len() - text[at..].trim_start().len();
                match text[at..].chars().next() {
                    Some('}') => return at + 1,
                    Some(',') => at += 1,
                    Some(_) => {
                        let read = spread(&text[at..], &path, found);
                        if read == 0 {
                            return at;
                        }
                        at += read;
                    }
                    None => return at,
                }
            }
        }
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        path.push(rest[..end].to_owned());
        at += end;
        if !text[at..].starts_with("::") {
            break;
        }
        at += 2;
    }
    if path.len() > before.len() || text.starts_with('*') {
        let mut name = path.last().cloned().unwrap_or_default();
        if let Some(other) = text[at..].strip_prefix(" as ") {
            let end = other.find(|c| !is_name(c)).unwrap_or(other.len());
            other[..end].clone_into(&mut name);
            at += 4 + end;
        }
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
            name = path.last().cloned().unwrap_or_default();
        }
        found.push((name, path));
    }
    if text[at..].starts_with('*') { at + 1 } else { at }
}

fn named_in(source: &Source, children: &BTreeSet<String>) -> Named {
    let code: Vec<&str> = source.code.iter().map(|(_, line)| line.as_str()).collect();
    let code = code.join("\n");
    let mut named = Named::default();
    let mut at = 0;
    while at < code.len() {
        let rest = &code[at..];
        let starts = !code[..at].ends_with(|c| is_name(c) || c == ':');
        if starts && rest.starts_with("use ") {
            let line = code[..at].rsplit('\n').next().unwrap_or_default();
            let hands_on = line.trim_start().starts_with("pub");
            let mut found = Vec::new();
            at += 4 + spread(&rest[4..], &Vec::new(), &mut found);
            for (name, path) in found {
                if !hands_on {
                    named.relied_on.push(path.clone());
                }
                named.brought.insert(name, path);
            }
            continue;
        }
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        let leads = matches!(word, "crate" | "super") || children.contains(word);
        if starts && leads && rest[end..].starts_with("::") {
            let mut found = Vec::new();
            at += spread(rest, &Vec::new(), &mut found).max(1);
            named.relied_on.extend(found.into_iter().map(|(_, path)| path));
            continue;
        }
        at += end.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    named
}

impl Modules {
    fn of(sources: &[Source]) -> Self {
        let modules: BTreeSet<Module> = sources.iter().map(module_of).collect();
        let children = |parent: &Module| {
            let of = modules
                .iter()
                .filter(|module| module.len() == parent.len() + 1 && module.starts_with(parent));
            of.filter_map(|module| module.last().cloned()).collect::<BTreeSet<_>>()
        };
        let named = sources.iter().map(|source| {
            let module = module_of(source);
            let named = named_in(source, &children(&module));
            (module, named)
        });
        Self { named: named.collect() }
    }

    /// The module in which that lies what a path means, read in a module.
    fn meant(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let mut module = from.clone();
        for (index, name) in path.iter().enumerate() {
            match name.as_str() {
                "crate" => module.clear(),
                "self" => {}
                "super" => {
                    module.pop();
                }
                _ => {
                    module.push(name.clone());
                    if self.named.contains_key(&module) {
                        continue;
                    }
                    module.pop();
                    let brought = self.named.get(&module).and_then(|named| named.brought.get(name));
                    let Some(brought) = brought.filter(|_| depth < 8) else {
                        // Another crate's name, or something of the module itself.
                        return (index > 0).then_some(module);
                    };
                    let mut further = brought.clone();
                    further.extend_from_slice(&path[index + 1..]);
                    return self.meant(&module, &further, depth + 1);
                }
            }
        }
        Some(module)
    }

    /// The circles of each room, each with its modules in order. That a folder's own file puts those
    /// below it together makes none: only what they rely on counts.
    fn circles(&self) -> Vec<(String, Vec<Module>)> {
        let mut graph = DiGraph::<Module, ()>::new();
        let nodes: BTreeMap<&Module, _> =
            self.named.keys().map(|module| (module, graph.add_node(module.clone()))).collect();
        for (module, named) in &self.named {
            for path in &named.relied_on {
                let Some(meant) = self.meant(module, path, 0) else { continue };
                let same_room = meant.first() == module.first();
                if let Some(to) =
                    nodes.get(&meant).filter(|_| same_room && !meant.starts_with(module))
                {
                    graph.update_edge(nodes[module], *to, ());
                }
            }
        }
        let mut circles: Vec<(String, Vec<Module>)> = tarjan_scc(&graph)
            .into_iter()
            .filter(|circle| circle.len() > 1)
            .map(|circle| {
                let mut modules: Vec<Module> =
                    circle.into_iter().map(|node| graph[node].clone()).collect();
                modules.sort();
                (modules[0][0].clone(), modules)
            })
            .collect();
        circles.sort();
        circles
    }
}

#[test]
fn files_know_each_other_in_no_new_circle() {
    let mut in_circles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (room, modules) in Modules::of(&sources()).circles() {
        let names: Vec<String> = modules.iter().map(|module| module.join("/")).collect();
        in_circles.entry(room).or_default().extend(names);
    }
    let allowed = |room: &str| {
        IN_CIRCLES.iter().find(|(name, _)| *name == room).map_or(0, |(_, allowed)| *allowed)
    };
    let mut broken: Vec<String> = in_circles
        .iter()
        .filter(|(room, files)| files.len() > allowed(room))
        .map(|(room, files)| {
            format!(
                "{room}: {} files in circles, {} allowed: {}",
                files.len(),
                allowed(room),
                files.join(", ")
            )
        })
        .collect();
    broken.extend(IN_CIRCLES.iter().filter_map(|(room, allowed)| {
        let there = in_circles.get(*room).map_or(0, Vec::len);
        (there < *allowed).then(|| format!("{room}: only {there} files in circles: lower its row"))
    }));
    hold("Files of a room lie above one another, never in a circle", &broken);
}

#[test]
fn circles_are_found_through_what_others_hand_on() {
    let files = [
        (
            "room/mod.rs",
            "//! R.\nmod a;\nmod b;\nmod c;\nfn all() { a::f(); b::f(); }\npub use a::A;\npub(crate) use self::b::{B, f as g};\n",
        ),
        ("room/a.rs", "//! A.\nuse super::{B, c::*};\nstruct A;\n"),
        ("room/b.rs", "//! B.\nfn f() -> super::A { super::A }\n"),
        ("room/c.rs", "//! C.\nuse crate::other::X;\n"),
    ];
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::of(path, text)).collect();
    let circles = Modules::of(&sources).circles();
    let names = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    assert_eq!(circles, [("room".to_owned(), vec![names(["room", "a"]), names(["room", "b"])])]);
    let mut found = Vec::new();
    spread("super::{a::{self, B}, c as d};", &Vec::new(), &mut found);
    let told: Vec<String> =
        found.iter().map(|(name, path)| format!("{name}={}", path.join("/"))).collect();
    assert_eq!(told, ["a=super/a", "B=super/a/B", "d=super/c"]);
}
