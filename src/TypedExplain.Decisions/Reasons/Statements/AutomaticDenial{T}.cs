using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Decisions.Reasons.Statements;

namespace TypedExplain.Decisions;

/// <summary>Rules denied before the model was asked, and they are the reasons.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class AutomaticDenial<T> : ReasonStatement<T>
    where T : IFeatureRecord<T>
{
    internal AutomaticDenial(ImmutableArray<Reason<T>> reasons)
        : base(0) => Reasons = reasons;

    /// <summary>The reasons of all rules that denied, each once, in the order of the rules.</summary>
    public ImmutableArray<Reason<T>> Reasons { get; }

    /// <summary>The texts of the reasons in a language, one a line, numbered.</summary>
    /// <param name="culture">The language.</param>
    /// <exception cref="InvalidOperationException">A reason has no text in the language; the message names it.</exception>
    public string ToText(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return ReasonTexts.Of(Reasons, culture);
    }

    /// <summary>The reasons.</summary>
    public override string ToString() => $"denied by a rule before the model was asked: {string.Join("; ", Reasons)}";
}
