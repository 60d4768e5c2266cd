using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.Models;

namespace TypedExplain;

/// <summary>
/// A weighted sum of the columns of an encoded row, or the probability of which that sum is the log odds: a scorecard, a linear or a
/// logistic regression. What it is made of can be read, so that recourse is found without going through every row. Made by
/// <see cref="Model.Linear{T}"/> and <see cref="Model.Logistic{T}"/>. Immutable.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class LinearModel<T> : IModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
{
    private readonly Lazy<string> _sha256;

    internal LinearModel(double constant, ImmutableArray<double> coefficients, bool isLogistic)
    {
        if (!double.IsFinite(constant))
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The constant of a linear model of {T.Schema.Name} is {constant}; it must be a finite number."));
        if (coefficients.Length != T.Schema.Columns)
            throw new InvalidModelException($"{coefficients.Length} {Noun.Of(coefficients.Length, "coefficient was", "coefficients were")} given for {T.Schema.Name}, whose rows have {T.Schema.Columns} {Noun.Of(T.Schema.Columns, "column")}; each needs one, 0 where it does not count.");
        for (int column = 0; column < coefficients.Length; column++)
        {
            if (!double.IsFinite(coefficients[column]))
                throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The coefficient of column {column} of {T.Schema.Name} is {coefficients[column]}; it must be a finite number."));
        }

        (Constant, Coefficients, IsLogistic) = (constant, coefficients, isLogistic);
        _sha256 = new(() => ContentDigest.OfValues(writer =>
        {
            writer.Write(T.Schema.ToJson());
            writer.Write(isLogistic);
            writer.Write(constant);
            foreach (double coefficient in coefficients)
                writer.Write(coefficient);
        }));
    }

    /// <summary>The sum for a row of zeros.</summary>
    public double Constant { get; }

    /// <summary>For each column of an encoded row what the sum changes by per unit.</summary>
    public ImmutableArray<double> Coefficients { get; }

    /// <summary>Whether it answers with a probability, of which the sum is the log odds, and not with the sum.</summary>
    public bool IsLogistic { get; }

    /// <summary>One output, "score".</summary>
    public ImmutableArray<string> Outputs { get; } = ["score"];

    /// <summary>A probability or a score.</summary>
    /// <param name="output">Position of the output.</param>
    public OutputKind KindOf(int output) => IsLogistic ? OutputKind.Probability : OutputKind.Score;

    /// <summary>The model by the SHA-256 of the schema, the constant and the coefficients.</summary>
    public ModelIdentity Identity => new(IsLogistic ? "logistic" : "linear", null, _sha256.Value);

    /// <summary>Whether any column of a feature has a coefficient other than 0; of what says that a value is missing, whether that or the value has.</summary>
    /// <param name="feature">The feature.</param>
    public bool Reads(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        Feature<T> first = T.Schema.Features[feature.Kind == FeatureKind.Missing ? feature.Index - feature.Covers : feature.Index];
        return Coefficients.AsSpan(first.Column, feature.Column + feature.ColumnCount - first.Column).ContainsAnyExcept(0.0);
    }

    /// <summary>The answers.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="scores">Where the answers go, one per row.</param>
    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            double sum = Sum(rows[row]);
            scores[row] = IsLogistic ? AnswerScale.Probability(sum) : sum;
        }
    }

    /// <summary>The weighted sum of a row, in the order of its columns.</summary>
    internal double Sum(ReadOnlySpan<double> row)
    {
        double sum = Constant;
        for (int column = 0; column < row.Length; column++)
            sum += Coefficients[column] * row[column];
        return sum;
    }

    /// <summary>What kind it is, and of which record.</summary>
    public override string ToString() => $"{(IsLogistic ? "logistic" : "linear")} model of {T.Schema.Name}";
}
