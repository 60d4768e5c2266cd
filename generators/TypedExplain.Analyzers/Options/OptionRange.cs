using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Options;

/// <summary>The numbers that an option may be, as its declaration states them; NaN where it states no such end.</summary>
internal sealed record OptionRange(double AtLeast, double Above, double AtMost, double Below)
{
    /// <summary>The range of a property or parameter; null where none is stated.</summary>
    public static OptionRange? Of(ISymbol? symbol, INamedTypeSymbol attribute)
    {
        for (ISymbol? at = symbol?.OriginalDefinition; at is not null; at = (at as IPropertySymbol)?.OverriddenProperty?.OriginalDefinition)
        {
            if (at.GetAttributes().FirstOrDefault(data => Symbols.Same(data.AttributeClass, attribute)) is { } stated)
                return new(End(stated, nameof(AtLeast)), End(stated, nameof(Above)), End(stated, nameof(AtMost)), End(stated, nameof(Below)));
        }

        return null;
    }

    public bool Allows(double value) =>
        !double.IsNaN(value) && !(value < AtLeast) && !(value <= Above) && !(value > AtMost) && !(value >= Below);

    /// <summary>Whether it is a share of a whole, which some write in percent.</summary>
    public bool IsShare => Lowest == 0 && (AtMost == 1 || Below == 1);

    /// <summary>What is allowed, in the words of the exceptions.</summary>
    public override string ToString()
    {
        string low = Words("at least ", AtLeast) ?? Words("above ", Above) ?? "", high = Words("at most ", AtMost) ?? Words("below ", double.IsPositiveInfinity(Below) ? double.NaN : Below) ?? "";
        if (!double.IsNaN(AtLeast) && !double.IsNaN(AtMost))
            return $"from {Text(AtLeast)} to {Text(AtMost)}";
        return low.Length > 0 && high.Length > 0 ? $"{low} and {high}" : low + high;
    }

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private double Lowest => double.IsNaN(AtLeast) ? double.IsNaN(Above) ? double.NegativeInfinity : Above : AtLeast;

    private static string? Words(string word, double end) => double.IsNaN(end) ? null : word + Text(end);

    private static double End(AttributeData stated, string name) =>
        stated.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Error, Value: double end } ? end : double.NaN;
}
