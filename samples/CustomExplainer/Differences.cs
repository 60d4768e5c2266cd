namespace CustomExplainer;

/// <summary>
/// An explainer of one's own: the effect of a number is the difference that one step to either side makes, and that of the heating
/// is 0. It asks about all steps in one batch; whoever runs it decides whether a model is called, awaited, or asked about many houses at once.
/// </summary>
public sealed record Differences(Dataset<House> Background) : IExplainer<House>
{
    private static readonly Feature<House>[] s_numbers = [.. FeatureSchema.Of<House>().Features.Where(feature => feature.IsNumeric)];

    public string Name => "slope";

    public Run<House, Explanation<House>> Begin(IModelInfo<House> model, House instance, CancellationToken cancellation = default) => new(Steps(model, instance));

    private IEnumerable<RunStep<House, Explanation<House>>> Steps(IModelInfo<House> model, House house)
    {
        // The house itself, then for each number a house below it and one above it.
        House[] houses =
        [
            house,
            house with { Area = Math.Max(20, house.Area - 1) }, house with { Area = Math.Min(500, house.Area + 1) },
            house with { Rooms = Math.Max(1, house.Rooms - 1) }, house with { Rooms = Math.Min(12, house.Rooms + 1) },
            house with { Built = Math.Max(1800, house.Built - 1) }, house with { Built = Math.Min(2026, house.Built + 1) },
        ];
        RowBatch<House> asked = new(model, new Dataset<House>(houses).Encoded.Values.ToArray());
        yield return asked;

        double[] answers = asked.Scores.ToArray();
        ReadOnlyMemory<double> rows = asked.Rows.Values.ToArray();
        FeatureVector<House> effects = FeatureVector.Of<House>(feature => Array.IndexOf(s_numbers, feature) is >= 0 and int number
            ? (answers[(2 * number) + 2] - answers[(2 * number) + 1]) / (Value(rows, (2 * number) + 2, feature) - Value(rows, (2 * number) + 1, feature))
            : 0);
        yield return Explanation<House>.Create(this, model, house, answers[0], effects, Background, queries: houses.Length);
    }

    private static double Value(ReadOnlyMemory<double> rows, int row, Feature<House> feature) => rows.Span[(row * FeatureSchema.Of<House>().Columns) + feature.Column];
}
