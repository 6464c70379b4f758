//! Tables from files and the clipboard: what is clear is done and said, the rest is shown first.

use egui::{Key, Modifiers};

use crate::context::{Computer, Person};

/// Asks for a file to import and gives its path.
fn import(person: &mut Person, path: &std::path::Path) {
    person.press(Modifiers::COMMAND, Key::I);
    person.answer_path(path);
}

#[test]
fn a_clear_table_is_pasted_at_once_and_what_is_left_out_is_said() {
    let mut person = Person::at_an_empty_sheet();
    person.paste(
        "Activity\tResponsible\tRemark\tDuration (min)\nAsk\tClerk\tloud\t5\nPay\tClerk\t\t3\n",
    );
    assert_eq!(person.names(), ["Ask", "Pay"]);
    assert!(person.sees("“Remark”"), "by name");
    assert_eq!(person.capacity(), Some(7.5), "one clerk, eight minutes");
}

#[test]
fn an_unclear_table_is_shown_with_a_guess_to_correct() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("Vorgang\tWer\tDauer\nAnnehmen\tAnna\t5 min\nZahlen\tBert\t3 min\n");
    assert!(person.scenario().steps().is_empty(), "nothing yet");
    assert!(person.sees("Paste a table"));
    assert!(person.sees("Annehmen"));
    person.click("Column “Wer”");
    let role = person.item("Role");
    person.click_at(role);
    person.click("Import");
    assert_eq!(person.names(), ["Annehmen", "Zahlen"]);
    assert_eq!(person.role_names(), ["Anna", "Bert"]);
    person.undo();
    assert!(person.scenario().steps().is_empty(), "one step to undo");
}

/// Nobody may take minutes for seconds without a word.
#[test]
fn the_unit_of_plain_numbers_is_asked_where_nothing_says_it() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("Activity\tWho\tMin\tMax\nGreet\tClerk\t2\t4\nTreat\tClerk\t5\t10\n");
    assert!(person.scenario().steps().is_empty(), "nothing yet");
    assert!(person.sees("“Min” does not say its unit: plain numbers taken as seconds"));
    person.click("Column “Min”, in seconds? Unspecified");
    person.click("minutes");
    assert!(!person.sees("does not say its unit"), "one of two ends tells the other");
    assert!(person.sees("Column “Min”, in minutes") && person.sees("2–4 min"));
    person.click("Import");
    assert_eq!(person.capacity(), Some(60.0 / 10.5), "3 + 7.5 minutes");
    // What the cells say themselves is said, and not asked.
    let mut person = Person::at_an_empty_sheet();
    person.paste("Activity\tWho\tDuration\nGreet\tClerk\t5\nTreat\tClerk\t10 min\n");
    assert_eq!(person.capacity(), Some(4.0), "15 minutes");
    assert!(person.sees("“Duration”: plain numbers taken as minutes, as the other times are"));
}

#[test]
fn a_table_file_becomes_a_blueprint_of_its_own() {
    let computer = Computer::new();
    let path = computer.file("office.csv", b"Task,Owner,Minutes\nAsk,Clerk,5\nPay,Cashier,3\n");
    let mut person = Person::new();
    import(&mut person, &path);
    assert!(person.sees("Import “office.csv”"));
    assert!(person.sees("2 steps"));
    person.click("Import");
    assert_eq!(person.names(), ["Ask", "Pay"]);
    assert_eq!(person.blueprint().title(), "office");
    assert!(person.app().path().is_none(), "saving must not replace the table");
    assert!(person.app().editor().is_modified(), "it is in no file yet");
}

#[test]
fn unsaved_work_is_asked_about_before_an_import_takes_its_place() {
    let computer = Computer::new();
    let path = computer.file("office.csv", b"step\nAsk\nPay\n");
    let mut person = Person::new();
    person.change_something();
    let before = person.blueprint().clone();
    import(&mut person, &path);
    person.click("Import");
    assert!(person.sees("Save changes to"));
    person.click("Cancel");
    assert_eq!(*person.blueprint(), before, "nothing happened");
    import(&mut person, &path);
    person.click("cards on this sheet");
    person.click("Import");
    assert_eq!(person.scenario().steps().len(), before.baseline().steps().len() + 2);
}

