using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Delivery;

/// <summary>What a mail says: which report, whose, of when, and where it is. No number of it, and nothing of a client.</summary>
internal static class MailText
{
    private const string SenderName = "SmpInsights";

    private static readonly string[] Attached = ["report.html", "workbook.xlsx"];

    /// <exception cref="DeliveryException">The mail would say nothing: no link and no attachment.</exception>
    public static MailMessage Of(Parcel parcel, string from)
    {
        var attach = ((DeliveryTarget.Email)parcel.Target).Attach;
        if (parcel.Link is null && !attach)
            throw new DeliveryException("A mail without attachments needs a \"link\" in delivery.json: where people see the reports.");
        var body = Body(parcel, attach);
        var message = new MailMessage(new MailAddress(from, SenderName, Encoding.UTF8), new MailAddress(parcel.Row.Address.Recipient))
        {
            Subject = OneLine((parcel.IsCorrection ? "Corrected: " : string.Empty) + $"{parcel.Title}, {Month(parcel)}{(parcel.Whose is null ? string.Empty : ", " + parcel.Whose)}"),
            SubjectEncoding = Encoding.UTF8,
            Body = body,
            BodyEncoding = Encoding.UTF8,

            // Not quoted-printable: the framework would write out each line end as characters.
            BodyTransferEncoding = Ascii.IsValid(body) ? TransferEncoding.SevenBit : TransferEncoding.Base64,
        };

        // The same at every attempt, so that a mailbox that got it twice can show it once.
        message.Headers.Add("Message-ID", $"<{parcel.Row.Token}@{from[(from.LastIndexOf('@') + 1)..]}>");

        // RFC 3834: no holiday notes in return.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (attach)
            foreach (var artefact in parcel.Manifest.Artefacts.Where(a => Attached.Contains(a.Path, StringComparer.Ordinal)))
                message.Attachments.Add(Attachment(parcel, artefact.Path));
        return message;
    }

    private static string Month(Parcel parcel) => ReportMonth.TryParse(parcel.Row.Key.Period, out var month) ? month.Name : parcel.Row.Key.Period;

    private static string Body(Parcel parcel, bool attach)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{OneLine(parcel.Title)}, {Month(parcel)}\n");
        if (parcel.Whose is { } whose)
            text.Append(CultureInfo.InvariantCulture, $"{OneLine(whose)}\n");
        text.Append('\n');
        text.Append(parcel.IsCorrection
            ? string.Create(CultureInfo.InvariantCulture, $"The report was made again (revision {parcel.Row.Revision}): what it is made from has changed. It takes the place of the one you have.\n")
            : "The report is ready.\n");
        if (parcel.Link is { } link)
            text.Append(CultureInfo.InvariantCulture, $"\n{link}\n");
        if (attach)
            text.Append("\nPage and workbook are attached. Keep them as you keep your clinic's books.\n");
        text.Append("\n-- \nSent by SmpInsights, because the report's definition names this address.\n");

        // Line ends as mail has them (RFC 5322).
        return text.ToString().ReplaceLineEndings("\r\n");
    }

    private static Attachment Attachment(Parcel parcel, string path)
    {
        var key = parcel.Row.Key;
        var name = string.Join('-', new[] { key.Report, key.Clinic, key.Practitioner, key.Period, string.Create(CultureInfo.InvariantCulture, $"r{parcel.Row.Revision}") }.Where(p => p.Length > 0).Select(Runs.DataFolder.Encode)) + Path.GetExtension(path);
        return new Attachment(new MemoryStream(File.ReadAllBytes(Path.Combine(parcel.Folder, path))), name, path.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /// <summary>A name from a clinic's file may hold anything, even what would begin a header of its own.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
