//! Onstage: a designer for service blueprints that computes bottlenecks and capacity while they are
//! drawn.
//!
//! # The rooms
//!
//! Each module is a room with one subject. A room depends on those that its row names and on no
//! other; a test (`tests/house`) reads every file and checks it.
//!
//! | room | subject | knows |
//! |---|---|---|
//! | [`blueprint`] | the document: zones, lanes, steps, links, roles, times, demand, its rules; planning sheets | nobody |
//! | [`process`] | the one reading of the flow: moments, forks, joins, visits, problems | blueprint |
//! | [`analysis`] | pure figures: value, basis, why | process |
//! | [`simulation`] | services simulated event by event, with intervals | process, analysis |
//! | [`planning`] | planning sheets solved exactly; who is to come when: shifts that cover a need | process, analysis |
//! | [`redesign`] | better versions: scenarios compared, changes suggested, jobs grouped anew, shifts planned | simulation, planning, editor |
//! | [`quality`] | judgements about places: gaps, risks, indicators, and what the plan brings | redesign |
//! | [`presenting`] | a lesson while it is given: stops, what is held back, tries in a sandbox | analysis, editor |
//! | [`versions`] | what changed between two versions of a blueprint, and what each change does | planning, redesign |
//! | [`drawing`] | from values to shapes: sheet, charts, letters; placing, routing, hits | blueprint |
//! | [`editor`] | the open file: edits, gestures, one history, selection | blueprint |
//! | [`storage`] | RON files, safe saving, recovery, samples, templates, preferences | blueprint |
//! | [`exchange`] | other formats: tables in and out, pictures and pages out | blueprint, process, analysis, drawing |
//! | [`wording`] | localisation: puts codes, problems, figures and units into words | all above with codes |
//! | [`pictures`] | figures and words as the values that are drawn: of the sheet, of each chart, of planning sheets | planning, drawing, redesign, quality, wording |
//! | [`stage`] | a stop of a lesson as a class sees it | pictures, redesign, wording |
//! | [`workbooks`] | figures and words as the sheets of a workbook | redesign, exchange, pictures, wording |
//! | [`reports`] | what there is to say about a service, as a document | pictures, stage, simulation, quality, redesign, wording |
//! | [`lessons`] | lessons suggested from a blueprint: stops for a class | analysis, wording |
//! | [`exports`] | what leaves the program: from choices to the files of a format | exchange, pictures, reports, workbooks |
//! | [`guide`] | the user's guide: its pages, what they say, the search over them | wording |
//! | [`background`] | work off the window's thread; the only room that starts threads | nobody |
//! | [`command`] | the command line | all but the window |
//! | [`ui`] | the window; the only room that names egui | all |
//!
//! A room that depends on another may also use what that one depends on.
//!
//! # From a keystroke to a figure
//!
//! [`ui`] reads keyboard and pointer and requests an [`editor::DocumentEdit`], most often an
//! [`editor::Edit`] of the scenario that is shown. After the pass the editor applies it to a new
//! version of the [`blueprint::Scenario`]; the old one stays in the history, shared, not copied.
//! If the figures depend on what changed, [`process::compile`] reads the flow anew and
//! [`analysis::analyse`] computes every figure: under a millisecond at 200 steps, so this happens
//! while a card is dragged, without a thread. [`pictures`] lends figures and words to
//! [`drawing::draw`], which makes the display list of the sheet, and [`ui`] paints it.
//!
//! # What always holds
//!
//! - The window never changes the document in place. An edit is a transaction: begun, changed,
//!   committed or aborted; a drag is one.
//! - Analysis cannot fail. It returns what it can, says what the rest lacks, and lists the problems.
//!   It returns codes and arguments, never sentences: those are made by [`wording`].
//! - Figures are recomputed only when what they depend on changes; a moved card or a comment
//!   recomputes nothing.
//! - Only [`storage`] and [`exchange`] touch files. The structs of a file are separate from the
//!   document, so that the document can change while old files stay readable.
//! - Ids are never reused.
//! - The same input gives the same output on every machine: no hash order, clock or thread order
//!   reaches a result, and no mathematics of the platform a figure. Only [`ui`] reads clocks, and
//!   [`command`] for the day on a page and for how long a simulation goes on.
//! - Whatever takes longer than a frame is a [`background::Task`]: the latest wins, a panic is told
//!   once, and nothing else starts a thread.
//! - Times are seconds and rates per hour; names and types carry the unit.
//! - The same display list serves the screen and every picture.

/// Each edit makes and drops thousands of short lists: the system's allocator gives that memory back
/// every time, and fetching it again takes as long as the figures.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod analysis;
pub mod background;
pub mod blueprint;
pub mod command;
pub mod drawing;
pub mod editor;
pub mod exchange;
pub mod exports;
pub mod guide;
pub mod lessons;
pub mod pictures;
pub mod planning;
pub mod presenting;
pub mod process;
pub mod quality;
pub mod redesign;
pub mod reports;
pub mod simulation;
pub mod stage;
pub mod storage;
pub mod ui;
pub mod versions;
pub mod wording;
pub mod workbooks;
