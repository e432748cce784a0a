using SmpInsights.Data.Import;

namespace SmpInsights.Data.Workbooks;

/// <summary>What the template says of tables and columns.</summary>
internal static class TemplateText
{
    /// <summary>The first sheet.</summary>
    public static IReadOnlyList<string> ReadMe { get; } =
    [
        "SmpInsights: your clinic's data in one workbook",
        "",
        "Each sheet is a table; each row below its header is one clinic, client, session, ... Sheets and columns that you leave empty are left out of the reports, which say so.",
        "Needed: clinics, practitioners, clients, techniques, treatments, sessions. Columns with a dark header are needed in every row, those with a light one may stay empty.",
        "Rest the mouse on a header to read what belongs below it. Cells with a list of choices show an arrow when you select them.",
        "An id is any number or word of yours that names one row; the same id in another sheet points to that row. Ids stay the same from one import to the next.",
        "Clients have an id and no name: write no name, phone number or address of a client anywhere in this workbook.",
        "Import it with: smp import FILE.xlsx. What cannot be used is listed with sheet, row, column and value; everything else is kept. Import it again after corrections: only what has changed is changed.",
    ];

    public static string Of(ContractTable table, ContractColumn column)
    {
        var what = (table.Name, column.Name) switch
        {
            ("clinics", "time_zone") => "The time zone's IANA name, such as Europe/London.",
            ("clinics", "currency") => "Three letters, such as GBP, EUR or USD.",
            ("treatments", "zones") => "Any of hairline, crown, sides, full; with ; between several.",
            ("treatments", "started_on") => "Day of the first session.",
            ("treatments", "completed_on") => "Day on which the treatment was finished; empty while it is not. Not before started_on.",
            ("treatments", "follow_up_ended_on") => "Day from which you know nothing more of the client; empty while you do.",
            ("sessions", "session_no") => "1 for the first session of the treatment, 2 for the second, ...",
            ("assessments", "contrast") => "How far pigmented scalp differs from bare scalp: colorimetry in Delta E, photo and visual from 0 to 100. Above 0.",
            ("payments", "amount") => "Tax included. Refunds below 0, everything else not.",
            ("payments", "tax") => "The tax in the amount; 0 where there is none.",
            ("payments", "currency") => "The clinic's, such as GBP.",
            ("clients", "skin_type") => "Fitzpatrick's type, one of: " + string.Join(", ", column.Codes) + ".",
            ("clients", "birth_year") => "The year alone, such as 1984.",
            _ => General(table, column),
        };
        return $"{(column.Required ? "Needed. " : "May be empty. ")}{what}";
    }

    private static string General(ContractTable table, ContractColumn column) => column switch
    {
        _ when ReferenceEquals(column, table.Id) => "Your own id of this row: once in this sheet, at most 64 characters.",
        { References: { } other } => $"The id of a row of the sheet {other}.",
        { Kind: CellKind.Code } => "One of: " + string.Join(", ", column.Codes) + ".",
        { Kind: CellKind.Date } => "A day, not after today.",
        { Kind: CellKind.Flag } => "yes or no.",
        { Kind: CellKind.Whole, Max: < double.PositiveInfinity } => FormattableString.Invariant($"A whole number from {column.Min} to {column.Max}."),
        { Kind: CellKind.Whole } => FormattableString.Invariant($"A whole number, {column.Min} or more."),
        { Kind: CellKind.Real, Max: < double.PositiveInfinity } => FormattableString.Invariant($"A number from {column.Min} to {column.Max}."),
        { Kind: CellKind.Real } => FormattableString.Invariant($"A number, {column.Min} or more."),
        _ => "Any text.",
    };
}
