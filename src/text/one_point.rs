//! “1 point”: English sentences are written for any number of points, and told of one.

/// Words that a sentence has for any number, and for one.
const FORMS: [(&str, &str); 2] = [("1 points are ", "1 point is "), ("1 points", "1 point")];

/// Says “1 point” wherever an English sentence counts exactly one; what it quotes stays as it is.
pub fn one_point(sentence: String) -> String {
    let [_, (points, _)] = FORMS;
    if !sentence.contains(points) {
        return sentence;
    }
    let mut said = String::with_capacity(sentence.len());
    let mut rest = sentence.as_str();
    while let Some((before, found)) = rest.find(points).map(|at| rest.split_at(at)) {
        said.push_str(before);
        let behind = found.strip_prefix(points).unwrap_or_default();
        let (many, one) = FORMS.into_iter().find(|(many, _)| found.starts_with(many)).unwrap_or((points, points));
        let goes_on = behind.starts_with(char::is_alphanumeric);
        let exactly = !said.ends_with(|letter: char| letter.is_alphanumeric() || ".,/".contains(letter));
        let quoted = said.matches('“').count() > said.matches('”').count();
        said.push_str(if exactly && !goes_on && !quoted { one } else { many });
        rest = found.strip_prefix(many).unwrap_or_default();
    }
    said + rest
}
