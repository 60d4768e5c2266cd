using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>How a model's answer goes with two features at once, over a background.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class FeatureSurface<T>
    where T : IFeatureRecord<T>
{
    private protected FeatureSurface()
    {
    }

    /// <summary>The first feature.</summary>
    public required Feature<T> First { get; init; }

    /// <summary>The second feature.</summary>
    public required Feature<T> Second { get; init; }

    /// <summary>The values of the first feature.</summary>
    public required ImmutableArray<GridPoint> FirstPoints { get; init; }

    /// <summary>The values of the second feature.</summary>
    public required ImmutableArray<GridPoint> SecondPoints { get; init; }

    /// <summary>The name of the model's output.</summary>
    public required string Output { get; init; }

    /// <summary>What the answers are.</summary>
    public required OutputKind Kind { get; init; }

    /// <summary>How many rows of the background it is a mean of.</summary>
    public required int Rows { get; init; }

    /// <summary>How many rows of the background are not in it.</summary>
    public required int RowsLeftOut { get; init; }

    /// <summary>How many rows the model was asked about.</summary>
    public required long Queries { get; init; }

    /// <summary>What to keep in mind, in words.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The number at a value of each, in the unit of the answer.</summary>
    /// <param name="first">Position in <see cref="FirstPoints"/>.</param>
    /// <param name="second">Position in <see cref="SecondPoints"/>.</param>
    public double this[[OptionRange(AtLeast = 0)] int first, [OptionRange(AtLeast = 0)] int second] => Means[At(first, second)];

    internal double[] Means { get; init; } = [];

    internal double[] StandardErrors { get; init; } = [];

    internal int[] Supports { get; init; } = [];

    private protected abstract string Title { get; }

    /// <summary>The standard error of the number at a value of each; NaN where there are too few rows to tell.</summary>
    /// <param name="first">Position in <see cref="FirstPoints"/>.</param>
    /// <param name="second">Position in <see cref="SecondPoints"/>.</param>
    public double StandardError([OptionRange(AtLeast = 0)] int first, [OptionRange(AtLeast = 0)] int second) => StandardErrors[At(first, second)];

    /// <summary>How many rows of the background have no point nearer than this one.</summary>
    /// <param name="first">Position in <see cref="FirstPoints"/>.</param>
    /// <param name="second">Position in <see cref="SecondPoints"/>.</param>
    public int Support([OptionRange(AtLeast = 0)] int first, [OptionRange(AtLeast = 0)] int second) => Supports[At(first, second)];

    /// <summary>A table, the first feature downward; of protected features only that they are there.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Title} {First.DisplayName} and {Second.DisplayName} on {Output} ({Kind}): {Rows} {Noun.Of(Rows, "row")}, {Queries} {Noun.Of(Queries, "query", "queries")}\n");
        if (First.IsProtected || Second.IsProtected)
            return text.Append("  ").Append(ShownRows<T>.Protected).ToString();
        int width = FirstPoints.Max(point => point.Label.Length), cell = Math.Max(10, SecondPoints.Max(point => point.Label.Length));
        text.Append(' ', width + 2);
        foreach (GridPoint point in SecondPoints)
            text.Append(' ').Append(point.Label.PadLeft(cell));
        for (int i = 0; i < FirstPoints.Length; i++)
        {
            text.Append("\n  ").Append(FirstPoints[i].Label.PadRight(width));
            for (int j = 0; j < SecondPoints.Length; j++)
                text.Append(' ').Append((Support(i, j) == 0 ? "(" + NumberText.Answer(this[i, j], CultureInfo.InvariantCulture) + ")" : NumberText.Answer(this[i, j], CultureInfo.InvariantCulture)).PadLeft(cell));
        }

        text.Append("\nin parentheses: no row of the background is near");
        foreach (string note in Notes)
            text.Append("\n! ").Append(note);
        return text.ToString();
    }

    private int At(int first, int second) =>
        first < 0 || first >= FirstPoints.Length ? throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"first is {first}; the points of {First} are 0 to {FirstPoints.Length - 1}."))
        : second < 0 || second >= SecondPoints.Length ? throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"second is {second}; the points of {Second} are 0 to {SecondPoints.Length - 1}."))
        : (first * SecondPoints.Length) + second;
}
