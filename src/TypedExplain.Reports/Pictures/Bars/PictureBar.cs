namespace TypedExplain.Reports;

/// <summary>A row of a picture: a feature, or several together, with its number.</summary>
public sealed class PictureBar
{
    internal PictureBar(string name, string value, double? number) => (Name, Value, Number) = (name, value, number);

    /// <summary>What it is of.</summary>
    public string Name { get; }

    /// <summary>The instance's value, in its own unit; empty where there is none.</summary>
    public string Value { get; }

    /// <summary>The number; null where it is withheld.</summary>
    public double? Number { get; }

    /// <summary>The lower end of its 95 % interval; null where it is exact, not known, or withheld; −∞ where the samples are too few to tell.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper end.</summary>
    public double? Upper { get; internal init; }

    /// <summary>Whether it is a protected feature.</summary>
    public bool IsProtected { get; internal init; }

    /// <summary>How many features it stands for.</summary>
    public int Features { get; internal init; } = 1;

    /// <summary>The number in the feature's own unit, such as "+0.31 / year"; empty where it has none.</summary>
    public string InOwnUnit { get; internal init; } = "";

    /// <summary>Whether it cannot be told from 0.</summary>
    public bool IsUndecided { get; internal init; }

    /// <summary>Name, value and number.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}{(Value.Length > 0 ? " " + Value : "")}: {(Number is { } number ? number.ToString("+0.###;-0.###;0", System.Globalization.CultureInfo.InvariantCulture) : "withheld")}");
}
