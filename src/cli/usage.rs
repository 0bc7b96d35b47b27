//! Help and complaints about the command line, with every word ours and in the language asked for.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, FromArgMatches};

use super::args::Args;
use crate::text;
use crate::text::{Lang, Text, Words};

/// What stands between the two languages of a help text.
const BETWEEN: &str = " / ";

/// What came of reading the command line.
#[derive(Debug)]
pub enum Parsed {
    /// A command to carry out.
    Command(Args),
    /// Help or version that was asked for, to print on stdout.
    Help(String),
    /// A bad command line, and what is wrong with it.
    Bad(String),
}

/// Reads the command line.
pub fn parse(args: &[OsString], lang: Lang) -> Parsed {
    let mut command = command(lang);
    let matches = command.try_get_matches_from_mut(args);
    match matches.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => Parsed::Command(args),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp => Parsed::Help(error.to_string()),
            ErrorKind::DisplayVersion => Parsed::Help(error.to_string()),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Parsed::Bad(error.to_string()),
            _ => Parsed::Bad(complaint(&error, &mut command, lang)),
        },
    }
}

/// Finds the language that is asked for, before anything else is understood.
pub fn lang_of(args: &[OsString]) -> Lang {
    let mut words = args.iter().filter_map(|arg| arg.to_str());
    while let Some(word) = words.next() {
        let named = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        match named {
            Some("en") => return Lang::En,
            Some("vi") => return Lang::Vi,
            _ => {}
        }
    }
    Lang::Vi
}

/// Gives clap's command in one language, for help and for completions.
pub fn command(lang: Lang) -> Command {
    let features = Words { vi: "tính năng: cơ bản", en: "features: basic" }.get(lang);
    localise(Args::command(), "parindex", lang).version(format!("{} ({features})", env!("CARGO_PKG_VERSION")))
}

/// Puts a command and those below it into one language.
fn localise(command: Command, path: &str, lang: Lang) -> Command {
    let about = command.get_about().map(|about| pick(&about.to_string(), BETWEEN, lang)).unwrap_or_default();
    let template = match lang {
        Lang::Vi => "{about}\n\nCách dùng: {usage}\n\n{all-args}",
        Lang::En => "{about}\n\nUsage: {usage}\n\n{all-args}",
    };
    let command = command.mut_args(|arg| argument(arg, lang));
    let usage = usage(&command, path, lang);
    let below = |sub: Command| {
        let path = format!("{path} {}", sub.get_name());
        localise(sub, &path, lang)
    };
    command
        .about(about)
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(Words { vi: "Lệnh", en: "Commands" }.get(lang))
        .mut_subcommands(below)
}

/// Puts an argument into one language.
fn argument(arg: Arg, lang: Lang) -> Arg {
    let help = arg.get_help().map(|help| pick(&help.to_string(), BETWEEN, lang)).unwrap_or_default();
    let names: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(|name| pick(name, "/", lang)).collect();
    let heading = match (arg.is_positional(), lang) {
        (true, Lang::Vi) => "Tham số",
        (true, Lang::En) => "Arguments",
        (false, Lang::Vi) => "Tùy chọn",
        (false, Lang::En) => "Options",
    };
    let takes_value = arg.get_action().takes_values();
    let arg = arg.help(help).help_heading(heading);
    if takes_value { arg.value_names(names).hide_possible_values(true).hide_default_value(true) } else { arg }
}

/// Writes the line that shows how a command is called.
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let mut line = path.to_owned();
    let name = |arg: &Arg| arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
    for arg in command.get_arguments().filter(|arg| arg.is_positional()) {
        let many = if arg.get_num_args().is_some_and(|n| n.max_values() > 1) { "..." } else { "" };
        let (open, close) = if arg.is_required_set() { (" <", ">") } else { (" [", "]") };
        line.extend([open, &name(arg), close, many]);
    }
    for arg in command.get_arguments().filter(|arg| !arg.is_positional() && arg.is_required_set()) {
        line.extend([" --", arg.get_long().unwrap_or_default(), " <", &name(arg), ">"]);
    }
    if command.has_subcommands() {
        line += Words { vi: " <LỆNH>", en: " <COMMAND>" }.get(lang);
    }
    line + Words { vi: " [TÙY CHỌN]", en: " [OPTIONS]" }.get(lang)
}

/// Picks one language of a text that has both.
fn pick(both: &str, between: &str, lang: Lang) -> String {
    let (vi, en) = both.split_once(between).unwrap_or((both, both));
    match lang {
        Lang::Vi => vi.to_owned(),
        Lang::En => en.to_owned(),
    }
}

/// Says what is wrong with a command line, and how to get help.
fn complaint(error: &clap::Error, command: &mut Command, lang: Lang) -> String {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let (arg, value) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = get(ContextKind::InvalidSubcommand);
            text!("không có lệnh “{name}”", "there is no command “{name}”")
        }
        ErrorKind::MissingSubcommand => Text::new("thiếu tên lệnh", "the name of a command is missing"),
        ErrorKind::UnknownArgument => text!("không hiểu tham số “{arg}”", "“{arg}” is not understood"),
        ErrorKind::MissingRequiredArgument => text!("còn thiếu {arg}", "{arg} is missing"),
        ErrorKind::InvalidValue if value.is_empty() => text!("{arg} cần có giá trị", "{arg} needs a value"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text!("“{value}” không dùng được cho {arg}", "“{value}” is not a value for {arg}")
        }
        ErrorKind::ArgumentConflict => text!("{arg} chỉ được ghi một lần", "{arg} may be given only once"),
        ErrorKind::InvalidUtf8 => Text::new("dòng lệnh có ký tự không đọc được", "the command line holds text that can't be read"),
        _ => text!("không hiểu dòng lệnh ở “{arg}”", "the command line is not understood at “{arg}”"),
    };
    let mut lines = vec![format!("{}: {}", Words { vi: "lỗi", en: "error" }.get(lang), message.get(lang))];
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].map(get);
    if let Some(meant) = meant.iter().find(|meant| !meant.is_empty()) {
        lines.push(text!("  có phải là “{meant}”?", "  did you mean “{meant}”?").get(lang).to_owned());
    } else if !get(ContextKind::ValidValue).is_empty() {
        let valid = get(ContextKind::ValidValue);
        lines.push(text!("  chọn một trong: {valid}", "  choose one of: {valid}").get(lang).to_owned());
    }
    let _ = command;
    lines.push(text!("Xem hướng dẫn: parindex --help", "For help: parindex --help").get(lang).to_owned());
    lines.join("\n") + "\n"
}

/// Gives what clap knows of an error as plain words.
fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(", "),
        other => other.to_string(),
    }
}
