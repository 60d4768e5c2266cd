namespace TypedExplain.Reports;

/// <summary>A column of the table of a picture.</summary>
public sealed class PictureColumn
{
    internal PictureColumn(string name, bool isNumber) => (Name, IsNumber) = (name, isNumber);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Whether its cells are numbers.</summary>
    public bool IsNumber { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
