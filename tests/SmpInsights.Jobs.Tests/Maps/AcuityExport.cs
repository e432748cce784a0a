namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Appointments as Acuity exports them: every field in quotes, 12-hour times, phones led by an apostrophe, line breaks and commas in notes.</summary>
public static class AcuityExport
{
    public static readonly string[] Header =
    [
        "Start Time", "End Time", "Timezone", "First Name", "Last Name", "Phone", "Email", "Type", "Calendar", "Appointment Price", "Paid?", "Amount Paid Online",
        "Certificate Code", "Notes", "Date Scheduled", "Label", "Scheduled By", "How did you hear, about us?", "Appointment ID",
    ];

    public static string[] Row(string id, string start, string end, string first, string last, string phone, string email, string type, string calendar = "Claire Adams", string price = "650.00", string paid = "no", string online = "0.00",
        string certificate = "", string notes = "", string booked = "2024-11-20", string label = "", string zone = "Europe/London") =>
        [start, end, zone, first, last, phone, email, type, calendar, price, paid, online, certificate, notes, booked, label, "client", "a friend, I think", id];

    public static readonly string[][] Rows =
    [
        Row("700001", "December 2, 2024 9:00 am", "December 2, 2024 11:30 am", "Erin", "Moorefield", "'+447762992312", "Erin.Moorefield@example.com", "SMP Hairline - Session 1", paid: "yes", online: "200.00", notes: "Nervous, \"first\" time\nring Erin before"),
        Row("700002", "December 16, 2024 1:00 pm", "December 16, 2024 3:00 pm", "Erin", "Moorefield", "'+447762992312", "erin.moorefield@example.com ", "SMP Hairline - Session 2", paid: "yes", label: "Completed"),
        Row("700003", "March 3, 2026 12:00 pm", "March 3, 2026 1:00 pm", "Erin", "Moorefield", "'+447762992312", "erin.moorefield@example.com", "SMP Touch-Up", price: "1,150.00", paid: "yes"),
        Row("700004", "January 7, 2025 9:00 am", "January 7, 2025 9:30 am", "Tomasz", "Wiśniewski", "'07900 123456", "", "Consultation", price: "0.00"),
        Row("700005", "January 14, 2025 9:00 am", "January 14, 2025 11:00 am", "Tomasz", "Wiśniewski", "'07900123456", "", "Scalp Micropigmentation", "Melissa B", label: "No Show"),
        Row("700006", "January 21, 2025 9:00 am", "January 21, 2025 11:00 am", "Tomasz", "Wiśniewski", "'07900 123 456", "", "Scalp Micropigmentation", "Melissa B"),
        Row("700007", "February 30, 2025 9:00 am", "February 28, 2025 11:00 am", "Zebedee", "Quirkson", "'07900 999999", "zq@example.com", "Scalp Micropigmentation", "Melissa B"),
        Row("700008", "July 1, 2026 9:00\u202Fam", "July 1, 2026 10:00\u202Fam", "Zebedee", "Quirkson", "'07900 999999", "zq@example.com", "Brow Wax", "Melissa B"),
        Row("700009", "January 1, 2030 9:00 am", "January 1, 2030 10:00 am", "Zebedee", "Quirkson", "'07900 999999", "zq@example.com", "SMP Density", "Melissa B"),
        Row("'700010", "June 9, 2026 12:30 am", "June 9, 2026 2:00 am", "Olaf", "Ørsted", "", "", "SMP Density", "Melissa B", label: "Cancelled"),
    ];

    public static string Text(IEnumerable<string[]> rows, string[]? header = null) =>
        string.Concat(rows.Prepend(header ?? Header).Select(row => string.Join(',', row.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')) + "\r\n"));
}
