using System.Globalization;

namespace SmpInsights.Data.Maps;

/// <summary>What is assumed where an export is silent. The README lists these rules; each inferred cell names its own.</summary>
internal static class InferenceRule
{
    public const string Clinic = "the export does not say its clinic";
    public const string ClientByName = "clients are told apart by name only: two of one name are one client";
    public const string TookPlace = "an appointment that is over and is neither cancelled nor missed took place";
    public const string ServiceWords = "from words in the service's name";
    public const string TechniqueOfTreatment = "the service's name says no technique: that of the client's treatment, else unspecified";
    public const string FadeReason = "the touch-up's reason is not said: fade";
    public const string Unassigned = "the export does not say who treated";
    public const string PaidAtBooking = "what was paid online was paid on the day of booking";
    public const string PaidThatDay = "what was paid otherwise was paid on the day of the appointment";
    public const string PaymentKind = "a payment below the price is a deposit, else it is for the session or touch-up";
    public const string NoTax = "the export does not say the tax: 0";
    public const string NegativeSale = "an amount below 0 is a refund";
    public const string UnknownItem = "an item that no rule knows is a product, a service a session";

    /// <summary>How <see cref="LateSession"/> begins.</summary>
    public const string LateStart = "a session more than";

    public static string Course(int gapDays) => string.Create(CultureInfo.InvariantCulture, $"sessions of one technique at most {gapDays} days apart are one treatment");

    public static string Completed(int gapDays) => string.Create(CultureInfo.InvariantCulture, $"finished with its last session: a touch-up followed, or more than {gapDays} days have gone");

    public static string LateSession(int gapDays) => string.Create(CultureInfo.InvariantCulture, $"{LateStart} {gapDays} days after the last, or after a touch-up, is a touch-up");
}
