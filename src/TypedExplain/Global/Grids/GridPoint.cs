namespace TypedExplain;

/// <summary>One value of a feature at which a global explanation looks.</summary>
public sealed class GridPoint
{
    internal GridPoint(double value, bool isMissing, string label, int support) => (Value, IsMissing, Label, Support) = (value, isMissing, label, support);

    /// <summary>The number itself; of ranks and categories the position, of a flag 1 or 0; NaN for no value.</summary>
    public double Value { get; }

    /// <summary>Whether it stands for rows without a value.</summary>
    public bool IsMissing { get; }

    /// <summary>The value as a person writes it; that of a protected feature too, so show it to those who may see such values only.</summary>
    public string Label { get; }

    /// <summary>How many background rows have this value; of a number, how many have no nearer point. Few of them mean that the model is asked about rows unlike any it knows.</summary>
    public int Support { get; }

    /// <summary>The label.</summary>
    public override string ToString() => Label;
}
