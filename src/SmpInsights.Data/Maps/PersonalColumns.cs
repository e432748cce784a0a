namespace SmpInsights.Data.Maps;

/// <summary>Columns that hold who a client is: their values are hashed or left, never stored and never shown, whatever a map does with them.</summary>
public sealed class PersonalColumns
{
    private static readonly string[] Whole = ["name", "client", "clients", "customer", "patient", "guest", "attendee", "dob", "who"];

    private static readonly string[] Parts =
    [
        "firstname", "lastname", "forename", "surname", "fullname", "clientname", "customername", "patientname", "guestname", "cardholder",
        "phone", "mobile", "telephone", "email", "address", "street", "postcode", "zipcode", "birth", "note", "comment", "pansuffix",
    ];

    private readonly HashSet<string> named;

    public PersonalColumns(IEnumerable<string> named) => this.named = [.. named.Select(MapText.Key)];

    public bool Contains(string column)
    {
        var key = MapText.Key(column);
        return named.Contains(key) || Whole.Contains(key, StringComparer.Ordinal) || Array.Exists(Parts, part => key.Contains(part, StringComparison.Ordinal));
    }
}
