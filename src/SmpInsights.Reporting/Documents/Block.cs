using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Documents;

/// <summary>A piece of a section: text, tiles, a table or a figure.</summary>
public abstract record Block
{
    private protected Block() { }

    /// <summary>The figures in it, in their order.</summary>
    public virtual IReadOnlyList<Figure> Figures => [];
}

/// <summary>How a text block is set: running text, a note beside it, or a warning that must be seen.</summary>
public enum TextKind { Normal, Note, Warning }

/// <summary>Paragraphs, or the items of a bullet list.</summary>
public sealed record TextBlock(IReadOnlyList<string> Lines, TextKind Kind = TextKind.Normal, bool Bulleted = false) : Block
{
    public TextBlock(string line, TextKind kind = TextKind.Normal)
        : this([line], kind)
    {
    }
}

/// <summary>A row of key figures.</summary>
public sealed record TilesBlock(IReadOnlyList<Tile> Tiles) : Block;

/// <summary>Figures of one kind side by side, small, to be compared: same axes, one a clinic or a practitioner.</summary>
public sealed record FigureGridBlock(string Title, IReadOnlyList<Figure> Figures) : Block
{
    public override IReadOnlyList<Figure> Figures { get; } = Figures;
}

/// <summary>A figure in its place in the text.</summary>
public sealed record FigureBlock(Figure Figure) : Block
{
    public override IReadOnlyList<Figure> Figures => [Figure];
}
