using System.CommandLine;
using System.Globalization;

namespace SmpInsights.App.Commands;

/// <summary>Options that take a whole number, with a sentence for what is none.</summary>
internal static class WholeNumber
{
    /// <param name="name">Of the option.</param>
    /// <param name="description">Of the option.</param>
    /// <param name="usual">Where it is not given; nothing where null.</param>
    public static Option<int?> Option(string name, string description, int? usual = null) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
                return value;
            result.AddError($"{name}: \"{text}\" is not a whole number.");
            return null;
        },
    };

    public static int Between(int value, int least, int most, string option) =>
        value >= least && value <= most ? value : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: {value} is not between {least} and {most}."));
}
