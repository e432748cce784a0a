using SmpInsights.Data.Deliveries;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Delivery;

/// <summary>One revision on its way to one recipient, and what its message says of it.</summary>
/// <param name="Row">The ledger's.</param>
/// <param name="Target">The entry of the definition it goes by.</param>
/// <param name="Title">Of the report.</param>
/// <param name="Whose">The clinic by name, and the practitioner by id where there is one; null where it is about all clinics.</param>
/// <param name="Folder">Where the revision lies, whole.</param>
/// <param name="Manifest">What it holds.</param>
/// <param name="IsCorrection">Whether this recipient has an earlier revision.</param>
/// <param name="Link">Where it is seen by people; null where nowhere.</param>
public sealed record Parcel(DeliveryRow Row, DeliveryTarget Target, string Title, string? Whose, string Folder, Manifest Manifest, bool IsCorrection, Uri? Link);
