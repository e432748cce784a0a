using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests.Privacy;

/// <summary>Groups printed anew each month: what successive reports together give away.</summary>
public sealed class GrowingGroupsTests
{
    private static readonly ReportMonth First = new(2024, 1);

    private static List<GroupChange> Changes(params (string Group, int Month, int Clients)[] changes)
    {
        var client = 0;
        return [.. changes.SelectMany(c => Enumerable.Range(0, c.Clients).Select(_ => new GroupChange(c.Group, client++, First.Add(c.Month))))];
    }

    private static string Marks(GrowingGroups groups, int month) => string.Join(' ', groups.At(First.Add(month)).Groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key + ":" + g.Value.ToString()[..2]).Append("all:" + groups.At(First.Add(month)).Total.ToString()[..2]));

    [Fact]
    public void The_cover_stays_the_same_while_the_small_group_stays_small()
    {
        // b covers a in the first month; in the second c is the smaller of the two, but to print b as it was would tell a.
        var groups = new GrowingGroups(Changes(("a", 0, 3), ("b", 0, 8), ("c", 0, 9), ("d", 0, 30), ("d", 1, 2), ("b", 2, 4), ("d", 2, 1)), First.Add(3), SmallestCell.Default);
        Assert.Equal("a:Sm b:Wi c:Sh d:Sh all:Sh", Marks(groups, 0));
        Assert.Equal("a:Sm b:Wi c:Sh d:Sh all:Sh", Marks(groups, 1));
        Assert.Equal("a:Sm b:Wi c:Sh d:Sh all:Sh", Marks(groups, 3));
    }

    [Fact]
    public void A_group_that_is_no_longer_small_waits_until_its_cover_has_changed()
    {
        var groups = new GrowingGroups(Changes(("a", 0, 4), ("b", 0, 8), ("c", 0, 30), ("a", 1, 1), ("b", 2, 1)), First.Add(3), SmallestCell.Default);
        Assert.Equal("a:Sm b:Wi c:Sh all:Sh", Marks(groups, 0));
        Assert.StartsWith("a:Wi b:Wi", Marks(groups, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_month_there_is_nobody_to_hide() => Assert.Equal("all:Sh", Marks(new GrowingGroups([], First, SmallestCell.Default), 0));

    [Fact]
    public void No_hidden_group_of_any_month_is_recovered_from_all_months_together() => Prop.ForAll(
        Gen.ListOf(from month in Gen.Choose(0, 23) from size in Gen.Choose(0, 4) from small in Gen.Choose(1, 5) from joins in Gen.Choose(0, 3) select (Group: "abcde"[Math.Max(size, small - 1)].ToString(), Month: month, Joins: joins)).Resize(60).ToArbitrary(),
        raw =>
        {
            var client = 0;
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            var changes = new List<GroupChange>();
            foreach (var (group, month, joins) in raw)
            {
                for (var i = 0; i < joins; i++)
                    changes.Add(new GroupChange(group, seen[group] = client++, First.Add(month)));
                if (joins == 0 && seen.TryGetValue(group, out var old))
                    changes.Add(new GroupChange(group, old, First.Add(month)));
            }

            var groups = new GrowingGroups(changes, First.Add(23), SmallestCell.Default);
            var attack = new SubtractionAttack();
            var hidden = new List<string[]>();
            var value = changes.Select(c => c.Group + c.Month).Distinct(StringComparer.Ordinal).ToDictionary(p => p, p => (p.GetHashCode(StringComparison.Ordinal) & 1023) + 1L, StringComparer.Ordinal);
            for (var month = 0; month < 24; month++)
            {
                var at = First.Add(month);
                var (total, decided) = groups.At(at);
                var parts = changes.Where(c => c.Month <= at).Select(c => (c.Group, Part: c.Group + c.Month)).Distinct().ToList();
                void Print(Disclosure disclosure, string[] of)
                {
                    if (disclosure == Disclosure.Shown)
                        attack.Read(of, of.Sum(p => value[p]));
                    else
                        hidden.Add(of);
                }

                foreach (var (group, disclosure) in decided)
                    Print(disclosure, [.. parts.Where(p => string.Equals(p.Group, group, StringComparison.Ordinal)).Select(p => p.Part)]);
                Print(total, [.. parts.Select(p => p.Part)]);
            }

            return hidden.TrueForAll(h => attack.Recover(h) is null);
        }).QuickCheckThrowOnFailure();
}
