using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain;

/// <summary>What two features' values of an instance add together, besides what each adds alone.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ShapInteraction<T>
    where T : IFeatureRecord<T>
{
    internal ShapInteraction(Feature<T> first, Feature<T> second, double value, double? standardError) =>
        (Features, Value, StandardError) = ([first, second], value, standardError);

    /// <summary>The two, in the order of the schema.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>Their names.</summary>
    public string Name => $"{Features[0].Name} × {Features[1].Name}";

    /// <summary>The interaction, on the scale of the contributions.</summary>
    public double Value { get; }

    /// <summary>The standard error that is due to the draws, infinite where those are too few to tell; null where the value is exact.</summary>
    public double? StandardError { get; }

    /// <summary>Whether one of the features is protected: then texts do not show the numbers.</summary>
    public bool IsProtected => Features.Any(feature => feature.IsProtected);

    /// <summary>The names and the number; that of protected features is withheld.</summary>
    public override string ToString() => IsProtected ? $"{Name}: {Schema.Protection.Withheld}"
        : $"{Name}: {Shown(Value, StandardError)}";

    /// <summary>A number with its error; one below four places with two digits of its own.</summary>
    internal static string Shown(double value, double? error) => $"{Shown(value)}{(error is { } own ? $" ± {Shown(own)}" : "")}";

    private static string Shown(double value) => value.ToString(Math.Abs(value) is > 0 and < 1e-4 ? "G2" : "0.####", CultureInfo.InvariantCulture);
}
