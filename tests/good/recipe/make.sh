#!/bin/sh
# Makes the workbooks of tests/good/forms anew, from the form that `PARINDEX_RECORD=1 cargo test good::` writes there.
# Needs LibreOffice (soffice) and Python with openpyxl (PYTHON=… names another one).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
forms=$(cd "$here/../forms" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
profile="$work/profile"
office() { soffice "-env:UserInstallation=file://$profile" --headless --norestore "$@" >"$work/log" 2>&1; }

# A profile with the macro in it.
office --terminate_after_init || true
basic="$profile/user/basic"
mkdir -p "$basic/Standard"
{
    printf '<?xml version="1.0" encoding="UTF-8"?>\n'
    printf '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Handling" script:language="StarBasic">'
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g' "$here/handle.bas"
    printf '</script:module>\n'
} >"$basic/Standard/Handling.xba"
cat >"$basic/Standard/script.xlb" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Handling"/></library:library>
XML
cat >"$basic/script.xlc" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>
XML

cp "$forms/parindex.xlsx" "$work/form.xlsx"
save() { # name, filter, ending
    office --convert-to "$3:$2" --outdir "$work/out" "$work/form.xlsx"
    mv "$work/out/form.$3" "$forms/$1.$3"
}
save libreoffice "Calc MS Excel 2007 XML" xlsx
save libreoffice "calc8" ods
save libreoffice "MS Excel 97" xls
save libreoffice "Calc MS Excel 2007 VBA XML" xlsm

handle() { # filter, ending
    office "macro:///Standard.Handling.Handle(\"$work/form.xlsx\",\"$work/handled.$2\",\"$1\")"
    mv "$work/handled.$2" "$forms/libreoffice-handled.$2"
}
handle "Calc MS Excel 2007 XML" xlsx
handle "calc8" ods
handle "MS Excel 97" xls

"${PYTHON:-python3}" "$here/handle.py" "$forms/parindex.xlsx" "$forms"
