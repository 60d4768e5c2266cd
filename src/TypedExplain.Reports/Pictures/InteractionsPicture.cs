using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>
/// One decision by what features add alone and what each two add together: a heat map whose diagonal has the features by themselves. Every number counts
/// once, so that all of them and the base value sum to the answer.
/// </summary>
public sealed class InteractionsPicture : Picture
{
    // What is so much smaller than the answer is rounding, and drawn as 0.
    private const double Rounding = 1e-12;

    private readonly IFormatProvider _provider;
    private readonly ImmutableArray<string> _names;

    private InteractionsPicture(string title, ImmutableArray<string> notes, ImmutableArray<string> names, IFormatProvider provider)
        : base(title, notes) => (_names, _provider) = (names, provider);

    /// <summary>The explained output.</summary>
    public required string Output { get; init; }

    /// <summary>The model's answer for the instance.</summary>
    public required double Prediction { get; init; }

    /// <summary>What is drawn: each feature with itself and with those after it, the most important feature first.</summary>
    public required ImmutableArray<InteractionCell> Cells { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string pairs = Largest(cell => cell.First != cell.Second, cell => $"{cell.First} with {cell.Second}"), alone = Largest(cell => cell.First == cell.Second, cell => cell.First);
            return $"{Output} is {NumberText.Answer(Prediction, _provider)}. "
                + (pairs.Length > 0 ? $"The most is added together by {pairs}" : "No two of these features add anything together")
                + (alone.Length > 0 ? $"; alone by {alone}." : ".");
        }
    }

    internal override string Kind => "interactions";

    internal override Chart Chart => _names.IsEmpty ? new RowChart { Rows = [], AxisTitle = $"contribution to {Output}", References = [(0, "")], Provider = _provider } : new HeatChart
    {
        Across = Axis("feature", _names),
        Up = Axis("with feature", [.. _names.Reverse()]),
        Cells = [.. Places().Zip(Cells, (place, cell) => new HeatCell(place.Across, _names.Length - 1 - place.Down, cell.Number, NumberText.Signed(cell.Number, _provider), 1))],
        Numbers = $"what two features add to {Output} together, and on the diagonal each alone",
        Write = number => NumberText.Signed(number, _provider),
        IsDiverging = true,
    };

    /// <summary>The picture of interactions.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="interactions">The interactions.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static InteractionsPicture Of<T>(ShapInteractions<T> interactions, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(interactions);
        PictureOptions given = PictureOptions.Checked(options);
        Dictionary<(int, int), ShapInteraction<T>> pairs = interactions.Pairs.ToDictionary(pair => (pair.Features[0].Index, pair.Features[1].Index));
        Feature<T>[] open = [.. T.Schema.Features.Where(feature => Weight(interactions, feature) > 0 && !(feature.IsProtected && given.Withholds)).OrderByDescending(feature => Weight(interactions, feature)).ThenBy(feature => feature.Index)];
        Feature<T>[] shown = [.. open.Take(given.MostRows)];
        string[] names = [.. shown.Select(feature => feature.IsProtected ? feature.DisplayName + " (protected)" : feature.DisplayName)];
        List<InteractionCell> cells = [];
        for (int i = 0; i < shown.Length; i++)
        {
            cells.Add(new(names[i], names[i], Rounded(interactions, interactions.MainEffects[shown[i]]), interactions.StandardErrors?[shown[i]]));
            for (int j = i + 1; j < shown.Length; j++)
            {
                (int first, int second) = (Math.Min(shown[i].Index, shown[j].Index), Math.Max(shown[i].Index, shown[j].Index));
                ShapInteraction<T>? pair = pairs.GetValueOrDefault((first, second));
                cells.Add(new(names[i], names[j], Rounded(interactions, pair?.Value ?? 0), pair?.StandardError));
            }
        }

        return new($"What features add to {interactions.Output} of this {T.Schema.Name} together", [.. Remarks(interactions, open, shown, given)], [.. names], given.Provider)
        {
            Output = interactions.Output,
            Prediction = interactions.Prediction,
            Cells = [.. cells],
        };
    }

    private static double Weight<T>(ShapInteractions<T> interactions, Feature<T> feature)
        where T : IFeatureRecord<T> =>
        Math.Abs(Rounded(interactions, interactions.MainEffects[feature])) + interactions.Pairs.Where(pair => pair.Features.Contains(feature)).Sum(pair => Math.Abs(Rounded(interactions, pair.Value)) / 2);

    private static double Rounded<T>(ShapInteractions<T> interactions, double number)
        where T : IFeatureRecord<T> =>
        Math.Abs(number) <= Rounding * Math.Max(Math.Abs(interactions.Prediction), Math.Abs(interactions.BaseValue)) ? 0 : number;

    private static IEnumerable<string> Remarks<T>(ShapInteractions<T> interactions, Feature<T>[] open, Feature<T>[] shown, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        foreach (string caveat in CaveatNames.Of(interactions.Caveats))
            yield return Sentence.Of(caveat);
        if (open.Length > shown.Length)
        {
            double most = interactions.Pairs.Where(pair => !(pair.IsProtected && options.Withholds) && !pair.Features.All(feature => shown.Contains(feature))).Select(pair => Math.Abs(pair.Value)).DefaultIfEmpty(0).Max();
            yield return string.Create(CultureInfo.InvariantCulture, $"{open.Length - shown.Length} more {Noun.Of(open.Length - shown.Length, "feature is", "features are")} not drawn, with interactions of at most {NumberText.Answer(most, options.Provider)}.");
        }

        if (options.Withholds && T.Schema.Features.Any(feature => feature.IsProtected && Weight(interactions, feature) > 0))
            yield return "Protected features and what they add with others are not shown.";
        else if (shown.Length == open.Length)
            yield return string.Create(CultureInfo.InvariantCulture, $"With the base value {NumberText.Answer(interactions.BaseValue, options.Provider)} all numbers sum to the answer.");
        if (interactions.StandardErrors is not null)
            yield return "The numbers are estimates from some coalitions; the table has their standard errors.";
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "with", "adds", "standard error"],
        Cells.Select(cell => (PictureCell[])[
            new(cell.First),
            new(cell.First == cell.Second ? "alone" : cell.Second),
            new(NumberText.Signed(cell.Number, _provider), cell.Number),
            cell.StandardError is not { } error ? new("exact") : double.IsFinite(error) ? new(NumberText.Answer(error, _provider), error) : new("too few draws to tell")]));

    /// <summary>The column and the row, from above, of each cell: the half below the diagonal.</summary>
    private IEnumerable<(int Across, int Down)> Places()
    {
        for (int i = 0; i < _names.Length; i++)
        {
            for (int j = i; j < _names.Length; j++)
                yield return (i, j);
        }
    }

    private string Largest(Func<InteractionCell, bool> isIn, Func<InteractionCell, string> name) =>
        string.Join(", ", Cells.Where(cell => isIn(cell) && cell.Number != 0).OrderByDescending(cell => Math.Abs(cell.Number)).Take(3).Select(cell => $"{name(cell)} {NumberText.Signed(cell.Number, _provider)}"));

    private static HeatAxis Axis(string name, IReadOnlyList<string> names) => new() { Name = name, Labels = names, Values = [.. names.Select((_, i) => (double)i)], IsPlaces = true };
}
