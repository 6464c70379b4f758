//! Where a document comes from, as a word in its file: in two files of one lineage a number means the
//! same thing.

use super::on_disk::Fingerprint;

/// Digits and letters of which none is taken for another (Crockford 2019, Base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How long such a word is: two new documents in a thousand million million have the same.
const LENGTH: u32 = 10;

/// The lineage of a new document: random, so that no other has it. Blank where the system has no
/// random numbers; then versions are matched by what they hold.
#[must_use]
pub fn fresh_lineage() -> String {
    getrandom::u64().map(word).unwrap_or_default()
}

/// The lineage of a document whose file says none: whoever reads the same bytes finds the same.
#[must_use]
pub fn lineage_of(content: Fingerprint) -> String {
    word(content.hash())
}

/// The low bits of a number as a word.
fn word(number: u64) -> String {
    (0..LENGTH)
        .map(|place| {
            let at = (number >> (5 * place)) & 31;
            let letter = usize::try_from(at).ok().and_then(|at| LETTERS.get(at));
            char::from(letter.copied().unwrap_or(b'0'))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_documents_differ_and_readers_of_the_same_bytes_agree() {
        let (one, two) = (fresh_lineage(), fresh_lineage());
        assert_eq!((one.len(), two.len()), (10, 10));
        assert_ne!(one, two);
        let read = |bytes: &[u8]| lineage_of(Fingerprint::of(bytes));
        assert_eq!(read(b"(version: 1)"), read(b"(version: 1)"));
        assert_ne!(read(b"(version: 1)"), read(b"(version: 1) "));
    }
}
