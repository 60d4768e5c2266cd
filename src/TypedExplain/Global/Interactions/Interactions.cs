using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>Interactions of features in a model. Made by <see cref="InteractionStrength{T}"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Interactions<T>
    where T : IFeatureRecord<T>
{
    internal Interactions()
    {
    }

    /// <summary>For each feature, how strongly it interacts with all others.</summary>
    public required ImmutableArray<Interaction<T>> Totals { get; init; }

    /// <summary>For each two of the features; empty where pairs were not asked for.</summary>
    public required ImmutableArray<Interaction<T>> Pairs { get; init; }

    /// <summary>How many rows of the background were used.</summary>
    public required int Rows { get; init; }

    /// <summary>The name of the model's output.</summary>
    public required string Output { get; init; }

    /// <summary>How many rows the model was asked about.</summary>
    public required long Queries { get; init; }

    /// <summary>What to keep in mind, in words.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Tables of totals and pairs, the strongest first; of protected features only that they are there.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"interaction strength on {Output}: {Rows} {Noun.Of(Rows, "row")}, {Queries} {Noun.Of(Queries, "query", "queries")}\n");
        Append(text, Totals);
        if (!Pairs.IsEmpty)
            Append(text.Append("pairs\n"), Pairs);
        foreach (string note in Notes)
            text.Append("! ").Append(note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, ImmutableArray<Interaction<T>> interactions)
    {
        int width = interactions.IsEmpty ? 0 : interactions.Max(interaction => interaction.Name.Length);
        foreach (Interaction<T> interaction in interactions.OrderByDescending(interaction => interaction.HSquared ?? -1))
        {
            text.Append("  ").Append(interaction.Name.PadRight(width)).Append(interaction.IsProtected ? "  " + ShownRows<T>.Protected
                : interaction.HSquared is { } value ? string.Create(CultureInfo.InvariantCulture, $"  H² {value:0.0000} ± {interaction.StandardError:0.0000}  {interaction.Strength:G3}{(interaction.Share < 0.01 ? "  of a joint effect under 1 % of the variance" : "")}")
                : "  no effect to divide by").Append('\n');
        }
    }
}
