//! The verdict page as a file: one page of A4, with its pictures, in both languages.

use onstage::blueprint::{Review, StepId, Timestamp};
use onstage::drawing::{DisplayList, DocumentBlock, PaperSize, Shape, Typesetter};
use onstage::exchange::{Date, EXPORTERS};
use onstage::exports::VerdictJob;
use onstage::pictures::Shown;
use onstage::reports::{
    Beside, Earlier, Past, ReportSource, told_beside, verdict_page, verdict_pictures,
};
use onstage::simulation::printed_analysis;
use onstage::storage::{samples, templates};
use onstage::versions::Since;
use onstage::wording::{Language, Units, Wording};

#[test]
fn a_verdict_is_one_page_with_its_pictures_though_much_changed() {
    let at = Timestamp::parse("2025-11-12T10:00:00+08:00").unwrap();
    let saw = [
        ("capacity_per_hour", 12.0),
        ("utilisation", 0.31),
        ("throughput_time_s", 9_999.0),
        ("cost_per_customer", 123.456),
    ];
    let review = Review {
        at,
        by: "A reviewer with a long name".to_owned(),
        verdict: "changes".to_owned(),
        text: String::new(),
        of: "000000000000".to_owned(),
        saw: saw.map(|(name, value)| (name.to_owned(), value)).to_vec(),
    };
    for language in Language::ALL {
        let all = samples().iter().chain(templates()).flat_map(|sample| {
            let blueprint = sample.open_in(language.code()).unwrap();
            let ids: Vec<_> = blueprint.scenarios().iter().map(|scenario| scenario.id()).collect();
            ids.into_iter().map(move |id| (sample, blueprint.clone(), id))
        });
        for (sample, blueprint, id) in all {
            let scenario = blueprint.scenario(id).unwrap();
            let analysis = printed_analysis(scenario);
            let mut words = Wording::new(language);
            words.set_units(Units::of(&blueprint, scenario));
            let currency = blueprint.currency();
            let shown = Shown { scenario, analysis: &analysis, words: &words, currency };
            let file = "a-blueprint-with-a-long-name.ron";
            let source = ReportSource { blueprint: &blueprint, shown, file, date: "" };
            let other = told_beside(&blueprint, scenario.id());
            let other = other.map(|(other, before)| (other, printed_analysis(other), before));
            let beside = other.as_ref().map(|(scenario, analysis, is_before)| Beside {
                scenario,
                analysis,
                is_before: *is_before,
            });
            // Much changed: all of it came since the version that was reviewed.
            let empty = samples().iter().find(|sample| sample.key == "hotel-room-service").unwrap();
            let base = empty.open_in(language.code()).unwrap();
            let since = Since::version(&base, &blueprint, scenario, false);
            let before = since.pair.as_ref().map(|(pair, _)| printed_analysis(&pair.before));
            let earlier = Earlier { since: &since, before: before.as_ref(), name: None };
            let past = Past {
                review: Some(&review),
                is_same: false,
                earlier: Some(earlier),
                open_comments: 12,
                beside,
                today: None,
            };
            let page = verdict_page(&source, past);
            for row in &page.rows {
                assert!(!row.value.is_empty() && !row.said.is_empty(), "{} {row:?}", sample.key);
            }
            let pictures = verdict_pictures(&source, &[], &Typesetter::new(1.0));
            let job = VerdictJob {
                page: &page,
                pictures: &pictures,
                words: &words,
                comments: &[],
                date: Date::of(2026, 11, 30).unwrap(),
                paper: PaperSize::A4,
                name: "verdict",
            };
            let pdf = EXPORTERS.iter().find(|exporter| exporter.ending == "pdf").unwrap();
            let written = job.write(pdf).unwrap().unwrap();
            let [file] = written.files.as_slice() else { panic!("one file") };
            if std::env::var_os("KEEP_VERDICTS").is_some() {
                let name = format!("/tmp/verdict-{}-{}.pdf", sample.key, language.code());
                std::fs::write(name, &file.bytes).unwrap();
            }
            let is_drawn = !scenario.steps().is_empty();
            assert_eq!(pictures.len() > 1, is_drawn, "{}", sample.key);
            assert_eq!(super::pages(&file.bytes).len(), 1, "{} {}", sample.key, language.code());
        }
    }
}

#[test]
fn the_sheet_on_paper_bears_the_numbers_of_comments() {
    let blueprint = samples()[0].open_in("en").unwrap();
    let scenario = blueprint.baseline();
    let analysis = printed_analysis(scenario);
    let mut words = Wording::new(Language::English);
    words.set_units(Units::of(&blueprint, scenario));
    let shown =
        Shown { scenario, analysis: &analysis, words: &words, currency: blueprint.currency() };
    let source = ReportSource { blueprint: &blueprint, shown, file: "", date: "" };
    let (step, _) = scenario.steps().last().unwrap();
    let drawn = |pins: &[(StepId, String)]| {
        let pictures = verdict_pictures(&source, pins, &Typesetter::new(1.0));
        let sheet = pictures.into_iter().find_map(|block| match block {
            DocumentBlock::Picture(picture) if picture.name == "-sheet" => Some(picture),
            _ => None,
        });
        let sheet = sheet.unwrap();
        let texts = sheet.lists.iter().flat_map(DisplayList::iter).filter_map(|item| {
            let Shape::Text { text, at, .. } = item.shape else { return None };
            sheet.viewport.contains(at).then(|| text.to_owned())
        });
        texts.filter(|text| text.starts_with("41 · ")).collect::<Vec<String>>()
    };
    assert_eq!(drawn(&[(*step, "41 · 42".to_owned())]), ["41 · 42"]);
    assert!(drawn(&[]).is_empty());
}

#[test]
fn what_is_said_to_be_exact_bears_no_mark() {
    let mut kinds = std::collections::BTreeSet::new();
    for language in Language::ALL {
        for sample in samples().iter().chain(onstage::storage::templates()) {
            let blueprint = sample.open_in(language.code()).unwrap();
            for scenario in blueprint.scenarios() {
                let analysis = onstage::simulation::printed_analysis(scenario);
                let mut words = Wording::new(language);
                words.set_units(Units::of(&blueprint, scenario));
                let currency = blueprint.currency();
                let shown = Shown { scenario, analysis: &analysis, words: &words, currency };
                let source = ReportSource { blueprint: &blueprint, shown, file: "", date: "" };
                let page = verdict_page(&source, Past::default());
                let (trust, others) = page.rows.split_last().unwrap();
                let figures = others.iter().flat_map(|row| [row.value.as_str(), row.said.as_str()]);
                let figures: Vec<&str> =
                    figures.chain(page.sentences.iter().map(String::as_str)).collect();
                let told = format!("{} {}: {trust:?} {figures:?}", sample.key, scenario.name());
                let any = |mark: &str| figures.iter().any(|text| text.contains(mark));
                let simulated =
                    if language == Language::English { "Simulated" } else { "模拟所得" };
                let approximate =
                    if language == Language::English { "Approximate" } else { "近似" };
                assert!(!any("±") || trust.said.contains(simulated), "{told}");
                let is_exact = trust.value == words.text("page-all-exact");
                assert!(!is_exact || !any("±") && !any("≈"), "{told}");
                assert!(!is_exact || !trust.said.contains(approximate), "{told}");
                kinds.insert(trust.value.clone());
            }
        }
    }
    assert!(kinds.len() > 4, "of all kinds: {kinds:?}");
}
