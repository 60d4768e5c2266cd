using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generators.Emitting;

/// <summary>Values as code writes them.</summary>
internal static class Literal
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A number of which the compiler reads back every bit, by name where it has one.</summary>
    public static string Number(double value) => value switch
    {
        0 => "0",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.MaxValue => "double.MaxValue",
        double.MinValue => "double.MinValue",
        float.MaxValue => "float.MaxValue",
        float.MinValue => "float.MinValue",
        int.MaxValue => "int.MaxValue",
        int.MinValue => "int.MinValue",
        RuntimeLimits.LargestDecimal => Names.Cell + ".LargestDecimal",
        -RuntimeLimits.LargestDecimal => $"-{Names.Cell}.LargestDecimal",
        RuntimeLimits.LargestInteger => Names.Cell + ".LargestInteger",
        -RuntimeLimits.LargestInteger => $"-{Names.Cell}.LargestInteger",
        _ => RoundTrip(value),
    };

    /// <summary>Some hosts of the compiler print too few digits with "R"; 17 always do.</summary>
    private static string RoundTrip(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == value
            ? text
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
