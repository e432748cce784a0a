namespace SmpInsights.Jobs.Delivery;

/// <summary>The mail server that takes our mails.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">587 where not said.</param>
/// <param name="Tls">Whether the connection must be encrypted (STARTTLS) before anything is said; off only to this machine itself.</param>
/// <param name="From">The sender's address.</param>
/// <param name="User">Null where the server asks for none.</param>
/// <param name="Password">Null where the server asks for none.</param>
/// <param name="Pin">SHA-256 of the server's certificate in hexadecimal digits, for one that no authority vouches for; null to go by the authorities.</param>
public sealed record SmtpSettings(string Host, int Port, bool Tls, string From, string? User, Secret? Password, string? Pin);
