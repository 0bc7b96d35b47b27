//! Random numbers: a stream of its own for each draw, so that it does not matter which thread works out which.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Equal draws whose sum stands for a normal one: its variance is theirs together.
const TERMS: i64 = 12;
/// Standard deviation of [`Stream::bell`], and most that an equal draw gives.
pub const THOUSAND: i64 = 1000;

/// Stream of random numbers.
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// Begins the stream of a draw.
    pub fn new(seed: u64, draw: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(draw);
        Self(generator)
    }

    /// Gives a whole number from 0 to `most`, all equally likely.
    ///
    /// Crates that map numbers to ranges may do it otherwise in their next version. Numbers behind the last whole multiple of
    /// the range are passed over: otherwise its first numbers would come a little more often.
    pub fn up_to(&mut self, most: u16) -> i64 {
        let range = u64::from(most) + 1;
        let past = u64::MAX - u64::MAX % range;
        loop {
            let number = self.0.next_u64();
            if number < past {
                return i64::try_from(number % range).unwrap_or_default();
            }
        }
    }

    /// Gives a number around 0, in thousandths of a standard deviation, nearly normal: from -6,000 to 6,000.
    pub fn bell(&mut self) -> i64 {
        let sum: i64 = (0..TERMS).map(|_| self.up_to(1000)).sum();
        sum - TERMS * THOUSAND / 2
    }
}
