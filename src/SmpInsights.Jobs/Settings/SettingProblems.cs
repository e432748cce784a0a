namespace SmpInsights.Jobs.Settings;

/// <summary>What is found wrong while a file is read.</summary>
/// <param name="file">Its name.</param>
/// <param name="secret">Whether the file holds secrets: then nothing that stands in it is repeated, since a secret in the wrong place is still one.</param>
internal sealed class SettingProblems(string file, bool secret = false)
{
    private readonly List<SettingProblem> _found = [];
    private readonly List<SettingProblem> _missing = [];

    public void Add(int line, int column, string field, string? value, string expected) =>
        _found.Add(secret && value is not null ? new SettingProblem(file, line, column, field, null, "what stands here is not " + expected) : new SettingProblem(file, line, column, field, value, expected));

    /// <summary>Comes after what stands there: a misspelt name is more often the cause than a field forgotten.</summary>
    public void Missing(int line, int column, string field, string expected) => _missing.Add(new SettingProblem(file, line, column, field, null, "is missing; expected " + expected));

    /// <exception cref="SettingException">Something was found.</exception>
    public void Refuse()
    {
        if (_found.Count + _missing.Count > 0)
            throw new SettingException([.. _found.OrderBy(p => p.Line).ThenBy(p => p.Column), .. _missing]);
    }
}
