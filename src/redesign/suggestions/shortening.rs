//! Less time for what limits, up to where something else does.

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::situation::{Situation, activity};
use crate::blueprint::{Law, Refusal, ServiceTime, Step, TimeUnit};
use crate::editor::Edit;

/// The least and the most by which a time is shortened: less is hardly felt, more is no longer the
/// same work.
const LEAST: f64 = 0.1;
const MOST: f64 = 0.2;

/// The longest step of what limits, shortened up to the next limit, by 10 to 20 %.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    let next = situation.analysis.next_limit.as_ref().and_then(|next| next.less_work);
    let share = next.unwrap_or(MOST).clamp(LEAST, MOST);
    for id in situation.steps.iter().take(2) {
        let Some(step) = situation.step(*id) else { continue };
        let is_own = activity(&situation.process, *id).is_some_and(|activity| activity.own_time);
        let Some(time) = step.time.as_ref().filter(|time| is_own && time.mean_s() > 0.0) else {
            continue;
        };
        let Ok(shorter) = shortened(time, 1.0 - share) else { continue };
        let (from_s, to_s) = (time.mean_s(), shorter.mean_s());
        let step = Step { time: Some(shorter), ..step.clone() };
        found.push(Candidate {
            heuristic: Heuristic::Exploit,
            proposal: Proposal::Shorten { step: *id, from_s, to_s },
            subjects: vec![Subject::Step(*id)],
            trade_offs: vec![TradeOff::Haste],
            edit: Edit::SetSteps(vec![(*id, step)]),
            steps: 1,
            unasked: false,
        });
    }
}

/// A time multiplied, in a number that people would write: 13.333… minutes are 800 seconds.
fn shortened(time: &ServiceTime, factor: f64) -> Result<ServiceTime, Refusal> {
    let shorter = time.scaled(factor)?;
    let hundredths = shorter.mean_s() / shorter.unit().seconds() * 100.0;
    let is_plain = (hundredths - hundredths.round()).abs() < 1e-6;
    // Below half a minute a whole second is too coarse.
    if is_plain || shorter.mean_s() < 30.0 {
        return Ok(shorter);
    }
    match shorter.law() {
        Law::Fixed(_) => ServiceTime::fixed(shorter.mean_s().round(), TimeUnit::Second),
        // A mean and a spread are no odd numbers together only by a round factor.
        _ => time.scaled((factor * 100.0).floor() / 100.0),
    }
}
