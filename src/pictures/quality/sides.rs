//! Quality from other sides, as pictures: the trend over the surveys, the hierarchy of its parts, whose needs the
//! items are, and the service under the definitions of quality.

use crate::blueprint::{Blueprint, QualityDimension, Voice};
use crate::drawing::charts::{CoursePoint, SideRow, Sides};
use crate::pictures::Shown;
use crate::quality::{Assessment, KanoCategory, QualityOf, QualityView, Wave, view_of_quality};
use crate::wording::Wording;

use super::source::seen;

/// What the pictures are made of.
#[derive(Clone, Copy)]
pub(in crate::pictures) struct SideSource<'a> {
    pub blueprint: &'a Blueprint,
    pub shown: &'a Shown<'a>,
    pub found: &'a Assessment,
}

fn row(name: impl Into<String>, figure: String) -> SideRow {
    SideRow { name: name.into(), figure, ..SideRow::default() }
}

fn head(name: impl Into<String>, figure: String) -> SideRow {
    SideRow { is_head: true, ..row(name, figure) }
}

fn when(words: &Wording, wave: &Wave) -> String {
    wave.taken.map_or_else(|| wave.source.clone(), |date| words.short_date(date))
}

impl SideSource<'_> {
    fn reading(&self, value: Option<f64>) -> String {
        let words = self.shown.words;
        value.map_or_else(|| words.text("no-figure").to_owned(), |it| words.reading(it))
    }

    /// The score of each survey; with what is to be seen in a sentence. `None` before the second.
    pub fn trend(&self) -> Option<(String, Sides)> {
        let words = self.shown.words;
        let waves = &self.found.waves;
        let [.., before, last] = waves.as_slice() else { return None };
        let change = |was: Option<f64>, is: Option<f64>| {
            let arguments =
                [("before", self.reading(was).into()), ("now", self.reading(is).into())];
            words.with("views-trend-summary", &arguments)
        };
        let ends = waves.iter().flat_map(|wave| {
            let (low, high) = wave.interval.unzip();
            [low, wave.weighted, high].into_iter().flatten()
        });
        // As good as customers ought to get it is always on the picture.
        let scale = seen(words, ends.chain([0.0]), (f64::NEG_INFINITY, f64::INFINITY));
        let course = waves.iter().map(|wave| CoursePoint {
            name: when(words, wave),
            value: wave.weighted,
            interval: wave.interval,
        });
        let asked = waves.iter().map(|wave| {
            let arguments = [
                ("score", self.reading(wave.weighted).into()),
                ("count", words.number(f64::from(wave.respondents)).into()),
            ];
            row(when(words, wave), words.with("views-wave", &arguments))
        });
        let mut rows: Vec<SideRow> = asked.collect();
        rows.push(head(words.text("views-trend-help"), String::new()));
        let gap = |wave: &Wave, at: usize| wave.dimensions.get(at).copied().flatten();
        for (at, dimension) in QualityDimension::ALL.into_iter().enumerate() {
            let (was, is) = (gap(before, at), gap(last, at));
            if was.is_some() || is.is_some() {
                rows.push(row(words.quality_dimension(dimension), change(was, is)));
            }
        }
        let said = change(before.weighted, last.weighted);
        let title = words.labelled(words.text("views-trend"), &said);
        Some((title, Sides { scale, course: course.collect(), rows }))
    }

    /// What customers got by part; `None` where no item names one.
    pub fn parts(&self) -> Option<(String, Sides)> {
        let (words, hierarchy) = (self.shown.words, &self.found.hierarchy);
        let whole = hierarchy.whole?;
        let scale = self.blueprint.judgements().quality.scale;
        let share = |mean: f64| (mean - scale.low) / (scale.high - scale.low);
        let mut rows = Vec::new();
        for (of, mean) in QualityOf::ALL.into_iter().zip(hierarchy.of) {
            rows.push(head(words.quality_of(of), self.reading(mean)));
            let own = hierarchy.parts.iter().filter(|(part, ..)| QualityOf::part(*part) == of);
            for (part, _, mean) in own {
                let figure = match mean {
                    Some(mean) => words.reading(*mean),
                    None => words.text("views-nothing").to_owned(),
                };
                let shown = row(words.item_part(*part), figure);
                rows.push(SideRow { share: mean.map(share), ..shown });
            }
            rows.extend(self.beside(of).map(|said| row(said, String::new())));
        }
        let said = words.labelled(words.text("views-parts-whole"), &words.reading(whole));
        let title = words.labelled(words.text("views-parts"), &said);
        Some((title, Sides { rows, ..Sides::default() }))
    }

    /// What the blueprint computes about environment and outcome.
    fn beside(&self, of: QualityOf) -> Option<String> {
        let Shown { scenario, analysis, words, .. } = *self.shown;
        match of {
            QualityOf::Interaction => None,
            QualityOf::Environment => {
                let of = QualityView::Aesthetics;
                let stars = view_of_quality(of, self.blueprint, scenario, analysis, self.found)?;
                Some(words.with("views-stars", &[("stars", words.reading(stars).into())]))
            }
            QualityOf::Outcome => {
                let share = analysis.experience.waiting_share.value?;
                let time = analysis.throughput_time_s.value?;
                Some(words.with("views-wait", &[("time", words.time(share * time).into())]))
            }
        }
    }

    /// Whose needs the items are; `None` where none says it.
    pub fn needs(&self) -> Option<(String, Sides)> {
        let words = self.shown.words;
        let items = &self.blueprint.judgements().quality.items;
        let is_exciting = |at: usize| {
            let kano = self.found.items.get(at).and_then(|figures| figures.kano.as_ref());
            kano.is_some_and(|kano| kano.category == KanoCategory::Attractive)
        };
        let mut rows = Vec::new();
        let mut ideas = 0_usize;
        for (_, voice) in Voice::NAMES {
            let own = items.iter().enumerate().filter(|(_, (_, item))| item.voice == Some(voice));
            let own: Vec<(usize, &str)> = own.map(|(at, (_, it))| (at, it.text.as_str())).collect();
            rows.push(head(words.voice(voice), words.number(own.len() as f64)));
            if voice != Voice::Latent {
                continue;
            }
            for (at, text) in own {
                let is_idea = is_exciting(at);
                ideas += usize::from(is_idea);
                let idea = || words.with("views-idea", &[("item", text.into())]);
                let name = if is_idea { idea() } else { text.to_owned() };
                rows.push(row(name, String::new()));
            }
        }
        if items.iter().all(|(_, item)| item.voice.is_none()) {
            return None;
        }
        let said = words.with("views-ideas", &[("count", ideas.into())]);
        let title = words.labelled(words.text("views-needs"), &said);
        Some((title, Sides { rows, ..Sides::default() }))
    }

    /// The five definitions of quality, and the eight of Garvin; `None` where nothing was judged.
    pub fn views(&self) -> Option<(String, Sides)> {
        let Shown { scenario, analysis, words, currency } = *self.shown;
        if self.blueprint.judgements().is_empty() {
            return None;
        }
        let figure = |of| view_of_quality(of, self.blueprint, scenario, analysis, self.found);
        let said = |of: QualityView| {
            row(words.quality_view(of), words.quality_view_figure(of, figure(of), currency))
        };
        let mut rows = vec![head(words.text("views-five"), String::new())];
        rows.extend(QualityView::DEFINITIONS.map(said));
        rows.push(head(words.text("views-eight"), String::new()));
        rows.extend(QualityView::EIGHT.map(said));
        let all = QualityView::DEFINITIONS.into_iter().chain(QualityView::EIGHT);
        let (known, all) = (all.clone().filter(|of| figure(*of).is_some()).count(), all.count());
        let arguments = [("known", known.into()), ("all", all.into())];
        let said = words.with("views-known", &arguments);
        let title = words.labelled(words.text("views-title"), &said);
        Some((title, Sides { rows, ..Sides::default() }))
    }
}
