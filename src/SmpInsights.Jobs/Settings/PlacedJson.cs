using System.Text;
using System.Text.Json;

namespace SmpInsights.Jobs.Settings;

/// <summary>A JSON value that knows where it stands, so that what is wrong with it can be said with its line. Comments and trailing commas are allowed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A string's characters, any other value as it was written.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in bytes of UTF-8.</param>
/// <param name="Members">Of an object, in their order.</param>
/// <param name="Items">Of an array.</param>
internal sealed record PlacedJson(JsonValueKind Kind, string Text, int Line, int Column, IReadOnlyList<PlacedMember> Members, IReadOnlyList<PlacedJson> Items)
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="SettingException">The text is no JSON.</exception>
    public static PlacedJson Parse(string file, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new SettingException([new SettingProblem(file, 1, 1, string.Empty, null, "is empty")]);
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var value = Value(ref reader, bytes);
            while (reader.Read())
            {
                // A second value throws here.
            }

            return value;
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            throw new SettingException([new SettingProblem(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, string.Empty, null, reason)]);
        }
    }

    private static PlacedJson Value(ref Utf8JsonReader reader, byte[] bytes)
    {
        var start = (int)reader.TokenStartIndex;
        var (line, column) = Place(bytes, start);
        var (members, items) = (new List<PlacedMember>(), new List<PlacedJson>());
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var (name, at) = (reader.GetString()!, Place(bytes, (int)reader.TokenStartIndex));
                    reader.Read();
                    members.Add(new PlacedMember(name, at.Line, at.Column, Value(ref reader, bytes)));
                }

                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, bytes));
                break;
        }

        var kind = reader.TokenType switch
        {
            JsonTokenType.EndObject => JsonValueKind.Object,
            JsonTokenType.EndArray => JsonValueKind.Array,
            JsonTokenType.String => JsonValueKind.String,
            JsonTokenType.Number => JsonValueKind.Number,
            JsonTokenType.True => JsonValueKind.True,
            JsonTokenType.False => JsonValueKind.False,
            _ => JsonValueKind.Null,
        };
        var text = kind == JsonValueKind.String ? reader.GetString()! : Encoding.UTF8.GetString(bytes, start, (int)reader.BytesConsumed - start);
        return new PlacedJson(kind, text, line, column, members, items);
    }

    private static (int Line, int Column) Place(byte[] bytes, int index)
    {
        var before = bytes.AsSpan(0, index);
        return (1 + before.Count((byte)'\n'), index - before.LastIndexOf((byte)'\n'));
    }
}

/// <summary>A member of an object, placed where its name stands.</summary>
internal sealed record PlacedMember(string Name, int Line, int Column, PlacedJson Value);
