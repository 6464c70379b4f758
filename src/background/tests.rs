//! What the room promises, with a window that counts how often it is woken. Nothing here waits for
//! a clock: each side lets the other go on by a channel.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::*;

/// Longer than any of this takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window with a clock that stands still unless it is set.
#[derive(Clone, Default)]
struct TestWindow(Arc<WindowState>);

#[derive(Default)]
struct WindowState {
    woken: AtomicUsize,
    now: Mutex<f64>,
    later: Mutex<Vec<f64>>,
}

impl TestWindow {
    fn woken(&self) -> usize {
        self.0.woken.load(Ordering::SeqCst)
    }

    fn set(&self, now: f64) {
        *self.0.now.lock().unwrap() = now;
    }
}

impl Window for TestWindow {
    fn wake(&self) {
        self.0.woken.fetch_add(1, Ordering::SeqCst);
    }

    fn wake_after(&self, seconds: f64) {
        self.0.later.lock().unwrap().push(seconds);
    }

    fn now(&self) -> f64 {
        *self.0.now.lock().unwrap()
    }
}

/// What a run owns, and what waits until that run is over.
fn over() -> (Sender<()>, impl FnOnce()) {
    let (sender, ended) = channel::<()>();
    (sender, move || assert_eq!(ended.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected)))
}

fn wait(task: &mut Task<u32, u32>) -> (u32, Result<u32, Failure>) {
    task.wait(PATIENCE).expect("an answer")
}

#[test]
fn an_answer_comes_once_with_its_key_and_wakes_the_window() {
    let window = TestWindow::default();
    let mut task = Task::computing("sum");
    task.start(7, &window, |_| 1 + 1);
    assert_eq!(task.key(), Some(&7));
    assert_eq!(wait(&mut task), (7, Ok(2)));
    assert!(task.poll().is_none() && !task.is_busy());
}

#[test]
fn the_latest_wins_even_if_the_older_answers_first_or_never_looks() {
    for waits in [false, true] {
        let window = TestWindow::default();
        let mut task = if waits { Task::waiting("read") } else { Task::computing("sum") };
        let (go_on, gate) = channel::<()>();
        let (over, wait_over) = over();
        task.start(1, &window, move |_| {
            let _over = over;
            gate.recv().ok();
            10
        });
        task.start(2, &window, |_| 20);
        task.start(3, &window, |_| 30);
        if waits {
            // It does not wait for the older one, which may never end.
            assert_eq!(wait(&mut task), (3, Ok(30)));
        }
        drop(go_on);
        wait_over();
        if !waits {
            assert_eq!(wait(&mut task), (3, Ok(30)));
        }
        assert!(task.poll().is_none());
    }
}

#[test]
fn work_that_computes_never_runs_twice_at_once_and_skips_what_is_outdated() {
    let window = TestWindow::default();
    let mut task = Task::computing("sum");
    let begun = Arc::new(Mutex::new(Vec::new()));
    let (first_runs, first_is_running) = channel();
    let (go_on, gate) = channel::<()>();
    let mut gate = Some((gate, first_runs));
    for key in 1..=4_u32 {
        let (begun, gate) = (Arc::clone(&begun), gate.take());
        task.start(key, &window, move |_| {
            begun.lock().unwrap().push(key);
            if let Some((gate, runs)) = gate {
                runs.send(()).ok();
                gate.recv().ok();
            }
            key
        });
        if key == 1 {
            first_is_running.recv().unwrap();
        }
    }
    assert_eq!(*begun.lock().unwrap(), [1], "the others wait for the first to look");
    drop(go_on);
    assert_eq!(wait(&mut task), (4, Ok(4)));
    assert_eq!(*begun.lock().unwrap(), [1, 4]);
}

/// Work that looks whether it is cancelled each time that it is let, and says how often it did.
fn looks(task: &mut Task<u32, u32>, window: &TestWindow) -> (Sender<()>, Receiver<u32>) {
    let (permit, permits) = channel();
    let (tell, told) = channel();
    task.start(1, window, move |signal| {
        let mut count = 0;
        while permits.recv().is_ok() {
            count += 1;
            let ends = signal.is_cancelled();
            tell.send(count).ok();
            if ends {
                break;
            }
        }
        count
    });
    (permit, told)
}

