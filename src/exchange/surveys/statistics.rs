//! Means, deviations and covariances of answers.

/// The mean; `None` of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The standard deviation of a sample; `None` for fewer than two.
pub fn deviation(values: &[f64]) -> Option<f64> {
    let middle = mean(values).filter(|_| values.len() >= 2)?;
    let squares: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

/// The covariances of rows of five; `None` for fewer than two rows.
pub fn covariance(rows: &[[f64; 5]]) -> Option<[[f64; 5]; 5]> {
    if rows.len() < 2 {
        return None;
    }
    let mut means = [0.0; 5];
    for row in rows {
        for (mean, value) in means.iter_mut().zip(row) {
            *mean += value / rows.len() as f64;
        }
    }
    let mut all = [[0.0; 5]; 5];
    for row in rows {
        let off: Vec<f64> = row.iter().zip(means).map(|(value, mean)| value - mean).collect();
        for (line, a) in all.iter_mut().zip(&off) {
            for (cell, b) in line.iter_mut().zip(&off) {
                *cell += a * b / (rows.len() - 1) as f64;
            }
        }
    }
    Some(all)
}