#[test]
fn open_and_the_command_line_take_tables_and_workbooks_too() {
    let bytes = include_bytes!("../fixtures/workbook.xlsx");
    let computer = Computer::new();
    let path = computer.file("book.xlsx", bytes);
    let mut person = Person::new();
    person.press(Modifiers::COMMAND, Key::O);
    person.answer_path(&path);
    assert!(person.sees("Import “book.xlsx”"));
    assert!(person.sees("Cover"), "the sheet that is left out is named");
    person.click("Import");
    assert_eq!(person.names(), ["Receive", "Pay"]);
    let person = Person::at_file(&path).open();
    assert!(person.sees("Import “book.xlsx”"));
}

#[test]
fn a_workbook_that_was_exported_comes_back_with_its_money_and_name() {
    use onstage::exchange::{Date, EXPORTERS, Export};
    use onstage::workbooks::{WorkbookSource, workbook};

    let office = onstage::storage::sample("driver-licence-office").expect("a sample");
    let office = office.open_in("en").expect("it opens");
    let mut person = Person::new();
    let words = person.words();
    let date = Date::of(2026, 11, 29).unwrap();
    let source =
        WorkbookSource { blueprint: &office, scenario: office.baseline(), date, words: &words };
    let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == "xlsx");
    let Some(Export::Workbook(write)) = exporter.map(|exporter| exporter.export) else {
        panic!("no workbooks are written")
    };
    let written = write(&workbook(&source).workbook).expect("it is written");
    let computer = Computer::new();
    let path = computer.file("book.xlsx", &written.files[0].bytes);
    import(&mut person, &path);
    assert!(person.sees("Other scenarios: To-be A"), "what the workbook has no room for");
    person.click("Import");
    let back = person.blueprint();
    assert_eq!((back.title(), back.currency()), (office.title(), office.currency()));
    assert_eq!(back.baseline().demand(), office.baseline().demand());
}

#[test]
fn a_guessed_encoding_is_shown_before_it_is_kept() {
    let (bytes, ..) =
        encoding_rs::GBK.encode("step,role,time\n挂号,柜台人员,2 min\n看诊,医师,8 min\n");
    let computer = Computer::new();
    let path = computer.file("old.csv", &bytes);
    let mut person = Person::new();
    import(&mut person, &path);
    assert!(person.sees("挂号"));
    assert!(person.sees("Are these words readable?"));
    person.click("Cancel");
    assert!(person.app().path().is_none());
}

#[test]
fn a_matrix_is_shown_and_its_flow_asked() {
    let mut person = Person::at_an_empty_sheet();
    let text = "\tArrive\tPay\nCustomer actions\tWalks in\tPays\nFrontstage\tGreets\tTakes money\n";
    person.paste(text);
    assert!(person.sees("Flow from left to right"));
    person.click("Import");
    assert_eq!(person.names(), ["Walks in", "Pays", "Greets", "Takes money"]);
    assert_eq!(person.scenario().links().len(), 3);
}

#[test]
fn a_file_of_another_kind_is_refused_in_plain_words() {
    let computer = Computer::new();
    let path = computer.file("letter.docx", b"\x50\x4b\x03\x04 no blueprint");
    let mut person = Person::new();
    let before = person.blueprint().clone();
    person.press(Modifiers::COMMAND, Key::O);
    person.answer_path(&path);
    assert!(person.sees("letter.docx is neither a blueprint"));
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn what_cannot_be_imported_says_why_and_can_be_mended() {
    let computer = Computer::new();
    let path = computer.file("odd.csv", b"Task,Lane\nAsk,cellar\nPay,frontstage\n");
    let mut person = Person::new();
    import(&mut person, &path);
    assert!(person.sees("This cannot be imported yet"));
    assert!(person.sees("column Lane"), "the person's own heading");
    person.click("Column “Lane”");
    let out = person.item("Leave out");
    person.click_at(out);
    person.click("Import");
    assert_eq!(person.names(), ["Ask", "Pay"]);
}

#[test]
fn a_line_is_a_card_and_mermaid_is_a_flow() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("Receive form");
    assert_eq!(person.names(), ["Receive form"]);
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::NONE, Key::Escape);
    person.undo();
    person.paste("flowchart LR\n  A[Receive form] -->|ok| B[Check form]\n");
    assert_eq!(person.names(), ["Receive form", "Check form"]);
    assert_eq!(person.scenario().links().len(), 1);
}
