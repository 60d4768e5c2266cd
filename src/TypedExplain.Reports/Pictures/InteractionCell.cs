using System.Globalization;

namespace TypedExplain.Reports;

/// <summary>A feature by itself, or two features together, in a picture of interactions.</summary>
public sealed class InteractionCell
{
    internal InteractionCell(string first, string second, double number, double? standardError) => (First, Second, Number, StandardError) = (first, second, number, standardError);

    /// <summary>The first feature.</summary>
    public string First { get; }

    /// <summary>The second feature; the first one again where the number is what it adds alone.</summary>
    public string Second { get; }

    /// <summary>What the two add together, or what the one adds alone, in the unit of the answer.</summary>
    public double Number { get; }

    /// <summary>Its standard error, infinite where the draws are too few to tell; null where it is exact.</summary>
    public double? StandardError { get; }

    /// <summary>The features and the number.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}{(First == Second ? "" : " × " + Second)}: {Number:G6}{(StandardError is { } error ? $" ± {error:G3}" : "")}");
}
