using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>For which values of a feature a reason holds; see <see cref="ReasonAttribute"/>.</summary>
public sealed class FeatureReason
{
    /// <summary>States what a person may be told of a feature, and for which of its values.</summary>
    /// <param name="code">The code; the schema has it among its reasons.</param>
    /// <param name="when">For which values it holds.</param>
    /// <param name="categories">Positions of the categories or ranks for which it holds; empty for all that <paramref name="when"/> says.</param>
    public FeatureReason(string code, Adverse when = Adverse.Any, params ImmutableArray<int> categories)
    {
        ArgumentNullException.ThrowIfNull(code);
        (Code, When, Categories) = (code, when, categories.IsDefault ? [] : categories);
    }

    /// <summary>By which reasons are counted and told apart.</summary>
    public string Code { get; }

    /// <summary>For which values it holds.</summary>
    public Adverse When { get; }

    /// <summary>Positions of the categories or ranks for which it holds; empty for all that <see cref="When"/> says.</summary>
    public ImmutableArray<int> Categories { get; }

    /// <summary>The code and for what it holds.</summary>
    public override string ToString() => Categories.IsEmpty ? When == Adverse.Any ? Code : $"{Code} where {When}" : $"{Code} for {string.Join(", ", Categories)}";
}
