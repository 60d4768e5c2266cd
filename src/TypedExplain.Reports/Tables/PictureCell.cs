namespace TypedExplain.Reports;

/// <summary>A cell of the table of a picture.</summary>
public sealed class PictureCell
{
    internal PictureCell(string text, double? number = null) => (Text, Number) = (text, number);

    /// <summary>What a reader sees; empty where there is nothing.</summary>
    public string Text { get; }

    /// <summary>The number behind the text, in full; null where there is none or it is withheld.</summary>
    public double? Number { get; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
