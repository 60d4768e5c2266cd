using System.Globalization;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// Why a model's answer for an instance differs from its base value: contributions φ of the features, divided by
/// Shapley's rule. Prediction = base value + Σ φ.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class ShapValues<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _columns;

    internal ShapValues(T instance, ReadOnlySpan<double> columns, double[] contributions, double[]? errors)
    {
        if (!double.IsFinite(VectorOps.MaxAbs(contributions)))
            throw TooLarge(columns, VectorOps.MaxAbs(contributions));
        _columns = columns.ToArray();
        Instance = instance;
        Contributions = new(contributions);
        StandardErrors = errors is null ? null : new(errors);
    }

    /// <summary>The explained instance.</summary>
    public T Instance { get; }

    /// <summary>The explained output of the model.</summary>
    public required string Output { get; init; }

    /// <summary>What the explained output is, as the model says.</summary>
    public OutputKind Kind { get; init; } = OutputKind.Score;

    /// <summary>The scale of the contributions, the base value and the prediction.</summary>
    public LinkFunction Link => Scale.Link;

    /// <summary>The model's answer for the instance, on the scale of the explainer's link.</summary>
    public required double Prediction { get; init; }

    /// <summary>The answer where nothing is known of the instance: the model's mean over the background, on the same scale.</summary>
    public required double BaseValue { get; init; }

    /// <summary>φ, what each feature's value adds to the base value.</summary>
    public Contributions<T> Contributions { get; }

    /// <summary>
    /// The standard error of each contribution where they were estimated from random draws, infinite where those are
    /// too few to tell; null where the contributions are exact. Of few draws it is widened by Student's quantile, so that 1.96 of it to both
    /// sides hold the exact contribution in about 95 of 100 cases. A background that is itself a sample is not in it.
    /// </summary>
    public FeatureVector<T>? StandardErrors { get; }

    /// <summary>How many rows the model was asked about.</summary>
    public required int Queries { get; init; }

    /// <summary>Whether the contributions are exact or estimated, and how well.</summary>
    public Convergence Convergence { get; init; } = Convergence.Exact;

    /// <summary>Reasons not to rely on these contributions.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>On what of the instance the answer rests that its row does not hold; null where it does not.</summary>
    public RowLoss<T>? RowLoss { get; init; }

    /// <summary>The explainer that made them, with its options and its seed.</summary>
    public required IShapExplainer<T> Explainer { get; init; }

    /// <summary>The model's answer for each row of the background, as it gave it; empty where it was not asked.</summary>
    internal double[] BackgroundAnswers { get; init; } = [];

    /// <summary>How answers are put on the scale of the contributions.</summary>
    internal AnswerScale Scale { get; init; }

    /// <summary>The name of the output on the model's own scale; null where that is <see cref="Output"/>.</summary>
    internal string? ModelOutput { get; init; }

    /// <summary>The model's answer for the instance, as it gave it; null where that is <see cref="Prediction"/>.</summary>
    internal double? Answer { get; init; }

    /// <summary>The mean of the model's answers over the background; null where that is <see cref="BaseValue"/>.</summary>
    internal double? BaseAnswer { get; init; }

    /// <summary>The encoded instance.</summary>
    internal ReadOnlySpan<double> Columns => _columns;

    /// <summary>The error of answers that a double cannot add up.</summary>
    internal static NoFitException TooLarge(ReadOnlySpan<double> columns, double answer) =>
        new($"The values around {T.Schema.Describe(columns)} overflowed: the model's answers, such as {answer.ToString("G4", CultureInfo.InvariantCulture)}, are too large. Let the model answer in a larger unit.");
}
