//! Names that no file or folder can have on Windows. They are refused on every system: what is made on one goes to the other.

use super::Text;
use crate::text;

/// Names of devices, whatever ending follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Names of ports, which a digit follows.
const PORTS: [&str; 2] = ["com", "lpt"];

/// What may follow them: digits, also small ones.
const DIGITS: &str = "0123456789¹²³";

/// Characters that stand for something else in paths.
const SIGNS: &str = "<>:\"/\\|?*";

/// Longest name in bytes: Linux has room for so many, and Windows for so many letters.
const LONGEST: usize = 255;

/// Says why a file or folder can't have a name; nothing where it can.
pub fn refused(name: &str) -> Option<Text> {
    if name.is_empty() {
        return Some(Text::new("tên để trống", "the name is empty"));
    }
    if let Some(sign) = name.chars().find(|letter| SIGNS.contains(*letter)) {
        return Some(text!("tên tệp, thư mục trên Windows không được có ký tự “{sign}”", "no name on Windows may hold “{sign}”"));
    }
    if name.chars().any(char::is_control) {
        return Some(Text::new("tên có ký tự điều khiển không nhìn thấy", "the name holds a control character, which nobody sees"));
    }
    if name.ends_with(['.', ' ']) {
        return Some(Text::new(
            "tên tệp, thư mục trên Windows không được kết thúc bằng dấu chấm hoặc dấu cách",
            "no name on Windows may end in a full stop or a space",
        ));
    }
    if name.len() > LONGEST {
        return Some(text!(
            "tên dài quá {LONGEST} byte (chữ có dấu chiếm 2 đến 3 byte)",
            "the name is longer than {LONGEST} bytes (a letter with marks takes 2 or 3)"
        ));
    }
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    is_device(&stem.to_lowercase())
        .then(|| text!("Windows dành tên “{stem}” cho thiết bị", "Windows reserves the name “{stem}” for a device"))
}

/// Tells whether Windows keeps a name, its ending taken off, for a device.
fn is_device(stem: &str) -> bool {
    let numbered = |port: &str| stem.strip_prefix(port).is_some_and(|n| n.chars().count() == 1 && DIGITS.contains(n));
    DEVICES.contains(&stem) || PORTS.iter().any(|port| numbered(port))
}
