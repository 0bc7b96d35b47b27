//! Laws of lines that belong to a criterion: it exists, none lies below another, and a cap over them is over lines of one criterion.

use super::{Laws, at, item};
use crate::finding::Finding;
use crate::finding::criteria::{NO_CRITERION, WITHIN};
use crate::text;
use crate::yaml::nearest;

impl Laws<'_> {
    /// Looks at the criterion that each line names.
    pub(super) fn within(&mut self) {
        let set = self.set;
        for (n, line) in set.adjustments.iter().enumerate() {
            let Some(id) = &line.within else { continue };
            let path = at(&item(&[], "adjustments", n), &["criterion"]);
            let known = set.walk();
            let Some((_, found)) = known.iter().find(|(_, criterion)| criterion.id == *id) else {
                let ids: Vec<&str> = known.iter().map(|(_, criterion)| criterion.id.as_str()).collect();
                let message = text!("bộ tiêu chí không có tiêu chí “{id}”", "the set has no criterion “{id}”");
                let finding = Finding::new(&NO_CRITERION, message).at(self.document.place(&path));
                self.push(match nearest(id.as_str(), &ids) {
                    Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                    None => finding,
                });
                continue;
            };
            let own = &line.criterion.id;
            let cap = set.caps.iter().find(|cap| cap.adjustments.contains(own));
            let beside = cap.into_iter().flat_map(|cap| &cap.adjustments).filter_map(|other| set.line(other));
            if let Some(other) = beside.into_iter().find(|other| other.within.as_ref() != Some(id)) {
                let other = &other.criterion.id;
                let message = text!(
                    "“{own}” và “{other}” dưới cùng một mức trần nhưng không cùng tính vào tiêu chí “{id}”",
                    "“{own}” and “{other}” share a cap, and don't both count within criterion “{id}”"
                );
                self.breach(&WITHIN, &path, message);
            }
            let others = set.adjustments.iter().filter_map(|other| other.within.as_ref());
            if let Some(inner) = others.into_iter().find(|other| *other != id && found.holds(other)) {
                let message = text!(
                    "đã có dòng tính trong tiêu chí “{inner}” nằm trong tiêu chí “{id}”",
                    "another line counts within criterion “{inner}”, which is a part of “{id}”"
                );
                self.breach(&WITHIN, &path, message);
            }
        }
    }
}
