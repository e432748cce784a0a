using System.Diagnostics;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>What a person sees who opens the workbook in another spreadsheet program. Skipped where LibreOffice is not installed.</summary>
public sealed class WorkbookInLibreOffice : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Opens_and_shows_no_hashes_and_no_error_cell()
    {
        Assert.SkipUnless(IsInstalled("soffice") && IsInstalled("pdftotext"), "LibreOffice and pdftotext are not installed here.");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--clinic", "C0001", "--month", "2026-06").ExitCode);
        var workbook = _folder.In("smp-data", "reports", "monthly-clinic", "C0001", "2026-06", "r1", "workbook.xlsx");
        Run("soffice", "-env:UserInstallation=" + new Uri(_folder.In("profile")).AbsoluteUri, "--headless", "--convert-to", "pdf", "--outdir", _folder.Path, workbook);
        Run("pdftotext", "-layout", _folder.In("workbook.pdf"), _folder.In("workbook.txt"));
        var text = File.ReadAllText(_folder.In("workbook.txt"));
        Assert.Contains("Clinic 1", text, StringComparison.Ordinal);
        Assert.Contains("Scar camouflage", text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "###", "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "Err:5", "NaN" })
            Assert.DoesNotContain(wrong, text, StringComparison.Ordinal);
    }

    /// <summary>LibreOffice trusts the values that it finds beside formulas, so it gets a copy without them.</summary>
    [Fact]
    public void Formulas_give_the_values_beside_them_and_every_chart_keeps_its_series()
    {
        Assert.SkipUnless(IsInstalled("soffice"), "LibreOffice is not installed here.");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--clinic", "C0001", "--month", "2026-06").ExitCode);
        var workbook = _folder.In("smp-data", "reports", "monthly-clinic", "C0001", "2026-06", "r1", "workbook.xlsx");
        var bare = _folder.In("bare.xlsx");
        File.Copy(workbook, bare);
        var kept = PackageXml.TakeFormulaValues(bare);
        Directory.CreateDirectory(_folder.In("again"));
        Run("soffice", "-env:UserInstallation=" + new Uri(_folder.In("profile")).AbsoluteUri, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", _folder.In("again"), bare);
        var computed = PackageXml.FormulaValues(_folder.In("again", "bare.xlsx"));
        Assert.True(kept.Count > 100, "The workbook has hardly any formulas.");
        Assert.Equal(kept.Keys.Order(StringComparer.Ordinal), computed.Keys.Order(StringComparer.Ordinal));
        Assert.All(kept, cell => Assert.Equal(cell.Value, computed[cell.Key], Math.Max(1e-9, Math.Abs(cell.Value) * 1e-12)));
        var series = PackageXml.SeriesPerChart(workbook);
        var drawn = Directory.EnumerateFiles(_folder.In("smp-data", "reports", "monthly-clinic", "C0001", "2026-06", "r1", "charts"), "*.svg").Count(svg => !File.ReadAllText(svg).Contains("Not enough data yet", StringComparison.Ordinal));
        Assert.True(drawn >= 8);
        Assert.Equal(drawn, series.Count);
        Assert.Equal(series.Order(), PackageXml.SeriesPerChart(_folder.In("again", "bare.xlsx")).Order());
    }

    [Fact]
    public void Formulas_of_the_other_reports_give_the_values_beside_them_too()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, "LibreOffice is not installed here.");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "network", "--all", "--month", "2026-06").ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "technique-comparison", "--clinic", "C0001", "--practitioner", "P00001", "--month", "2026-06").ExitCode);
        foreach (var path in new[] { _folder.In("smp-data", "reports", "network", "all"), _folder.In("smp-data", "reports", "technique-comparison", "C0001", "P00001") })
        {
            var workbook = Path.Combine(path, "2026-06", "r1", "workbook.xlsx");
            var kept = LibreOffice.Kept(workbook);
            var computed = LibreOffice.Computed(workbook, _folder.Path);
            Assert.True(kept.Count > 50);
            Assert.All(kept, cell => Assert.Equal(cell.Value, computed[cell.Key], Math.Max(1e-9, Math.Abs(cell.Value) * 1e-12)));
        }
    }

    private static bool IsInstalled(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
            process.Kill(entireProcessTree: true);
        Assert.Equal(0, process.ExitCode);
    }
}