#[test]
fn a_cancel_is_seen_at_the_very_next_look_and_nobody_is_woken() {
    let window = TestWindow::default();
    let mut task = Task::computing("search");
    let (permit, told) = looks(&mut task, &window);
    for look in 1..=3 {
        permit.send(()).unwrap();
        assert_eq!(told.recv().unwrap(), look);
    }
    task.cancel();
    assert!(!task.is_busy() && task.portion().is_none());
    permit.send(()).unwrap();
    assert_eq!(told.recv().unwrap(), 4);
    assert!(told.recv().is_err(), "it has ended");
    assert!(permit.send(()).is_err());
    // The next run begins only after the cancelled one has said all that it says.
    task.start(2, &window, |_| 5);
    assert_eq!(wait(&mut task), (2, Ok(5)));
    assert!(window.woken() <= 1, "by the second run alone");
}

#[test]
fn what_is_stopped_answers_with_what_it_has() {
    let window = TestWindow::default();
    let mut task = Task::computing("search");
    let (permit, told) = looks(&mut task, &window);
    permit.send(()).unwrap();
    assert_eq!(told.recv().unwrap(), 1);
    task.stop();
    permit.send(()).unwrap();
    assert_eq!(wait(&mut task), (1, Ok(2)));
}

#[test]
fn a_dropped_task_ends_its_work() {
    let window = TestWindow::default();
    let mut task = Task::computing("search");
    let (permit, told) = looks(&mut task, &window);
    permit.send(()).unwrap();
    assert_eq!(told.recv(), Ok(1));
    drop(task);
    permit.send(()).unwrap();
    assert_eq!((told.recv(), told.recv().is_err()), (Ok(2), true));
    assert_eq!(window.woken(), 0);
}

#[test]
fn progress_never_goes_back_and_wakes_the_window_now_and_then() {
    let window = TestWindow::default();
    let mut task = Task::computing("search");
    let (next, steps) = channel::<f32>();
    let (tell, told) = channel();
    task.start(1, &window, move |signal| {
        for portion in steps {
            signal.reached(portion);
            tell.send(()).ok();
        }
        0
    });
    let mut seen = Vec::new();
    for portion in [0.25, 0.1, f32::NAN, -0.0, 0.250_1, 0.5, 7.0] {
        next.send(portion).unwrap();
        told.recv().unwrap();
        seen.push(task.portion().unwrap());
    }
    assert_eq!(seen, [0.25, 0.25, 0.25, 0.25, 0.250_1, 0.5, 1.0]);
    assert_eq!(window.woken(), 3, "a hair is not worth a pass");
}

#[test]
fn what_is_shown_on_the_way_is_seen_before_the_answer() {
    let window = TestWindow::default();
    let mut task = Task::computing("simulate");
    let (go_on, gate) = channel::<()>();
    let (tell, told) = channel();
    task.start(1, &window, move |signal| {
        signal.show(1);
        signal.show(2);
        tell.send(()).ok();
        gate.recv().ok();
        3
    });
    told.recv().unwrap();
    assert_eq!(task.interim(), Some((&1, 2)));
    assert_eq!(task.interim(), None);
    drop(go_on);
    assert_eq!(wait(&mut task), (1, Ok(3)));
}

#[test]
fn a_panic_is_told_once_and_the_task_works_again() {
    let window = TestWindow::default();
    let mut task = Task::computing("sum");
    task.start(1, &window, |_| panic!("on purpose"));
    let failure = Failure::Panicked { work: "sum", said: "on purpose".to_owned() };
    assert_eq!(wait(&mut task), (1, Err(failure)));
    assert!(task.poll().is_none());
    task.start(2, &window, |_| 4);
    assert_eq!(wait(&mut task), (2, Ok(4)));
}

#[test]
fn an_owner_that_is_gone_hears_nothing() {
    let window = TestWindow::default();
    let mut task = Task::waiting("read");
    task.start(1, &window, |_| 10);
    task.keep_if(|owner| *owner == 1);
    assert!(task.is_busy());
    task.keep_if(|owner| *owner == 2);
    assert!(!task.is_busy() && task.poll().is_none());
}

