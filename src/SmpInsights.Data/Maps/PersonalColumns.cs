namespace SmpInsights.Data.Maps;

/// <summary>Columns that hold who a client is: their values are hashed or left, never stored and never shown, whatever a map does with them.</summary>
public sealed class PersonalColumns
{
    private static readonly string[] Whole =
    [
        "name", "client", "clients", "customer", "patient", "guest", "attendee", "dob", "who",
        "nom", "nome", "nombre", "imię", "imie", "namn", "navn", "naam", "kunde", "kundin", "kund", "klant", "klient", "cliente", "patientin", "paciente", "paziente", "tel", "plz", "nota", "notas",
    ];

    private static readonly string[] Notes = ["note", "nota", "comment", "notiz", "bemerkung", "remarque", "commentaire", "observa", "opmerking", "uwagi"];

    private static readonly string[] Parts =
    [
        "firstname", "lastname", "forename", "surname", "fullname", "clientname", "customername", "patientname", "guestname", "cardholder",
        "phone", "mobile", "telephone", "email", "address", "street", "postcode", "zipcode", "birth", "note", "comment", "pansuffix",
        "vorname", "nachname", "familienname", "kundenname", "telefon", "handy", "mobil", "anschrift", "adresse", "straße", "strasse", "geburt", "notiz", "bemerkung",
        "prénom", "prenom", "nomdefamille", "téléphone", "courriel", "naissance", "remarque", "commentaire",
        "apellido", "teléfono", "telefono", "móvil", "movil", "correo", "dirección", "direccion", "nacimiento", "observa",
        "cognome", "cellulare", "indirizzo", "nascita", "sobrenome", "apelido", "telefone", "celular", "endereço", "endereco",
        "voornaam", "achternaam", "telefoon", "mobiel", "adres", "geboorte", "opmerking", "nazwisko", "uwagi",
        "förnamn", "efternamn", "fornavn", "efternavn", "etternavn", "fødsel", "födelse",
    ];

    private readonly HashSet<string> named;

    public PersonalColumns(IEnumerable<string> named) => this.named = [.. named.Select(MapText.Key)];

    /// <summary>Whether it holds sentences, whose words services share.</summary>
    public static bool IsNote(string column) => MapText.Key(column) is var key && Array.Exists(Notes, part => key.Contains(part, StringComparison.Ordinal));

    public bool Contains(string column)
    {
        var key = MapText.Key(column);
        return named.Contains(key) || Whole.Contains(key, StringComparer.Ordinal) || Array.Exists(Parts, part => key.Contains(part, StringComparison.Ordinal));
    }
}
