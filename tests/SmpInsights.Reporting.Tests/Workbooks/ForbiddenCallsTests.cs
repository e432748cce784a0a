using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>Calls that need a package the core set does not have, and fail only when they run.</summary>
public sealed class ForbiddenCallsTests
{
    private static readonly string[] Forbidden = ["AdjustToContents", "AddPicture", "GetFormattedString", "get_EvaluateFormulasBeforeSaving", "set_EvaluateFormulasBeforeSaving"];

    [Fact]
    public void The_assembly_refers_to_no_call_that_formats_or_measures()
    {
        using var file = new PEReader(File.OpenRead(typeof(WorkbookWriter).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var called = metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name)).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("CreateTable", called);
        Assert.DoesNotContain(Forbidden, called.Contains);
    }
}
