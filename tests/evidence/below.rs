//! A claim below 0 counts as blank: it is no way around evidence.

use serde_json::Value;

use crate::folder::Folder;

#[test]
fn a_claim_below_zero_asks_for_evidence_as_a_blank_one_does() {
    for claim in ["", "-1", "-0.5", "1.8"] {
        let folder = Folder::base();
        let form = format!(
            "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers:\n    \"1.2\": {{ figures: {{ dung_han: \"90\", da_giai_quyet: \"100\" }}, claimed: \"{claim}\" }}\n"
        );
        folder.put("forms.yaml", if claim.is_empty() { form.replace(", claimed: \"\"", "") } else { form });
        folder.fill();
        let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
        let row = said["files"][0]["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == "1.2").unwrap();
        let asked = said["findings"].as_array().unwrap().iter().any(|one| one["code"] == "E001" && one["criterion"] == "1.2");
        assert_eq!((row["accepted"].as_str(), asked), (Some("0.00"), true), "claimed “{claim}”");
    }
}
