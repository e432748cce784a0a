namespace SmpInsights.App.Demo;

/// <summary>
/// The truth behind the demo, which a report should find again. Slopes are changes of ln contrast per year; the sizes follow what clients
/// are told in public (a touch-up every 2-4 years), not any measured clinic.
/// </summary>
internal static class DemoEffects
{
    /// <summary>ln 0.60: a touch-up is due when 60 % of the healed contrast is left (metrics: years to threshold).</summary>
    public const double LogThreshold = -0.5108256237659907;

    public const int HealingDays = 28;
    public const int WarrantyDays = 365;
    public const double DaysPerYear = 365.25;

    /// <summary>Spread of clients' healed ln contrast, of their slopes, of one reading, and of the contrast at which they come back.</summary>
    public const double InterceptDeviation = 0.18;
    public const double SlopeDeviation = 0.04;
    public const double ReadingDeviation = 0.05;
    public const double ThresholdDeviation = 0.06;

    /// <summary>Fresh pigment looks darker by this much ln contrast on day 0, fading linearly to nothing on day 28.</summary>
    public const double FreshPigment = 0.22;

    /// <summary>ln contrast of a healed density treatment by colorimetry (about 13.5 ΔE*ab), and what the other methods add.</summary>
    public const double HealedLogContrast = 2.6;
    public const double PhotoOffset = 1.0;
    public const double VisualOffset = 1.25;

    /// <summary>Share of clients below the threshold who do come for a touch-up, and of those touch-ups that are for colour.</summary>
    public const double TouchUpUptake = 0.88;
    public const double ColourShiftShare = 0.07;

    /// <summary>Touch-ups for other reasons a year: more in the first, when they are under warranty.</summary>
    public const double OtherTouchUpsFirstYear = 0.07;
    public const double OtherTouchUpsLater = 0.03;

    public const double CancelledShare = 0.035;
    public const double NoShowShare = 0.025;
    public const double AbandonedShare = 0.004;
    public const double AdverseEventsPerTreatment = 0.02;
    public const double SecondTreatmentShare = 0.03;
    public const double ResponseShare = 0.6;

    /// <summary>In one clinic answers to surveys sent in the last months before Today's month are this much lower.</summary>
    public const double SatisfactionChange = -1.1;
    public const int SatisfactionChangeMonths = 8;

    public static double SlopeOfSun(string sunExposure) => sunExposure switch { "moderate" => -0.02, "high" => -0.06, _ => 0 };

    public static double SlopeOfOil(string oiliness) => oiliness switch { "normal" => -0.01, "oily" => -0.045, _ => 0 };

    public static double SlopeOfBrand(string brand) => brand switch { "Carbonis" => -0.03, "Umbra" => 0.01, _ => 0 };
}
