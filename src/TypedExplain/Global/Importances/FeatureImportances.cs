using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>The permutation importance of features, or of groups of them. Made by <see cref="PermutationImportance{T}"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FeatureImportances<T>
    where T : IFeatureRecord<T>
{
    internal FeatureImportances()
    {
    }

    /// <summary>The loss that was measured.</summary>
    public required LossFunction Loss { get; init; }

    /// <summary>The mean loss of the model on the rows as they are.</summary>
    public required double Baseline { get; init; }

    /// <summary>The standard error of <see cref="Baseline"/> over rows.</summary>
    public required double BaselineError { get; init; }

    /// <summary>One per feature in the order of the schema, or one per group in the order in which they were given.</summary>
    public required ImmutableArray<FeatureImportance<T>> All { get; init; }

    /// <summary>How many rows the data set has.</summary>
    public required int Rows { get; init; }

    /// <summary>How often each feature was permuted.</summary>
    public required int Repeats { get; init; }

    /// <summary>The name of the model's output.</summary>
    public required string Output { get; init; }

    /// <summary>How many rows the model was asked about.</summary>
    public required long Queries { get; init; }

    /// <summary>Whether values were drawn near each row and not from all rows.</summary>
    public required bool IsConditional { get; init; }

    /// <summary>What to keep in mind, in words: features that move together, answers without a logarithm.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The importance of a feature that was permuted by itself.</summary>
    /// <param name="feature">The feature, or what says that it has no value.</param>
    /// <exception cref="InvalidOptionException">It was not permuted by itself.</exception>
    public FeatureImportance<T> this[Feature<T> feature]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(feature);
            return All.FirstOrDefault(importance => importance.Features.Length > 0 && importance.Features[0] == feature && importance.Features.Length == 1)
                ?? throw new InvalidOptionException($"{T.Schema.Name}.{feature} was not permuted by itself; the importances are those of {Errors.NameList.Names(All, importance => importance.Name)}.");
        }
    }

    /// <summary>The importances, the largest first; equals in their order.</summary>
    public IEnumerable<FeatureImportance<T>> Ranked() => All.OrderByDescending(importance => importance.Increase);

    /// <summary>The baseline, then a table, the most important first; of protected features only their place.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{(IsConditional ? "conditional " : "")}permutation importance on {Output}: increase of the {Words} of {NumberText.Answer(Baseline, CultureInfo.InvariantCulture)} ± {NumberText.Answer(BaselineError, CultureInfo.InvariantCulture)}, {Rows} {Noun.Of(Rows, "row")}, {Repeats} {Noun.Of(Repeats, "repeat")}, {Queries} {Noun.Of(Queries, "query", "queries")}\n");
        int width = All.IsEmpty ? 0 : All.Max(importance => importance.Name.Length);
        double longest = All.IsEmpty ? 0 : All.Max(importance => Math.Abs(importance.Increase));
        foreach (FeatureImportance<T> importance in Ranked())
        {
            text.Append("  ").Append(importance.Name.PadRight(width)).Append(importance.IsProtected ? "  " + ShownRows<T>.Protected
                : string.Create(CultureInfo.InvariantCulture, $" {NumberText.Signed(importance.Increase, CultureInfo.InvariantCulture),10} ± {NumberText.Answer(importance.StandardError, CultureInfo.InvariantCulture),-9} {(importance.IsUndecided ? "undecided" : TableText.Bar(importance.Increase, longest))}").TrimEnd()).Append('\n');
        }

        foreach (string note in Notes)
            text.Append("! ").Append(note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private string Words => Loss switch
    {
        LossFunction.SquaredError => "squared error",
        LossFunction.AbsoluteError => "absolute error",
        LossFunction.LogLoss => "log loss",
        _ => "share of wrong classes",
    };
}