#[test]
fn a_value_follows_its_key_and_stays_until_the_next_one_comes() {
    let window = TestWindow::default();
    let mut kept = Kept::new("curve").after_pause(0.5);
    kept.follow(&1, &window, Pace::AtOnce, |_| 10);
    assert!(kept.is_for(&1) && kept.value() == Some(&10));
    // Others than the first come after a pause without changes.
    kept.follow(&2, &window, Pace::Beside, |_| 20);
    window.set(0.4);
    kept.follow(&3, &window, Pace::Beside, |_| 30);
    window.set(0.6);
    kept.follow(&3, &window, Pace::Beside, |_| 30);
    assert!(kept.is_busy() && kept.portion().is_none(), "nothing runs yet");
    assert_eq!(kept.value(), Some(&10));
    assert!(!kept.is_for(&3));
    window.set(0.9);
    kept.follow(&3, &window, Pace::Beside, |_| 30);
    assert_eq!(kept.portion(), Some(0.0));
    settle(&mut kept, 3, &window);
    assert!(kept.is_for(&3) && kept.value() == Some(&30) && !kept.is_busy());
    assert_eq!(kept.serial(), 2);
    assert_eq!(window.0.later.lock().unwrap().len(), 3);
}

/// Follows a key until nothing runs.
fn settle(kept: &mut Kept<u32, u32>, key: u32, window: &TestWindow) {
    let began = std::time::Instant::now();
    while kept.is_busy() && began.elapsed() < PATIENCE {
        kept.follow(&key, window, Pace::Beside, |_| unreachable!("it runs already"));
        std::thread::yield_now();
    }
}

#[test]
fn a_key_whose_work_panicked_is_tried_again_only_when_asked() {
    let window = TestWindow::default();
    let mut kept = Kept::new("curve");
    kept.follow(&1, &window, Pace::AtOnce, |_| 10);
    for pace in [Pace::AtOnce, Pace::Beside] {
        kept.again();
        kept.follow(&2, &window, pace, |_| panic!("on purpose"));
        settle(&mut kept, 2, &window);
        assert!(kept.failure(&2).is_some() && kept.has_failed());
        assert_eq!(kept.value(), None, "an older one would be taken for this one's");
        kept.follow(&2, &window, pace, |_| unreachable!("not without being asked"));
        kept.again();
        assert!(!kept.has_failed());
        kept.follow(&2, &window, Pace::AtOnce, |_| 20);
        assert_eq!((kept.value(), kept.failure(&2)), (Some(&20), None));
    }
    // Another key is tried by itself.
    kept.follow(&3, &window, Pace::AtOnce, |_| panic!("on purpose"));
    kept.follow(&4, &window, Pace::AtOnce, |_| 40);
    assert!(kept.is_for(&4) && !kept.has_failed());
}

#[test]
fn first_figures_are_there_before_the_last_ones() {
    let window = TestWindow::default();
    let mut kept = Kept::new("simulate");
    let (go_on, gate) = channel::<()>();
    let (tell, told) = channel();
    kept.follow(&1, &window, Pace::Beside, move |signal| {
        signal.show(1);
        tell.send(()).ok();
        gate.recv().ok();
        2
    });
    told.recv().unwrap();
    kept.fetch(&window);
    assert_eq!((kept.value(), kept.value_key(), kept.is_for(&1)), (Some(&1), Some(&1), false));
    drop(go_on);
    settle(&mut kept, 1, &window);
    assert!(kept.is_for(&1) && kept.value() == Some(&2));
}

#[test]
fn a_version_is_equal_only_to_itself() {
    let version = Arc::new(vec![1, 2]);
    let (one, same) = (Snapshot::of(&version), Snapshot::of(&version));
    let other = Snapshot::of(&Arc::new(vec![1, 2]));
    assert!(one == same && one != other && one.is(&version));
    let mut memo = Memo::default();
    let mut made = 0;
    for key in [&one, &same, &other, &one] {
        made = *memo.get(key.clone(), || made + 1);
    }
    assert_eq!((made, memo.known(&other), memo.known(&one)), (3, None, Some(&3)));
}
