using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>
/// Contributions of an instance's features divided into what each adds alone and what each two add together, by Shapley's rule of second
/// order: base value + Σ main effects + Σ interactions = prediction. Made by <see cref="KernelShap{T}.Interactions"/> for any model
/// and by <see cref="TreeShap{T}.Interactions"/> for forests.
/// </summary>
/// <remarks>What three or more features do together is shared among their pairs and themselves, as Shapley values share it among features.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class ShapInteractions<T>
    where T : IFeatureRecord<T>
{
    private const int ShownPairs = 10;

    private readonly double[] _columns;

    internal ShapInteractions(T instance, ReadOnlySpan<double> columns, double[] main, double[]? errors) =>
        (Instance, _columns, MainEffects, StandardErrors) = (instance, columns.ToArray(), new(main), errors is null ? null : new(errors));

    /// <summary>The explained instance.</summary>
    public T Instance { get; }

    /// <summary>The instance's columns.</summary>
    internal ReadOnlySpan<double> Columns => _columns;

    /// <summary>The explained output of the model.</summary>
    public required string Output { get; init; }

    /// <summary>The model's answer for the instance, on the scale of the explainer's link.</summary>
    public required double Prediction { get; init; }

    /// <summary>The answer where nothing is known of the instance, on the same scale.</summary>
    public required double BaseValue { get; init; }

    /// <summary>What each feature's value adds alone: its contribution less half of each of its interactions.</summary>
    public FeatureVector<T> MainEffects { get; }

    /// <summary>The standard error of each main effect; null where they are exact.</summary>
    public FeatureVector<T>? StandardErrors { get; }

    /// <summary>Each two features that differ from the background, or that the trees ask about together, in the order of the schema; all others have none.</summary>
    public required ImmutableArray<ShapInteraction<T>> Pairs { get; init; }

    /// <summary>How many rows the model was asked about.</summary>
    public required int Queries { get; init; }

    /// <summary>Reasons not to rely on these numbers.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>The explainer that made them.</summary>
    public required IShapExplainer<T> Explainer { get; init; }

    /// <summary>A table of main effects and of the ten largest interactions, the largest first; of protected features only that they are there.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Explainer.Name} interactions on {Output}: {Prediction:0.000} from {BaseValue:0.000}, {Queries} {Noun.Of(Queries, "query", "queries")}\n");
        foreach (Feature<T> feature in T.Schema.Features.Where(feature => MainEffects[feature] != 0).OrderByDescending(feature => feature.IsProtected ? double.MaxValue : Math.Abs(MainEffects[feature])))
            Append(text, feature.Name, feature.IsProtected, MainEffects[feature], StandardErrors?[feature]);
        ShapInteraction<T>[] pairs = [.. Pairs.Where(pair => !pair.IsProtected && pair.Value != 0).OrderByDescending(pair => Math.Abs(pair.Value))];
        foreach (ShapInteraction<T> pair in pairs.Take(ShownPairs))
            Append(text, pair.Name, isProtected: false, pair.Value, pair.StandardError);
        if (pairs.Length > ShownPairs)
            text.Append(CultureInfo.InvariantCulture, $"  {pairs.Length - ShownPairs} more {Noun.Of(pairs.Length - ShownPairs, "interaction")}, the largest {ShapInteraction<T>.Shown(pairs[ShownPairs].Value, null)}\n");
        if (Pairs.Count(pair => pair.IsProtected) is > 0 and var hidden)
            text.Append(CultureInfo.InvariantCulture, $"  {hidden} {Noun.Of(hidden, "interaction")} of protected features: {ShownRows<T>.Protected}\n");
        foreach (string caveat in CaveatNames.Of(Caveats))
            text.Append("! ").Append(caveat).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, string name, bool isProtected, double value, double? error) =>
        text.Append("  ").Append(name).Append(": ").Append(isProtected ? ShownRows<T>.Protected : ShapInteraction<T>.Shown(value, error)).Append('\n');
}
