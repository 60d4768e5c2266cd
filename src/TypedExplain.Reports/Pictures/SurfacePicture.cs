using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Reports.Pictures.Surfaces;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>
/// How a model's answer depends on two features at once: a heat map of their partial dependence, or of what the pair adds to the effects of
/// each (accumulated local effects). Pairs of values without a row of the background near are faint and hatched.
/// </summary>
public sealed class SurfacePicture : Picture
{
    private readonly IFormatProvider _provider;
    private readonly HeatAxis _first;
    private readonly HeatAxis _second;
    private readonly string _numbers;

    private SurfacePicture(string title, ImmutableArray<string> notes, HeatAxis first, HeatAxis second, string numbers, IFormatProvider provider)
        : base(title, notes) => (_first, _second, _numbers, _provider) = (first, second, numbers, provider);

    /// <summary>The pairs of values that are drawn, all of the first feature's first value first.</summary>
    public required ImmutableArray<SurfaceCell> Cells { get; init; }

    /// <summary>The model's output.</summary>
    public required string Output { get; init; }

    /// <summary>Whether numbers are changes of the answer, which have 0 in the middle of the colors, and not answers.</summary>
    public required bool IsChange { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            int empty = Cells.Count(cell => cell.Rows == 0);
            SurfaceCell[] known = empty == Cells.Length ? [.. Cells] : [.. Cells.Where(cell => cell.Rows > 0)];
            SurfaceCell low = known.MinBy(cell => cell.Number)!, high = known.MaxBy(cell => cell.Number)!;
            string told = low.Number.Equals(high.Number)
                ? $"{_numbers}: {Number(low.Number)} at every pair of values."
                : $"{_numbers}: lowest at {Pair(low)}, {Number(low.Number)}; highest at {Pair(high)}, {Number(high.Number)}.";
            return told + (empty == 0 ? "" : string.Create(_provider, $" {empty} of {Cells.Length} {Noun.Of(Cells.Length, "pair")} of values {Noun.Of(empty, "has", "have")} no row of the background near{(empty == Cells.Length ? "" : $" and {Noun.Of(empty, "does", "do")} not count for that")}."));
        }
    }

    internal override string Kind => "surface";

    internal override Chart Chart => new HeatChart
    {
        Across = _first,
        Up = _second,
        Cells = [.. Cells.Select((cell, i) => new HeatCell(i / _second.Labels.Count, i % _second.Labels.Count, cell.Number, Number(cell.Number), cell.Rows))],
        Numbers = _numbers,
        Write = Number,
        IsDiverging = IsChange,
    };

    /// <summary>The picture of a surface.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="surface">The surface: partial dependence on two features, or second-order accumulated local effects.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">A feature is protected and protected values are withheld, or an option is outside what it may be.</exception>
    public static SurfacePicture Of<T>(FeatureSurface<T> surface, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(surface);
        PictureOptions given = PictureOptions.Checked(options);
        foreach (Feature<T> feature in (Feature<T>[])[surface.First, surface.Second])
        {
            if (feature.IsProtected && given.Withholds)
                throw new InvalidOptionException($"{T.Schema.Name}.{feature.Name} is protected, and a picture of its values shows them; make it with ProtectedValues.Kept for those who may see them.");
        }

        bool isAdded = surface is AccumulatedSurface<T>;

        // Less the answers at the first pair of values, so that this one is 0 for every row.
        bool isCentered = !isAdded && surface[0, 0] == 0 && surface.StandardError(0, 0) == 0;
        int[] first = SurfaceAxis.Shown(surface.First, surface.FirstPoints), second = SurfaceAxis.Shown(surface.Second, surface.SecondPoints);
        GridPoint[] down = [.. first.Select(i => surface.FirstPoints[i])], across = [.. second.Select(i => surface.SecondPoints[i])];
        return new(
            $"How {surface.Output} depends on {surface.First.DisplayName} and {surface.Second.DisplayName}{(isAdded ? " together" : "")}",
            [.. Caveats(surface, first.Length, second.Length, isAdded)],
            SurfaceAxis.Of(surface.First, [.. down], isAdded, given.Provider),
            SurfaceAxis.Of(surface.Second, [.. across], isAdded, given.Provider),
            isAdded ? $"what the pair adds to {surface.Output}, beyond each by itself" : isCentered ? $"change of {surface.Output}" : surface.Output,
            given.Provider)
        {
            Output = surface.Output,
            IsChange = isAdded || isCentered,
            Cells = [.. first.SelectMany(i => second.Select(j => new SurfaceCell(Named.Of(surface.FirstPoints[i].Label), Named.Of(surface.SecondPoints[j].Label), surface[i, j], surface.StandardError(i, j), surface.Support(i, j))))],
        };
    }

    private static IEnumerable<string> Caveats<T>(FeatureSurface<T> surface, int first, int second, bool isAdded)
        where T : IFeatureRecord<T>
    {
        foreach (string note in surface.Notes.Distinct())
            yield return Sentence.Of(note);
        if (surface.RowsLeftOut > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{surface.RowsLeftOut} {Noun.Of(surface.RowsLeftOut, "row of the background is not in it, since it has", "rows of the background are not in it, since they have")} no value that it looks at.");
        foreach ((Feature<T> feature, int shown, int all) in ((Feature<T>, int, int)[])[(surface.First, first, surface.FirstPoints.Length), (surface.Second, second, surface.SecondPoints.Length)])
        {
            if (shown < all)
                yield return string.Create(CultureInfo.InvariantCulture, $"{shown} of {all} {Noun.Of(all, "value")} of {feature.DisplayName} {Noun.Of(shown, "is", "are")} drawn{(feature.IsNumeric ? "" : ", those with the most rows")}.");
            if (feature is { IsNumeric: true, Scale: FeatureScale.Cyclic } && !isAdded)
                yield return $"{feature.DisplayName} goes round: after its largest value comes its smallest one.";
        }

        yield return isAdded
            ? "0 is where the effects of the two features just add up; orange is more, blue is less than that."
            : "Each number is the mean answer if all rows of the background had the two values.";
        yield return "Hatched and faint: no row of the background is near the pair of values, so that the number is a guess.";
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        [_first.Name, _second.Name, IsChange ? "change" : "mean", "standard error", "rows of the background"],
        Cells.Select(cell => (PictureCell[])[
            new(cell.First),
            new(cell.Second),
            new(Number(cell.Number), cell.Number),
            double.IsFinite(cell.StandardError) ? new(NumberText.Answer(cell.StandardError, _provider), cell.StandardError) : new("too few rows to tell"),
            new(cell.Rows.ToString(CultureInfo.InvariantCulture), cell.Rows)]));

    private string Pair(SurfaceCell cell) => $"{_first.Name} {cell.First} with {_second.Name} {cell.Second}";

    private string Number(double number) => IsChange ? NumberText.Signed(number, _provider) : NumberText.Answer(number, _provider);
}
