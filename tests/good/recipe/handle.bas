' What people do to a filled form in LibreOffice Calc: run by make.sh, once per format.
Sub Handle(source As String, target As String, filter As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
    form = book.Sheets.getByName("Tự đánh giá")
    papers = book.Sheets.getByName("Tài liệu kiểm chứng")
    form.unprotect("")
    papers.unprotect("")
    ' Two rows between criteria, one above the title, a column in the middle and one at the left.
    form.Rows.insertByIndex(15, 2)
    form.Rows.insertByIndex(10, 1)
    form.Rows.insertByIndex(0, 1)
    form.Columns.insertByIndex(5, 1)
    form.Columns.insertByIndex(0, 1)
    papers.Rows.insertByIndex(9, 3)
    ' Documents sorted by their numbers.
    Dim field(0) As New com.sun.star.table.TableSortField
    field(0).Field = 2
    field(0).IsAscending = False
    Dim order(1) As New com.sun.star.beans.PropertyValue
    order(0).Name = "SortFields"
    order(0).Value = field()
    order(1).Name = "ContainsHeader"
    order(1).Value = False
    papers.getCellRangeByName("B8:I20").sort(order())
    ' Hidden and widened.
    form.Rows.getByIndex(13).IsVisible = False
    form.Columns.getByIndex(6).IsVisible = False
    form.Columns.getByIndex(4).Width = 12000
    papers.Columns.getByIndex(5).IsVisible = False
    ' Colours and borders below and beside the table, where nothing stands.
    form.getCellRangeByName("A60:S160").CellBackColor = RGB(255, 249, 219)
    papers.getCellRangeByName("A60:N160").CellBackColor = RGB(255, 249, 219)
    ' Other names, and sheets that nobody used.
    form.Name = "Bảng tự chấm của Sở A"
    book.Sheets.insertNewByName("Sheet1", 0)
    book.Sheets.insertNewByName("Sheet2", book.Sheets.Count)
    form.protect("")
    Dim how(0) As New com.sun.star.beans.PropertyValue
    how(0).Name = "FilterName"
    how(0).Value = filter
    book.storeToURL(ConvertToURL(target), how())
    book.close(True)
End Sub
