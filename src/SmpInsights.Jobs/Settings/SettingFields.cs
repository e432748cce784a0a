using System.Globalization;
using System.Text.Json;

namespace SmpInsights.Jobs.Settings;

/// <summary>The fields of one object of a file. What is wrong is noted and null returned, so that one reading finds everything; the reader asks for <see cref="SettingProblems.Refuse"/> before it trusts a value.</summary>
internal sealed class SettingFields
{
    private readonly SettingProblems _problems;
    private readonly PlacedJson _at;
    private readonly string _path;

    /// <param name="problems">Where what is wrong is noted.</param>
    /// <param name="at">The object, or what stands in its place.</param>
    /// <param name="path">Its path with dots; empty for the file itself.</param>
    /// <param name="known">Fields it may have; null where names are the person's.</param>
    public SettingFields(SettingProblems problems, PlacedJson at, string path, IReadOnlyList<string>? known)
    {
        (_problems, _at, _path) = (problems, at, path);
        if (at.Kind != JsonValueKind.Object)
        {
            problems.Add(at.Line, at.Column, path, at.Text, "an object: { ... }");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in at.Members)
        {
            if (!seen.Add(member.Name))
                problems.Add(member.Line, member.Column, Path(member.Name), null, "is given twice");
            else if (known?.Contains(member.Name, StringComparer.Ordinal) is false)
                problems.Add(member.Line, member.Column, Path(member.Name), member.Name, "a field here; there are: " + string.Join(", ", known));
        }
    }

    public IReadOnlyList<PlacedMember> Members => _at.Members;

    public string Path(string name) => _path.Length == 0 ? name : _path + "." + name;

    public string? Text(string name, string expected, Func<string, bool> accept, bool required = true) =>
        Get(name, expected, required) is not { } value ? null
        : value.Kind == JsonValueKind.String && accept(value.Text) ? value.Text
        : Wrong<string>(name, value, expected);

    public int? Whole(string name, string expected, int least, int most)
    {
        if (Get(name, expected, required: false) is not { } value)
            return null;
        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong<string>(name, value, expected);
        return null;
    }

    public bool? Flag(string name)
    {
        if (Get(name, "true or false", required: false) is not { } value)
            return null;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
            return value.Kind == JsonValueKind.True;
        Wrong<string>(name, value, "true or false");
        return null;
    }

    /// <summary>As <see cref="Text"/>, for what may hold a secret: what stands there is not repeated.</summary>
    public string? Unquoted(string name, string expected, Func<string, bool> accept, bool required = true)
    {
        if (Get(name, expected, required) is not { } value)
            return null;
        if (value.Kind == JsonValueKind.String && accept(value.Text))
            return value.Text;
        _problems.Add(value.Line, value.Column, Path(name), null, "is not " + expected);
        return null;
    }

    /// <summary>A list of names, each once and at least one; null where one of them is not among those allowed.</summary>
    public IReadOnlyList<string>? Names(string name, IReadOnlyList<string>? allowed, bool required = true) =>
        Texts(name, allowed is null ? "a name" : "one of: " + string.Join(", ", allowed), text => allowed?.Contains(text, StringComparer.Ordinal) is not false, required);

    /// <summary>A list of texts, each once and at least one.</summary>
    public IReadOnlyList<string>? Texts(string name, string expected, Func<string, bool> accept, bool required = true)
    {
        if (Get(name, "a list of " + name, required) is not { } value)
            return null;
        if (value.Kind != JsonValueKind.Array || value.Items.Count == 0)
            return Wrong<IReadOnlyList<string>>(name, value, $"a list of {name}, each once");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in value.Items)
        {
            if (item.Kind != JsonValueKind.String || !accept(item.Text))
                Wrong<string>(name, item, expected);
            else if (!seen.Add(item.Text))
                _problems.Add(item.Line, item.Column, Path(name), null, $"\"{item.Text}\" is given twice");
        }

        return [.. seen];
    }

    /// <summary>The objects of a list; none where there is no such field.</summary>
    /// <param name="name">The field.</param>
    /// <param name="known">Fields that one of them may have.</param>
    public IReadOnlyList<SettingFields> Objects(string name, Func<PlacedJson, IReadOnlyList<string>> known)
    {
        const string expected = "a list of objects: [{ ... }]";
        if (Get(name, expected, required: false) is not { } value)
            return [];
        if (value.Kind == JsonValueKind.Array)
            return [.. value.Items.Select((item, i) => new SettingFields(_problems, item, string.Create(CultureInfo.InvariantCulture, $"{Path(name)}[{i}]"), known(item)))];
        Wrong<string>(name, value, expected);
        return [];
    }

    /// <summary>The object in a field; null where there is none.</summary>
    public SettingFields? Object(string name, IReadOnlyList<string>? known, bool required = false) =>
        Get(name, "an object: { ... }", required) is { } value ? new SettingFields(_problems, value, Path(name), known) : null;

    public T? Wrong<T>(string name, PlacedJson value, string expected)
        where T : class
    {
        _problems.Add(value.Line, value.Column, Path(name), value.Text, expected);
        return null;
    }

    /// <summary>Notes that a field's value is well written but can't be used.</summary>
    public void Wrong(string name, string expected) => Wrong<string>(name, _at.Members.First(m => string.Equals(m.Name, name, StringComparison.Ordinal)).Value, expected);

    private PlacedJson? Get(string name, string expected, bool required)
    {
        if (_at.Members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal)) is { } member)
            return member.Value;
        if (required && _at.Kind == JsonValueKind.Object)
            _problems.Missing(_at.Line, _at.Column, Path(name), expected);
        return null;
    }
}
