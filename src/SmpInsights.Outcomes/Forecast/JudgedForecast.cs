namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// One past forecast beside what came of it. <paramref name="Transform"/> is the randomised probability-integral transform of <paramref name="Actual"/>, from 0 to 1:
/// uniform where the forecast is right about its own uncertainty.
/// </summary>
public sealed record JudgedForecast(string Clinic, DateOnly AsOf, ForecastHorizon Horizon, int Actual, double Transform);
