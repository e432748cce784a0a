namespace SmpInsights.Outcomes.Courses;

/// <summary>
/// One completed treatment and what followed it up to the as-of date. <paramref name="TouchUps"/> are rows of the touch-up table, one a day (the smallest id decides), in order of date;
/// epoch k starts at the k-th of them, epoch 0 at <paramref name="CompletedOn"/>.
/// </summary>
public sealed record Course(int Treatment, int Client, int Clinic, int Practitioner, int Technique, DateOnly CompletedOn, DateOnly? FollowUpEndedOn, int[] TouchUps);
